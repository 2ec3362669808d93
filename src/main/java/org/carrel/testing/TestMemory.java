package org.carrel.testing;

import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.privacy.KeptData;
import org.carrel.privacy.Retained;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.AuditTrail;
import org.carrel.testing.store.WindowStore;

/** Erases who sat where and what went wrong, after the time that the district sets, and leaves a proof of it (TS-7). */
@Door
public class TestMemory implements Retained {
    private final Database database;
    private final Clock clock;
    private final AuditTrail audit;
    private final WindowStore store = new WindowStore();

    @Inject
    public TestMemory(Database database, Clock clock, AuditTrail audit) {
        this.database = database;
        this.clock = clock;
        this.audit = audit;
    }

    @Override
    public KeptData kind() {
        return KeptData.TESTS;
    }

    /** How many seats and incidents. */
    @Override
    public int forget(Instant before) {
        var all = 0;
        for (var window : database.read(connection -> store.over(connection, before))) all += forget(window);
        return all;
    }

    private int forget(long window) {
        return database.transaction(connection -> {
            var known = store.lock(connection, window);
            if (known.isEmpty() || known.get().forgotten().isPresent()) return 0;
            var gone = store.forget(connection, window, clock.instant());
            var proof = Json.createObjectBuilder()
                    .add("seats", gone[0])
                    .add("incidents", gone[1])
                    .build()
                    .toString();
            audit.add(
                    connection,
                    OptionalLong.empty(),
                    "testing_erased",
                    Optional.of(new Subject("testing_window", window)),
                    Optional.of(proof));
            return gone[0] + gone[1];
        });
    }
}
