package org.carrel.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.carrel.devices.Assigned;
import org.carrel.devices.AssignmentProblem;

/** Why a device is not assigned, in words. */
@RequestScoped
public class AssignmentWords {
    @Inject
    StaffWords words;

    @Inject
    ScanWords scans;

    String problem(AssignmentProblem problem) {
        return problem.blocked()
                .map(scans::text)
                .orElseGet(() -> words.text("assignmentProblem." + problem.kind(), problem.detail()));
    }

    List<String> problems(Assigned answer) {
        return answer instanceof Assigned.Refused refused
                ? refused.problems().stream().map(this::problem).toList()
                : List.of();
    }
}
