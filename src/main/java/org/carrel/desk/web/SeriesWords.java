package org.carrel.desk.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.carrel.platform.web.ScreenLanguage;
import org.carrel.scheduling.BookingResource;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.PartReason;
import org.carrel.scheduling.ReasonWords;
import org.carrel.scheduling.SessionWish;
import org.carrel.scheduling.Timetable;

/** Series, and sessions that somebody waits for, in words. Days and hours are the school's. */
record SeriesWords(StaffWords words, Timetable timetable, List<BookingResource> resources) {
    String day(LocalDate day) {
        return new CalendarWords(words).days(day, day);
    }

    /** {@code Period 2, 9:00 – 9:45}; the number where the day has no such period. */
    String periods(LocalDate day, int first, int last) {
        var from = timetable.period(day, first);
        var until = timetable.period(day, last);
        if (from.isEmpty() || until.isEmpty())
            return words.text("seriesPage.periodNumber", first == last ? String.valueOf(first) : first + "–" + last);
        var names = first == last
                ? from.get().name()
                : from.get().name() + " – " + until.get().name();
        return names + ", " + time(from.get().starts()) + " – "
                + time(until.get().ends());
    }

    private String time(LocalTime time) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(words.language().locale())
                .format(time);
    }

    /** Where bells have not the last word, as for a session that was kept at its old time. */
    String hours(ClassSession session) {
        var periods = session.first() == session.last()
                ? String.valueOf(session.first())
                : session.first() + "–" + session.last();
        return words.text("seriesPage.periodNumber", periods) + ", "
                + time(session.span().starts().atZone(timetable.zone()).toLocalTime()) + " – "
                + time(session.span().ends().atZone(timetable.zone()).toLocalTime());
    }

    /** A moment at the site. */
    String moment(Instant moment) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(words.language().locale())
                .withZone(zone())
                .format(moment);
    }

    private ZoneId zone() {
        return timetable.zone();
    }

    String things(SessionWish wish) {
        return wish.parts().stream()
                .map(part -> name(part.resource()))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private String name(long resource) {
        return resources.stream()
                .filter(known -> known.id() == resource)
                .map(known -> known.name(words.language().locale()))
                .findFirst()
                .orElse("");
    }

    /** All that speaks against it, as one text; empty when nothing does. */
    String reasons(Collection<PartReason> reasons) {
        return reasons.stream().map(this::reason).distinct().collect(Collectors.joining(" "));
    }

    private String reason(PartReason reason) {
        var thing = reason.resource().isPresent() ? name(reason.resource().getAsLong()) : "";
        return new ReasonWords(words.language().locale()).of(reason.reason(), thing);
    }

    String state(ClassSession session) {
        return words.text("sessionState." + session.state());
    }

    boolean isSpanish() {
        return words.language() == ScreenLanguage.ES;
    }
}
