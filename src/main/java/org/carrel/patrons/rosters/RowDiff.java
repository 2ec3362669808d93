package org.carrel.patrons.rosters;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.carrel.patrons.RosterSummary.Changes;
import org.carrel.patrons.rosters.Roster.Part;
import org.carrel.patrons.rosters.RowChange.Kind;

/** Compares the terms, classes and enrolments of a roster with those that are here. */
final class RowDiff {
    private final Kind kind;
    private final Map<String, List<String>> known;
    private final List<RowChange> changes = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    /** @param known rows by id; what is gone is not among them */
    RowDiff(Kind kind, Map<String, List<String>> known) {
        this.kind = kind;
        this.known = known;
    }

    void present(String id, List<String> row) {
        seen.add(id);
        var before = known.get(id);
        if (!row.equals(before)) changes.add(new RowChange(kind, id, Optional.ofNullable(before), Optional.of(row)));
    }

    void deleted(String id) {
        if (!seen.add(id)) return;
        var before = known.get(id);
        if (before != null) changes.add(new RowChange(kind, id, Optional.of(before), Optional.empty()));
    }

    /** To be called after all rows of the roster. */
    List<RowChange> changes(Part part) {
        if (part == Part.COMPLETE) {
            known.keySet().stream()
                    .filter(id -> !seen.contains(id))
                    .sorted()
                    .toList()
                    .forEach(this::deleted);
        }
        return changes;
    }

    /** The rows as they are after these changes. */
    static Map<String, List<String>> after(Map<String, List<String>> known, List<RowChange> changes) {
        if (changes.isEmpty()) return known;
        var rows = new HashMap<>(known);
        for (var change : changes) {
            if (change.removes()) rows.remove(change.sourcedId());
            else
                rows.put(
                        change.sourcedId(),
                        Objects.requireNonNull(change.becomes().orElse(null)));
        }
        return rows;
    }

    static Changes count(List<RowChange> changes) {
        var added = (int) changes.stream().filter(RowChange::adds).count();
        var removed = (int) changes.stream().filter(RowChange::removes).count();
        return new Changes(added, changes.size() - added - removed, removed);
    }
}
