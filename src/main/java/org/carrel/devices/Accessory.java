package org.carrel.devices;

import java.io.Serializable;
import java.util.OptionalInt;

/**
 * A thing without a barcode that is only counted, such as a charger, and how many there are at a site.
 *
 * @param price in cents, of one
 */
public record Accessory(int typeId, String name, OptionalInt price, String siteCode, String siteName, int quantity)
        implements Serializable {
    /** In characters. */
    public static final int LONGEST_NAME = 100;

    public static final int LONGEST_NOTE = 200;

    /** Why a count changes. */
    public enum Why {
        BOUGHT(true),
        FOUND(true),
        RETURNED(true),
        HANDED_OUT(false),
        LOST(false),
        BROKEN(false),
        /** Somebody counted: the number is the count. */
        COUNTED(true);

        private final boolean more;

        Why(boolean more) {
            this.more = more;
        }

        /** Whether there are more of them then; a count may go either way. */
        public boolean isMore() {
            return more;
        }
    }

    /** A kind of thing. */
    public record Type(int id, String name, OptionalInt price) implements Serializable {}
}
