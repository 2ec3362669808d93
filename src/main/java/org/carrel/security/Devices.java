package org.carrel.security;

import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.carrel.platform.Database;
import org.carrel.platform.DatabaseProblem;
import org.carrel.platform.Door;
import org.carrel.security.Device.Audience;
import org.carrel.security.Device.Skin;
import org.carrel.security.rules.Secret;
import org.carrel.security.store.DeviceStore;

/** The screens of the library: enrolled by a code that is typed once, known by a token from then on, switched off at once. */
@Door
public class Devices implements Owners {
    /** How long a code can be used. */
    public static final Duration CODE_LIFE = Duration.ofMinutes(15);
    /** Every page of a kiosk asks: a device that was switched off is gone no later than this. */
    private static final Duration REMEMBERED = Duration.ofSeconds(15);

    private static final Device HELD =
            new Device(0, "", "", "", Skin.STANDARD, Audience.ALL, Optional.of(Instant.EPOCH), Optional.empty());

    private static final int MOST_REMEMBERED = 2_000;

    private final Database database;
    private final Clock clock;
    private final DeviceStore store = new DeviceStore();
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(Optional<Device> device, Instant until) {}

    @Inject
    public Devices(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Those that are good first. */
    public List<Device> list() {
        return database.read(store::list);
    }

    @Override
    public Thing thing() {
        return Thing.SCREEN;
    }

    @Override
    public Optional<Owner> ownerOf(long number) {
        return database.read(connection -> store.siteOf(connection, number)).map(Owner::site);
    }

    /** The code to type at the screen; empty when there is no such site. */
    public Optional<String> add(String name, String siteCode, Skin skin, Audience audience) {
        if (name.isBlank() || name.length() > Device.MAX_NAME)
            throw new IllegalArgumentException("Not a name: " + name);
        var code = Secret.code(random);
        var hash = Secret.hash(Secret.plainCode(code));
        var end = clock.instant().plus(CODE_LIFE);
        var added = database.transaction(
                connection -> store.add(connection, name.strip(), siteCode, skin, audience, hash, end));
        return added ? Optional.of(code) : Optional.empty();
    }

    /** A token for the code, which is used up by that; empty when the code is wrong or too old. */
    public Optional<String> enrol(String typedCode) {
        var token = Secret.token(random);
        var code = Secret.hash(Secret.plainCode(typedCode));
        var good =
                database.transaction(connection -> store.enrol(connection, code, Secret.hash(token), clock.instant()));
        return good ? Optional.of(token) : Optional.empty();
    }

    /**
     * The device with this token, good or switched off. Asked again after a quarter of a minute. While the database is away,
     * what was known before still holds, and a token of which nothing is known yet is taken for one of a good screen: a
     * screen in the library must not become an open browser because the server has just been started.
     */
    public Optional<Device> find(String token) {
        var hash = Secret.hash(token);
        var key = HexFormat.of().formatHex(hash);
        var now = clock.instant();
        var before = known.get(key);
        if (before != null && before.until().isAfter(now)) return before.device();
        if (known.size() > MOST_REMEMBERED) known.clear();
        try {
            var device = database.read(connection -> store.findByToken(connection, hash));
            known.put(key, new Known(device, now.plus(REMEMBERED)));
            return device;
        } catch (DatabaseProblem away) {
            return before == null ? Optional.of(HELD) : before.device();
        }
    }

    /** On other nodes and screens that show a page: within a minute. */
    public boolean switchOff(long id) {
        known.clear();
        return database.transaction(connection -> store.switchOff(connection, id, clock.instant()));
    }
}
