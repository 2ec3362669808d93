package org.carrel.circulation.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.carrel.school.Closure;
import org.carrel.school.DayHours;
import org.carrel.school.SiteCalendar;

/** What a calendar was like before somebody changed it. */
public final class CalendarBefore {
    private CalendarBefore() {}

    /** Without the closures within these days. */
    public static SiteCalendar closure(SiteCalendar after, LocalDate first, LocalDate last) {
        return with(
                after,
                after.closures().stream()
                        .filter(closure -> closure.first().isBefore(first)
                                || closure.last().isAfter(last))
                        .toList());
    }

    /** With a closure on all of these days. */
    public static SiteCalendar opening(SiteCalendar after, LocalDate first, LocalDate last) {
        var closed = new Closure(0, first, last, "", "", DayHours.CLOSED);
        return with(
                after,
                Stream.concat(Stream.of(closed), after.closures().stream()).toList());
    }

    private static SiteCalendar with(SiteCalendar calendar, List<Closure> closures) {
        return new SiteCalendar(calendar.zone(), calendar.week(), closures, calendar.terms());
    }
}
