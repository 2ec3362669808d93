package org.carrel.desk.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.carrel.desk.web.StaffWords;
import org.carrel.platform.rest.Problem;
import org.carrel.platform.rest.ProblemException;
import org.carrel.school.SchoolCalendar;
import org.jspecify.annotations.Nullable;

/** The days that the parameters {@code from} and {@code until} mean, at the school of the token. */
@RequestScoped
public class Days {
    @Inject
    Clock clock;

    @Inject
    SchoolCalendar calendars;

    @Inject
    Meant meant;

    @Inject
    StaffWords words;

    /** Both are meant. */
    record Some(LocalDate first, LocalDate last) {}

    /** @param usual days after the first when nothing says until when @param most days in all */
    Some of(@Nullable String from, @Nullable String until, int usual, int most) {
        var first =
                from == null || from.isBlank() ? calendars.of(meant.site()).today(clock.instant()) : day("from", from);
        var last = until == null || until.isBlank() ? first.plusDays(usual) : day("until", until);
        if (last.isBefore(first) || !last.isBefore(first.plusDays(most)))
            throw bad("until", words.text("api.session.days", most));
        return new Some(first, last);
    }

    private LocalDate day(String name, String text) {
        try {
            var day = LocalDate.parse(text.strip());
            if (day.getYear() > 1900 && day.getYear() < 3000) return day;
        } catch (DateTimeParseException e) {
            throw bad(name, words.text("api.notDay"));
        }
        throw bad(name, words.text("api.notDay"));
    }

    private ProblemException bad(String name, String why) {
        return new ProblemException(
                Problem.ours("bad-field", 422, words.text("api.badField"), why).with("field", name));
    }
}
