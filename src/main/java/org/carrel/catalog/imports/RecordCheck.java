package org.carrel.catalog.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carrel.catalog.marc.MarcJson;
import org.carrel.catalog.rules.KeyHashes;
import org.carrel.catalog.rules.RecordMapping;
import org.carrel.catalog.rules.ShelfKey;
import org.carrel.catalog.rules.Texts;
import org.carrel.catalog.store.CheckStore;
import org.carrel.catalog.store.CheckStore.Derived;
import org.carrel.catalog.store.ItemStore;

/** Compares what is kept beside records and copies with what their text says. */
public final class RecordCheck {
    private final CheckStore checks = new CheckStore();
    private final ItemStore items = new ItemStore();
    private final int thisYear;

    public RecordCheck(int thisYear) {
        this.thisYear = thisYear;
    }

    /** One sentence for each disagreement. */
    public List<String> problems(Connection connection, List<Long> ids) throws SQLException {
        var problems = new ArrayList<String>();
        Map<Long, Set<Long>> keys = new HashMap<>();
        for (var pair : checks.findKeys(connection, ids)) {
            keys.computeIfAbsent(pair[1], id -> new HashSet<>()).add(pair[0]);
        }
        for (var derived : checks.findDerived(connection, ids)) {
            compare(derived, keys.getOrDefault(derived.id(), Set.of()), problems);
        }
        for (var copy : items.findCopies(connection, ids)) {
            if (!copy.shelfKey().equals(ShelfKey.of(copy.callNumber()))) {
                problems.add("Copy " + copy.id() + " has a shelf order that does not fit its call number.");
            }
        }
        return problems;
    }

    private void compare(Derived derived, Set<Long> keys, List<String> problems) {
        var bib = RecordMapping.map(MarcJson.read(derived.marc()), thisYear);
        var name = "Record " + derived.id();
        if (!derived.title().equals(Texts.cut(bib.titles().main(), 500))) {
            problems.add(name + " is listed under another title than its own.");
        }
        if (!derived.source().equals(Texts.cut(bib.identifiers().source(), 64))
                || !derived.controlNumber().equals(Texts.cut(bib.identifiers().controlNumber(), 190))) {
            problems.add(name + " is listed under another control number than its own.");
        }
        if (!keys.equals(Set.copyOf(KeyHashes.of(bib)))) {
            problems.add(name + " has match keys that do not fit its text.");
        }
    }
}
