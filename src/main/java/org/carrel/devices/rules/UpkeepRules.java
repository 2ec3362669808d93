package org.carrel.devices.rules;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.carrel.school.SiteCalendar;

/** When what is done again and again is due next. */
public final class UpkeepRules {
    /** So many years back a calendar of school days is looked through, no further. */
    private static final int MOST_DAYS_BACK = 7 * 366;

    private UpkeepRules() {}

    /**
     * @param last the day on which it was done, or from which on it counts
     * @param schoolDays whether only open days count; where the calendar is never open every day does
     */
    public static LocalDate due(LocalDate last, int everyDays, boolean schoolDays, SiteCalendar calendar) {
        var open = schoolDays ? calendar.plusOpenDays(last, everyDays) : Optional.<LocalDate>empty();
        return open.orElseGet(() -> last.plusDays(everyDays));
    }

    /** Up to which last day it is due by this day: for lists, which ask about many at once. */
    public static LocalDate lastDayThatIsDue(LocalDate by, int everyDays, boolean schoolDays, SiteCalendar calendar) {
        var day = by.minusDays(everyDays);
        if (!schoolDays) return day;
        // Fewer open days than days: the day lies further back, and the later of two days is never due before the
        // earlier.
        var first = by.minusDays(MOST_DAYS_BACK);
        while (day.isAfter(first) && due(day, everyDays, true, calendar).isAfter(by)) day = day.minusDays(1);
        return day;
    }

    /**
     * Hours beyond those after which it is due; negative: so many are left.
     *
     * @param read what the meter said last
     * @param then what it said when it was done; greater than {@code read} when it was set back since
     */
    public static int hoursOver(OptionalInt read, OptionalInt then, int everyHours) {
        var now = read.orElse(0);
        var before = then.orElse(0);
        return (now < before ? now : now - before) - everyHours;
    }
}
