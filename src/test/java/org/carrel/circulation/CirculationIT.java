package org.carrel.circulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.carrel.circulation.DeskAnswer.Act;
import org.carrel.circulation.DeskAnswer.Remark;
import org.carrel.fixtures.Staff;
import org.carrel.patrons.PatronField;
import org.carrel.security.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The desk through its door, on the product's database. */
class CirculationIT {
    private TestDesk given;

    @BeforeEach
    void open() {
        given = TestDesk.open();
    }

    @AfterEach
    void close() {
        if (given != null) given.close();
    }

    private static List<LoanBlock> blocks(DeskAnswer answer) {
        return answer.blocks().stream().map(Blocked::block).toList();
    }

    private static List<Remark.Kind> remarks(DeskAnswer answer) {
        return answer.remarks().stream().map(Remark::kind).toList();
    }

    @Test
    void aCardIsSomebodyAtTheDeskAndACopyIsLent() {
        var maya = given.student("Maya");
        var card = given.card(maya);
        var holes = given.copy("Holes");
        var up = given.scan(" " + card.toLowerCase() + "\u0000\r");
        assertThat(up.act()).as("B78").isEqualTo(Act.PATRON);
        assertThat(up.patron().orElseThrow().id()).isEqualTo(maya);
        var answer = given.scan(maya, holes);
        assertThat(answer.act()).isEqualTo(Act.CHECKED_OUT);
        var loan = answer.loan().orElseThrow();
        assertThat(loan.due()).as("14 days, T3").hasValue(Instant.parse("2026-10-29T04:59:00Z"));
        assertThat(loan.dueOn()).hasValue(LocalDate.of(2026, 10, 28));
        var summary = given.loans.summary(maya, given.site, given.technician()).orElseThrow();
        assertThat(summary.loans()).singleElement().satisfies(line -> {
            assertThat(line.item().barcode()).isEqualTo(holes);
            assertThat(line.overdue()).isFalse();
        });
    }

    @Test
    void aCopyOnLoanIsRefusedToTheNextAndCanBeTakenAndLentByAWord() { // B01, O3
        var ana = given.student("Ana");
        var bo = given.student("Bo");
        var device = given.copy("Device X");
        given.scan(ana, device);
        var answer = given.scan(bo, device);
        assertThat(answer.act()).isEqualTo(Act.REFUSED);
        assertThat(blocks(answer)).containsExactly(LoanBlock.ON_LOAN_TO_OTHER);
        assertThat(given.number("select count(*) from loan where item_id = ?", given.item(device)))
                .isEqualTo(1);
        var lifted = new Lifted(Set.of(LoanBlock.ON_LOAN_TO_OTHER), "Says it is his");
        assertThat(given.scan(bo, device, lifted).act()).as("never overridden").isEqualTo(Act.REFUSED);
        var taken = given.desk.takeAndLend(given.request(bo, ""), given.item(device), given.technician());
        assertThat(taken.act()).isEqualTo(Act.CHECKED_OUT);
        assertThat(remarks(taken)).contains(Remark.Kind.TAKEN_FROM_OTHER);
        assertThat(given.number("select patron_id from loan where open_item = ?", given.item(device)))
                .isEqualTo(bo);
    }

    @Test
    void takingFromOneAndNotLendingToTheOtherLeavesEverythingAsItWas() { // O3
        var ana = given.student("Ana");
        var left = given.person(Map.of(PatronField.STATUS, "INACTIVE"));
        var copy = given.copy("Stays");
        given.scan(ana, copy);
        var answer = given.desk.takeAndLend(given.request(left, ""), given.item(copy), given.technician());
        assertThat(answer.act()).isEqualTo(Act.REFUSED);
        assertThat(blocks(answer)).containsExactly(LoanBlock.PATRON_LEFT);
        assertThat(given.number("select patron_id from loan where open_item = ?", given.item(copy)))
                .isEqualTo(ana);
    }

