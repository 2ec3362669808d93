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

/** Works on batches that people asked for, and finishes what a crash broke off, on this node or another. */
@Door
public class BatchWorker {
    private static final Logger LOG = Logger.getLogger(BatchWorker.class.getName());
    private static final long SECONDS_BETWEEN_LOOKS = 2;

    private final RecordBatches batches;
    private final CountDownLatch stopping = new CountDownLatch(1);

    @Inject
    public BatchWorker(RecordBatches batches) {
        this.batches = batches;
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        Thread.ofPlatform().daemon().name("batch-worker").start(this::work);
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
            var worked = batches.resume();
            if (worked > 0) LOG.log(Level.INFO, "Batches worked on: {0}", worked);
        } catch (DatabaseProblem e) {
            LOG.log(Level.WARNING, "Waiting batches could not be looked for; the next look is in a moment", e);
        }
    }
}
