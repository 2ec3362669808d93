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

/**
 * Plans and commits what people asked for, and finishes what a crash broke off, on this node or another. Two at once, so that
 * a long import does not keep a short one waiting.
 */
@Door
public class ImportWorker {
    private static final Logger LOG = Logger.getLogger(ImportWorker.class.getName());
    private static final int THREADS = 2;
    private static final long SECONDS_BETWEEN_LOOKS = 2;

    private final MarcImports imports;
    private final CountDownLatch stopping = new CountDownLatch(1);

    @Inject
    public ImportWorker(MarcImports imports) {
        this.imports = imports;
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        for (var i = 1; i <= THREADS; i++) {
            Thread.ofPlatform().daemon().name("import-worker-" + i).start(this::work);
        }
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
            imports.discardAbandoned();
            var finished = imports.resume();
            if (finished > 0) LOG.log(Level.INFO, "Plans, imports and undos done: {0}", finished);
        } catch (DatabaseProblem e) {
            LOG.log(Level.WARNING, "Waiting imports could not be looked for; the next look is in a moment", e);
        }
    }
}
