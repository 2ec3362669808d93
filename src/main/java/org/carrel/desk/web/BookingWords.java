package org.carrel.desk.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.carrel.platform.web.ScreenLanguage;
import org.carrel.scheduling.BellPeriod;
import org.carrel.scheduling.BookingReason;
import org.carrel.scheduling.BookingResource;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.DayType;
import org.carrel.scheduling.PartWish;
import org.carrel.scheduling.ReasonWords;
import org.carrel.scheduling.SessionChange;
import org.carrel.scheduling.SessionWish;
import org.carrel.scheduling.Timetable;

/** Sessions of classes in the words of the staff pages. Days and hours are the school's: no browser's zone has a say (B-07). */
record BookingWords(StaffWords words) {
    private static final String JOIN = " + ";

    /** {@code Thu, Dec 3}. */
    String day(LocalDate day) {
        return formatted(isSpanish() ? "EEE d MMM" : "EEE, MMM d", day);
    }

    /** With the year. */
    String wholeDay(LocalDate day) {
        return new CalendarWords(words).days(day, day);
    }

    private String formatted(String pattern, LocalDate day) {
        return DateTimeFormatter.ofPattern(pattern, words.language().locale()).format(day);
    }

    boolean isSpanish() {
        return words.language() == ScreenLanguage.ES;
    }

    /** {@code 8:10–8:55}, as bells are read. */
    String hours(LocalTime starts, LocalTime ends) {
        return bell(starts) + "–" + bell(ends);
    }

    private String bell(LocalTime time) {
        return DateTimeFormatter.ofPattern(
                        isSpanish() ? "H:mm" : "h:mm", words.language().locale())
                .format(time);
    }

    /** A moment at the site. */
    String moment(Instant moment, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(words.language().locale())
                .withZone(zone)
                .format(moment);
    }

    String type(DayType type) {
        return isSpanish() && !type.nameEs().isEmpty() ? type.nameEs() : type.nameEn();
    }

    /** {@code Period 2 (9:00–9:45)}, by the bells of the day. */
    String periods(Timetable timetable, LocalDate day, int first, int last) {
        var from = timetable.period(day, first);
        var until = timetable.period(day, last);
        if (from.isEmpty() || until.isEmpty())
            return words.text("schedule.period", first == last ? String.valueOf(first) : first + "–" + last);
        var names = first == last
                ? from.get().name()
                : from.get().name() + " – " + until.get().name();
        return names + " (" + hours(from.get().starts(), until.get().ends()) + ")";
    }

    /** Day and periods. */
    String when(Timetable timetable, LocalDate day, int first, int last) {
        return day(day) + " · " + periods(timetable, day, first, last);
    }

    String times(BellPeriod period) {
        return hours(period.starts(), period.ends());
    }

    String name(BookingResource resource) {
        return resource.name(words.language().locale());
    }

    /** What a session has. */
    String things(ClassSession session) {
        return session.parts().stream()
                .map(part -> part.name(words.language().locale()))
                .collect(Collectors.joining(JOIN));
    }

    /** What a wish asks for, with how many devices of each cart. */
    String things(SessionWish wish, List<BookingResource> known) {
        return wish.parts().stream()
                .flatMap(part -> known.stream()
                        .filter(resource -> resource.id() == part.resource())
                        .map(resource -> thing(part, resource)))
                .collect(Collectors.joining(JOIN));
    }

    private String thing(PartWish part, BookingResource resource) {
        return resource.kind() == BookingResource.Kind.CART
                ? name(resource) + " (" + words.number(part.quantity()) + ")"
                : name(resource);
    }

    /** Whose it is: teacher and class. */
    String who(ClassSession session) {
        var teacher = session.teacher().name().isEmpty()
                ? words.text("schedule.nobody")
                : session.teacher().name();
        var schoolClass = session.about().className();
        return schoolClass.isEmpty() ? teacher : teacher + " · " + schoolClass;
    }

    String state(ClassSession session) {
        return words.text("sessionState." + session.state());
    }

    /**
     * Why something cannot be booked.
     *
     * @param resource what it is about
     * @param has who has it, as far as the reader may know
     */
    String reason(BookingReason reason, Optional<BookingResource> resource, List<String> has) {
        if (reason.kind() == BookingReason.Kind.TAKEN && !has.isEmpty())
            return words.text("schedule.takenBy", String.join(", ", has));
        return new ReasonWords(words.language().locale())
                .of(reason, resource.map(this::name).orElse(""));
    }

    String stopped(SessionChange.Why why) {
        return words.text("sessionProblem." + why);
    }
}
