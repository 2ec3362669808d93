package org.carrel.patrons.rosters;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.carrel.patrons.RosterFinding;
import org.carrel.patrons.RosterOutcome;
import org.carrel.patrons.RosterSummary;
import org.carrel.patrons.RosterThreshold;

/**
 * What a roster would do.
 *
 * @param people to whom something happens or of whom there is something to say
 * @param same to whom nothing happens and of whom there is nothing to say
 */
record RosterPlan(
        boolean complete,
        int users,
        List<PlannedPerson> people,
        int same,
        int contacts,
        int stillMissing,
        int keptLocal,
        List<RowChange> terms,
        List<RowChange> classes,
        List<RowChange> enrolments,
        List<RosterFinding> findings,
        List<RosterThreshold> beyond) {
    RosterSummary summary(List<String> columns) {
        var counts = new EnumMap<RosterOutcome, Integer>(Map.of(RosterOutcome.SAME, same));
        people.forEach(person -> counts.merge(person.outcome(), 1, Integer::sum));
        return new RosterSummary(
                users,
                counts,
                contacts,
                stillMissing,
                keptLocal,
                RowDiff.count(classes),
                RowDiff.count(terms),
                RowDiff.count(enrolments),
                findings,
                beyond,
                columns);
    }
}
