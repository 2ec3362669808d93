package org.carrel.circulation;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.carrel.circulation.fees.FeeLedger;
import org.carrel.circulation.store.DeskRequestStore;
import org.carrel.circulation.store.LoanStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.jspecify.annotations.Nullable;

/**
 * Forgets who had what, as soon as it may (rule PR-1): when nothing can be taken back any more, or after the days that the school has
 * promised. On every node, some seconds after each other: what one has forgotten the next finds gone.
 */
@Door
public class LoanMemory implements AutoCloseable {
    private static final Logger LOG = System.getLogger(LoanMemory.class.getName());
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);
    /** Longer than any desk keeps a scan that waits for the network. */
    private static final Duration REQUESTS = Scan.LONGEST_AGO.plusDays(1);

    private static final int AT_ONCE = 500;

    private final Database database;
    private final Clock clock;
    private final FeeLedger ledger;
    private final List<LoanListener> listeners;
    private final LoanStore loans = new LoanStore();
    private final DeskRequestStore requests = new DeskRequestStore();
    private @Nullable Thread thread;

    @Inject
    public LoanMemory(Database database, Clock clock, FeeLedger ledger, @Any Instance<LoanListener> listeners) {
        this(database, clock, ledger, listeners.stream().toList());
    }

    LoanMemory(Database database, Clock clock, FeeLedger ledger, List<LoanListener> listeners) {
        this.database = database;
        this.clock = clock;
        this.ledger = ledger;
        this.listeners = List.copyOf(listeners);
    }

    /** Returns at once. */
    void start() {
        thread = Thread.ofPlatform().daemon().name("loan-memory").start(this::again);
    }

    private void again() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                forget();
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "Returned loans could not be forgotten; it is tried again", e);
            }
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Forgets whose time has come. How many loans. */
    public int forget() {
        var now = clock.instant();
        var all = 0;
        for (var some = AT_ONCE; some == AT_ONCE; all += some) some = forget(now);
        return all;
    }

    private int forget(Instant now) {
        return database.transaction(connection -> {
            var due = loans.findForgettable(connection, now, AT_ONCE);
            if (due.isEmpty()) return 0;
            ledger.forget(connection, due);
            for (var listener : listeners) listener.over(connection, due);
            loans.forget(connection, due);
            return due.size();
        });
    }

    /** Forgets what came back before that time, whatever was promised when it was lent. How many loans. */
    int forgetReturned(Instant before) {
        database.transaction(
                connection -> requests.forget(connection, clock.instant().minus(REQUESTS)));
        database.transaction(connection -> loans.forgetSooner(connection, before, clock.instant()));
        return forget();
    }

    @Override
    @PreDestroy
    public void close() {
        if (thread != null) thread.interrupt();
    }
}
