package org.carrel.patrons.rosters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.carrel.patrons.RosterSummary.Changes;
import org.carrel.patrons.rosters.Roster.Part;
import org.carrel.patrons.rosters.RowChange.Kind;

/** Compares the terms, classes or enrolments of a roster with those that are here, some at a time. */
final class RowDiff {
    private static final int AT_ONCE = 500;

    private final Kind kind;
    private final KnownRows known;
    private final Consumer<RowChange> changes;
    private final TextSet seen = new TextSet();
    private final Map<String, Optional<List<String>>> waiting = new LinkedHashMap<>();
    private int added;
    private int changed;
    private int removed;

    RowDiff(Kind kind, KnownRows known, Consumer<RowChange> changes) {
        this.kind = kind;
        this.known = known;
        this.changes = changes;
    }

    void present(String id, List<String> row) {
        seen.add(id);
        take(id, Optional.of(row));
    }

    void deleted(String id) {
        if (seen.add(id)) take(id, Optional.empty());
    }

    private void take(String id, Optional<List<String>> row) {
        waiting.put(id, row);
        if (waiting.size() == AT_ONCE) compare();
    }

    private void compare() {
        if (waiting.isEmpty()) return;
        var before = known.of(waiting.keySet());
        waiting.forEach((id, row) -> change(id, Optional.ofNullable(before.get(id)), row));
        waiting.clear();
    }

    private void change(String id, Optional<List<String>> was, Optional<List<String>> becomes) {
        if (was.equals(becomes)) return;
        if (was.isEmpty()) added++;
        else if (becomes.isEmpty()) removed++;
        else changed++;
        changes.accept(new RowChange(kind, id, was, becomes));
    }

    /** To be called after all rows of the roster: what a complete part does not have is gone. */
    Changes finish(Part part) {
        compare();
        if (part == Part.COMPLETE) eachUnseen((id, row) -> change(id, Optional.of(row), Optional.empty()));
        return new Changes(added, changed, removed);
    }

    /** The rows here of which the roster has said nothing. */
    void eachUnseen(BiConsumer<String, List<String>> each) {
        var some = new ArrayList<String>();
        known.eachId(id -> {
            if (seen.contains(id)) return;
            some.add(id);
            if (some.size() == AT_ONCE) tell(some, each);
        });
        tell(some, each);
    }

    private void tell(List<String> ids, BiConsumer<String, List<String>> each) {
        if (ids.isEmpty()) return;
        var rows = known.of(ids);
        for (var id : ids) {
            var row = rows.get(id);
            if (row != null) each.accept(id, row);
        }
        ids.clear();
    }

    /** True when the roster has said something of it. */
    boolean hasSeen(String id) {
        return seen.contains(id);
    }
}
