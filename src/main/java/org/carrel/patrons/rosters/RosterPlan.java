package org.carrel.patrons.rosters;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carrel.patrons.RosterFinding;
import org.carrel.patrons.RosterOutcome;
import org.carrel.patrons.RosterSummary;
import org.carrel.patrons.RosterSummary.Changes;
import org.carrel.patrons.RosterThreshold;

/**
 * What a roster would do, in numbers; the people and rows themselves went into the sink of the plan.
 *
 * @param users rows of people in the file
 * @param people how many by outcome; to whom nothing happens and of whom there is nothing to say is the same
 */
record RosterPlan(
        boolean complete,
        int users,
        Map<RosterOutcome, Integer> people,
        int contacts,
        int stillMissing,
        int keptLocal,
        Changes terms,
        Changes classes,
        Changes enrolments,
        List<RosterFinding> findings,
        List<RosterThreshold> beyond) {
    /** @param said findings about the file, which come first */
    RosterSummary summary(List<RosterFinding> said, List<String> columns) {
        var all = new ArrayList<>(said);
        findings.stream().filter(finding -> !all.contains(finding)).forEach(all::add);
        return new RosterSummary(
                users, people, contacts, stillMissing, keptLocal, classes, terms, enrolments, all, beyond, columns);
    }
}
