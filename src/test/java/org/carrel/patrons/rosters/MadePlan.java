package org.carrel.patrons.rosters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.carrel.patrons.RosterLimits;
import org.carrel.patrons.rosters.RowChange.Kind;

/** A plan with all that went into its sink. */
record MadePlan(RosterPlan counts, List<PlannedPerson> people, List<RowChange> rows) {
    static MadePlan of(Roster roster, Known known, LocalDate today) {
        var people = new ArrayList<PlannedPerson>();
        var rows = new ArrayList<RowChange>();
        var sink = new PlanSink() {
            @Override
            public void person(PlannedPerson person) {
                people.add(person);
            }

            @Override
            public void row(RowChange change) {
                rows.add(change);
            }
        };
        var counts = new RosterPlanner(roster, known, today, Optional.empty(), sink).plan(RosterLimits.USUAL);
        return new MadePlan(counts, people, rows);
    }

    /** The rows of a kind that are there when nothing was there before. */
    Map<String, List<String>> added(Kind kind) {
        var added = new HashMap<String, List<String>>();
        rows.stream()
                .filter(row -> row.kind() == kind)
                .forEach(row -> added.put(
                        row.sourcedId(), Objects.requireNonNull(row.becomes().orElse(null))));
        return added;
    }
}
