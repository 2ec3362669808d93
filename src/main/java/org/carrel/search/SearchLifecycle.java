package org.carrel.search;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.carrel.catalog.Catalog;
import org.carrel.platform.Door;
import org.carrel.search.index.CatalogIndex;
import org.carrel.search.index.IndexWorker;
import org.jspecify.annotations.Nullable;

/** Opens the search index of this node, keeps it up to date, and closes it. */
@Door
public class SearchLifecycle implements AutoCloseable {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

    private final Catalog catalog;
    private final IndexSettings settings;
    private volatile @Nullable Running running;

    private record Running(CatalogIndex index, IndexWorker worker) {}

    @Inject
    public SearchLifecycle(Catalog catalog, IndexSettings settings) {
        this.catalog = catalog;
        this.settings = settings;
    }

    /** Returns at once; the index may still be filling. Throws {@link org.carrel.search.index.IndexInUse}. */
    public synchronized void start() {
        if (running != null) return;
        var index = CatalogIndex.open(settings.directory(), settings.databaseId());
        var worker = new IndexWorker(index, catalog, settings.interval());
        worker.start();
        running = new Running(index, worker);
    }

    /** The index; empty before the start and after the end. */
    Optional<CatalogIndex> index() {
        return Optional.ofNullable(running).map(Running::index);
    }

    /** For the readiness endpoint. Not started is broken. */
    public SearchHealth health() {
        return Optional.ofNullable(running)
                .map(now -> now.worker().health())
                .orElse(new SearchHealth(SearchHealth.State.BROKEN, 0));
    }

    /** The catalog changed just now on this node: do not wait for the interval. */
    public void nudge() {
        Optional.ofNullable(running).ifPresent(now -> now.worker().nudge());
    }

    /** Waits until searches see all changes up to now, but no longer than this; false when they do not yet. */
    public boolean follow(Duration patience) {
        var newest = catalog.lastChange();
        var deadline = System.nanoTime() + patience.toNanos();
        while (index().map(CatalogIndex::lastChange).orElse(newest) < newest) {
            if (System.nanoTime() > deadline) return false;
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        return true;
    }

    /** Waits for all changes up to now: for tests and the command line. */
    public void catchUp() {
        Optional.ofNullable(running).ifPresent(now -> now.worker().catchUp());
    }

    @Override
    @PreDestroy
    public synchronized void close() {
        var now = running;
        if (now == null) return;
        running = null;
        now.worker().stop();
        now.index().close();
    }
}
