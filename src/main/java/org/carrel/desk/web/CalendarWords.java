package org.carrel.desk.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.stream.Collectors;
import org.carrel.platform.web.ScreenLanguage;
import org.carrel.school.Closure;
import org.carrel.school.DayHours;

/** Days and hours as sentences. */
record CalendarWords(StaffWords words) {
    String hours(DayHours hours) {
        if (hours.isClosed()) return words.text("calendar.closed");
        return hours.intervals().stream()
                .map(one -> time(one.opens()) + " – " + time(one.closes()))
                .collect(Collectors.joining(", "));
    }

    private String time(LocalTime time) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale())
                .format(time);
    }

    String days(LocalDate first, LocalDate last) {
        return first.equals(last) ? day(first) : day(first) + " – " + day(last);
    }

    private String day(LocalDate day) {
        var pattern = words.language() == ScreenLanguage.ES ? "EEE d MMM y" : "EEE, MMM d, y";
        return DateTimeFormatter.ofPattern(pattern, locale()).format(day);
    }

    String month(YearMonth month) {
        var name = DateTimeFormatter.ofPattern("LLLL y", locale()).format(month);
        return name.substring(0, 1).toUpperCase(locale()) + name.substring(1);
    }

    /** {@code 26–27 Thanksgiving}: the days of the closure within a month. */
    String within(Closure closure, YearMonth month) {
        var first = closure.first().isBefore(month.atDay(1)) ? month.atDay(1) : closure.first();
        var last = closure.last().isAfter(month.atEndOfMonth()) ? month.atEndOfMonth() : closure.last();
        var days = first.equals(last)
                ? String.valueOf(first.getDayOfMonth())
                : first.getDayOfMonth() + "–" + last.getDayOfMonth();
        var hours = closure.hours().isClosed() ? "" : " (" + hours(closure.hours()) + ")";
        return days + " " + closure.reason(words.language() == ScreenLanguage.ES) + hours;
    }

    Locale locale() {
        return words.language().locale();
    }
}
