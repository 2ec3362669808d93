package org.carrel.catalog.rules;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How fast long work goes.
 *
 * @param done of all the work
 * @param doneBefore of it, before the process at work began
 * @param working for how long that process is at it
 */
public record Pace(long done, long doneBefore, Duration working) {
    private static final int FULL = 100;
    private static final Duration SOONEST = Duration.ofSeconds(1);

    /** Rounded; 0 for not known yet. */
    public long perSecond() {
        return known() ? Math.round(rate()) : 0;
    }

    /** In whole seconds, rounded up; empty for not known yet. */
    public Optional<Duration> left(long total) {
        if (!known() || total < done) return Optional.empty();
        return Optional.of(Duration.ofSeconds((long) Math.ceil((total - done) / rate())));
    }

    /** Rounded down, so that 100 is the end; empty for no total. */
    public static OptionalInt percent(long done, long total) {
        if (total <= 0 || done < 0) return OptionalInt.empty();
        return OptionalInt.of((int) Math.min(FULL, done * FULL / total));
    }

    private boolean known() {
        return done > doneBefore && working.compareTo(SOONEST) >= 0;
    }

    private double rate() {
        return (done - doneBefore) * 1000.0 / working.toMillis();
    }
}
