package org.carrel.devices;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something that is to be done to a device.
 *
 * @param device its number, {@code name} its tag or serial
 * @param site code
 * @param lastDone the day at its site; empty: never, as far as anybody knows
 * @param due the day; empty for what goes by hours
 * @param late days since it was due; 0 when it is due today or later, or goes by hours
 * @param hoursOver hours beyond those after which it is due; negative: so many are left; empty for what goes by days
 * @param meter what was read last; empty when nobody has
 * @param isDue whether it is due by the day that was asked about
 */
public record UpkeepTask(
        int plan,
        String planName,
        UpkeepKind kind,
        long device,
        String name,
        String model,
        String site,
        String siteName,
        String room,
        Optional<LocalDate> lastDone,
        Optional<LocalDate> due,
        int late,
        OptionalInt hoursOver,
        OptionalInt meter,
        boolean isDue)
        implements Serializable {}
