package org.carrel.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import org.apache.lucene.store.AlreadyClosedException;
import org.carrel.catalog.Catalog;
import org.carrel.platform.DatabaseProblem;
import org.carrel.search.SearchHealth;
import org.carrel.search.SearchHealth.State;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the index at the catalog's newest change. A change is counted only when it is safe on disk, so that a crash
 * repeats work and loses none.
 */
public final class IndexWorker {
    private static final Logger LOG = System.getLogger(IndexWorker.class.getName());
    /** While many records come in, searches see them in steps; a few are shown at once. Each step costs a segment. */
    private static final Duration SHOWN_EVERY = Duration.ofSeconds(10);
    /** Applied changes wait no longer than this to become durable. */
    private static final Duration COMMITTED_EVERY = Duration.ofSeconds(15);
    /** Between two looks whether the database is older than the index. */
    private static final Duration LOOK_BACK = Duration.ofSeconds(1);

    /** So long after the last change the index is put in order for searches. */
    private static final Duration QUIET = Duration.ofSeconds(10);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final CatalogIndex index;
    private final Catalog catalog;
    private final ChangedRecords changes;
    private final Duration interval;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition nudged = lock.newCondition();
    private volatile boolean stopping;
    private volatile boolean broken;
    private @Nullable Thread thread;
    private int failures;
    private long shown = System.nanoTime();
    private long committed = System.nanoTime();
    private long worked = System.nanoTime();
    private long lookedBack = System.nanoTime() - LOOK_BACK.toNanos();

    public IndexWorker(CatalogIndex index, Catalog catalog, Duration interval) {
        this.index = index;
        this.catalog = catalog;
        this.changes = new ChangedRecords(catalog);
        this.interval = interval;
    }

    /** Works in the background until {@link #stop}. */
    public void start() {
        thread = Thread.ofPlatform().daemon().name("search-index").start(this::run);
    }

    /** Ends after the step that is under way; the index may be closed then. */
    public void stop() {
        stopping = true;
        nudge();
        try {
            if (thread != null) thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** There is something new: do not wait for the interval. */
    public void nudge() {
        lock.lock();
        try {
            nudged.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Brings the index to the newest change and onto the disk before it returns. Throws {@link DatabaseProblem}. */
    public void catchUp() {
        lock.lock();
        try {
            lookBack();
            while (step()) {}
            index.show();
            index.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }

    public SearchHealth health() {
        if (broken) return new SearchHealth(State.BROKEN, index.lastChange());
        return new SearchHealth(index.isLimited() ? State.REBUILDING : State.READY, index.lastChange());
    }

    private void run() {
        lock.lock();
        try {
            while (!stopping) {
                var pause = attempt();
                if (!stopping && pause > 0) nudged.awaitNanos(pause);
            }
            index.commit();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | AlreadyClosedException e) {
            LOG.log(Level.WARNING, "The last changes could not be kept and will be indexed again", e);
        } finally {
            lock.unlock();
        }
    }

    /** One step; nanoseconds to wait before the next one. */
    private long attempt() {
        try {
            if (System.nanoTime() - lookedBack > LOOK_BACK.toNanos()) lookBack();
            var more = step();
            if (failures > 0) LOG.log(Level.INFO, "Indexing goes on");
            failures = 0;
            broken = false;
            return more ? 0 : interval.toNanos();
        } catch (DatabaseProblem e) {
            if (failures++ == 0) LOG.log(Level.WARNING, "Indexing waits for the database", e);
        } catch (CancellationException e) {
            return 0; // stopping
        } catch (IOException | RuntimeException | InternalError | AssertionError e) {
            // the index is a copy: whatever broke it, another one can be made
            if (failures++ == 0) LOG.log(Level.ERROR, "Indexing failed and is tried again", e);
            broken = failures > 1;
            index.trouble(Trouble.UNWRITABLE, e);
        }
        return pauseAfterFailures();
    }

    private long pauseAfterFailures() {
        var pause = interval.toNanos() << Math.min(failures, 20);
        return Math.clamp(pause, 0, LONGEST_PAUSE.toNanos());
    }

    /** A database that was restored from a backup has forgotten changes that the index knows. */
    private void lookBack() {
        lookedBack = System.nanoTime();
        if (!index.isLimited() && catalog.lastChange() < index.lastApplied()) {
            index.trouble(
                    Trouble.AHEAD_OF_DATABASE, "it knows change " + index.lastApplied() + ", the database does not");
        }
    }

    /** True when there may be more to do at once. */
    private boolean step() throws IOException {
        index.checkFiles();
        if (index.isLimited()) {
            rebuild(count -> {});
            return true;
        }
        var batch = changes.after(index.lastApplied());
        if (!batch.isEmpty()) {
            index.apply(batch.records(), batch.gone(), batch.last());
            worked = System.nanoTime();
        }
        if (!batch.full() || passed(SHOWN_EVERY, shown)) {
            index.show();
            shown = System.nanoTime();
        }
        if (passed(COMMITTED_EVERY, committed)) {
            index.commit();
            committed = System.nanoTime();
        }
        if (passed(QUIET, worked)) index.settle();
        return !batch.isEmpty();
    }

    private static boolean passed(Duration time, long since) {
        return System.nanoTime() - since > time.toNanos();
    }

    /**
     * Makes the index from nothing. Changes made meanwhile are applied afterwards.
     *
     * @param progress takes the number of records so far
     */
    void rebuild(LongConsumer progress) throws IOException {
        var change = catalog.lastChange();
        var fresh = index.beginAgain();
        try {
            fill(fresh, progress);
            index.complete(fresh, change);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            index.abandon(fresh);
        }
    }

    private void fill(Generation fresh, LongConsumer progress) throws IOException {
        try (var filling = new Filling(fresh, progress)) {
            catalog.forEach(record -> {
                if (stopping) throw new CancellationException();
                try {
                    filling.add(record);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            filling.finish();
        }
    }
}
