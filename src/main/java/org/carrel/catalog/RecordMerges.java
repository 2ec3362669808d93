package org.carrel.catalog;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import org.carrel.catalog.batch.MergeRun;
import org.carrel.catalog.marc.MarcJson;
import org.carrel.catalog.rules.RecordDifferences;
import org.carrel.catalog.store.BatchStore;
import org.carrel.catalog.store.EditStore;
import org.carrel.catalog.store.ItemStore;
import org.carrel.catalog.store.StoredBib;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.Caller;

/**
 * Records of one edition become one. The text of the one that stays is not touched, but for what the school has written itself in the
 * others and the numbers by which they are known. Copies move to it, and all that anybody has about the others; those are kept with
 * their versions, shown nowhere, and come back when {@link RecordBatches#askUndo} takes the merge back.
 */
@Door
public class RecordMerges {
    /** More at once could not be looked at. */
    public static final int MOST = 50;

    private final Database database;
    private final List<TitleHoldings> holdings;
    private final EditStore edits = new EditStore();
    private final ItemStore items = new ItemStore();
    private final BatchStore batches = new BatchStore();
    private final MergeRun merging;

    @Inject
    public RecordMerges(Database database, Clock clock, @Any Instance<TitleHoldings> holdings) {
        this(database, clock, holdings.stream().toList());
    }

    /** Where these alone have anything about titles. */
    public RecordMerges(Database database, Clock clock, List<TitleHoldings> holdings) {
        this.database = database;
        this.holdings = List.copyOf(holdings);
        this.merging = new MergeRun(clock, this.holdings);
    }

    /** Nothing is changed. Empty when one of the records is not there, or there are not two. */
    public Optional<MergePlan> plan(long keep, Collection<Long> away) {
        var others = others(keep, away);
        if (others.isEmpty() || others.size() >= MOST) return Optional.empty();
        var plan = database.read(connection -> {
            var stays = edits.find(connection, keep);
            var go = edits.find(connection, others);
            if (stays.isEmpty() || go.size() < others.size()) return Optional.<MergePlan>empty();
            var before = MarcJson.read(stays.get().marc());
            var becomes = MergeRun.becomes(stays.get(), go);
            var changes = RecordDifferences.of(before, becomes);
            var copies = items.findCopies(connection, others).size();
            return Optional.of(new MergePlan(
                    open(stays.get()),
                    go.stream().map(RecordMerges::open).toList(),
                    becomes,
                    changes,
                    copies,
                    Map.of()));
        });
        return plan.map(one ->
                new MergePlan(one.keep(), one.away(), one.becomes(), one.changes(), one.copies(), counts(others)));
    }

    private static List<Long> others(long keep, Collection<Long> away) {
        return away.stream().distinct().filter(id -> id != keep).sorted().toList();
    }

    private Map<String, Integer> counts(List<Long> records) {
        var counts = new TreeMap<String, Integer>();
        for (var kind : holdings) {
            var count = kind.count(records);
            if (count > 0) counts.put(kind.kind(), count);
        }
        return counts;
    }

    private static OpenRecord open(StoredBib record) {
        return new OpenRecord(record.id(), record.version(), MarcJson.read(record.marc()));
    }

    /**
     * Merges them in one transaction.
     *
     * @param seen the versions that somebody had before them, by record; the one that stays too
     * @param request of the form: the same one again does nothing a second time
     */
    public MergeAnswer merge(long keep, Map<Long, Integer> seen, UUID request, Caller by) {
        var others = others(keep, seen.keySet());
        if (others.isEmpty() || others.size() >= MOST || !seen.containsKey(keep)) return new MergeAnswer.Gone();
        return database.transaction(connection -> {
            edits.takeTurn(connection);
            var known = batches.findRequest(connection, request);
            return known.isPresent()
                    ? new MergeAnswer.Merged(known.getAsLong())
                    : merging.merge(connection, keep, seen, request, by);
        });
    }

    /** Of which record a record became part; empty when it did not. */
    public OptionalLong mergedInto(long record) {
        return database.read(connection -> batches.findMergedInto(connection, record));
    }
}
