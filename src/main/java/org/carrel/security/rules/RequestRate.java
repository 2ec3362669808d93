package org.carrel.security.rules;

import java.time.Duration;
import java.time.Instant;

/** How often something may be asked: so often at once, and then as fast as turns come back. */
public enum RequestRate {
    /** One program: 20 scans in 4 seconds, and what a sorter for returns does, many times over. */
    PROGRAM(200, 20),
    /** Tokens that do not hold, from one address. */
    WRONG_TOKEN(20, 0.2);

    private final double most;
    private final double perSecond;

    RequestRate(double most, double perSecond) {
        this.most = most;
        this.perSecond = perSecond;
    }

    /**
     * What is left.
     *
     * @param turns may be a fraction
     * @param at when it was looked at last
     */
    public record Left(double turns, Instant at) {}

    /** Before anybody has asked. */
    public Left full(Instant now) {
        return new Left(most, now);
    }

    /** What is left by now. A clock that was put back gives nothing. */
    public Left by(Left left, Instant now) {
        var passed = Math.max(0, Duration.between(left.at(), now).toMillis());
        return new Left(Math.min(most, left.turns() + passed * perSecond / 1000), now);
    }

    /** Zero when one more may be asked now. */
    public Duration wait(Left left) {
        if (left.turns() >= 1) return Duration.ZERO;
        return Duration.ofMillis((long) Math.ceil((1 - left.turns()) / perSecond * 1000));
    }

    /** What is left after one more, which {@link #wait} has let in. */
    public Left taken(Left left) {
        return new Left(left.turns() - 1, left.at());
    }
}
