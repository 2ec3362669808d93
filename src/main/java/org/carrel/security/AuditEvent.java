package org.carrel.security;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A row of the audit trail.
 *
 * @param number from 1, without gaps
 * @param at UTC, to the millisecond
 * @param actor account of who did it; empty: nobody who was signed in
 * @param action a word such as {@code sign_in}
 * @param subject to what it was done
 * @param payload what else is to be known, as JSON
 */
public record AuditEvent(
        long number,
        Instant at,
        OptionalLong actor,
        String action,
        Optional<Subject> subject,
        Optional<String> payload) {

    /**
     * To what it was done.
     *
     * @param kind what the number counts, in lower case: {@code account}, {@code patron}
     */
    public record Subject(String kind, long number) {}
}
