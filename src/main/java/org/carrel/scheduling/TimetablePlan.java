package org.carrel.scheduling;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;

/**
 * What a file says of a site's timetable. Ids of types are 0: they go by their codes.
 *
 * @param types with their codes
 * @param bells each with the code of its type
 * @param days code of the type of each
 */
public record TimetablePlan(List<DayType> types, List<OfType> bells, NavigableMap<LocalDate, String> days)
        implements Serializable {
    /** Bells of days of a type. */
    public record OfType(String type, BellSchedule bells) implements Serializable {}

    public TimetablePlan {
        types = List.copyOf(types);
        bells = List.copyOf(bells);
        days = java.util.Collections.unmodifiableNavigableMap(new java.util.TreeMap<>(days));
    }
}