    @Test
    void theSameRequestAgainGetsTheSameAnswerAndDoesNothing() { // B02, Z2, F-05, F-11
        var ana = given.student("Ana");
        var copy = given.copy("Twice");
        var scan = given.request(ana, copy);
        var first = given.desk.scan(scan, given.technician());
        given.rule("period=3 days");
        given.clock.pass(Duration.ofSeconds(30));
        var second = given.desk.scan(scan, given.technician());
        assertThat(second.act()).isEqualTo(Act.CHECKED_OUT);
        assertThat(second.repeated()).isTrue();
        assertThat(second.loan().orElseThrow().due())
                .isEqualTo(first.loan().orElseThrow().due());
        assertThat(given.number("select count(*) from loan where item_id = ?", given.item(copy)))
                .isEqualTo(1);
        var stranger = given.desk.scan(scan, given.aide());
        assertThat(stranger.act()).as("somebody else's request says nothing").isEqualTo(Act.UNKNOWN);
    }

    @Test
    void whatTheScannerSendsTwiceIsLentOnceAndStaysLent() {
        var ana = given.student("Ana");
        var copy = given.copy("Double");
        given.scan(ana, copy);
        given.clock.pass(Duration.ofMillis(400));
        assertThat(given.scan(ana, copy).act()).isEqualTo(Act.JUST_LENT);
        given.clock.pass(Duration.ofMinutes(5));
        assertThat(given.scan(ana, copy).act()).as("later it comes back").isEqualTo(Act.RETURNED);
        given.clock.pass(Duration.ofMillis(400));
        assertThat(given.scan(copy).act()).as("C1").isEqualTo(Act.JUST_RETURNED);
    }

