package org.carrel.notices;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * When a site writes, and to whom besides the borrower.
 *
 * @param dueSoonDays so many open days before the due date; 0: not at all
 * @param overdueDays so many days after the due date, each once, rising; empty: not at all
 * @param guardians what they get a copy of
 * @param digestDay on which teachers of homerooms get their list; empty: never
 * @param sendAt time of day at the site from which the day's notices are written
 * @param version 0 while nobody has saved any
 */
public record NoticePolicy(
        int dueSoonDays,
        List<Integer> overdueDays,
        Guardians guardians,
        Optional<DayOfWeek> digestDay,
        LocalTime sendAt,
        int version)
        implements Serializable {
    /** What a school begins with: guardians hear of what is late for good, not before. */
    public static final NoticePolicy STANDARD = new NoticePolicy(
            1, List.of(1, 7, 14, 28), Guardians.NEVER, Optional.of(DayOfWeek.MONDAY), LocalTime.of(7, 0), 0);

    public NoticePolicy {
        overdueDays = List.copyOf(overdueDays);
    }

    /** Of what the guardian of a student gets a copy. */
    public enum Guardians {
        NEVER,
        /** Overdue, lost and broken. */
        LATE,
        ALWAYS;

        public boolean hear(NoticeKind kind) {
            return this == ALWAYS || this == LATE && (kind.isLate() || kind == NoticeKind.LOANER);
        }
    }

    /** As it was typed. */
    public record Draft(
            String dueSoonDays, String overdueDays, String guardians, String digestDay, String sendAt, int version)
            implements Serializable {}

    /** What is wrong with a draft. */
    public enum Problem {
        DUE_SOON,
        OVERDUE,
        SEND_AT,
        /** Somebody else has changed it meanwhile. */
        STALE
    }
}
