package org.carrel.circulation;

/** What becomes of the money when a lost thing is found (rule X3). */
public enum FoundRule {
    /** Nothing is owed any longer, and within the days of the rule what was paid is given back. */
    REFUND_ALL,
    /** Nothing is owed any longer; what was paid is kept. */
    REFUND_UNPAID,
    /** All stays as it is. */
    KEEP
}
