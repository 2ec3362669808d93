package org.carrel.privacy;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.privacy.rules.Nights;
import org.carrel.security.AuditTrail;
import org.jspecify.annotations.Nullable;

/** Keeps the promise: at the start and once a night, on one node, everything goes whose time is over. */
@Door
public class RetentionJob implements AutoCloseable {
    private static final Logger LOG = System.getLogger(RetentionJob.class.getName());
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(10);

    private final Database database;
    private final Clock clock;
    private final Retention retention;
    private final AuditTrail audit;
    private final List<Retained> kept;
    private @Nullable Thread thread;

    @Inject
    public RetentionJob(
            Database database, Clock clock, Retention retention, AuditTrail audit, @Any Instance<Retained> kept) {
        this(database, clock, retention, audit, kept.stream().toList());
    }

    RetentionJob(Database database, Clock clock, Retention retention, AuditTrail audit, List<Retained> kept) {
        this.database = database;
        this.clock = clock;
        this.retention = retention;
        this.audit = audit;
        this.kept = kept.stream().sorted(Comparator.comparing(Retained::kind)).toList();
    }

    /** Returns at once. */
    void start() {
        thread = Thread.ofPlatform().daemon().name("retention").start(this::everyNight);
    }

    private void everyNight() {
        var last = ZonedDateTime.now(clock).minusDays(2);
        while (!Thread.currentThread().isInterrupted()) {
            var now = ZonedDateTime.now(clock);
            if (Nights.isDue(last, now) && runSafely()) last = now;
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** False when it is to be tried again soon. */
    private boolean runSafely() {
        try {
            run();
            return true;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "What is kept too long could not be forgotten; it is tried again", e);
            return false;
        }
    }

    /** Lets go of everything whose time is over. What and how much; nothing while another node is at it. */
    public Map<KeptData, Integer> run() {
        var gone = new EnumMap<KeptData, Integer>(KeptData.class);
        database.exclusively("retention", Duration.ZERO, () -> forget(gone));
        return gone;
    }

    private void forget(Map<KeptData, Integer> gone) {
        retention.promise();
        audit.anchor();
        var now = clock.instant();
        for (var each : kept) {
            var before = now.minus(Duration.ofDays(retention.days(each.kind())));
            gone.merge(each.kind(), each.forget(before), Integer::sum);
        }
        LOG.log(Level.INFO, "Forgotten after their time: {0}", gone);
    }

    @Override
    @PreDestroy
    public void close() {
        if (thread != null) thread.interrupt();
    }
}
