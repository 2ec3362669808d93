package org.carrel.circulation;

import java.io.Serializable;
import java.util.List;
import org.carrel.catalog.ItemForLoan;

/**
 * What somebody has, waits for and owes, as they may see it.
 *
 * @param loans due first comes first
 * @param holds the oldest first
 * @param fees what is still to be paid, the oldest first
 */
public record MyAccount(List<MyLoan> loans, List<OpenHold> holds, List<MyFee> fees, Owed owed) implements Serializable {
    public MyAccount {
        loans = List.copyOf(loans);
        holds = List.copyOf(holds);
        fees = List.copyOf(fees);
    }

    /**
     * A loan of one's own.
     *
     * @param against why it would not be renewed now; empty when it would
     */
    public record MyLoan(Loan loan, ItemForLoan item, boolean overdue, List<Blocked> against) implements Serializable {
        public MyLoan {
            against = List.copyOf(against);
        }

        public boolean renewable() {
            return against.isEmpty();
        }
    }

    /** @param title of what it is for; empty when it is for nothing that was lent */
    public record MyFee(ChargeType type, String title, Money amount) implements Serializable {}

    /** What came of a wish to renew: how many were, and how many were not. */
    public record Renewals(int renewed, int refused) implements Serializable {}
}
