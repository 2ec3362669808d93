package org.carrel.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.carrel.scheduling.Bookings;
import org.carrel.scheduling.ClassSession;
import org.carrel.school.SchoolCalendar;

/** Class sessions in words, in the zone of their site. */
@RequestScoped
public class SessionWords {
    @Inject
    StaffWords words;

    @Inject
    DueWords dues;

    @Inject
    Bookings bookings;

    @Inject
    SchoolCalendar calendars;

    /** {@code Grade 5, Chen · Mon, Oct 19, 10:40 – 11:25}. @param number of the session; a dash when there is none */
    String of(String number) {
        return bookings.find(FormTexts.number(number)).map(this::of).orElse("–");
    }

    String of(ClassSession session) {
        return name(session) + " · " + day(session.day()) + ", " + hours(session);
    }

    /** The class, or the teacher where nobody has told which class it is. */
    String name(ClassSession session) {
        var about = session.about();
        return about.className().isEmpty() ? session.teacher().name() : about.className();
    }

    String day(LocalDate day) {
        return dues.day(day);
    }

    String hours(ClassSession session) {
        var zone = zone(session.site());
        return time(session.span().starts(), zone) + " – " + time(session.span().ends(), zone);
    }

    ZoneId zone(String site) {
        return calendars.of(site).zone();
    }

    String time(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(words.language().locale())
                .format(at.atZone(zone));
    }
}
