package org.carrel.circulation;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/** When bell periods end at a site, as the timetable of that day has them. */
@FunctionalInterface
public interface BellTimes {
    /** A school whose timetable nobody has told. */
    BellTimes UNKNOWN = (day, period) -> Optional.empty();

    /** Local time; empty when the day has no such period. */
    Optional<LocalTime> endOf(LocalDate day, int period);
}
