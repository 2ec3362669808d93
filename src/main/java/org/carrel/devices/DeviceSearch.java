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
 * @param look one of the lists of the day; empty for none
 */
public record DeviceSearch(
        String words,
        String site,
        OptionalInt model,
        Optional<DeviceCategory> category,
        Optional<DeviceCondition> condition,
        Optional<Custody.Kind> custody,
        Optional<Support> support,
        boolean ours,
        Optional<Look> look)
        implements Serializable {
    public DeviceSearch(
            String words,
            String site,
            OptionalInt model,
            Optional<DeviceCategory> category,
            Optional<DeviceCondition> condition,
            Optional<Custody.Kind> custody,
            Optional<Support> support,
            boolean ours) {
        this(words, site, model, category, condition, custody, support, ours, Optional.empty());
    }

    /** What a technician looks at in the morning. */
    public enum Look {
        /** Lent, and to be back today. */
        DUE_TODAY,
        /** Lent, and late. */
        OVERDUE,
        /** At repair for at most seven days. */
        REPAIR_WEEK,
        /** At repair for more than seven days and at most thirty. */
        REPAIR_MONTH,
        /** At repair for more than thirty days. */
        REPAIR_LONGER,
        /** Chromebooks, laptops and tablets that are ready and in stock: what is left to lend at once. */
        LOANER_LEFT,
        /** Carts and kits of which something that has its slot is not there. */
        CART_SHORT
    }

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
        return new DeviceSearch(words, code, model, category, condition, custody, support, ours, look);
    }

    /** The same, and of this list of the day. */
    public DeviceSearch looking(Look at) {
        return new DeviceSearch(words, site, model, category, condition, custody, support, ours, Optional.of(at));
    }

    /** The same, in this condition. */
    public DeviceSearch in(DeviceCondition at) {
        return new DeviceSearch(words, site, model, category, Optional.of(at), custody, support, ours, look);
    }

    /** The same, and there. */
    public DeviceSearch in(Custody.Kind at) {
        return new DeviceSearch(words, site, model, category, condition, Optional.of(at), support, ours, look);
    }

    /** The same, and with the maker's support like this. */
    public DeviceSearch with(Support state) {
        return new DeviceSearch(words, site, model, category, condition, custody, Optional.of(state), ours, look);
    }
}
