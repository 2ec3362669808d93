package org.carrel.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.carrel.circulation.Loan;

/** Due dates in words: {@code Tue, Dec 8}, with the hour where it is not the end of the day, in the zone of the loan (rule T1). */
@RequestScoped
public class DueWords {
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);

    @Inject
    StaffWords words;

    @Inject
    Clock clock;

    /** Empty text for no due date. */
    public String due(Loan loan) {
        if (loan.due().isEmpty()) return "";
        var local = loan.due().get().atZone(loan.zone()).toLocalDateTime();
        var day = day(local.toLocalDate());
        var time = local.toLocalTime();
        if (!time.isBefore(END_OF_DAY)) return day;
        return words.text(
                "desk.dayAndTime",
                day,
                DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .withLocale(locale())
                        .format(time));
    }

    /** The year only where it is another. */
    public String day(LocalDate day) {
        var thisYear = LocalDate.now(clock).getYear() == day.getYear();
        var spanish = locale().getLanguage().equals("es");
        var pattern = spanish ? "EEE d 'de' MMM" : "EEE, MMM d";
        var year = spanish ? " 'de' yyyy" : ", yyyy";
        return DateTimeFormatter.ofPattern(thisYear ? pattern : pattern + year, locale())
                .format(day);
    }

    private Locale locale() {
        return words.language().locale();
    }
}
