package org.carrel.devices;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a device is worth on a day, and when it is to be replaced.
 *
 * @param name its tag or serial
 * @param fund which money paid for it, or empty
 * @param price in cents; empty when nobody knows
 * @param value in cents on the day; empty when the price or the day of purchase is not known
 * @param replace the day by which it is to be replaced; empty when neither support nor age is known
 * @param bySupport whether the end of the maker's support says so, else its age
 * @param replacement what a new one costs, in cents: the price of its model, else its own
 */
public record DeviceWorth(
        long device,
        String name,
        String serial,
        String model,
        DeviceCategory category,
        String fund,
        String siteName,
        String room,
        OptionalInt price,
        Optional<LocalDate> acquired,
        OptionalInt value,
        Optional<LocalDate> replace,
        boolean bySupport,
        OptionalInt replacement)
        implements Serializable {}
