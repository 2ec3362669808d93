package org.carrel.devices;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Somebody, or a room, has a device for the year. It is no loan: it has no due date that costs, and it outlives repairs (V2).
 *
 * @param patron empty for a room, and once it is over and forgotten
 * @param room empty for a person
 * @param until the last day, by the calendar of the device's site; empty: until somebody ends it
 * @param by display name of who assigned it; empty: an import
 * @param ended empty while it lasts
 */
public record Assignment(
        long id,
        long device,
        long item,
        String deviceName,
        String model,
        String site,
        OptionalLong patron,
        String room,
        Instant assigned,
        String by,
        Optional<LocalDate> until,
        Optional<Instant> ended,
        Optional<End> end,
        String note)
        implements Serializable {
    /** In characters. */
    public static final int LONGEST_NOTE = 500;

    public static final int LONGEST_ROOM = 100;

    /** Why it is over. */
    public enum End {
        RETURNED,
        /** The same person got another one for it. */
        EXCHANGED,
        LOST,
        /** It never was so. */
        MISTAKE
    }

    public boolean isOpen() {
        return ended.isEmpty();
    }

    public boolean isOf(long person) {
        return patron.isPresent() && patron.getAsLong() == person;
    }
}
