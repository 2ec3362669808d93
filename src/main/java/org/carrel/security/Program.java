package org.carrel.security;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A program that does what a desk does, with a token of its own.
 *
 * @param number of its token
 * @param name what it is called where it did something
 * @param siteCode of the only school it reaches
 * @param site name of that school
 * @param ends from then on its token opens nothing
 * @param lastUsed to the minute; empty: never
 * @param revoked since when its token opens nothing; empty: nobody has revoked it
 */
public record Program(
        long number,
        String name,
        Role role,
        String siteCode,
        String site,
        Instant made,
        Instant ends,
        Optional<Instant> lastUsed,
        Optional<Instant> revoked) {
    /** Longest name of a program. */
    public static final int MAX_NAME = 100;

    /**
     * What a program may be: as much as stands at a desk, or who books sessions for teachers. No address for programs decides about money,
     * people or settings, whatever the role.
     */
    public static final List<Role> ROLES = List.of(Role.AIDE, Role.TECHNICIAN, Role.LIBRARIAN);

    /** For how long a token may be made. */
    public static final List<Duration> LIVES = List.of(Duration.ofDays(30), Duration.ofDays(90), Duration.ofDays(365));

    public boolean isGood(Instant now) {
        return revoked.isEmpty() && now.isBefore(ends);
    }
}
