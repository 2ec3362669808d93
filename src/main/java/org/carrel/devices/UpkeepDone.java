package org.carrel.devices;

import java.io.Serializable;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * It was done.
 *
 * @param meter what the meter says from here on; empty when nobody has looked
 * @param cost in cents
 * @param request the same again does nothing a second time
 */
public record UpkeepDone(int plan, long device, OptionalInt meter, String note, OptionalInt cost, UUID request)
        implements Serializable {
    /** In characters. */
    public static final int LONGEST_NOTE = 500;

    /** No meter counts further. */
    public static final int MOST_HOURS = 1_000_000;

    /** What came of it. */
    public enum Answer {
        DONE,
        NO_SUCH_DEVICE,
        /** The plan is not for this device. */
        NO_SUCH_TASK,
        NOTE_TOO_LONG,
        /** It goes by hours: say what the meter says. */
        METER_MISSING,
        METER_WRONG
    }
}
