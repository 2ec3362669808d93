package org.carrel.devices;

import java.io.Serializable;
import java.util.List;

/** What came of assigning a device, or of ending that. */
public sealed interface Assigned extends Serializable {
    /**
     * @param accessories what went out with it, or came back
     * @param again the device was theirs already, or the request was answered before: nothing was done
     */
    record Done(Assignment assignment, List<LentAccessory> accessories, boolean again) implements Assigned {
        public Done {
            accessories = List.copyOf(accessories);
        }
    }

    /** Nothing was done. */
    record Refused(List<AssignmentProblem> problems) implements Assigned {
        public Refused {
            problems = List.copyOf(problems);
        }

        public static Refused of(AssignmentProblem.Kind kind) {
            return new Refused(List.of(AssignmentProblem.of(kind)));
        }

        public boolean has(AssignmentProblem.Kind kind) {
            return problems.stream().anyMatch(problem -> problem.kind() == kind);
        }
    }
}
