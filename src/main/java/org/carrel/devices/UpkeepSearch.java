package org.carrel.devices;

import java.io.Serializable;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Which tasks somebody wants to see.
 *
 * @param when which of them
 * @param plan empty for every plan
 * @param site code; empty for all within reach
 * @param device empty for every device
 */
public record UpkeepSearch(When when, OptionalInt plan, String site, OptionalLong device) implements Serializable {
    /** By when they are due. */
    public enum When {
        /** Due today or before. */
        DUE,
        /** Due before today; what goes by hours is due or not, and never late. */
        OVERDUE,
        /** Due within fourteen days. */
        SOON,
        ALL
    }

    public UpkeepSearch at(String code) {
        return new UpkeepSearch(when, plan, code, device);
    }
}
