package org.carrel.circulation;

import java.io.Serializable;

/**
 * What a person owes and is owed. What is to be given back is kept apart: it never makes a debt smaller by itself.
 *
 * @param credit what the library has to give back
 */
public record Owed(Money library, Money device, Money credit) implements Serializable {
    public static final Owed NOTHING = new Owed(Money.ZERO, Money.ZERO, Money.ZERO);

    public Money of(ChargeClass group) {
        return group == ChargeClass.DEVICE ? device : library;
    }

    public Money total() {
        return library.plus(device);
    }

    public boolean isNothing() {
        return total().isZero() && credit.isZero();
    }
}
