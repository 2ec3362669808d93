package org.carrel.school;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A school year at a glance, from August to July.
 *
 * @param first the year in which it begins
 */
public record SchoolYear(int first, List<MonthAtAGlance> months) implements Serializable {
    private static final Month BEGIN = Month.AUGUST;
    private static final int MONTHS = 12;

    /** What a day is like. */
    public enum Kind {
        OPEN,
        /** Open at other hours than usual. */
        OTHER_HOURS,
        /** Closed where it would be open. */
        CLOSED,
        /** As every week. */
        NEVER_OPEN
    }

    /** A day of a month. */
    public record DayAtAGlance(LocalDate day, Kind kind) implements Serializable {}

    /** @param closures those that touch the month */
    public record MonthAtAGlance(YearMonth month, List<DayAtAGlance> days, List<Closure> closures)
            implements Serializable {
        public MonthAtAGlance {
            days = List.copyOf(days);
            closures = List.copyOf(closures);
        }

        public long openDays() {
            return days.stream()
                    .filter(day -> day.kind() == Kind.OPEN || day.kind() == Kind.OTHER_HOURS)
                    .count();
        }
    }

    public SchoolYear {
        months = List.copyOf(months);
    }

    /** The school year of this day. */
    public static int of(LocalDate day) {
        return day.getMonthValue() >= BEGIN.getValue() ? day.getYear() : day.getYear() - 1;
    }

    /** @param first the year in which it begins */
    public static SchoolYear of(SiteCalendar calendar, int first) {
        var begin = YearMonth.of(first, BEGIN);
        return new SchoolYear(
                first,
                IntStream.range(0, MONTHS)
                        .mapToObj(begin::plusMonths)
                        .map(month -> month(calendar, month))
                        .toList());
    }

    public long openDays() {
        return months.stream().mapToLong(MonthAtAGlance::openDays).sum();
    }

    private static MonthAtAGlance month(SiteCalendar calendar, YearMonth month) {
        var days = Stream.iterate(month.atDay(1), day -> day.plusDays(1))
                .limit(month.lengthOfMonth())
                .map(day -> new DayAtAGlance(day, kind(calendar, day)))
                .toList();
        var closures = calendar.closures().stream()
                .filter(closure -> closure.overlaps(month.atDay(1), month.atEndOfMonth()))
                .toList();
        return new MonthAtAGlance(month, days, closures);
    }

    private static Kind kind(SiteCalendar calendar, LocalDate day) {
        var usual = calendar.week().getOrDefault(day.getDayOfWeek(), DayHours.CLOSED);
        if (calendar.isOpenOn(day)) return calendar.closureOn(day).isPresent() ? Kind.OTHER_HOURS : Kind.OPEN;
        return usual.isClosed() ? Kind.NEVER_OPEN : Kind.CLOSED;
    }
}
