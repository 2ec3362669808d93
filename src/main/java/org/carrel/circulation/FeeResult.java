package org.carrel.circulation;

import java.io.Serializable;

/** What came of something that was to be done to an account. */
public sealed interface FeeResult extends Serializable {
    /**
     * @param act number of the receipt; 0 for a new charge
     * @param again the same request was there before: nothing was done a second time
     */
    record Done(long act, Money total, boolean again) implements FeeResult {}

    /** More than there is to pay, to waive or to give back (B55). */
    record TooMuch(Money most) implements FeeResult {}

    record Refused(Problem problem) implements FeeResult {}

    /** Why nothing was done. */
    enum Problem {
        /** Nothing is owed, or nothing is to be given back. */
        NOTHING_THERE,
        NO_REASON,
        TOO_LONG,
        NOT_ALLOWED,
        /** No such person or charge within reach. */
        MISSING,
        /** The request was used for something else. */
        OTHER_REQUEST,
        /** Somebody else has settled it. */
        SETTLED
    }
}
