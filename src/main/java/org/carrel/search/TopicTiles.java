package org.carrel.search;

import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.carrel.platform.Database;
import org.carrel.platform.DatabaseProblem;
import org.carrel.platform.Door;
import org.carrel.search.TopicResult.Refused;
import org.carrel.search.TopicResult.Saved;
import org.carrel.search.TopicResult.Stale;
import org.carrel.search.rules.TopicRules;
import org.carrel.search.store.TopicStore;
import org.jspecify.annotations.Nullable;

/**
 * The topics of the kiosks' first page. A change counts at once on this node and within two seconds on the others. While the
 * database is away, screens show what was there before.
 */
@Door
public class TopicTiles {
    /** So long a removed topic can be brought back. */
    public static final Duration KEPT = Duration.ofDays(30);

    private static final Logger LOG = System.getLogger(TopicTiles.class.getName());
    private static final Duration LOOKED_EVERY = Duration.ofSeconds(1);

    private final Database database;
    private final Clock clock;
    private final TopicStore store = new TopicStore();
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile @Nullable List<TopicTile> known;
    private volatile long looked = System.nanoTime() - LOOKED_EVERY.toNanos();

    @Inject
    public TopicTiles(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What a screen shows, in order.
     *
     * @param siteCode of the school it stands in; empty for phones and laptops, which see what all schools have
     * @param youngest whether it is for the youngest
     */
    public List<TopicTile> on(String siteCode, boolean youngest) {
        return now().stream()
                .filter(TopicTile::shown)
                .filter(tile -> youngest || tile.readers() == TopicTile.Readers.ALL)
                .filter(tile ->
                        tile.site().map(at -> at.code().equals(siteCode)).orElse(true))
                .toList();
    }

    /** The first call reads the database, later ones never wait for it. */
    private List<TopicTile> now() {
        if (System.nanoTime() - looked > LOOKED_EVERY.toNanos() && looking.compareAndSet(false, true)) {
            if (known == null) look();
            else Thread.ofVirtual().name("topics").start(this::look);
        }
        var tiles = known;
        return tiles == null ? List.of() : tiles;
    }

    private void look() {
        try {
            known = all();
        } catch (DatabaseProblem e) {
            LOG.log(Level.DEBUG, "Screens go on with the topics they have", e);
        } finally {
            looked = System.nanoTime();
            looking.set(false);
        }
    }

    /** Also those that are kept back. */
    public List<TopicTile> all() {
        return database.read(store::find);
    }

    /** Those that can be brought back, the last one first. */
    public List<TopicTile> removed() {
        return database.read(store::findRemoved);
    }

    public Optional<TopicTile> find(long id) {
        return all().stream().filter(tile -> tile.id() == id).findFirst();
    }

    /** What is wrong with it; empty when it could be saved. */
    public List<TopicProblem> check(TopicDraft draft) {
        return database.read(connection -> check(connection, draft));
    }

    private List<TopicProblem> check(Connection connection, TopicDraft draft) throws SQLException {
        return TopicRules.check(draft, store.find(connection), store.findSiteCodes(connection));
    }

    /** A new topic comes last. */
    public TopicResult save(TopicDraft draft) {
        var result = database.transaction(connection -> {
            store.lock(connection);
            var problems = check(connection, draft);
            var search = SavedSearch.read(draft.search());
            if (!problems.isEmpty() || search.isEmpty()) return new Refused(problems);
            if (draft.id() == 0) return new Saved(store.add(connection, draft, search.get()));
            return store.replace(connection, draft, search.get()) ? new Saved(draft.id()) : new Stale();
        });
        look();
        return result;
    }

    public void moveUp(long id) {
        move(id, -1);
    }

    public void moveDown(long id) {
        move(id, 1);
    }

    private void move(long id, int by) {
        change(connection -> {
            var ids = new ArrayList<>(
                    store.find(connection).stream().map(TopicTile::id).toList());
            var from = ids.indexOf(id);
            var to = from + by;
            if (from < 0 || to < 0 || to >= ids.size()) return;
            Collections.swap(ids, from, to);
            for (var i = 0; i < ids.size(); i++) store.place(connection, ids.get(i), i + 1);
        });
    }

    public void show(long id) {
        change(connection -> store.show(connection, id, true));
    }

    /** Keeps it back from all screens. */
    public void hide(long id) {
        change(connection -> store.show(connection, id, false));
    }

    /** Takes it away; {@link #restore} brings it back within {@link #KEPT}. */
    public void remove(long id) {
        change(connection -> {
            store.remove(connection, id, clock.instant());
            store.forget(connection, clock.instant().minus(KEPT));
        });
    }

    /** To where it was. False when another topic has its title by now, or it is forgotten. */
    public boolean restore(long id) {
        var restored = database.transaction(connection -> {
            store.lock(connection);
            var tile = store.findRemoved(connection).stream()
                    .filter(one -> one.id() == id)
                    .findFirst();
            if (tile.isEmpty() || !check(connection, TopicDraft.of(tile.get())).isEmpty()) return false;
            store.restore(connection, id);
            return true;
        });
        look();
        return restored;
    }

    private void change(Change change) {
        database.transaction(connection -> {
            store.lock(connection);
            change.on(connection);
            return true;
        });
        look();
    }

    /** Work on the list while nobody else changes it. */
    @FunctionalInterface
    private interface Change {
        void on(Connection connection) throws SQLException;
    }
}
