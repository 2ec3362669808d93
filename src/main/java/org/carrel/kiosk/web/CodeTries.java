package org.carrel.kiosk.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Codes of devices are tried a few times a minute on all screens together: 39 bits that live a quarter of an hour are then
 * out of reach, and no librarian enrols faster.
 */
@ApplicationScoped
public class CodeTries {
    private static final int MOST = 10;
    private static final Duration SPAN = Duration.ofMinutes(1);

    private final Deque<Instant> times = new ArrayDeque<>();

    @Inject
    Clock clock;

    /** Whether one more may be tried now; counts it. */
    synchronized boolean mayTry() {
        var now = clock.instant();
        while (!times.isEmpty() && !times.getFirst().plus(SPAN).isAfter(now)) times.removeFirst();
        if (times.size() >= MOST) return false;
        times.addLast(now);
        return true;
    }
}
