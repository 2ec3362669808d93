package org.carrel.devices;

import java.io.Serializable;
import java.util.OptionalLong;

/**
 * What is wrong with a field of a device.
 *
 * @param other what has it already: the tag, serial or title of another thing; empty when nothing has
 * @param otherDevice number of the device that has it; empty when it is no device
 */
public record DeviceProblem(DeviceField field, Kind kind, String other, OptionalLong otherDevice)
        implements Serializable {
    public DeviceProblem(DeviceField field, Kind kind) {
        this(field, kind, "", OptionalLong.empty());
    }

    /** In what way. */
    public enum Kind {
        MISSING,
        TOO_LONG,
        /** It holds signs that no scanner reads back. */
        NOT_READABLE,
        NO_SUCH_SITE,
        NO_SUCH_MODEL,
        /** The tag is on another device (B73). */
        TAG_TAKEN,
        /** The tag was on another device once, and is never used again (V3). */
        TAG_USED_UP,
        /** A copy of the library has this barcode. */
        BARCODE_TAKEN,
        /** Another device of this manufacturer has the serial (V4). */
        SERIAL_TAKEN,
        /** The serial is of a device that was retired: bring that one back instead (V3). */
        SERIAL_RETIRED
    }
}
