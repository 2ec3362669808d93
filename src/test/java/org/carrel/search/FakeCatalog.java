package org.carrel.search;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.carrel.catalog.Catalog;
import org.carrel.catalog.CatalogRecord;
import org.carrel.platform.Database;
import org.carrel.platform.DatabaseProblem;

/** A catalog in memory, with its log of changes; it can be away. */
public final class FakeCatalog extends Catalog {
    private final Map<Long, CatalogRecord> records = new TreeMap<>();
    private final List<Change> changes = new ArrayList<>();
    private long last;
    private boolean away;
    /** Called for every record that {@link #forEach} gives. */
    private Runnable betweenRecords = () -> {};

    public FakeCatalog() {
        super(new Database(null), java.time.Clock.systemUTC());
    }

    public synchronized FakeCatalog put(Records record) {
        var made = record.make();
        return put(made);
    }

    public synchronized FakeCatalog put(CatalogRecord made) {
        records.put(made.id(), made);
        changes.add(new Change(++last, made.id()));
        return this;
    }

    public synchronized void delete(long id) {
        records.remove(id);
        changes.add(new Change(++last, id));
    }

    public synchronized void away(boolean now) {
        away = now;
    }

    public synchronized void betweenRecords(Runnable action) {
        betweenRecords = action;
    }

    /** What a restored backup looks like: the last changes never happened. */
    public synchronized void forgetChangesAfter(long number) {
        changes.removeIf(change -> {
            if (change.number() <= number) return false;
            records.remove(change.bibId());
            return true;
        });
        last = number;
    }

    @Override
    public synchronized List<CatalogRecord> records(Collection<Long> ids) {
        answer();
        return ids.stream().map(records::get).filter(Objects::nonNull).toList();
    }

    @Override
    public synchronized long lastChange() {
        answer();
        return last;
    }

    @Override
    public synchronized List<Change> changesAfter(long number, int limit) {
        answer();
        var seen = new HashSet<Long>();
        return changes.reversed().stream()
                .filter(change -> seen.add(change.bibId()))
                .filter(change -> change.number() > number)
                .sorted(Comparator.comparingLong(Change::number))
                .limit(limit)
                .toList();
    }

    @Override
    public void forEach(Consumer<CatalogRecord> consumer) {
        List<CatalogRecord> all;
        synchronized (this) {
            answer();
            all = List.copyOf(records.values());
        }
        for (var record : all) {
            betweenRecords.run();
            synchronized (this) {
                answer();
            }
            consumer.accept(record);
        }
    }

    private void answer() {
        if (away) throw new DatabaseProblem(new SQLException("away for a test"));
    }
}
