package org.carrel.circulation;

import java.time.LocalDateTime;
import java.util.Optional;
import org.carrel.school.Closure;

/**
 * One step on the way to a due date.
 *
 * @param until due so far, in the site's time; empty while there is no due date
 * @param detail the period, the number of days, the minutes: as the kind says
 * @param closure what the step went out of the way of; empty when it was an ordinary closed day, or nothing
 * @param row the rule that asked for the step; empty for what is built in
 */
public record DueStep(
        Kind kind, Optional<LocalDateTime> until, String detail, Optional<Closure> closure, Optional<LoanRuleKey> row) {
    /** What is done in a step. */
    public enum Kind {
        /** The period was added. Detail: {@link LoanPeriod#text}. */
        PERIOD,
        /** Closed days did not count. Detail: how many. */
        CLOSED_SKIPPED,
        /** On to the next open day. */
        NEXT_OPEN,
        /** Back to the last open day. */
        PREVIOUS_OPEN,
        /** On by whole weeks. */
        SAME_WEEKDAY,
        /** Back to when the doors close. */
        END_OF_HOURS,
        /** On to when they open. Detail: minutes after that. */
        NEXT_OPENING,
        /** No open day was near: it stays where it is. */
        NO_OPEN_DAY,
        /** Brought to the ceiling, or up to it. */
        CEILING,
        /** The ceiling is over: it does not count. Detail: the date. */
        CEILING_OVER,
        /** Brought to the last day of the patron. */
        EXPIRY,
        /** Somebody waits. Detail: how many days are left. */
        HELD,
        /** Somebody at the desk has said so. */
        TYPED,
        /** The day that was said is closed. */
        TYPED_CLOSED
    }
}
