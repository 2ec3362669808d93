package org.carrel.notices.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.carrel.school.SiteCalendar;

/**
 * On which day a notice is due. Nothing is written on closed days: what falls on one comes on the next open day, as each open day
 * looks back to the last one that was written for.
 */
public final class NoticeDays {
    /** A server that was off for long does not write about everything that it has missed. */
    private static final int LONGEST_GAP = 14;

    private NoticeDays() {}

    /** The days that this one stands for: after the first, up to and with the last. */
    public record Span(LocalDate after, LocalDate upTo) {
        public boolean holds(LocalDate day) {
            return day.isAfter(after) && !day.isAfter(upTo);
        }

        public boolean holds(DayOfWeek day) {
            return after.plusDays(1).datesUntil(upTo.plusDays(1)).anyMatch(each -> each.getDayOfWeek() == day);
        }
    }

    /** @param planned the last day that was written for; empty: none ever was. Empty: this day is closed, or done. */
    public static Optional<Span> span(Optional<LocalDate> planned, LocalDate today, SiteCalendar calendar) {
        if (!calendar.isOpenOn(today)) return Optional.empty();
        var earliest = today.minusDays(LONGEST_GAP);
        var after = planned.orElse(today.minusDays(1));
        if (!after.isBefore(today)) return Optional.empty();
        return Optional.of(new Span(after.isBefore(earliest) ? earliest : after, today));
    }

    /** So many open days before the due date; empty where the site does not open that often. */
    public static Optional<LocalDate> dueSoon(LocalDate due, int openDays, SiteCalendar calendar) {
        var day = Optional.of(due);
        for (var i = 0; i < openDays && day.isPresent(); i++) day = day.flatMap(calendar::previousOpenDay);
        return day;
    }

    /** Whether one of the stages after the due date falls into the span. */
    public static boolean isStage(LocalDate due, List<Integer> stages, Span span) {
        return stages.stream().anyMatch(days -> span.holds(due.plusDays(days)));
    }
}
