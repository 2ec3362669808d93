package org.carrel.devices;

import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which devices somebody wants to see.
 *
 * @param words beginning of a tag, a serial or a room, words of the model, or a MAC address; empty for all
 * @param site code; empty for all within reach
 * @param support whether the maker's support has ended; empty for both
 * @param ours without those that were retired or stolen, unless a condition is asked for
 */
public record DeviceSearch(
        String words,
        String site,
        OptionalInt model,
        Optional<DeviceCategory> category,
        Optional<DeviceCondition> condition,
        Optional<Custody.Kind> custody,
        Optional<Support> support,
        boolean ours)
        implements Serializable {
    /** Whether the maker still sends updates. */
    public enum Support {
        /** It does not any more. */
        ENDED,
        /** Not beyond a year from today. */
        ENDS_WITHIN_A_YEAR,
        UNKNOWN
    }

    public static DeviceSearch words(String words) {
        return new DeviceSearch(
                words,
                "",
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true);
    }

    /** The same at this site alone. */
    public DeviceSearch at(String code) {
        return new DeviceSearch(words, code, model, category, condition, custody, support, ours);
    }
}
