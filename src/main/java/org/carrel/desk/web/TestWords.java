package org.carrel.desk.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.stream.Collectors;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.SessionWish;
import org.carrel.testing.TestRoom;

/** Tests as sentences: times are those of the site. */
record TestWords(StaffWords words, ZoneId zone) {
    Locale locale() {
        return words.language().locale();
    }

    String day(LocalDate day) {
        return new CalendarWords(words).days(day, day);
    }

    /** The time of the day. */
    String clock(Instant at) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale())
                .withZone(zone)
                .format(at);
    }

    private String periods(int first, int last) {
        return first == last ? words.text("test.period", first) : words.text("test.periods", first, last);
    }

    /** {@code Mon, Oct 19, 2026, periods 2 to 3}. */
    String when(ClassSession session) {
        return day(session.day()) + ", " + periods(session.first(), session.last());
    }

    String when(SessionWish wish) {
        return day(wish.day()) + ", " + periods(wish.first(), wish.last());
    }

    String when(TestRoom room) {
        return day(room.day()) + ", " + clock(room.span().starts()) + " – "
                + clock(room.span().ends());
    }

    /** {@code Grade 5, Chen: Main library, Cart A}; of a class session whose it is, too. */
    String what(ClassSession session) {
        var parts = session.parts().stream().map(part -> part.name(locale())).collect(Collectors.joining(", "));
        var name = session.about().className().isEmpty()
                ? session.teacher().name()
                : session.about().className() + " (" + session.teacher().name() + ")";
        return name + ": " + parts;
    }
}
