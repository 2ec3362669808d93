package org.carrel.circulation;

import java.io.Serializable;
import java.time.Instant;

/** What came of a borrower's claim. */
public sealed interface ClaimResult extends Serializable {
    /** From so many claims on somebody talks with the borrower (rule X5). */
    int MANY = 3;

    /**
     * It is written down.
     *
     * @param claims how many of this kind the borrower has made, with this one
     * @param lost it counts as lost all the same
     */
    record Claimed(int claims, boolean lost) implements ClaimResult {
        public boolean isMany() {
            return claims >= MANY;
        }
    }

    record AlreadyClaimed(Instant at) implements ClaimResult {}

    /** The loan is over. */
    record Over() implements ClaimResult {}
}
