package org.carrel.security.rules;

import java.time.Duration;
import java.time.Instant;
import org.carrel.security.Role;

/**
 * How long somebody stays signed in: without doing anything, and in all. Source: figures for staff and shared screens in
 * ASVS 5.0 V7 and the school's table of session times.
 */
public record SessionTimes(Duration idle, Duration longest) {
    /** Accounts and roles are changed only by who has shown the password within this time. */
    public static final Duration PROVEN = Duration.ofMinutes(15);

    public static SessionTimes of(Role role) {
        return switch (role) {
            case STUDENT -> new SessionTimes(Duration.ofMinutes(2), Duration.ofMinutes(10));
            case TEACHER, SUBSTITUTE -> new SessionTimes(Duration.ofMinutes(60), Duration.ofHours(12));
            case TECHNICIAN, AIDE, LIBRARIAN -> new SessionTimes(Duration.ofMinutes(15), Duration.ofHours(10));
            case ADMIN -> new SessionTimes(Duration.ofMinutes(15), Duration.ofHours(8));
        };
    }

    /** Whether a session that was left alone is locked, to be unlocked by its person, and not over. Students' are over. */
    public static boolean lock(Role role) {
        return role != Role.STUDENT;
    }

    /** Whether the session is not over altogether; it may be locked. @param created when the person signed in */
    public boolean last(Instant created, Instant now) {
        return now.isBefore(created.plus(longest));
    }

    /** @param created when the person signed in */
    public boolean hold(Instant created, Instant lastUsed, Instant now) {
        return now.isBefore(lastUsed.plus(idle)) && last(created, now);
    }
}
