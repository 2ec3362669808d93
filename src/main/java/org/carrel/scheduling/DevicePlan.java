package org.carrel.scheduling;

import java.io.Serializable;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a class will do with something of the inventory.
 *
 * @param span time to make ready and to clear away included
 * @param teacher whose session it is, in the roster; empty when they are not in it
 * @param schoolClass of the roster; empty for none
 * @param part whether the thing is only one of the devices of what is booked
 * @param wanted how many devices the session needs
 * @param devices how many there will be as things are now; empty when nobody knows
 */
public record DevicePlan(
        long session,
        TimeSpan span,
        OptionalLong teacher,
        OptionalLong schoolClass,
        boolean part,
        int wanted,
        OptionalInt devices)
        implements Serializable {
    /** Whether taking one more device away leaves too few. */
    public boolean isTight() {
        return devices.isPresent() && devices.getAsInt() <= wanted;
    }
}
