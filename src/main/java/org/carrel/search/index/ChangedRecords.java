package org.carrel.search.index;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.carrel.catalog.Catalog;
import org.carrel.catalog.Catalog.Change;
import org.carrel.catalog.CatalogRecord;
import org.carrel.platform.PeopleFirst;
import org.jspecify.annotations.Nullable;

/**
 * Reads what changed, a batch ahead of the one that is being written while many wait. A record that changes after it was
 * read comes again at its new number, so nothing old stays.
 */
final class ChangedRecords {
    private static final int BATCH = 500;
    private static final int AT_ONCE = 50;
    private static final Executor IN_A_THREAD =
            work -> Thread.ofPlatform().daemon().name("search-index-reading").start(work);

    private final Catalog catalog;
    private @Nullable CompletableFuture<Batch> ahead;
    private long aheadOf = -1;

    ChangedRecords(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Records as they are now, and those that are gone.
     *
     * @param last the number of the newest change among them; of the batch before when there is none
     * @param full there may be more at once
     */
    record Batch(List<CatalogRecord> records, List<Long> gone, long last, boolean full) {
        boolean isEmpty() {
            return records.isEmpty() && gone.isEmpty();
        }
    }

    /** Throws {@link org.carrel.platform.DatabaseProblem}. */
    Batch after(long number) {
        var waiting = ahead;
        ahead = null;
        var batch = waiting != null && aheadOf == number ? await(waiting) : read(number);
        if (batch.full()) {
            aheadOf = batch.last();
            ahead = CompletableFuture.supplyAsync(() -> read(batch.last()), IN_A_THREAD);
        }
        return batch;
    }

    private static Batch await(CompletableFuture<Batch> reading) {
        try {
            return reading.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            if (e.getCause() instanceof Error cause) throw cause;
            throw e;
        }
    }

    private Batch read(long number) {
        var changes = catalog.changesAfter(number, BATCH);
        if (changes.isEmpty()) return new Batch(List.of(), List.of(), number, false);
        var ids = changes.stream().map(Change::bibId).distinct().toList();
        var records = new ArrayList<CatalogRecord>(ids.size());
        var peopleFirst = new PeopleFirst();
        for (var from = 0; from < ids.size(); from += AT_ONCE) {
            peopleFirst.standAside();
            records.addAll(catalog.records(ids.subList(from, Math.min(from + AT_ONCE, ids.size()))));
        }
        var gone = new HashSet<>(ids);
        records.forEach(record -> gone.remove(record.id()));
        return new Batch(records, List.copyOf(gone), changes.getLast().number(), changes.size() == BATCH);
    }
}
