package org.carrel.circulation;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;

/**
 * What it meant that a copy was scanned which was missing, lost, or claimed to be back. What is said of a borrower is for staff
 * only.
 *
 * @param missing it was looked for in vain, without a loan
 * @param loan what became of the loan; empty when there was none
 */
public record TurnedUp(boolean missing, Optional<FoundLoan> loan) implements Serializable {
    public static final TurnedUp NOTHING = new TurnedUp(false, Optional.empty());

    /**
     * A loan whose thing is back.
     *
     * @param wasLost it counted as lost
     * @param cancelled owed no longer
     * @param kept was paid, and stays paid
     * @param credit was paid, and is to be given back
     * @param overdue charged for the lateness
     * @param claim that of the borrower; empty when there was none
     */
    public record FoundLoan(
            long loan, boolean wasLost, Money cancelled, Money kept, Money credit, Money overdue, Optional<Claim> claim)
            implements Serializable {}

    /** @param saidBy who said so; empty: the borrower */
    public record Claim(ClaimKind kind, Instant at, String saidBy) implements Serializable {}

    public boolean isNothing() {
        return !missing && loan.isEmpty();
    }
}
