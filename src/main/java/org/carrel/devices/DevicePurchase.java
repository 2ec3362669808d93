package org.carrel.devices;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a device came to be ours.
 *
 * @param price in cents; empty: that of the model
 * @param fund which money paid for it
 * @param warrantyEnds the last day
 */
public record DevicePurchase(
        Optional<LocalDate> acquired,
        OptionalInt price,
        String vendor,
        String fund,
        String orderNumber,
        Optional<LocalDate> warrantyEnds) {
    /** Nothing is known of it. */
    public static final DevicePurchase UNKNOWN =
            new DevicePurchase(Optional.empty(), OptionalInt.empty(), "", "", "", Optional.empty());
}
