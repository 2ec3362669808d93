package org.carrel.patrons;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.carrel.platform.DatabaseProblem;
import org.carrel.platform.Door;

/** Looks at the watched folder, settles who is missing for too long, and lets go of rosters that nobody wants. */
@Door
public class RosterWorker {
    private static final Logger LOG = Logger.getLogger(RosterWorker.class.getName());
    private static final long SECONDS_BETWEEN_LOOKS = 60;
    /** Once a day, and for the first time an hour after the start: also where the server is switched off at night. */
    private static final int LOOKS_A_DAY = 24 * 60;

    private static final int FIRST_OF_THE_DAY = 60;

    private final Rosters rosters;
    private final RosterFolder folder;
    private final CountDownLatch stopping = new CountDownLatch(1);

    @Inject
    public RosterWorker(Rosters rosters, RosterFolder folder) {
        this.rosters = rosters;
        this.folder = folder;
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        Thread.ofPlatform().daemon().name("roster-worker").start(this::work);
    }

    @PreDestroy
    void stop() {
        stopping.countDown();
    }

    private void work() {
        try {
            for (var looks = 1; !stopping.await(SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS); looks++) {
                look(looks % LOOKS_A_DAY == FIRST_OF_THE_DAY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(boolean firstOfTheDay) {
        try {
            if (firstOfTheDay) settle();
            folder.look().ifPresent(run -> LOG.log(Level.INFO, "Roster of the watched folder: run {0}", run));
        } catch (DatabaseProblem | UncheckedIOException e) {
            LOG.log(Level.WARNING, "Rosters could not be looked after; the next look is in a minute", e);
        }
    }

    private void settle() {
        var gone = rosters.settle();
        if (gone > 0) LOG.log(Level.INFO, "People missing from their roster for a week, now inactive: {0}", gone);
        rosters.discardAbandoned();
    }
}
