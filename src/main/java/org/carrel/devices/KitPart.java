package org.carrel.devices;

import java.io.Serializable;

/**
 * What belongs into a kit and has no tag of its own.
 *
 * @param quantity from 1 to 99
 * @param optional the kit can be lent without it (rule Q4)
 * @param missing so many were not there when somebody looked last
 */
public record KitPart(long id, String name, int quantity, boolean optional, int missing) implements Serializable {
    /** In characters. */
    public static final int LONGEST = 100;

    public static final int MOST = 99;

    /** Whether the kit cannot be lent like this. */
    public boolean isNeeded() {
        return missing > 0 && !optional;
    }
}
