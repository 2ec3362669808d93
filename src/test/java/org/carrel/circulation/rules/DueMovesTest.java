package org.carrel.circulation.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carrel.circulation.Lending.SCHOOL;
import static org.carrel.circulation.Lending.USUAL;
import static org.carrel.circulation.Lending.at;
import static org.carrel.circulation.Lending.calendar;
import static org.carrel.circulation.Lending.closed;
import static org.carrel.circulation.Lending.loan;
import static org.carrel.circulation.Lending.rule;
import static org.carrel.circulation.Lending.term;
import static org.carrel.circulation.Lending.with;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.carrel.circulation.BellTimes;
import org.carrel.circulation.DueMove;
import org.carrel.circulation.FineCut;
import org.carrel.circulation.FineOnRecord;
import org.carrel.circulation.LoanFact;
import org.carrel.school.Closure;
import org.carrel.school.SiteCalendar;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DueMovesTest {
    private static final Closure HOLIDAY = closed("2027-01-18", "2027-01-18", "Martin Luther King Jr. Day");
    private static final Closure SNOW = closed("2027-01-15", "2027-01-15", "Snow");
    private static final SiteCalendar BEFORE = calendar(USUAL, HOLIDAY);
    private static final SiteCalendar AFTER = calendar(USUAL, SNOW, HOLIDAY);
    private static final Instant NOW = at("2027-01-14T18:00");

    private static List<Instant> moved(LoanFact loan) {
        return DueMoves.plan(List.of(loan), BEFORE, AFTER, NOW).stream()
                .map(DueMove::to)
                .toList();
    }

    @Test
    @DisplayName("B17, D7: snow on Friday before a holiday on Monday: due on Tuesday")
    void toTheFirstDayThatIsReallyOpen() {
        var loan = loan(7, rule("period=14 days"), "2027-01-01T10:00", "2027-01-15T23:59");
        assertThat(DueMoves.plan(List.of(loan), BEFORE, AFTER, NOW))
                .containsExactly(new DueMove(loan, at("2027-01-19T23:59"), Optional.of(SNOW)));
    }

    @Test
    void whatIsDueElsewhereStays() {
        assertThat(moved(loan(1, rule("period=14 days"), "2027-01-05T10:00", "2027-01-19T23:59")))
                .isEmpty();
        assertThat(moved(loan(2, rule("period=14 days", "closed days=keep"), "2027-01-01T10:00", "2027-01-15T23:59")))
                .as("the rule keeps its dates")
                .isEmpty();
    }

    @Test
    void openDaysAreCountedAnew() {
        assertThat(moved(loan(1, rule("period=5 open days"), "2027-01-12T10:00", "2027-01-20T23:59")))
                .containsExactly(at("2027-01-21T23:59"));
    }

    @Test
    void aDateThatSomebodyTypedMovesOnlyOffAClosedDay() {
        var rule = rule("period=5 open days");
        assertThat(moved(loan(1, rule, "2027-01-12T10:00", "2027-01-22T23:59"))).isEmpty();
        assertThat(moved(loan(2, rule, "2027-01-12T10:00", "2027-01-15T14:00")))
                .containsExactly(at("2027-01-19T14:00"));
    }

    @Test
    @DisplayName("D7: a closure that goes away takes its moves back")
    void aClosureThatGoesAway() {
        var loan = loan(1, rule("period=14 days"), "2027-01-01T10:00", "2027-01-19T23:59");
        assertThat(DueMoves.plan(List.of(loan), AFTER, BEFORE, NOW))
                .containsExactly(new DueMove(loan, at("2027-01-15T23:59"), Optional.empty()));
        assertThat(DueMoves.plan(List.of(loan), AFTER, BEFORE, at("2027-01-16T10:00")))
                .as("not to before now")
                .isEmpty();
    }

    @Test
    void notOverTheSummer() {
        var closing = with(
                calendar(USUAL, closed("2027-05-31", "2027-08-17", "Summer")),
                term("Spring", "2027-01-05", "2027-05-28"));
        var snow = with(
                calendar(
                        USUAL,
                        closed("2027-05-28", "2027-05-28", "Flood"),
                        closed("2027-05-31", "2027-08-17", "Summer")),
                term("Spring", "2027-01-05", "2027-05-28"));
        var loan = loan(1, rule("period=term"), "2027-01-05T10:00", "2027-05-28T23:59");
        assertThat(DueMoves.plan(List.of(loan), closing, snow, NOW)).isEmpty();
        var winter = with(SCHOOL, term("Fall", "2026-08-19", "2027-01-15"));
        var closed = with(AFTER, term("Fall", "2026-08-19", "2027-01-15"));
        var fall = loan(2, rule("period=term"), "2026-09-01T10:00", "2027-01-15T23:59");
        assertThat(DueMoves.plan(List.of(fall), winter, closed, NOW))
                .extracting(DueMove::to)
                .containsExactly(at("2027-01-19T23:59"));
    }

    @Test
    @DisplayName("D7: fines that fell into the closure go")
    void finesOfTheClosureGo() {
        var rule = rule("period=14 days", "fine rate=1.00", "fine interval=1 day");
        var loan = loan(1, rule, "2026-12-30T10:00", "2027-01-13T23:59");
        var returned = at("2027-01-19T10:00");
        var fine = new FineOnRecord(9, loan, returned, new BigDecimal("3.00"), Optional.empty());
        assertThat(DueMoves.fineCuts(List.of(fine), BEFORE, AFTER))
                .as("Thursday, Friday and Tuesday were late; Friday was closed")
                .containsExactly(new FineCut(fine, new BigDecimal("1.00")));
        var paid = new FineOnRecord(9, loan, returned, new BigDecimal("0.40"), Optional.empty());
        assertThat(DueMoves.fineCuts(List.of(paid), BEFORE, AFTER))
                .as("no more than is owed")
                .containsExactly(new FineCut(paid, new BigDecimal("0.40")));
        var counts = loan(
                2,
                rule("fine rate=1.00", "fine interval=1 day", "fine closed=yes"),
                "2027-01-01T10:00",
                "2027-01-15T23:59");
        var whole = new FineOnRecord(10, counts, returned, new BigDecimal("4.00"), Optional.empty());
        assertThat(DueMoves.fineCuts(List.of(whole), BEFORE, AFTER))
                .as("due on Tuesday instead")
                .containsExactly(new FineCut(whole, new BigDecimal("4.00")));
    }

    @Test
    void datesOnTheHoldShelf() {
        assertThat(DueMoves.shelfDate(at("2027-01-15T23:59"), BEFORE, AFTER)).isEqualTo(at("2027-01-19T23:59"));
        assertThat(DueMoves.shelfDate(at("2027-01-14T23:59"), BEFORE, AFTER)).isEqualTo(at("2027-01-14T23:59"));
    }

    private static BellTimes fourth(String time) {
        return (day, period) -> period == 4 ? Optional.of(LocalTime.parse(time)) : Optional.empty();
    }

    private static List<Instant> belled(LoanFact loan, BellTimes after, Instant now) {
        return DueMoves.bells(List.of(loan), SCHOOL, fourth("11:25"), after, now).stream()
                .map(DueMove::to)
                .toList();
    }

    @Test
    @DisplayName("D8: what is lent until the end of a period goes by the bells that ring now")
    void otherBellsMoveWhatIsDueByThem() {
        var loan = loan(1, rule("period=period 4"), "2027-01-14T10:00", "2027-01-14T11:25");
        var now = at("2027-01-14T10:05");
        assertThat(belled(loan, fourth("10:25"), now)).containsExactly(at("2027-01-14T10:25"));
        assertThat(belled(loan, fourth("11:25"), now)).as("the same bells").isEmpty();
        assertThat(belled(loan, fourth("10:25"), at("2027-01-14T10:30")))
                .as("not to before now")
                .isEmpty();
        assertThat(belled(loan, fourth("09:55"), now))
                .as("it has rung: the next day that has it")
                .containsExactly(at("2027-01-15T09:55"));
        assertThat(belled(loan, BellTimes.UNKNOWN, now)).as("no day has it").isEmpty();
    }

    @Test
    @DisplayName("D8: what no bell decides stays")
    void otherBellsMoveNothingElse() {
        var now = at("2027-01-14T10:05");
        assertThat(belled(
                        loan(1, rule("period=2 hours"), "2027-01-14T09:25", "2027-01-14T11:25"), fourth("10:25"), now))
                .isEmpty();
        assertThat(belled(
                        loan(2, rule("period=period 4"), "2027-01-14T10:00", "2027-01-14T14:00"), fourth("10:25"), now))
                .as("somebody typed it")
                .isEmpty();
    }
}
