package org.carrel.circulation;

import java.time.Instant;
import java.util.Optional;
import org.carrel.catalog.ItemForLoan;

/** What the rules of a loan say about losing the thing. Who keeps the rules makes one a bean. */
public interface LossRules {
    /**
     * When a loan that nobody brings back counts as lost.
     *
     * @param lostAfter days overdue
     * @param warnBefore days before that on which the borrower is told; 0 for never
     */
    record Aging(int lostAfter, int warnBefore) {}

    /** Worked out for this copy and this moment. */
    LossTerms terms(Loan loan, ItemForLoan copy, Instant now);

    /** Empty: it never counts as lost by itself. */
    Optional<Aging> aging(Loan loan);

    ChargeClass group(ItemForLoan copy);
}
