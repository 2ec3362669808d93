package org.carrel.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.carrel.security.rules.RequestRate;
import org.carrel.security.rules.RequestRate.Left;

/** Who may ask now, as this node has counted. */
final class Turns {
    private static final int MOST_REMEMBERED = 5_000;

    private final Map<String, Left> left = new ConcurrentHashMap<>();

    /** Zero when it is this one's turn, which is taken by that. */
    Duration take(RequestRate rate, String whose, Instant now) {
        if (left.size() > MOST_REMEMBERED) left.clear();
        var wait = new Duration[] {Duration.ZERO};
        left.compute(whose, (key, before) -> {
            var known = before == null ? rate.full(now) : rate.by(before, now);
            wait[0] = rate.wait(known);
            return wait[0].isZero() ? rate.taken(known) : known;
        });
        return wait[0];
    }
}
