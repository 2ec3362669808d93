package org.carrel.kiosk.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Codes of devices are tried a few times a minute from one address, and not too often from all together: 39 bits that live a
 * quarter of an hour are then out of reach, and who plays with a phone stops no librarian.
 */
@ApplicationScoped
public class CodeTries {
    private static final int MOST_FROM_ONE = 10;
    private static final int MOST = 500;
    private static final Duration SPAN = Duration.ofMinutes(1);

    private final Deque<Try> tries = new ArrayDeque<>();
    private final Map<String, Integer> byAddress = new HashMap<>();

    @Inject
    Clock clock;

    private record Try(Instant at, String address) {}

    /** Whether one more may be tried now from this address; counts it. */
    synchronized boolean mayTry(String address) {
        var now = clock.instant();
        while (!tries.isEmpty() && !tries.getFirst().at().plus(SPAN).isAfter(now)) {
            byAddress.computeIfPresent(
                    tries.removeFirst().address(), (key, count) -> count > 1 ? Integer.valueOf(count - 1) : null);
        }
        if (tries.size() >= MOST || byAddress.getOrDefault(address, 0) >= MOST_FROM_ONE) return false;
        tries.addLast(new Try(now, address));
        byAddress.merge(address, 1, Integer::sum);
        return true;
    }
}