    @Test
    void fiftyDesksWantOneCopyAndOneGetsIt() throws Exception { // F-12, Z1, Z3, Z5
        var copy = given.copy("The last one");
        var people = new ArrayList<Long>();
        for (var i = 0; i < 50; i++) people.add(given.student("P" + i));
        List<DeskAnswer> answers;
        try (var desks = Executors.newFixedThreadPool(16)) {
            var scans = people.stream()
                    .map(person -> (Callable<DeskAnswer>) () -> given.scan(person, copy))
                    .toList();
            var results = desks.invokeAll(scans, 60, TimeUnit.SECONDS);
            answers = results.stream().map(result -> result.resultNow()).toList();
        }
        assertThat(answers)
                .filteredOn(answer -> answer.act() == Act.CHECKED_OUT)
                .hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.act() == Act.REFUSED)
                .hasSize(49)
                .allMatch(answer -> blocks(answer).equals(List.of(LoanBlock.ON_LOAN_TO_OTHER)));
        assertThat(given.number("select count(*) from loan where item_id = ?", given.item(copy)))
                .isEqualTo(1);
    }

    @Test
    void twoNodesLendAndTakeBackOneCopyInTheSameMoment() throws Exception { // F-10, I2
        var copy = given.copy("Between two nodes");
        var ana = given.student("Ana");
        var bo = given.student("Bo");
        try (var node = TestDesk.open();
                var threads = Executors.newFixedThreadPool(2)) {
            for (var round = 1; round <= 10; round++) {
                var lent = threads.invokeAll(
                        List.<Callable<Act>>of(() -> given.scan(ana, copy).act(), () -> node.scan(bo, copy)
                                .act()));
                assertThat(lent.stream().map(Future::resultNow))
                        .as("round %d", round)
                        .containsExactlyInAnyOrder(Act.CHECKED_OUT, Act.REFUSED);
                var back = threads.invokeAll(List.<Callable<Act>>of(
                        () -> given.scan(copy).act(), () -> node.scan(copy).act()));
                assertThat(back.stream().map(Future::resultNow))
                        .as("round %d", round)
                        .containsExactlyInAnyOrder(Act.RETURNED, Act.JUST_RETURNED);
            }
        }
        assertThat(given.number("select count(*) from loan where item_id = ?", given.item(copy)))
                .isEqualTo(10);
        assertThat(given.number("select count(*) from loan where open_item = ?", given.item(copy)))
                .isZero();
    }

    @Test
    void tenCopiesAtOnceToOneStudentStopAtTheLimit() throws Exception { // L4
        given.rule("total_limit=3");
        var ana = given.student("Ana");
        var copies = given.copies("Ten", 10);
        List<DeskAnswer> answers;
        try (var desks = Executors.newFixedThreadPool(10)) {
            var scans = copies.stream()
                    .map(copy -> (Callable<DeskAnswer>) () -> given.scan(ana, copy))
                    .toList();
            answers = desks.invokeAll(scans, 60, TimeUnit.SECONDS).stream()
                    .map(result -> result.resultNow())
                    .toList();
        }
        assertThat(answers)
                .filteredOn(answer -> answer.act() == Act.CHECKED_OUT)
                .hasSize(3);
        assertThat(answers)
                .filteredOn(answer -> answer.act() == Act.REFUSED)
                .hasSize(7)
                .allMatch(answer -> blocks(answer).contains(LoanBlock.TOO_MANY_LOANS));
    }

    @Test
    void allBlocksAreToldAtOnceWorstFirstAndAreLiftedByAReason() { // O1, O2
        given.rule("total_limit=0");
        var ana = given.person(Map.of(), Optional.of(LocalDate.of(2026, 9, 1)));
        given.blocks.block(ana, "Agreement is missing", Optional.empty(), "test");
        var copy = given.copy("Blocked");
        given.write("update item set item_condition = 'damaged' where barcode = ?", copy);
        var answer = given.scan(ana, copy);
        assertThat(blocks(answer))
                .containsExactly(
                        LoanBlock.PATRON_BLOCKED,
                        LoanBlock.CARD_EXPIRED,
                        LoanBlock.TOO_MANY_LOANS,
                        LoanBlock.COPY_DAMAGED);
        assertThat(answer.blocks().getFirst().facts()).containsExactly("Agreement is missing");
        var some = new Lifted(Set.of(LoanBlock.PATRON_BLOCKED, LoanBlock.CARD_EXPIRED), "For class");
        assertThat(given.scan(ana, copy, some).act()).isEqualTo(Act.REFUSED);
        var noReason = new Lifted(Set.copyOf(blocks(answer)), " ");
        assertThat(given.scan(ana, copy, noReason).act()).isEqualTo(Act.REFUSED);
        var all = new Lifted(Set.copyOf(blocks(answer)), "For class");
        var aide = new Scan(UUID.randomUUID(), copy, Optional.of(ana), given.place(), Duration.ZERO, all);
        assertThat(given.desk.scan(aide, given.aide()).act())
                .as("no role for it")
                .isEqualTo(Act.REFUSED);
        var lent = given.scan(ana, copy, all);
        assertThat(lent.act()).isEqualTo(Act.CHECKED_OUT);
        assertThat(given.number(
                        "select count(*) from loan_event where loan_id = ? and reason = 'For class' and overridden = "
                                + "'PATRON_BLOCKED,CARD_EXPIRED,TOO_MANY_LOANS,COPY_DAMAGED'",
                        lent.loan().orElseThrow().id()))
                .isEqualTo(1);
    }

    @Test
    void aMissingCopyIsFoundByLendingItAfterAYes() { // B42
        var ana = given.student("Ana");
        var copy = given.copy("Found");
        given.write("update item set item_condition = 'missing' where barcode = ?", copy);
        assertThat(blocks(given.scan(ana, copy))).containsExactly(LoanBlock.COPY_MISSING);
        var yes = new Lifted(Set.of(LoanBlock.COPY_MISSING), "");
        assertThat(given.scan(ana, copy, yes).act()).isEqualTo(Act.CHECKED_OUT);
        assertThat(given.number("select count(*) from item where barcode = ? and item_condition = 'good'", copy))
                .isEqualTo(1);
    }

    @Test
    void oneMissingCopyAmongTenStopsNoOther() { // B40
        var ana = given.student("Ana");
        var copies = given.copies("Ten of a class", 10);
        given.write("update item set item_condition = 'missing' where barcode = ?", copies.get(4));
        var acts = copies.stream().map(copy -> given.scan(ana, copy).act()).toList();
        assertThat(acts).filteredOn(Act.CHECKED_OUT::equals).hasSize(9);
        assertThat(acts.get(4)).isEqualTo(Act.REFUSED);
    }

    @Test
    void aReturnIsAlwaysPossibleForAnybody() { // O5
        var ana = given.student("Ana");
        var copy = given.copy("Comes back");
        given.scan(ana, copy);
        given.write("update patron set status = 'inactive', left_on = '2026-10-01' where id = ?", ana);
        given.blocks.block(ana, "Owes", Optional.empty(), "test");
        given.clock.set(Instant.parse("2026-11-02T16:00:00Z"));
        var answer = given.scan(copy);
        assertThat(answer.act()).isEqualTo(Act.RETURNED);
        assertThat(answer.patron().orElseThrow().id()).isEqualTo(ana);
        assertThat(remarks(answer)).containsExactly(Remark.Kind.LATE);
        assertThat(blocks(given.scan(ana, copy))).contains(LoanBlock.PATRON_LEFT, LoanBlock.PATRON_BLOCKED);
    }

    @Test
    void aReturnIsForgottenAfterTheMinuteOfUndo() { // PR-1
        var ana = given.student("Ana");
        var copy = given.copy("A secret");
        given.scan(ana, copy);
        var loan = given.openLoan(copy);
        given.clock.pass(Duration.ofDays(2));
        var request = given.press();
        given.desk.checkIn(request, given.item(copy), given.technician());
        given.memory.forget();
        assertThat(given.number("select count(*) from loan where id = ? and patron_id = ?", loan, ana))
                .as("it can be taken back for a minute")
                .isEqualTo(1);
        given.clock.pass(Duration.ofSeconds(61));
        given.memory.forget();
        assertThat(given.number("select count(*) from loan where id = ? and patron_id is null", loan))
                .isEqualTo(1);
        assertThat(given.number("select count(*) from desk_request where patron_id = ?", ana))
                .as("answers of the desk, but for the card")
                .isZero();
        var again = given.desk.checkIn(request, given.item(copy), given.technician());
        assertThat(again.act()).isEqualTo(Act.FORGOTTEN);
        assertThat(again.patron()).isEmpty();
    }

    @Test
    void whatWasDoneIsTakenBackWithinAMinute() {
        var ana = given.student("Ana");
        var copy = given.copy("Undo");
        var out = given.request(ana, copy);
        given.desk.scan(out, given.technician());
        given.clock.pass(Duration.ofSeconds(30));
        var undone = given.desk.undo(given.press(), Optional.of(out.request()), given.technician());
        assertThat(undone.act()).isEqualTo(Act.UNDONE);
        assertThat(given.number("select count(*) from loan where open_item = ?", given.item(copy)))
                .isZero();
        assertThat(given.desk
                        .undo(given.press(), Optional.of(out.request()), given.technician())
                        .act())
                .as("once")
                .isEqualTo(Act.NOTHING_TO_UNDO);
        given.scan(ana, copy);
        given.clock.pass(Duration.ofMinutes(5));
        given.scan(copy);
        given.clock.pass(Duration.ofSeconds(59));
        assertThat(given.scan("UNDO").act()).as("by its barcode").isEqualTo(Act.UNDONE);
        assertThat(given.number("select patron_id from loan where open_item = ?", given.item(copy)))
                .isEqualTo(ana);
        given.clock.pass(Duration.ofSeconds(2));
        assertThat(given.scan("UNDO").act()).as("the minute is over").isEqualTo(Act.NOTHING_TO_UNDO);
    }

    @Test
    void aReturnIsNotTakenBackWhenSomebodyElseHasItSince() {
        var ana = given.student("Ana");
        var bo = given.student("Bo");
        var copy = given.copy("Quick");
        given.scan(ana, copy);
        given.clock.pass(Duration.ofMinutes(5));
        var back = given.press();
        given.desk.checkIn(back, given.item(copy), given.technician());
        given.clock.pass(Duration.ofSeconds(15));
        given.scan(bo, copy);
        assertThat(given.desk
                        .undo(given.press(), Optional.of(back.request()), given.technician())
                        .act())
                .isEqualTo(Act.NOTHING_TO_UNDO);
        assertThat(given.number("select patron_id from loan where open_item = ?", given.item(copy)))
                .isEqualTo(bo);
    }

    @Test
    void renewalsCountAndStopAtTheirLimit() { // B14, B21
        given.rule("period=14 days", "renewals=1");
        var ana = given.student("Ana");
        var copy = given.copy("Again");
        given.scan(ana, copy);
        var loan = given.openLoan(copy);
        var same = given.desk.renew(given.press(), loan, given.technician());
        assertThat(blocks(same)).containsExactly(LoanBlock.DUE_DATE_STAYS);
        given.clock.pass(Duration.ofDays(5));
        var renewed = given.desk.renew(given.press(), loan, given.technician());
        assertThat(renewed.act()).isEqualTo(Act.RENEWED);
        var fresh = given.scan(ana, given.copy("Fresh"));
        assertThat(renewed.loan().orElseThrow().due())
                .as("B14")
                .isEqualTo(fresh.loan().orElseThrow().due());
        given.clock.pass(Duration.ofDays(5));
        var refused = given.desk.renew(given.press(), loan, given.technician());
        assertThat(blocks(refused)).containsExactly(LoanBlock.NO_MORE_RENEWALS);
        assertThat(given.number("select renewals from loan where id = ?", loan)).isEqualTo(1);
    }

    @Test
    void aRenewalAtTwoPlacesAtOnceCountsOnce() throws Exception { // B08
        given.rule("period=14 days", "renewals=1");
        var ana = given.student("Ana");
        var copy = given.copy("Race");
        given.scan(ana, copy);
        var loan = given.openLoan(copy);
        given.clock.pass(Duration.ofDays(3));
        try (var places = Executors.newFixedThreadPool(2)) {
            var both = List.<Callable<DeskAnswer>>of(
                    () -> given.desk.renew(given.press(), loan, given.technician()),
                    () -> given.desk.renew(given.press(), loan, given.technician()));
            var acts = places.invokeAll(both, 60, TimeUnit.SECONDS).stream()
                    .map(result -> result.resultNow().act())
                    .toList();
            assertThat(acts).containsExactlyInAnyOrder(Act.RENEWED, Act.REFUSED);
        }
        assertThat(given.number("select renewals from loan where id = ?", loan)).isEqualTo(1);
    }

    @Test
    void aRenewalIsTakenBack() {
        given.rule("period=14 days", "renewals=2");
        var ana = given.student("Ana");
        var copy = given.copy("Not again");
        var due = given.scan(ana, copy).loan().orElseThrow().due();
        given.clock.pass(Duration.ofDays(5));
        var request = given.press();
        given.desk.renew(request, given.openLoan(copy), given.technician());
        var undone = given.desk.undo(given.press(), Optional.of(request.request()), given.technician());
        assertThat(undone.act()).isEqualTo(Act.UNDONE);
        assertThat(undone.loan().orElseThrow().due()).isEqualTo(due);
        assertThat(undone.loan().orElseThrow().renewals()).isZero();
    }

    @Test
    void aBookDropCountsForItsDayAndNeverForADayToCome() { // F5, B26
        given.rule("period=1 days");
        var ana = given.student("Ana");
        var copies = given.copies("Dropped", 2);
        copies.forEach(copy -> given.scan(ana, copy));
        given.clock.set(Instant.parse("2026-10-19T14:00:00Z"));
        var friday = new DeskPlace(given.site, Optional.of(LocalDate.of(2026, 10, 15)));
        var dropped = given.desk.checkIn(
                new Scan(UUID.randomUUID(), "", Optional.empty(), friday, Duration.ZERO, Lifted.NOTHING),
                given.item(copies.getFirst()),
                given.technician());
        assertThat(dropped.act()).isEqualTo(Act.RETURNED);
        assertThat(remarks(dropped)).containsExactly(Remark.Kind.COUNTED_FOR);
        var tomorrow = new DeskPlace(given.site, Optional.of(LocalDate.of(2026, 10, 20)));
        var refused = given.desk.checkIn(
                new Scan(UUID.randomUUID(), "", Optional.empty(), tomorrow, Duration.ZERO, Lifted.NOTHING),
                given.item(copies.getLast()),
                given.technician());
        assertThat(blocks(refused)).containsExactly(LoanBlock.RETURN_DAY_TO_COME);
        assertThat(given.number("select count(*) from loan where open_item = ?", given.item(copies.getLast())))
                .isEqualTo(1);
    }

    @Test
    void aLoanOfTwoHoursIsDueByTheClockOfTheSchoolWhereverItIsLookedAt() { // B16, T1
        given.rule("period=2 hours");
        var ana = given.student("Ana");
        var copy = given.copy("Two hours");
        given.clock.set(Instant.parse("2026-10-14T14:00:00Z")); // nine in Chicago, eleven at night in Tokyo
        var loan = given.scan(ana, copy).loan().orElseThrow();
        assertThat(loan.due()).hasValue(Instant.parse("2026-10-14T16:00:00Z"));
        assertThat(loan.zone()).hasToString("America/Chicago");
        assertThat(loan.dueOn()).hasValue(LocalDate.of(2026, 10, 14));
        given.clock.pass(Duration.ofMinutes(119));
        var summary = given.loans.summary(ana, given.site, given.technician()).orElseThrow();
        assertThat(summary.loans()).singleElement().satisfies(line -> assertThat(line.overdue())
                .isFalse());
    }

    @Test
    void theTimeOfAReturnIsTheTimeOfItsScan() { // B25
        var ana = given.student("Ana");
        var copy = given.copy("At 14:37");
        given.scan(ana, copy);
        var loan = given.openLoan(copy);
        given.clock.set(Instant.parse("2026-10-15T19:37:12Z"));
        given.scan(copy);
        assertThat(given.number("select count(*) from loan where id = ? and returned_at = '2026-10-15 19:37:12'", loan))
                .isEqualTo(1);
    }

    @Test
    void whatWaitedForTheNetworkCountsForWhenItWasScanned() {
        given.rule("period=1 days");
        var ana = given.student("Ana");
        var copy = given.copy("Offline");
        given.scan(ana, copy);
        given.clock.set(Instant.parse("2026-10-16T05:30:00Z"));
        var late =
                new Scan(UUID.randomUUID(), copy, Optional.empty(), given.place(), Duration.ofHours(1), Lifted.NOTHING);
        var answer = given.desk.scan(late, given.technician());
        assertThat(answer.act()).isEqualTo(Act.RETURNED);
        assertThat(remarks(answer)).as("scanned before it was due").isEmpty();
    }

    @Test
    void closedDaysMoveTheDueDate() { // B12 and the calendar of the site
        given.rule("period=2 days");
        given.close("2026-10-16", "2026-10-16", "Snow");
        var ana = given.student("Ana");
        var loan = given.scan(ana, given.copy("Snow")).loan().orElseThrow();
        assertThat(loan.dueOn()).hasValue(LocalDate.of(2026, 10, 19));
    }

    @Test
    void theLoanKeepsTheRulesThatItWasMadeWith() { // B48
        given.rule("period=14 days", "renewals=2");
        var ana = given.student("Ana");
        var copy = given.copy("Kept");
        given.scan(ana, copy);
        given.rule("period=3 days", "renewals=0");
        given.clock.pass(Duration.ofDays(7));
        var renewed = given.desk.renew(given.press(), given.openLoan(copy), given.technician());
        assertThat(renewed.act()).isEqualTo(Act.RENEWED);
        assertThat(renewed.loan().orElseThrow().dueOn()).hasValue(LocalDate.of(2026, 11, 4));
    }

    @Test
    void aCardInTheWrongPlaceReturnsNothing() { // B38
        var maya = given.student("Maya");
        var card = given.card(maya);
        assertThat(given.scan(given.student("Omar"), card).act()).isEqualTo(Act.PATRON);
    }

    @Test
    void whoWorksAtAnotherSchoolDoesNotEvenSeeThePerson() {
        var maya = given.student("Maya");
        var card = given.card(maya);
        var copy = given.copy("Own school");
        var elsewhere = Staff.of(Role.TECHNICIAN, "LMC").caller();
        var place = DeskPlace.at("LMC");
        assertThat(given.desk
                        .scan(Scan.now(UUID.randomUUID(), card, Optional.empty(), place), elsewhere)
                        .act())
                .isEqualTo(Act.UNKNOWN);
        assertThat(given.desk
                        .scan(Scan.now(UUID.randomUUID(), copy, Optional.of(maya), place), elsewhere)
                        .act())
                .isEqualTo(Act.UNKNOWN);
        assertThat(given.loans.summary(maya, "LMC", elsewhere)).isEmpty();
        given.scan(maya, copy);
        var back = given.desk.scan(Scan.now(UUID.randomUUID(), copy, Optional.empty(), place), elsewhere);
        assertThat(back.act()).as("a return is always possible").isEqualTo(Act.RETURNED);
        assertThat(back.patron()).isEmpty();
        assertThat(remarks(back)).contains(Remark.Kind.BELONGS_ELSEWHERE);
    }

    @Test
    void aNameFindsPeopleForThoseWhoMayLookThemUp() {
        var family = TestDesk.unique("Quill").replaceAll("[0-9]", "x");
        given.person(Map.of(PatronField.FAMILY_NAME, family));
        assertThat(given.scan(family).act()).isEqualTo(Act.PATRON);
        given.person(Map.of(PatronField.FAMILY_NAME, family, PatronField.GIVEN_NAME, "Bo"));
        var two = given.scan(family);
        assertThat(two.act()).isEqualTo(Act.CHOOSE_PERSON);
        assertThat(two.people()).hasSize(2);
        var aide = Scan.now(UUID.randomUUID(), family, Optional.empty(), given.place());
        assertThat(given.desk.scan(aide, given.aide()).act()).isEqualTo(Act.UNKNOWN);
        assertThat(given.scan(family + "7").act()).as("a number is no name").isEqualTo(Act.UNKNOWN);
    }

    @Test
    void nothingAndNonsenseAreAnswered() {
        assertThat(given.scan("  \u0003\r\n").act()).isEqualTo(Act.NOTHING);
        assertThat(given.scan("A/1\" or 1=1*").act()).as("B96").isEqualTo(Act.UNKNOWN);
        assertThat(given.scan("x".repeat(5_000)).act()).isEqualTo(Act.UNKNOWN);
        assertThat(given.scan("DONE").act()).isEqualTo(Act.DONE);
    }

    @Test
    void barcodesWithBlanksInsideAreLookedUpAsTheyAre() { // B79
        var copy = given.copy("Blank inside");
        var spaced = "P " + copy;
        given.write("update item set barcode = ? where barcode = ?", spaced, copy);
        assertThat(given.scan(" " + spaced + " ").act()).isEqualTo(Act.NOT_ON_LOAN);
    }

    @Test
    void aReturnGoesToTheHoldShelfUnlessSomebodySaysOtherwise() { // B30, H3, H4
        var ana = given.student("Ana");
        var maya = given.student("Maya");
        var copy = given.copy("Wonder");
        given.scan(ana, copy);
        given.hold(maya, copy);
        given.clock.pass(Duration.ofHours(1));
        var back = given.press();
        var answer = given.desk.checkIn(back, given.item(copy), given.technician());
        assertThat(answer.act()).isEqualTo(Act.RETURNED);
        assertThat(remarks(answer)).containsExactly(Remark.Kind.HOLD_HERE, Remark.Kind.PICK_UP_UNTIL);
        assertThat(answer.remarks().getFirst().value()).startsWith("Maya");
        assertThat(answer.remarks().getLast().value())
                .as("five open days after Wednesday")
                .isEqualTo("2026-10-21");
        assertThat(given.told).extracting(HoldNews::kind).containsExactly(HoldNews.Kind.READY);
        given.desk.undo(given.press(), Optional.of(back.request()), given.technician());
        assertThat(given.told).extracting(HoldNews::kind).contains(HoldNews.Kind.RETRACTED);
        assertThat(given.number("select patron_id from loan where open_item = ?", given.item(copy)))
                .isEqualTo(ana);
        given.clock.pass(Duration.ofMinutes(1));
        given.scan(copy);
        given.clock.pass(Duration.ofMinutes(1));
        var shelved = given.desk.shelve(given.press(), given.item(copy), given.technician());
        assertThat(remarks(shelved)).doesNotContain(Remark.Kind.HOLD_HERE);
        assertThat(remarks(given.scan(copy))).as("the next scan asks again").contains(Remark.Kind.HOLD_HERE);
    }

    @Test
    void whatWaitsForBoIsLentToAnaOnlyWithAReasonAndThenHeIsFirstAgain() { // B27, H5
        var ana = given.student("Ana");
        var bo = given.student("Bo");
        var copy = given.copy("Guts");
        var hold = given.hold(bo, copy);
        given.scan(copy);
        var refused = given.scan(ana, copy);
        assertThat(blocks(refused)).containsExactly(LoanBlock.HELD_FOR_OTHER);
        assertThat(refused.blocks().getFirst().facts().getFirst()).startsWith("Bo");
        var lent = given.scan(ana, copy, new Lifted(Set.of(LoanBlock.HELD_FOR_OTHER), "Bo said so"));
        assertThat(lent.act()).isEqualTo(Act.CHECKED_OUT);
        assertThat(given.told).extracting(HoldNews::kind).containsExactly(HoldNews.Kind.READY, HoldNews.Kind.RETRACTED);
        given.clock.pass(Duration.ofMinutes(5));
        var back = given.scan(copy);
        assertThat(remarks(back)).contains(Remark.Kind.HOLD_HERE);
        var picked = given.scan(bo, copy);
        assertThat(picked.act()).as("B37: by name, without a card").isEqualTo(Act.CHECKED_OUT);
        assertThat(remarks(picked)).contains(Remark.Kind.HOLD_FILLED);
        assertThat(given.number("select count(*) from hold where id = ? and ended_at is null", hold))
                .isZero();
    }

    @Test
    void lateReturnsAreChargedByTheRulesOfTheLoanAndTakenBackWithIt() { // F4, B50
        given.rule("period=1 days", "fine_rate=0.10", "fine_interval=1 days", "fine_cap=0.30", "fine_closed=yes");
        var ana = given.student("Ana");
        var copy = given.copy("Late");
        given.scan(ana, copy);
        given.rule("period=1 days");
        given.clock.set(Instant.parse("2026-10-23T15:00:00Z"));
        var back = given.press();
        var answer = given.desk.checkIn(back, given.item(copy), given.technician());
        assertThat(remarks(answer)).contains(Remark.Kind.LATE, Remark.Kind.FINE);
        assertThat(given.owed(ana)).as("capped").isEqualTo(Money.of("0.30"));
        given.desk.undo(given.press(), Optional.of(back.request()), given.technician());
        assertThat(given.owed(ana)).isEqualTo(Money.ZERO);
        given.clock.pass(Duration.ofMinutes(2));
        given.scan(copy);
        given.clock.pass(Duration.ofDays(2));
        given.memory.forget();
        assertThat(given.number("select count(*) from loan where item_id = ? and patron_id = ?", given.item(copy), ana))
                .as("who owes is not forgotten")
                .isEqualTo(1);
    }

    @Test
    void whatIsClaimedAndLentToAnotherEndsTheClaim() { // B58
        var ana = given.student("Ana");
        var bo = given.student("Bo");
        var copy = given.copy("Claimed");
        given.scan(ana, copy);
        var loan = given.openLoan(copy);
        given.database.transaction(connection -> given.losses.claimReturned(
                connection, loan, "", new DeskAct(UUID.randomUUID(), given.clock.instant(), OptionalLong.empty())));
        given.clock.pass(Duration.ofDays(1));
        assertThat(given.scan(bo, copy).act()).isEqualTo(Act.CHECKED_OUT);
        assertThat(given.number("select count(*) from loan where id = ? and ended = 'returned'", loan))
                .isEqualTo(1);
        assertThat(given.number("select patron_id from loan where open_item = ?", given.item(copy)))
                .isEqualTo(bo);
    }

    @Test
    void aLostLoanThatComesBackIsFoundAndOwesNothing() { // X1, X3
        given.rule("period=14 days", "default_price=12.00", "processing=3.00");
        var ana = given.student("Ana");
        var copy = given.copy("Lost");
        given.scan(ana, copy);
        var lost = given.desk.lost(given.press(), given.openLoan(copy), given.technician());
        assertThat(lost.act()).isEqualTo(Act.MARKED_LOST);
        assertThat(given.owed(ana)).isEqualTo(Money.of("15.00"));
        given.clock.pass(Duration.ofDays(3));
        var back = given.scan(copy);
        assertThat(back.act()).isEqualTo(Act.RETURNED);
        assertThat(remarks(back)).contains(Remark.Kind.WAS_LOST, Remark.Kind.WAS_MISSING);
        assertThat(given.owed(ana)).isEqualTo(Money.ZERO);
        assertThat(given.number("select count(*) from item where barcode = ? and item_condition = 'good'", copy))
                .isEqualTo(1);
    }

    @Test
    void whatComesBackDamagedIsKeptBackAndWhoHadItIsKnown() { // X6
        var ana = given.student("Ana");
        var copy = given.copy("Wet");
        given.scan(ana, copy);
        var loan = given.openLoan(copy);
        given.clock.pass(Duration.ofMinutes(5));
        given.scan(copy);
        assertThat(given.scan("DAMAGED").act()).isEqualTo(Act.DAMAGED);
        given.clock.pass(Duration.ofDays(2));
        given.memory.forget();
        assertThat(given.number("select count(*) from loan where id = ? and patron_id = ?", loan, ana))
                .isEqualTo(1);
        assertThat(blocks(given.scan(given.student("Bo"), copy))).containsExactly(LoanBlock.COPY_DAMAGED);
    }

    @Test
    void aRenewalIsRefusedWhileSomebodyElseNeedsTheCopy() { // B36, H6
        given.rule("period=14 days", "renewals=2");
        var ana = given.student("Ana");
        var copy = given.copy("Wanted");
        given.scan(ana, copy);
        given.hold(given.student("Maya"), copy);
        given.clock.pass(Duration.ofDays(5));
        var refused = given.desk.renew(given.press(), given.openLoan(copy), given.technician());
        assertThat(blocks(refused)).containsExactly(LoanBlock.WANTED_BY_OTHER);
    }
}
