package org.carrel.notices.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How long to wait before the next try. */
public final class Retries {
    /** Longest time a notice is tried, from when it could go out first. */
    public static final Duration LONGEST = Duration.ofDays(3);

    private static final List<Duration> OF_A_NOTICE = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4));

    private static final List<Duration> OF_THE_SERVER =
            List.of(Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(5));

    private Retries() {}

    /** @param tries that were made, from 1 */
    public static Duration ofANotice(int tries) {
        return nth(OF_A_NOTICE, tries);
    }

    /** A server that does not answer is asked by one notice at a time. @param tries that were made, from 1 */
    public static Duration ofTheServer(int tries) {
        return nth(OF_THE_SERVER, tries);
    }

    public static boolean isEnough(Instant since, Instant now) {
        return since.plus(LONGEST).isBefore(now);
    }

    private static Duration nth(List<Duration> waits, int tries) {
        return waits.get(Math.min(Math.max(tries, 1), waits.size()) - 1);
    }
}
