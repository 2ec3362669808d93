package org.carrel.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.carrel.security.rules.BackOff;
import org.carrel.security.rules.BackOff.Count;
import org.carrel.security.rules.Secret;
import org.carrel.security.store.TryStore;

/** Counts tries before they are looked at, so that many at once count as many. */
final class SignInTries {
    private static final int NETWORK_BYTES = 8;

    private final TryStore store = new TryStore();

    /** What one try counts for. */
    private record Key(BackOff kind, byte[] hash) {}

    /**
     * A try that was counted.
     *
     * @param pause zero when it may be looked at
     */
    record Turn(List<byte[]> forgotten, List<byte[]> takenBack, Duration pause) {
        boolean mustWait() {
            return !pause.isZero();
        }
    }

    /**
     * Whether one more try may be looked at now; counts it as failed when it may.
     *
     * @param name what was typed
     * @param known whether the person of that name has signed in from this browser before
     */
    Turn take(Connection connection, String name, SignInFrom from, boolean known, Instant now) throws SQLException {
        var keys = keys(name, from, known);
        var counts = new ArrayList<Count>();
        var pause = Duration.ZERO;
        for (var key : keys) {
            var count = store.countForUpdate(connection, key.hash(), now);
            var left = key.kind().wait(count, now);
            if (left.compareTo(pause) > 0) pause = left;
            counts.add(count);
        }
        if (pause.isZero()) {
            for (var i = 0; i < keys.size(); i++) {
                store.set(connection, keys.get(i).hash(), keys.get(i).kind().tried(counts.get(i), now));
            }
        }
        return new Turn(of(keys, true), of(keys, false), pause);
    }

    /** It did not fail after all. */
    void succeeded(Connection connection, Turn turn) throws SQLException {
        for (var key : turn.forgotten()) store.forget(connection, key);
        for (var key : turn.takenBack()) store.takeBack(connection, key);
    }

    private static List<byte[]> of(List<Key> keys, boolean here) {
        return keys.stream()
                .filter(key -> (key.kind() == BackOff.NAME_HERE) == here)
                .map(Key::hash)
                .toList();
    }

    /** In one order for everybody, so that two never wait for each other. */
    private static List<Key> keys(String name, SignInFrom from, boolean known) {
        if (known) return List.of(key(BackOff.NAME_HERE, "browser", name, from.browser()));
        var network = network(from.address());
        var keys = new ArrayList<>(List.of(
                key(BackOff.NAME_HERE, "here", name, network),
                key(BackOff.ADDRESS, "address", network, ""),
                key(BackOff.NAME, "name", name, "")));
        keys.sort(Comparator.comparing(key -> HexFormat.of().formatHex(key.hash())));
        return keys;
    }

    private static Key key(BackOff kind, String what, String first, String second) {
        return new Key(kind, Secret.hash(what + "\n" + first + "\n" + second));
    }

    /** Of IPv6 the first half: the other half is the visitor's to choose. */
    static String network(String address) {
        if (address.indexOf(':') < 0) return address;
        try {
            var bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, NETWORK_BYTES)));
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
