package org.carrel.scheduling;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.jspecify.annotations.Nullable;

/**
 * Each minute, on one node: gives back sessions to which nobody came (B-35), lets offers run out, and offers what is free to who waits
 * for it. When a session gives something back this happens at once. A run that was missed is made up for by the next one.
 */
@Door
public class SessionJob implements SessionWatch, AutoCloseable {
    private static final Logger LOG = System.getLogger(SessionJob.class.getName());
    private static final Duration BETWEEN = Duration.ofMinutes(1);

    private final Database database;
    private final NoShows missed;
    private final WaitingList waiting;
    private final Semaphore freed = new Semaphore(0);
    private @Nullable Thread thread;

    @Inject
    public SessionJob(Database database, NoShows missed, WaitingList waiting) {
        this.database = database;
        this.missed = missed;
        this.waiting = waiting;
    }

    /** What was done. */
    public record Done(int released, int lapsed, int offered) {}

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        thread = Thread.ofPlatform().daemon().name("sessions").start(this::everyMinute);
    }

    private void everyMinute() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                database.exclusively("sessions", Duration.ZERO, this::run);
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "Sessions could not be looked after; it is tried again", e);
            }
            try {
                if (freed.tryAcquire(BETWEEN.toMillis(), TimeUnit.MILLISECONDS)) freed.drainPermits();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Done again it finds nothing to do. */
    Done run() {
        return new Done(missed.release(), waiting.lapse(), waiting.offer());
    }

    /** The offer is made behind the locks of who changes the session: it waits until that is done. */
    @Override
    public void changed(Connection connection, Optional<ClassSession> before, ClassSession now, SessionEvent event) {
        var gives =
                switch (event.kind()) {
                    case CANCELLED, REFUSED, RELEASED, DISPLACED, MOVED, CHANGED -> true;
                    case REQUESTED, BOOKED, APPROVED, CLAIMED, RESTORED, PREPARED -> false;
                };
        if (gives) freed.release();
    }

    @Override
    @PreDestroy
    public void close() {
        if (thread != null) thread.interrupt();
    }
}
