package org.carrel.circulation;

import java.io.Serializable;
import java.util.Optional;

/**
 * From which debt on nothing more is lent (rule F8).
 *
 * @param library so much or more for books stops borrowing; empty: never
 * @param device the same for devices
 * @param sparesRequired what a class requires is lent all the same: some states forbid to hold it back for money
 */
public record FeeLimits(Optional<Money> library, Optional<Money> device, boolean sparesRequired)
        implements Serializable {
    /** Ten dollars for books, fifty for devices, and never for what a class requires. */
    public static final FeeLimits DEFAULT =
            new FeeLimits(Optional.of(Money.of("10.00")), Optional.of(Money.of("50.00")), true);

    public Optional<Money> of(ChargeClass group) {
        return group == ChargeClass.DEVICE ? device : library;
    }
}
