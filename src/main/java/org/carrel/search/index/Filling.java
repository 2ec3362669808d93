package org.carrel.search.index;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.carrel.catalog.CatalogRecord;
import org.carrel.platform.PeopleFirst;

/**
 * Takes every record into an empty generation, in a thread of its own, so that the next ones are read meanwhile. Holds two
 * chunks at most.
 */
final class Filling implements AutoCloseable {
    private static final int CHUNK = 100;
    /** Searches see the generation grow in these steps. */
    private static final Duration SHOWN_EVERY = Duration.ofSeconds(2);

    private final Generation generation;
    private final LongConsumer progress;
    private final PeopleFirst peopleFirst = new PeopleFirst();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            work -> Thread.ofPlatform().daemon().name("search-index-filling").unstarted(work));
    private List<CatalogRecord> chunk = new ArrayList<>();
    private Future<?> written = CompletableFuture.completedFuture(0L);
    private long count;
    private long shown = System.nanoTime();

    /** @param progress takes the number of records so far, after each one, in our thread */
    Filling(Generation generation, LongConsumer progress) {
        this.generation = generation;
        this.progress = progress;
    }

    /** Fails with whatever the records before it failed with. */
    void add(CatalogRecord record) throws IOException {
        chunk.add(record);
        if (chunk.size() >= CHUNK) handOver();
    }

    /** Waits until all are in. */
    void finish() throws IOException {
        handOver();
        await();
    }

    private void handOver() throws IOException {
        await();
        var full = chunk;
        chunk = new ArrayList<>();
        written = thread.submit(() -> {
            for (var record : full) write(record);
            return count;
        });
    }

    private void write(CatalogRecord record) throws IOException {
        peopleFirst.standAside();
        generation.add(record);
        if (System.nanoTime() - shown > SHOWN_EVERY.toNanos()) {
            generation.refresh();
            shown = System.nanoTime();
        }
        progress.accept(++count);
    }

    private void await() throws IOException {
        try {
            written.get();
        } catch (ExecutionException e) {
            var cause = e.getCause();
            if (cause instanceof IOException broken) throw broken;
            if (cause instanceof RuntimeException broken) throw broken;
            if (cause instanceof Error broken) throw broken;
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the index was filled", e);
        }
    }

    /** Ends the thread; nothing is written any more when it returns. */
    @Override
    public void close() {
        thread.close();
    }
}
