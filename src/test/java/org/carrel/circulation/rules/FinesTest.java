package org.carrel.circulation.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carrel.circulation.Lending.SCHOOL;
import static org.carrel.circulation.Lending.USUAL;
import static org.carrel.circulation.Lending.at;
import static org.carrel.circulation.Lending.calendar;
import static org.carrel.circulation.Lending.closed;
import static org.carrel.circulation.Lending.rule;

import java.math.BigDecimal;
import java.util.Optional;
import org.carrel.circulation.Fine;
import org.carrel.circulation.FineFacts;
import org.carrel.circulation.ResolvedRule;
import org.carrel.school.SiteCalendar;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinesTest {
    private static Fine fine(ResolvedRule rule, SiteCalendar calendar, String due, String returned) {
        return Fines.fine(new FineFacts(at(due), at(returned), Optional.empty()), calendar, rule);
    }

    @ParameterizedTest(name = "cap {0}, price {1}: {2}")
    @CsvSource({
        "unlimited,,     29.00, CHARGED",
        "3.00,,          3.00,  AT_CAP",
        "3.00,      5.00, 3.00, AT_CAP",
        "6.00,      5.00, 5.00, AT_PRICE",
        // nobody knows the price: what the rule says
        "unlimited, 0.00, 6.00, AT_PRICE",
        "unlimited, 8,    8.00, AT_PRICE"
    })
    @DisplayName("B50, F1: 29 days at 1.00, and the caps")
    void capsAndPrices(String cap, BigDecimal price, BigDecimal amount, Fine.Kind kind) {
        var rule = rule(
                "fine rate=1.00",
                "fine interval=1 day",
                "fine closed=yes",
                "fine cap=" + cap,
                "default price=6.00",
                price == null ? "cap at price=no" : "cap at price=yes");
        var facts = new FineFacts(at("2027-01-01T23:59"), at("2027-01-30T15:00"), Optional.ofNullable(price));
        var fine = Fines.fine(facts, SCHOOL, rule);
        assertThat(fine.amount()).isEqualTo(amount);
        assertThat(fine.kind()).isEqualTo(kind);
        assertThat(fine.intervals()).isEqualTo(29);
    }

    @ParameterizedTest(name = "returned at {0}: {1}")
    @CsvSource({
        "2026-11-30T23:59, 0.00",
        // a minute is a day that has begun
        "2026-12-01T00:00, 1.00",
        "2026-12-01T23:59, 1.00",
        "2026-12-02T00:00, 2.00"
    })
    @DisplayName("F1: begun intervals are charged; the due minute itself is in time")
    void begunDaysAreCharged(String returned, BigDecimal amount) {
        var rule = rule("fine rate=1.00", "fine interval=1 day", "fine closed=yes");
        assertThat(fine(rule, SCHOOL, "2026-11-30T23:59", returned).amount()).isEqualTo(amount);
    }

    @Test
    @DisplayName("T4: a night in which the clock is put back is no second day")
    void daysAreDaysOfTheClock() {
        var rule = rule("fine rate=1.00", "fine interval=1 day", "fine closed=yes");
        assertThat(fine(rule, SCHOOL, "2026-10-31T23:59", "2026-11-01T23:30").intervals())
                .as("24 hours and 31 minutes")
                .isEqualTo(1);
        assertThat(fine(rule, SCHOOL, "2026-03-07T23:59", "2026-03-08T23:59").intervals())
                .isEqualTo(1);
    }

    @ParameterizedTest(name = "closed counts {0}, returned {1}: {2}")
    @CsvSource({
        "yes, 2027-01-18T10:00, 4.00",
        "no,  2027-01-18T10:00, 1.00",
        // into the book drop, before anybody could have taken it
        "no,  2027-01-17T20:00, 0.00",
        "no,  2027-01-18T07:00, 0.00",
        "no,  2027-01-19T10:00, 2.00"
    })
    @DisplayName("B51, F3: due on Thursday, snow on Friday, returned on Monday")
    void closedDaysCountOrNot(String counts, String returned, BigDecimal amount) {
        var snow = calendar(USUAL, closed("2027-01-15", "2027-01-15", "Snow"));
        var rule = rule("fine rate=1.00", "fine interval=1 day", "fine closed=" + counts);
        assertThat(fine(rule, snow, "2027-01-14T23:59", returned).amount()).isEqualTo(amount);
    }

    @ParameterizedTest(name = "{0}, {1}, {2} days late: {3}")
    @CsvSource({
        "from due,    end,   7,  0.00",
        "from due,    end,   8,  0.50",
        "after grace, end,   8,  0.00",
        "after grace, end,   13, 0.00",
        "after grace, end,   14, 0.50",
        "from due,    start, 7,  0.00",
        "from due,    start, 8,  1.00",
        "after grace, start, 7,  0.00",
        "after grace, start, 8,  0.50",
        "after grace, start, 14, 0.50",
        "after grace, start, 15, 1.00"
    })
    @DisplayName("B52, F2: a week of grace and intervals of a week, counted from the due date or after the grace")
    void grace(String mode, String charge, int days, BigDecimal amount) {
        var rule = rule(
                "fine rate=0.50",
                "fine interval=7 days",
                "grace=7 days",
                "grace mode=" + mode,
                "charge at=" + charge,
                "fine closed=yes");
        var returned = at("2026-11-30T23:59").plusSeconds(86_400L * days);
        var facts = new FineFacts(at("2026-11-30T23:59"), returned, Optional.empty());
        assertThat(Fines.fine(facts, SCHOOL, rule).amount()).isEqualTo(amount);
    }

    @Test
    @DisplayName("B53: a second reckoning never lowers what was charged")
    void nothingIsTakenBack() {
        assertThat(Fines.atLeast(new BigDecimal("365.00"), new BigDecimal("0.10")))
                .isEqualTo(new BigDecimal("365.00"));
        assertThat(Fines.atLeast(new BigDecimal("0.10"), new BigDecimal("0.20")))
                .isEqualTo(new BigDecimal("0.20"));
    }

    @Test
    @DisplayName("B54: three times 0.10 is 0.30")
    void moneyIsExact() {
        var rule = rule("fine rate=0.10", "fine interval=1 day", "fine closed=yes");
        assertThat(fine(rule, SCHOOL, "2026-11-30T23:59", "2026-12-03T12:00").amount())
                .hasToString("0.30");
    }

    @ParameterizedTest(name = "closed counts {0}, returned at {1}: {2}")
    @CsvSource({
        "yes, 2026-11-30T16:01, 0.50",
        "yes, 2026-12-01T08:00, 8.00",
        // the night does not count: half an hour in the afternoon, half an hour in the morning
        "no,  2026-12-01T08:00, 0.50",
        "no,  2026-12-01T08:31, 1.00"
    })
    void finesByTheHour(String counts, String returned, BigDecimal amount) {
        var rule = rule("fine rate=0.50", "fine interval=1 hour", "fine closed=" + counts, "grace=15 minutes");
        var from = counts.equals("yes") ? "2026-11-30T16:00" : "2026-11-30T15:30";
        var fine = fine(rule, SCHOOL, from, returned);
        if (returned.endsWith("16:01")) assertThat(fine.kind()).isEqualTo(Fine.Kind.WITHIN_GRACE);
        else assertThat(fine.amount()).isEqualTo(amount);
    }

    @Test
    void fineFree() {
        var fine = fine(rule(), SCHOOL, "2026-11-30T23:59", "2027-11-30T23:59");
        assertThat(fine.kind()).isEqualTo(Fine.Kind.OFF);
        assertThat(fine.amount()).hasToString("0.00");
    }
}
