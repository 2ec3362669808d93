package org.carrel.circulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.carrel.catalog.ItemsAtDesk;
import org.carrel.circulation.CalendarMoves.Change;
import org.carrel.circulation.CalendarMoves.Days;
import org.carrel.fixtures.Staff;
import org.carrel.patrons.Borrowers;
import org.carrel.patrons.PatronField;
import org.carrel.platform.Sql;
import org.carrel.security.AuditTrail;
import org.carrel.security.PersonKeys;
import org.carrel.security.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A snow day after it is in the calendar (D7), and what is counted of loans that are forgotten (PR-2). Lent on a Wednesday. */
class CalendarMovesIT {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 10, 16);
    private static final LocalDate MONDAY = LocalDate.of(2026, 10, 19);
    private static final LocalDate TUESDAY = LocalDate.of(2026, 10, 20);

    private TestDesk given;
    private CalendarMoves moves;

    @BeforeEach
    void open() {
        given = TestDesk.open();
        var keys = new PersonKeys(Path.of(System.getProperty("carrel.test.home"), "keys"));
        moves = new CalendarMoves(
                given.database,
                given.clock,
                given.calendar,
                new Borrowers(),
                new ItemsAtDesk(),
                given.ledger,
                new AuditTrail(given.database, given.clock, keys));
        given.rule("period=2 days", "renewals=2");
    }

    @AfterEach
    void close() {
        if (given != null) given.close();
    }

    private Change closed(LocalDate first, LocalDate last) {
        return Change.of(given.site, first, last, true).orElseThrow();
    }

    private LocalDate due(String copy) {
        return given.database
                .read(connection -> Sql.first(
                        connection,
                        "select due_on from loan where open_item = ?",
                        row -> row.getObject(1, LocalDate.class),
                        given.item(copy)))
                .orElseThrow();
    }

    @Test
    @DisplayName("B17, D7: snow on Friday before a holiday: looked at, moved to Tuesday, logged per loan, taken back")
    void aSnowDayMovesWhatIsDueToTheFirstDayThatIsOpen() {
        given.close("2026-10-19", "2026-10-19", "Holiday");
        var copies = given.copies("Snowed in", 2);
        var ana = given.student("Ana");
        copies.forEach(copy -> given.scan(ana, copy));
        assertThat(copies).extracting(this::due).containsOnly(FRIDAY);
        given.close("2026-10-16", "2026-10-16", "Snow");
        var snow = closed(FRIDAY, FRIDAY);

        var plan = moves.plan(snow);
        assertThat(plan.days()).containsExactly(new Days(FRIDAY, TUESDAY, 2));
        assertThat(plan.examples())
                .extracting(CalendarMoves.Example::barcode)
                .containsExactlyInAnyOrderElementsOf(copies);
        assertThat(plan.toString()).as("nobody's name").doesNotContain("Ana");
        assertThat(copies).as("only looked at").extracting(this::due).containsOnly(FRIDAY);

        var request = UUID.randomUUID();
        var moved = moves.move(snow, request, given.technician()).orElseThrow();
        assertThat(moved.loans()).isEqualTo(2);
        assertThat(copies).extracting(this::due).containsOnly(TUESDAY);
        assertThat(given.number(
                        "select count(*) from loan_event where loan_id = ? and kind = 'due_changed' and account_id = ? "
                                + "and due_before = '2026-10-17 04:59:00' and due_after = '2026-10-21 04:59:00'",
                        given.openLoan(copies.getFirst()),
                        given.technician().account()))
                .isEqualTo(1);
        assertThat(moves.move(snow, request, given.technician()))
                .as("F-11: sent twice")
                .contains(moved);
        assertThat(moves.plan(snow).isEmpty()).isTrue();

        given.clock.set(Instant.parse("2026-10-20T15:00:00Z"));
        given.desk.renew(given.press(), given.openLoan(copies.getLast()), given.technician());
        var renewed = due(copies.getLast());
        assertThat(renewed).isAfter(TUESDAY);
        assertThat(moves.undo(moved.id(), given.technician())).isPresent();
        assertThat(due(copies.getFirst())).isEqualTo(FRIDAY);
        assertThat(due(copies.getLast())).as("renewed since: it stays").isEqualTo(renewed);
        assertThat(moves.undo(moved.id(), given.technician())).as("once").isEmpty();
    }

    @Test
    void whatIsOpenAfterAllIsDueAsItWouldHaveBeen() { // D7
        given.close("2026-10-16", "2026-10-16", "Snow");
        var copy = given.copy("No snow");
        given.scan(given.student("Ana"), copy);
        assertThat(due(copy)).isEqualTo(MONDAY);
        var closure = given.calendar.read(given.site).closures().getFirst();
        given.calendar.removeClosure(given.site, closure.id(), 1);
        var opened = Change.of(given.site, FRIDAY, FRIDAY, false).orElseThrow();
        assertThat(moves.plan(opened).days()).containsExactly(new Days(MONDAY, FRIDAY, 1));
        moves.move(opened, UUID.randomUUID(), given.technician());
        assertThat(due(copy)).isEqualTo(FRIDAY);
    }

    @Test
    void whatWaitsOnTheHoldShelfWaitsLonger() { // D7, H4
        given.rule("period=2 days", "shelf_days=2");
        var copy = given.copy("Wanted in the snow");
        given.hold(given.student("Maya"), copy);
        given.scan(copy);
        var shelf = "select count(*) from held_copy where set_aside = ? and shelf_until = ?";
        assertThat(given.number(shelf, given.item(copy), FRIDAY)).isEqualTo(1);
        given.close("2026-10-16", "2026-10-16", "Snow");
        var moved = moves.move(closed(FRIDAY, FRIDAY), UUID.randomUUID(), given.technician())
                .orElseThrow();
        assertThat(moved.shelf()).isEqualTo(1);
        assertThat(given.number(shelf, given.item(copy), MONDAY)).isEqualTo(1);
        moves.undo(moved.id(), given.technician());
        assertThat(given.number(shelf, given.item(copy), FRIDAY)).isEqualTo(1);
    }

    @Test
    void aFineForADayOnWhichItWasClosedGoesAndComesBackWithUndo() { // D7
        given.rule("period=2 days", "fine_rate=0.25", "fine_interval=1 days", "fine_closed=no");
        var ana = given.student("Ana");
        var copy = given.copy("Late in the snow");
        given.scan(ana, copy);
        given.clock.set(Instant.parse("2026-10-20T15:00:00Z"));
        given.scan(copy);
        assertThat(given.owed(ana)).as("Monday and Tuesday").isEqualTo(Money.of("0.50"));
        given.close("2026-10-19", "2026-10-19", "Ice, said too late");
        var ice = closed(MONDAY, MONDAY);
        assertThat(moves.plan(ice).voided()).isEqualTo(Money.of("0.25"));
        var moved = moves.move(ice, UUID.randomUUID(), given.technician()).orElseThrow();
        assertThat(moved.fines()).isEqualTo(1);
        assertThat(given.owed(ana)).isEqualTo(Money.of("0.25"));
        assertThat(moves.plan(ice).fines()).as("once").isZero();
        moves.undo(moved.id(), given.technician());
        assertThat(given.owed(ana)).isEqualTo(Money.of("0.50"));
    }

    @Test
    void whoWorksAtAnotherSchoolMovesNothingHere() {
        var elsewhere = Staff.of(Role.LIBRARIAN, "LMC").caller();
        assertThat(moves.move(closed(FRIDAY, FRIDAY), UUID.randomUUID(), elsewhere))
                .isEmpty();
    }

    @Test
    void forgottenLoansAreCountedInBandsAndSmallNumbersAreNotTold() { // PR-2
        given.rule("period=14 days");
        for (var i = 0; i < 6; i++) lendAndReturn(given.student("Fifth"));
        for (var i = 0; i < 4; i++) lendAndReturn(given.person(Map.of(PatronField.GRADE, "08")));
        var counts = new LoanCounts(given.database);
        var october = YearMonth.of(2026, 10);
        var known = counts.of(given.site, october, october, given.technician());
        given.clock.pass(Duration.ofMinutes(3));
        given.memory.forget();
        assertThat(given.number(
                        "select count(*) from loan l join site s on s.id = l.site_id where s.code = ? "
                                + "and (l.patron_id is not null or l.grade <> '')",
                        given.site))
                .as("no grade stays with a moment and a title")
                .isZero();
        assertThat(counts.of(given.site, october, october, given.technician()))
                .as("the same before they are forgotten and after")
                .isEqualTo(known)
                .containsExactly(
                        new LoanCount(october, GradeBand.G3_5, "", OptionalInt.of(6)),
                        new LoanCount(october, GradeBand.G6_8, "", OptionalInt.empty()));
        assertThat(counts.of(given.site, october.plusMonths(1), october.plusMonths(1), given.technician()))
                .isEmpty();
        assertThat(counts.of(
                        given.site,
                        october,
                        october,
                        Staff.of(Role.LIBRARIAN, "LMC").caller()))
                .isEmpty();
    }

    private void lendAndReturn(long patron) {
        var copy = given.copy("Counted");
        given.scan(patron, copy);
        given.clock.pass(Duration.ofSeconds(20));
        assertThat(given.scan(copy).act()).isEqualTo(DeskAnswer.Act.RETURNED);
    }
}
