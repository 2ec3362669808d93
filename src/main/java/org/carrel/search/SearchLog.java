package org.carrel.search;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carrel.platform.Database;
import org.carrel.platform.DatabaseProblem;
import org.carrel.platform.Door;
import org.carrel.search.rules.SearchLogRules;
import org.carrel.search.store.SearchLogStore;
import org.jspecify.annotations.Nullable;

/**
 * What was searched for, and in vain: words, the day and how many records were found. No person, device, address or time
 * of day is ever known here (rule PR-3). Written now and then, never while somebody waits.
 */
@Door
@Singleton
public class SearchLog implements AutoCloseable {
    private static final Logger LOG = System.getLogger(SearchLog.class.getName());
    private static final Duration WRITTEN_EVERY = Duration.ofSeconds(5);
    /** More different questions between two writings are not counted: a machine asks. */
    private static final int MOST_WAITING = 5000;

    private final Database database;
    private final Clock clock;
    private final SearchLogStore store = new SearchLogStore();
    private final Map<Key, Count> waiting = new HashMap<>();
    private @Nullable Thread writer;
    private @Nullable LocalDate cleaned;

    @Inject
    public SearchLog(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Key(LocalDate day, String terms, boolean refined) {}

    private record Count(int times, long hits, boolean corrected) {}

    /**
     * A question that found little.
     *
     * @param terms lower case words
     * @param times asked so often
     * @param refined so often of these with a filter, another page or as literal words
     * @param hits found at the last time
     */
    public record Weak(String terms, long times, long refined, long hits, boolean corrected) {}

    /** @param found records in all */
    void asked(SearchRequest request, boolean corrected, long found) {
        var terms = QuestionKey.of(request.text());
        if (request.page() > 1 || !SearchLogRules.mayBeKept(request.text(), terms)) return;
        var refined = request.literal()
                || !request.kinds().isEmpty()
                || !request.languages().isEmpty();
        var key = new Key(LocalDate.now(clock), terms, refined);
        synchronized (this) {
            if (waiting.size() >= MOST_WAITING && !waiting.containsKey(key)) return;
            waiting.merge(
                    key, new Count(1, found, corrected), (old, now) -> new Count(old.times() + 1, found, corrected));
            if (writer == null) writer = Thread.ofVirtual().name("search-log").start(this::writeLater);
        }
    }

    private void writeLater() {
        try {
            Thread.sleep(WRITTEN_EVERY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            writer = null;
        }
        write();
    }

    /** Writes what was counted; lost when the database is away, which a statistic can bear. */
    public void write() {
        var entries = taken();
        var today = LocalDate.now(clock);
        try {
            database.transaction(connection -> {
                store.add(connection, entries);
                return true;
            });
            if (!today.equals(cleaned)) clean(today);
        } catch (DatabaseProblem e) {
            LOG.log(Level.DEBUG, "Searches of the last seconds are not counted", e);
        }
    }

    private synchronized List<SearchLogStore.Entry> taken() {
        var entries = new ArrayList<SearchLogStore.Entry>();
        waiting.forEach((key, count) -> entries.add(new SearchLogStore.Entry(
                key.day(), key.terms(), key.refined(), count.times(), count.hits(), count.corrected())));
        waiting.clear();
        entries.sort(Comparator.comparing(SearchLogStore.Entry::day)
                .thenComparing(SearchLogStore.Entry::terms)
                .thenComparing(SearchLogStore.Entry::refined));
        return entries;
    }

    /** Forgets what was asked before that day. How many rows. */
    public int forget(LocalDate before) {
        return database.transaction(connection -> store.forget(connection, before));
    }

    /** Forgets what is old: rare words first, all in the end. */
    void clean(LocalDate today) {
        database.transaction(connection -> {
            store.foldRare(connection, SearchLogRules.rareBefore(today), SearchLogRules.RARE);
            store.forget(connection, SearchLogRules.allBefore(today));
            return true;
        });
        cleaned = today;
    }

    /** Questions that found so few at the last time, the most frequent first. */
    public List<Weak> weak(long atMost, int days, int limit) {
        write();
        var since = LocalDate.now(clock).minusDays(days);
        return database.read(connection -> store.findWeak(connection, since, atMost, limit)).stream()
                .map(row -> new Weak(row.terms(), row.times(), row.refined(), row.hits(), row.corrected()))
                .toList();
    }

    /** The questions asked most in so many days, at most so many. */
    List<String> frequent(int days, int limit) {
        var since = LocalDate.now(clock).minusDays(days);
        return database.read(connection -> store.findFrequent(connection, since, limit));
    }

    @Override
    @PreDestroy
    public void close() {
        write();
    }
}
