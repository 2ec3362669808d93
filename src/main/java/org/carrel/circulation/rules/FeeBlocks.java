package org.carrel.circulation.rules;

import org.carrel.circulation.ChargeClass;
import org.carrel.circulation.FeeLimits;
import org.carrel.circulation.Owed;

/** Whether what somebody owes stands in the way of borrowing (rule F8). */
public final class FeeBlocks {
    private FeeBlocks() {}

    /**
     * Whether so much is owed for things of this class that none is lent: as much as the limit, or more. What is owed for the
     * other class does not matter.
     *
     * @param required a textbook or device that a class requires
     */
    public static boolean blocks(Owed owed, FeeLimits limits, ChargeClass lent, boolean required) {
        if (required && limits.sparesRequired()) return false;
        var debt = owed.of(lent);
        return !debt.isZero()
                && limits.of(lent).filter(most -> !most.isMoreThan(debt)).isPresent();
    }
}
