package org.carrel.search;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import org.carrel.platform.Door;

/**
 * Asks again what was asked most, before the server says that it is ready: so that the first reader of the morning waits no
 * longer than the others.
 */
@Door
@Singleton
public class SearchWarmUp {
    private static final Logger LOG = System.getLogger(SearchWarmUp.class.getName());
    private static final int MOST = 200;
    private static final int DAYS = 60;
    /** A start must not wait for more. */
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private static final int PAGE = 20;
    private static final int SUGGESTIONS = 6;
    private static final int FIRST_LETTERS = 3;

    private final CatalogSearch search;
    private final SearchLog log;
    private volatile boolean done;

    @Inject
    public SearchWarmUp(CatalogSearch search, SearchLog log) {
        this.search = search;
        this.log = log;
    }

    /** Returns at once. */
    void start() {
        Thread.ofPlatform().daemon().name("search-warm-up").start(() -> {
            try {
                replay();
            } catch (RuntimeException e) {
                LOG.log(Level.DEBUG, "Searches begin cold", e);
            } finally {
                done = true;
            }
        });
    }

    /** Whether it is over, in whatever way. */
    boolean isDone() {
        return done;
    }

    /** How many questions were asked; none of them is counted in the log. Throws {@link org.carrel.platform.DatabaseProblem}. */
    int replay() {
        var deadline = System.nanoTime() + LONGEST.toNanos();
        var asked = 0;
        for (var text : log.frequent(DAYS, MOST)) {
            if (System.nanoTime() > deadline) break;
            search.find(new SearchRequest(text, 1, PAGE, List.of(), List.of()), search.tuning());
            search.suggest(text.substring(0, Math.min(FIRST_LETTERS, text.length())), Readers.ALL, SUGGESTIONS);
            asked++;
        }
        return asked;
    }
}
