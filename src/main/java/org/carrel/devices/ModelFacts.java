package org.carrel.devices;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What people say of a model.
 *
 * @param itemType code; empty for that of its category
 * @param price in cents
 * @param accessories how many of each accessory, by its number
 */
public record ModelFacts(
        String manufacturer,
        String name,
        DeviceCategory category,
        String itemType,
        OptionalInt price,
        Optional<LocalDate> supportEnds,
        String note,
        Map<Integer, Integer> accessories) {
    public ModelFacts {
        accessories = Map.copyOf(accessories);
    }

    /** Only the names are known, as in an import. */
    public static ModelFacts named(String manufacturer, String name, DeviceCategory category) {
        return new ModelFacts(manufacturer, name, category, "", OptionalInt.empty(), Optional.empty(), "", Map.of());
    }
}
