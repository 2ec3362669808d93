package org.carrel.security.rules;

import java.time.Duration;
import java.time.Instant;

/**
 * How long to wait before one more password or code is looked at. Each kind of key keeps a count of tries that failed,
 * which time brings down again. Nobody is locked out: a browser from which a person has signed in before counts for itself,
 * so that others who try the same name, or from the same address, are in nobody's way.
 */
public enum BackOff {
    /** One name from one address, or from one known browser: a few tries, then each wait is twice the one before. */
    NAME_HERE(5, Duration.ofHours(1)) {
        @Override
        Duration pause(double failures) {
            return doubling(failures);
        }
    },
    /** All names from one address: a whole school may sit behind one. */
    ADDRESS(100, Duration.ofSeconds(6)) {
        @Override
        Duration pause(double failures) {
            return forget();
        }
    },
    /** One name from everywhere. */
    NAME(50, Duration.ofSeconds(30)) {
        @Override
        Duration pause(double failures) {
            return forget();
        }
    },
    /** One card from everywhere: a PIN has ten thousand values, and a try from many screens is one more of them. */
    CARD(5, Duration.ofHours(1)) {
        @Override
        Duration pause(double failures) {
            return doubling(failures);
        }
    },
    /** All cards at one screen, or from one address: a class stands in line there. */
    SCREEN(30, Duration.ofSeconds(10)) {
        @Override
        Duration pause(double failures) {
            return forget();
        }
    };

    /** After which a count is forgotten altogether. */
    public static final Duration MEMORY = Duration.ofDays(1);

    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final int free;
    private final Duration forget;

    BackOff(int free, Duration forget) {
        this.free = free;
        this.forget = forget;
    }

    /**
     * What was tried so far.
     *
     * @param failures may be a fraction, as time brings it down
     * @param last when it was tried last
     */
    public record Count(double failures, Instant last) {
        public static final Count NONE = new Count(0, Instant.EPOCH);

        public Count {
            if (failures < 0 || Double.isNaN(failures)) throw new IllegalArgumentException("Not a count: " + failures);
        }
    }

    abstract Duration pause(double failures);

    /** Each wait is twice the one before. */
    Duration doubling(double failures) {
        var doublings = (int) Math.min(failures - free(), 20);
        var seconds = 2L << Math.max(doublings, 0);
        return seconds < LONGEST.toSeconds() ? Duration.ofSeconds(seconds) : LONGEST;
    }

    /** So many tries may fail before the first wait. */
    public int free() {
        return free;
    }

    Duration forget() {
        return forget;
    }

    /** What remains of the count by now. A clock that was put back forgets nothing. */
    public double failures(Count count, Instant now) {
        var passed = Duration.between(count.last(), now);
        if (passed.isNegative()) return count.failures();
        if (passed.compareTo(MEMORY) >= 0) return 0;
        return Math.max(0, count.failures() - passed.toMillis() / (double) forget.toMillis());
    }

    /** Zero when one more may be tried now. Never longer than a quarter of an hour, whatever the clock did. */
    public Duration wait(Count count, Instant now) {
        var failures = failures(count, now);
        if (failures < free) return Duration.ZERO;
        var left = Duration.between(now, count.last().plus(pause(failures)));
        if (left.isNegative()) return Duration.ZERO;
        return left.compareTo(LONGEST) > 0 ? LONGEST : left;
    }

    /** The count with one more try, made now. */
    public Count tried(Count count, Instant now) {
        return new Count(failures(count, now) + 1, now);
    }
}
