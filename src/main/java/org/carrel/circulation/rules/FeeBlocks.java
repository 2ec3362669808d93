package org.carrel.circulation.rules;

import java.util.Optional;
import org.carrel.circulation.ChargeClass;
import org.carrel.circulation.Money;
import org.carrel.circulation.Owed;

/** Whether what somebody owes stands in the way of borrowing (rule F8). */
public final class FeeBlocks {
    private FeeBlocks() {}

    /**
     * What a school has decided.
     *
     * @param library so much or more for books stops borrowing; empty: never
     * @param device the same for devices
     * @param sparesRequired what a class requires is lent all the same: some states forbid to hold it back for money
     */
    public record FeeLimits(Optional<Money> library, Optional<Money> device, boolean sparesRequired) {
        /** Ten dollars for books, fifty for devices, and never for what a class requires. */
        public static final FeeLimits DEFAULT =
                new FeeLimits(Optional.of(Money.of("10.00")), Optional.of(Money.of("50.00")), true);

        public Optional<Money> of(ChargeClass group) {
            return group == ChargeClass.DEVICE ? device : library;
        }
    }

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
