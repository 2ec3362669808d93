package org.carrel.devices;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import org.carrel.catalog.UnlistedItems;
import org.carrel.devices.DeviceWriting.Author;
import org.carrel.devices.store.CartOutStore;
import org.carrel.devices.store.DeviceStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.platform.Settings;
import org.jspecify.annotations.Nullable;

/**
 * What did not come back with its cart is missing after some days, not at once (rule Q3); and who had a cart of which nothing is owed
 * is forgotten. On one node, and no matter how often.
 */
@Door
public class OwedDevices implements AutoCloseable {
    private static final Logger LOG = System.getLogger(OwedDevices.class.getName());
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(10);
    /** Longer than a desk can undo what it has done. */
    private static final Duration UNDO = Duration.ofMinutes(2);

    private final Database database;
    private final Clock clock;
    private final int days;
    private final DeviceWriting writing;
    private final DeviceStore devices = new DeviceStore();
    private final CartOutStore outs = new CartOutStore();
    private @Nullable Thread thread;

    @Inject
    public OwedDevices(Database database, Clock clock, UnlistedItems items, Settings settings) {
        this(database, clock, items, settings.cartMissingDays());
    }

    OwedDevices(Database database, Clock clock, UnlistedItems items, int days) {
        this.database = database;
        this.clock = clock;
        this.days = days;
        this.writing = new DeviceWriting(items, clock);
    }

    /** After so many days it is missing. */
    public int days() {
        return days;
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        thread = Thread.ofPlatform().daemon().name("owed-devices").start(this::again);
    }

    private void again() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                run();
            } catch (RuntimeException e) {
                LOG.log(
                        Level.WARNING,
                        "What did not come back with its cart could not be looked through; it is tried again",
                        e);
            }
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** How many are missing now; none while another node is at it. */
    public int run() {
        var missing = new int[1];
        database.exclusively("owed-devices", Duration.ZERO, () -> missing[0] = look(clock.instant()));
        return missing[0];
    }

    private int look(Instant now) {
        var missing = 0;
        var before = now.minus(Duration.ofDays(days));
        for (var device : database.read(connection -> outs.owedSince(connection, before)))
            if (isMissing(device, now)) missing++;
        database.transaction(connection -> outs.forget(connection, now.minus(UNDO)));
        return missing;
    }

    private boolean isMissing(long id, Instant now) {
        return database.transaction(connection -> {
            var device = devices.lock(connection, id).orElse(null);
            if (device == null || !(device.custody() instanceof Custody.WithContainer away) || !away.owed())
                return false;
            if (!outs.giveUp(connection, id, now)) return false;
            writing.setCondition(
                    connection, device, DeviceCondition.MISSING, away.slot(), OptionalInt.empty(), Author.importer());
            return true;
        });
    }

    @Override
    @PreDestroy
    public void close() {
        if (thread != null) thread.interrupt();
    }
}
