package org.carrel.catalog;

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

/** Notes the headings of titles that have changed, and changes headings as people have asked for, on this node or another. */
@Door
public class HeadingWorker {
    private static final Logger LOG = Logger.getLogger(HeadingWorker.class.getName());
    private static final long SECONDS_BETWEEN_LOOKS = 2;

    private final Authorities authorities;
    private final HeadingChanges changes;
    private final CountDownLatch stopping = new CountDownLatch(1);

    @Inject
    public HeadingWorker(Authorities authorities, HeadingChanges changes) {
        this.authorities = authorities;
        this.changes = changes;
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        Thread.ofPlatform().daemon().name("heading-worker").start(this::work);
    }

    @PreDestroy
    void stop() {
        stopping.countDown();
    }

    private void work() {
        try {
            do look();
            while (!stopping.await(SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            authorities.follow();
            changes.resume();
        } catch (DatabaseProblem e) {
            LOG.log(Level.WARNING, "Headings could not be looked for; the next look is in a moment", e);
        }
    }
}
