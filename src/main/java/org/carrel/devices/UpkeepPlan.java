package org.carrel.devices;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is to be done how often to which devices.
 *
 * @param id 0: a new one
 * @param category empty: of every category
 * @param model empty: of every model
 * @param site code; empty: at every site
 * @param everyDays one of the two is there; days of the school when {@code schoolDays}, else of the calendar
 * @param everyHours by the meter of the device
 * @param countsFrom from when on it counts for a device to which it was never done, by the calendar of its site
 * @param active false: nobody is asked to do it
 */
public record UpkeepPlan(
        int id,
        UpkeepKind kind,
        String name,
        Optional<DeviceCategory> category,
        OptionalInt model,
        String site,
        OptionalInt everyDays,
        OptionalInt everyHours,
        boolean schoolDays,
        LocalDate countsFrom,
        boolean active,
        int version)
        implements Serializable {
    /** In characters. */
    public static final int LONGEST_NAME = 150;

    public static final int MOST_DAYS = 3_660;
    public static final int MOST_HOURS = 100_000;
}
