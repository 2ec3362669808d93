package org.carrel.circulation;

import java.math.BigDecimal;

/**
 * What lateness costs, and why.
 *
 * @param amount scale 2; 0.00 for nothing
 * @param intervals how many are charged
 * @param late time that counts as late, in the unit of the interval; begun ones count
 */
public record Fine(BigDecimal amount, Kind kind, long intervals, RuleSpan late) {
    /** How the amount came about. */
    public enum Kind {
        /** The school takes no fines for it. */
        OFF,
        ON_TIME,
        WITHIN_GRACE,
        /** Late, but no interval is over, or it was closed all the time. */
        NOTHING_DUE,
        CHARGED,
        /** The most that the rule takes. */
        AT_CAP,
        /** As much as the copy costs. */
        AT_PRICE
    }
}
