package org.carrel.devices;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What several devices are alike in.
 *
 * @param bibId the title of its devices at the desk, which the catalog shows to nobody
 * @param manufacturer empty when nobody knows
 * @param itemType code, by which the loan rules know how its devices are lent
 * @param price in cents, of one device
 * @param supportEnds the last day on which the maker sends updates (AUE)
 * @param accessories what a device is given out with
 * @param devices how many there are that were not retired
 */
public record DeviceModel(
        int id,
        long bibId,
        String manufacturer,
        String name,
        DeviceCategory category,
        String itemType,
        OptionalInt price,
        Optional<LocalDate> supportEnds,
        String note,
        List<Expected> accessories,
        int devices,
        int version)
        implements Serializable {
    /** In characters; longer names are refused. */
    public static final int LONGEST_MANUFACTURER = 100;

    public static final int LONGEST_NAME = 150;
    public static final int LONGEST_NOTE = 2_000;

    public DeviceModel {
        accessories = List.copyOf(accessories);
    }

    /** An accessory that belongs to it. */
    public record Expected(int typeId, String name, int quantity) implements Serializable {}

    /** Manufacturer and name, the manufacturer once. */
    public String fullName() {
        return fullName(manufacturer, name);
    }

    /** The same of what is known by itself. */
    public static String fullName(String manufacturer, String name) {
        var said = manufacturer.isEmpty()
                || name.toLowerCase(Locale.ROOT).startsWith(manufacturer.toLowerCase(Locale.ROOT));
        return said ? name : manufacturer + " " + name;
    }
}
