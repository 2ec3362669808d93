package org.carrel.devices;

import java.io.Serializable;
import java.util.Optional;

/**
 * A place in a cart or kit, and what belongs there.
 *
 * @param slot as it is written on the cart; with the slot of the kit before it when it is inside a kit: {@code 3/1}
 * @param position in the order of the cart
 * @param device empty: the slot is free
 */
public record CartSlot(String slot, int position, Optional<Device> device, Fate fate) implements Serializable {
    /** Longest name of a slot, in characters. */
    public static final int LONGEST = 20;

    /** What is to be known of what belongs there, when somebody wants to take the cart. */
    public enum Fate {
        /** It is there and goes with the cart. */
        GOES,
        /** The slot is free. */
        FREE,
        /** It has to be looked at, or is broken. */
        NOT_READY,
        /** Somebody has borrowed it by itself. */
        LENT,
        /** It is out with its cart. */
        AWAY,
        /** It did not come back with its cart. */
        OWED,
        ASSIGNED,
        AT_REPAIR,
        IN_TRANSIT,
        /** Missing, stolen or retired. */
        GONE
    }
}
