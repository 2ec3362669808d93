package org.carrel.scheduling.ics;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.util.ArrayList;
import java.util.List;

/**
 * A VTIMEZONE (RFC 5545, 3.6.5) for every moment of some years: each change of the clock that those years have, and from the last one
 * on the rules that hold for good.
 */
final class IcsTimeZone {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    private IcsTimeZone() {}

    /** Content lines. @param first, last moments that have to be told right */
    static List<String> lines(ZoneId zone, Instant first, Instant last) {
        var lines = new ArrayList<>(List.of("BEGIN:VTIMEZONE", "TZID:" + zone.getId()));
        var rules = zone.getRules();
        // From before the first moment: what held then began at some time.
        var since = rules.previousTransition(first.plusNanos(1));
        if (since == null) lines.addAll(always(rules.getOffset(first)));
        else lines.addAll(change(since, rules.isDaylightSavings(since.getInstant())));
        var next = rules.nextTransition(first);
        while (next != null && !next.getInstant().isAfter(last)) {
            lines.addAll(change(next, rules.isDaylightSavings(next.getInstant())));
            next = rules.nextTransition(next.getInstant());
        }
        // Whoever copies an event into a later year finds the clock right there too.
        if (next != null)
            for (var rule : rules.getTransitionRules()) lines.addAll(forGood(zone, rule, next.getInstant()));
        lines.add("END:VTIMEZONE");
        return lines;
    }

    private static List<String> always(ZoneOffset offset) {
        return part("STANDARD", LocalDateTime.of(1970, 1, 1, 0, 0), offset, offset, "");
    }

    private static List<String> change(ZoneOffsetTransition change, boolean summer) {
        return part(
                summer ? "DAYLIGHT" : "STANDARD",
                change.getDateTimeBefore(),
                change.getOffsetBefore(),
                change.getOffsetAfter(),
                "");
    }

    private static List<String> forGood(ZoneId zone, ZoneOffsetTransitionRule rule, Instant from) {
        var year = from.atZone(zone).getYear();
        var first = rule.createTransition(year);
        if (first.getInstant().isBefore(from)) first = rule.createTransition(year + 1);
        var summer = zone.getRules().isDaylightSavings(first.getInstant());
        return part(
                summer ? "DAYLIGHT" : "STANDARD",
                first.getDateTimeBefore(),
                first.getOffsetBefore(),
                first.getOffsetAfter(),
                recurrence(rule, first));
    }

    /** On the n-th such weekday of the month; what is meant by a day of the month is that weekday on or after it. */
    private static String recurrence(ZoneOffsetTransitionRule rule, ZoneOffsetTransition first) {
        var local = first.getDateTimeBefore();
        var day = rule.getDayOfWeek();
        if (day == null)
            return "RRULE:FREQ=YEARLY;BYMONTH=" + local.getMonthValue() + ";BYMONTHDAY=" + local.getDayOfMonth();
        // The zone's own time of the change may be the day after the one that its rule names (24:00).
        var weekday = local.getDayOfWeek();
        var shift = Math.floorMod(weekday.getValue() - day.getValue(), 7);
        var moved = shift == 6 ? -1 : shift;
        var least = rule.getDayOfMonthIndicator();
        if (least < 0) {
            var lastOfMonth = least == -1 && moved == 0;
            if (lastOfMonth) return yearly(local.getMonthValue(), "-1" + code(weekday));
            return days(local, weekday);
        }
        var earliest = least + moved;
        if (earliest >= 1 && (earliest - 1) % 7 == 0 && earliest <= 22)
            return yearly(local.getMonthValue(), ((earliest - 1) / 7 + 1) + code(weekday));
        return earliest < 1 ? days(local, weekday) : among(local.getMonthValue(), earliest, weekday);
    }

    private static String yearly(int month, String day) {
        return "RRULE:FREQ=YEARLY;BYMONTH=" + month + ";BYDAY=" + day;
    }

    /** That weekday among seven days of the month. */
    private static String among(int month, int earliest, DayOfWeek weekday) {
        var days = java.util.stream.IntStream.range(earliest, earliest + 7)
                .filter(day -> day <= 31)
                .mapToObj(String::valueOf)
                .collect(java.util.stream.Collectors.joining(","));
        return "RRULE:FREQ=YEARLY;BYMONTH=" + month + ";BYMONTHDAY=" + days + ";BYDAY=" + code(weekday);
    }

    /** What has no simple name is told by the week in which it falls in its first year. */
    private static String days(LocalDateTime local, DayOfWeek weekday) {
        var week = (local.getDayOfMonth() - 1) / 7 + 1;
        return yearly(local.getMonthValue(), (week > 4 ? "-1" : String.valueOf(week)) + code(weekday));
    }

    private static String code(DayOfWeek day) {
        return day.name().substring(0, 2);
    }

    private static List<String> part(
            String kind, LocalDateTime starts, ZoneOffset before, ZoneOffset after, String recurrence) {
        var lines = new ArrayList<>(List.of(
                "BEGIN:" + kind,
                "DTSTART:" + LOCAL.format(starts.truncatedTo(ChronoUnit.SECONDS)),
                "TZOFFSETFROM:" + offset(before),
                "TZOFFSETTO:" + offset(after)));
        if (!recurrence.isEmpty()) lines.add(recurrence);
        lines.add("END:" + kind);
        return lines;
    }

    private static String offset(ZoneOffset offset) {
        var seconds = Math.abs(offset.getTotalSeconds());
        var text = (offset.getTotalSeconds() < 0 ? "-" : "+") + "%02d%02d".formatted(seconds / 3600, seconds / 60 % 60);
        return seconds % 60 == 0 ? text : text + "%02d".formatted(seconds % 60);
    }
}
