package org.carrel.notices;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.carrel.platform.DatabaseProblem;
import org.carrel.platform.Door;

/** Writes the notices of the day, and sends what waits. Every node has one. */
@Door
public class NoticeWorker {
    private static final Logger LOG = Logger.getLogger(NoticeWorker.class.getName());
    private static final long SECONDS_BETWEEN_LOOKS = 5;
    /** The notices of a day are looked for once a minute. */
    private static final int DAILY_EVERY = 12;

    private final DailyNotices daily;
    private final Outbox outbox;
    private final CountDownLatch stopping = new CountDownLatch(1);

    @Inject
    public NoticeWorker(DailyNotices daily, Outbox outbox) {
        this.daily = daily;
        this.outbox = outbox;
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        Thread.ofPlatform().daemon().name("notice-worker").start(this::work);
    }

    @PreDestroy
    void stop() {
        stopping.countDown();
    }

    private void work() {
        try {
            for (var looks = 1; !stopping.await(SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS); looks++) {
                look(looks % DAILY_EVERY == 0);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One letter that cannot be written stops this look, not the next: it is passed over until somebody sees it. */
    private void look(boolean writeDaily) {
        try {
            if (writeDaily) daily.write();
            outbox.send();
        } catch (DatabaseProblem e) {
            LOG.log(Level.WARNING, "Notices have to wait for the database", e);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "A notice could not be written", e);
        }
    }
}
