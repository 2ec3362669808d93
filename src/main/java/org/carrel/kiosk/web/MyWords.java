package org.carrel.kiosk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.carrel.circulation.Blocked;
import org.carrel.circulation.Loan;
import org.carrel.circulation.LoanBlock;
import org.carrel.circulation.LoanState;
import org.carrel.circulation.Money;
import org.carrel.circulation.OpenHold;
import org.carrel.platform.web.ScreenLanguage;

/** What a reader is told of the own loans, holds and fees: gentler than what the desk says (rule O1), by the clock of the loan's school. */
@RequestScoped
public class MyWords {
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);
    /** So many days ahead a day is told by its number of days too. */
    private static final int NEAR = 14;

    @Inject
    Words words;

    @Inject
    Clock clock;

    /** {@code Due tomorrow}, {@code Due Tue, Dec 8: in 5 days}, {@code 3 days late}. */
    String due(Loan loan, boolean overdue) {
        if (loan.state() == LoanState.LOST) return words.text("my.due.lost");
        if (loan.state() == LoanState.CLAIMED_RETURNED) return words.text("my.due.claimed");
        if (loan.due().isEmpty()) return words.text("my.due.never");
        var local = loan.due().get().atZone(loan.zone()).toLocalDateTime();
        var day = local.toLocalDate();
        var days = (int) ChronoUnit.DAYS.between(today(loan), day);
        if (overdue) return days < 0 ? words.text("my.due.late", -days) : words.text("my.due.now");
        if (local.toLocalTime().isBefore(END_OF_DAY))
            return words.text("my.due.hour", day(day), time(local.toLocalTime()));
        if (days == 0) return words.text("my.due.today");
        if (days == 1) return words.text("my.due.tomorrow");
        return days <= NEAR ? words.text("my.due.days", days, day(day)) : words.text("my.due.day", day(day));
    }

    private LocalDate today(Loan loan) {
        return clock.instant().atZone(loan.zone()).toLocalDate();
    }

    private String time(LocalTime time) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale())
                .format(time);
    }

    private String day(LocalDate day) {
        var pattern = words.language() == ScreenLanguage.ES ? "EEE d 'de' MMM" : "EEE, MMM d";
        return DateTimeFormatter.ofPattern(pattern, locale()).format(day);
    }

    private Locale locale() {
        return words.language().locale();
    }

    /** Why it is not renewed. What is between a person and the library is told at the desk, not on a screen. */
    String whyNot(List<Blocked> against) {
        return against.stream()
                .map(Blocked::block)
                .map(MyWords::key)
                .distinct()
                .map(words::text)
                .findFirst()
                .orElse("");
    }

    private static String key(LoanBlock block) {
        return switch (block) {
            case WANTED_BY_OTHER -> "my.not.wanted";
            case NO_MORE_RENEWALS -> "my.not.more";
            case DUE_DATE_STAYS -> "my.not.yet";
            default -> "my.not.ask";
        };
    }

    /** {@code You are number 2 in line}, {@code Ready. Pick it up by Tue, Dec 8}. */
    String hold(OpenHold hold) {
        return switch (hold.state()) {
            case WAITING -> words.text("my.hold.line", hold.position().orElse(1));
            case SUSPENDED -> words.text("my.hold.paused");
            case ON_ITS_WAY -> words.text("my.hold.coming");
            case READY ->
                hold.shelfUntil()
                        .map(last -> words.text("my.hold.until", day(last)))
                        .orElseGet(() -> words.text("my.hold.ready"));
        };
    }

    /** As it stands on bills, in both languages. */
    String money(Money money) {
        return NumberFormat.getCurrencyInstance(Locale.US).format(money.value());
    }
}
