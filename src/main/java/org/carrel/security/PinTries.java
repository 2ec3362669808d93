package org.carrel.security;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.carrel.security.rules.BackOff;
import org.carrel.security.rules.Secret;
import org.carrel.security.store.TryStore;

/** Counts tries of PINs before they are looked at: for the card, wherever it is tried, and for the screen, whatever the card. */
final class PinTries {
    private final TryStore store = new TryStore();

    private record Key(BackOff kind, byte[] hash) {}

    /**
     * A try that was counted.
     *
     * @param pause zero when it may be looked at
     * @param last whether the card, or the screen, has to wait after it if it fails
     */
    record Turn(byte[] card, byte[] screen, Duration pause, boolean last) {
        boolean mustWait() {
            return !pause.isZero();
        }
    }

    /** @param card what the card is known by */
    Turn take(Connection connection, String card, CardPlace place, Instant now) throws SQLException {
        var ofCard = new Key(BackOff.CARD, ofCard(card));
        var ofScreen = new Key(BackOff.SCREEN, Secret.hash("pin place\n" + place.key()));
        // In one order for everybody, so that two never wait for each other.
        var keys = new ArrayList<>(List.of(ofCard, ofScreen));
        keys.sort(Comparator.comparing(key -> HexFormat.of().formatHex(key.hash())));
        var tried = new ArrayList<BackOff.Count>();
        var pause = Duration.ZERO;
        for (var key : keys) {
            var count = store.countForUpdate(connection, key.hash(), now);
            var wait = key.kind().wait(count, now);
            if (wait.compareTo(pause) > 0) pause = wait;
            tried.add(key.kind().tried(count, now));
        }
        var last = false;
        for (var i = 0; i < keys.size() && pause.isZero(); i++) {
            store.set(connection, keys.get(i).hash(), tried.get(i));
            last |= tried.get(i).failures() >= keys.get(i).kind().free();
        }
        return new Turn(ofCard.hash(), ofScreen.hash(), pause, last);
    }

    /** It did not fail after all. */
    void succeeded(Connection connection, Turn turn) throws SQLException {
        store.forget(connection, turn.card());
        store.takeBack(connection, turn.screen());
    }

    void forget(Connection connection, String card) throws SQLException {
        store.forget(connection, ofCard(card));
    }

    private static byte[] ofCard(String card) {
        return Secret.hash("pin card\n" + card);
    }
}
