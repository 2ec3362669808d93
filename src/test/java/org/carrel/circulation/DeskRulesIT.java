package org.carrel.circulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.carrel.circulation.DeskAnswer.Act;
import org.carrel.circulation.DeskAnswer.Remark;
import org.carrel.circulation.fees.FeeLedger.Debtor;
import org.carrel.fixtures.Staff;
import org.carrel.patrons.BlockedAct;
import org.carrel.patrons.ClassLists;
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronField;
import org.carrel.security.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the desk goes by beside lending itself: debts, blocks, claims, use in the building. */
class DeskRulesIT {
    private static final Lifted DEBT = new Lifted(Set.of(LoanBlock.OWES_TOO_MUCH), "Pays on Friday");

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

    private static String said(DeskAnswer answer, Remark.Kind kind) {
        return answer.remarks().stream()
                .filter(remark -> remark.kind() == kind)
                .map(Remark::value)
                .findFirst()
                .orElseThrow();
    }

    private DeskAct act() {
        return new DeskAct(UUID.randomUUID(), given.clock.instant(), OptionalLong.empty());
    }

    private void owe(long patron, ChargeClass group, String amount) {
        given.database.transaction(connection -> given.ledger.charge(
                connection,
                new Debtor(patron, OptionalLong.empty(), group),
                ChargeType.MANUAL,
                Money.of(amount),
                List.of(),
                "test",
                act()));
    }

    // ---- taps, tabs and whole classes

    @Test
    void theDoorRefusesWhatTheScreenRefuses() { // B04
        given.rule("total_limit=2");
        var ana = given.student("Ana");
        var acts = given.copies("Five of two", 5).stream()
                .map(copy -> given.desk.checkOut(given.request(ana, ""), ana, given.item(copy), given.technician()))
                .toList();
        assertThat(acts).filteredOn(answer -> answer.act() == Act.CHECKED_OUT).hasSize(2);
        assertThat(acts.subList(2, 5)).allMatch(answer -> blocks(answer).equals(List.of(LoanBlock.TOO_MANY_LOANS)));
    }

    @Test
    void theSecondTabDoesNotStealWhatTheFirstHasLent() { // B05
        var ana = given.student("Ana");
        var copy = given.copy("One loaner left");
        var first = given.scan(ana, copy).loan().orElseThrow();
        given.clock.pass(Duration.ofMinutes(1));
        assertThat(blocks(given.scan(given.student("Bo"), copy))).containsExactly(LoanBlock.ON_LOAN_TO_OTHER);
        assertThat(given.loans
                        .summary(ana, given.site, given.technician())
                        .orElseThrow()
                        .loans())
                .extracting(PatronSummary.Line::loan)
                .extracting(Loan::id, Loan::due, Loan::version)
                .containsExactly(tuple(first.id(), first.due(), first.version()));
    }

    @Test
    void whatIsOutAlreadyIsRefusedLineByLine() { // B41
        var ana = given.student("Ana");
        var bo = given.student("Bo");
        var copies = given.copies("Bulk", 5);
        given.scan(ana, copies.get(1));
        given.scan(ana, copies.get(3));
        var acts = copies.stream().map(copy -> given.scan(bo, copy).act()).toList();
        assertThat(acts).containsExactly(Act.CHECKED_OUT, Act.REFUSED, Act.CHECKED_OUT, Act.REFUSED, Act.CHECKED_OUT);
        assertThat(given.number("select count(*) from loan where patron_id = ? and ended is null", ana))
                .isEqualTo(2);
    }

    @Test
    void nothingIsLentToNobody() { // B45
        var copy = given.copy("Nobody's");
        assertThat(given.scan(0, copy).act()).isEqualTo(Act.UNKNOWN);
        assertThat(given.scan(999_999_999_999L, copy).act()).isEqualTo(Act.UNKNOWN);
        var checkOut = given.desk.checkOut(given.press(), 0, given.item(copy), given.technician());
        assertThat(checkOut.act()).isEqualTo(Act.UNKNOWN);
        assertThat(given.number("select count(*) from loan where item_id = ?", given.item(copy)))
                .isZero();
        given.scan(given.student("Ana"), copy);
        var loan = given.openLoan(copy);
        assertThatThrownBy(() -> given.write("update loan set patron_id = null where id = ?", loan))
                .as("nor by the database")
                .hasStackTraceContaining("CONSTRAINT");
    }

    @Test
    void twoHoursFromNineAreUntilElevenOnTheSchoolsClock() { // B16
        given.rule("period=2 hours");
        given.clock.set(Instant.parse("2026-10-14T14:00:00Z"));
        var ana = given.student("Ana");
        given.scan(ana, given.copy("Two hours"));
        given.clock.pass(Duration.ofMinutes(1));
        var line = given.loans
                .summary(ana, given.site, given.technician())
                .orElseThrow()
                .loans()
                .getFirst();
        var due = line.loan().due().orElseThrow().atZone(line.loan().zone());
        assertThat(due.toLocalTime()).as("whatever the browser's zone is").isEqualTo(LocalTime.of(11, 0));
        assertThat(line.overdue()).isFalse();
        given.clock.pass(Duration.ofHours(2));
        assertThat(given.loans
                        .summary(ana, given.site, given.technician())
                        .orElseThrow()
                        .overdue())
                .isEqualTo(1);
    }

    // ---- blocks

    @Test
    void aBlockStopsOnlyWhatItNames() { // B43, B46, O5
        given.rule("period=14 days", "renewals=3");
        var ana = given.student("Ana");
        var copies = given.copies("Stops", 2);
        given.blocks.block(ana, "No holds", EnumSet.of(BlockedAct.HOLDS), Optional.empty(), "test");
        assertThat(given.scan(ana, copies.getFirst()).act()).isEqualTo(Act.CHECKED_OUT);
        given.clock.pass(Duration.ofDays(2));
        var loan = given.openLoan(copies.getFirst());
        assertThat(given.desk.renew(given.press(), loan, given.technician()).act())
                .isEqualTo(Act.RENEWED);
        assertThat(place(ana, given.copy("Wanted"))).isEqualTo(new HoldPlaced.Refused(Set.of(HoldProblem.BLOCKED)));
        given.clock.pass(Duration.ofDays(2));
        given.blocks.block(ana, "No renewals", EnumSet.of(BlockedAct.RENEWALS), Optional.empty(), "test");
        assertThat(blocks(given.desk.renew(given.press(), loan, given.technician())))
                .containsExactly(LoanBlock.PATRON_BLOCKED);
        assertThat(given.scan(ana, copies.getLast()).act()).isEqualTo(Act.CHECKED_OUT);
        assertThat(given.blocks.holding(ana))
                .as("read again as they were set")
                .extracting(block -> block.reason() + block.stops())
                .containsExactly("No renewals[RENEWALS]", "No holds[HOLDS]");
        var bo = given.student("Bo");
        given.blocks.block(bo, "No loans", EnumSet.of(BlockedAct.LOANS), Optional.empty(), "test");
        assertThat(blocks(given.scan(bo, given.copy("Not lent")))).containsExactly(LoanBlock.PATRON_BLOCKED);
        assertThat(place(bo, given.copy("Held"))).isInstanceOf(HoldPlaced.Placed.class);
        assertThat(given.blocks.block(bo, "Nothing", Set.of(), Optional.empty(), "test"))
                .isFalse();
    }

    private HoldPlaced place(long patron, String barcode) {
        var bib = given.number("select bib_id from item where barcode = ?", barcode);
        return given.holds.place(
                HoldWish.ofTitle(patron, bib, given.site), UUID.randomUUID(), HoldActor.patron(patron));
    }

    // ---- debts

    @Test
    void whoOwesTenDollarsBorrowsWithAReasonOnly() { // F8
        given.rule("period=14 days", "renewals=3");
        var ana = given.student("Ana");
        var copies = given.copies("Owing", 2);
        owe(ana, ChargeClass.LIBRARY, "9.99");
        assertThat(given.scan(ana, copies.getFirst()).act()).isEqualTo(Act.CHECKED_OUT);
        owe(ana, ChargeClass.LIBRARY, "0.01");
        var refused = given.scan(ana, copies.getLast());
        assertThat(blocks(refused)).containsExactly(LoanBlock.OWES_TOO_MUCH);
        assertThat(refused.blocks().getFirst().facts()).containsExactly("10.00", "10.00");
        var summary = given.loans.summary(ana, given.site, given.technician()).orElseThrow();
        assertThat(summary.blocks()).extracting(Blocked::block).containsExactly(LoanBlock.OWES_TOO_MUCH);
        given.clock.pass(Duration.ofDays(3));
        var loan = given.openLoan(copies.getFirst());
        assertThat(blocks(given.desk.renew(given.press(), loan, given.technician())))
                .containsExactly(LoanBlock.OWES_TOO_MUCH);
        var aide = new Scan(UUID.randomUUID(), copies.getLast(), Optional.of(ana), given.place(), Duration.ZERO, DEBT);
        assertThat(given.desk.scan(aide, given.aide()).act())
                .as("no role for it")
                .isEqualTo(Act.REFUSED);
        assertThat(given.scan(ana, copies.getLast(), DEBT).act()).isEqualTo(Act.CHECKED_OUT);
        var renewed = new Scan(UUID.randomUUID(), "", Optional.empty(), given.place(), Duration.ZERO, DEBT);
        assertThat(given.desk.renew(renewed, loan, given.technician()).act()).isEqualTo(Act.RENEWED);
        assertThat(given.number(
                        "select count(*) from loan_event e join loan l on l.id = e.loan_id where l.patron_id = ? "
                                + "and e.overridden = 'OWES_TOO_MUCH' and e.reason = 'Pays on Friday'",
                        ana))
                .isEqualTo(2);
    }

    @Test
    void booksAndDevicesAreOwedForApartAndWhatIsRequiredIsLent() { // F8
        var ana = given.student("Ana");
        owe(ana, ChargeClass.LIBRARY, "30.00");
        given.rule("charge_class=DEVICE");
        assertThat(given.scan(ana, given.copy("A laptop")).act()).isEqualTo(Act.CHECKED_OUT);
        owe(ana, ChargeClass.DEVICE, "50.00");
        assertThat(given.scan(ana, given.copy("A camera")).blocks().getFirst().facts())
                .containsExactly("50.00", "50.00");
        given.rule("charge_class=DEVICE", "required=yes");
        assertThat(given.scan(ana, given.copy("Her own laptop")).act()).isEqualTo(Act.CHECKED_OUT);
        given.rule("fee_limit=unlimited");
        assertThat(given.scan(ana, given.copy("No limit")).act()).isEqualTo(Act.CHECKED_OUT);
        given.rule("fee_limit=30.01");
        assertThat(given.scan(ana, given.copy("The school's own limit")).act()).isEqualTo(Act.CHECKED_OUT);
        given.rule("fee_limit=30.00");
        assertThat(blocks(given.scan(ana, given.copy("At it")))).containsExactly(LoanBlock.OWES_TOO_MUCH);
    }

    // ---- claims

    private DeskAnswer claim(String copy, ClaimKind kind, String saidBy) {
        return given.desk.claim(given.press(), given.openLoan(copy), kind, saidBy, given.technician());
    }

    private DeskAnswer claimedAfterLending(long patron, String title) {
        var copy = given.copy(title);
        given.scan(patron, copy);
        return claim(copy, ClaimKind.RETURNED, "");
    }

    @Test
    void whatIsClaimedIsCountedAndToldWithDateAndClaimantWhenItTurnsUp() { // B59, X5
        var ana = given.student("Ana");
        var copy = given.copy("Claimed");
        given.scan(ana, copy);
        var request = given.press();
        var loan = given.openLoan(copy);
        var answer = given.desk.claim(request, loan, ClaimKind.RETURNED, " her father ", given.technician());
        assertThat(answer.act()).isEqualTo(Act.CLAIMED);
        assertThat(answer.remarks()).isEmpty();
        var again = given.desk.claim(request, loan, ClaimKind.RETURNED, "", given.technician());
        assertThat(again.repeated()).isTrue();
        assertThat(remarks(claim(copy, ClaimKind.RETURNED, ""))).containsExactly(Remark.Kind.CLAIMED_ON);
        var summary = given.loans.summary(ana, given.site, given.technician()).orElseThrow();
        assertThat(summary.claims()).isEqualTo(1);
        assertThat(summary.loans().getFirst().loan().state()).isEqualTo(LoanState.CLAIMED_RETURNED);
        given.clock.pass(Duration.ofDays(2));
        var back = given.scan(copy);
        assertThat(back.act()).isEqualTo(Act.RETURNED);
        assertThat(remarks(back)).containsExactly(Remark.Kind.WAS_CLAIMED, Remark.Kind.CLAIMED_ON, Remark.Kind.SAID_BY);
        assertThat(said(back, Remark.Kind.CLAIMED_ON)).isEqualTo("2026-10-14");
        assertThat(said(back, Remark.Kind.SAID_BY)).isEqualTo("her father");
        assertThat(given.number("select count(*) from loan_claim where loan_id = ? and resolved = 'checked_in'", loan))
                .isEqualTo(1);
    }

    @Test
    void whatWasClaimedOrLostAndIsBackIsForgottenLikeAnyReturn() { // PR-1
        given.rule("period=14 days");
        var ana = given.student("Ana");
        var copies = given.copies("Forgotten", 2);
        copies.forEach(copy -> given.scan(ana, copy));
        claim(copies.getFirst(), ClaimKind.RETURNED, "her father");
        given.desk.lost(given.press(), given.openLoan(copies.getLast()), given.technician());
        given.clock.pass(Duration.ofDays(1));
        copies.forEach(copy -> given.scan(copy));
        given.clock.pass(Duration.ofDays(1));
        given.memory.forget();
        for (var table : List.of("loan", "loan_claim", "desk_request", "damage_report"))
            assertThat(given.number("select count(*) from " + table + " where patron_id = ?", ana))
                    .as(table)
                    .isZero();
        assertThat(given.number(
                        "select count(*) from loan_claim where said_by = 'her father' and patron_id is null "
                                + "and loan_id in (select id from loan where item_id = ?)",
                        given.item(copies.getFirst())))
                .isZero();
    }

    @Test
    void theThirdClaimIsTalkedAbout() { // X5
        given.rule("total_limit=unlimited");
        var ana = given.student("Ana");
        assertThat(claimedAfterLending(ana, "First").remarks()).isEmpty();
        assertThat(claimedAfterLending(ana, "Second").remarks()).isEmpty();
        assertThat(said(claimedAfterLending(ana, "Third"), Remark.Kind.MANY_CLAIMS))
                .isEqualTo("3");
        assertThat(given.loans
                        .summary(ana, given.site, given.technician())
                        .orElseThrow()
                        .claims())
                .isEqualTo(3);
    }

    @Test
    void aClaimDoesNotMakeALossUndone() { // B57
        given.rule("period=14 days", "default_price=20.00");
        var ana = given.student("Ana");
        var copy = given.copy("Lost first");
        given.scan(ana, copy);
        var loan = given.openLoan(copy);
        given.desk.lost(given.press(), loan, given.technician());
        assertThat(remarks(claim(copy, ClaimKind.RETURNED, ""))).containsExactly(Remark.Kind.STAYS_LOST);
        assertThat(given.number("select count(*) from loan where id = ? and state = 'lost'", loan))
                .isEqualTo(1);
        assertThat(given.owed(ana)).isEqualTo(Money.of("20.00"));
        assertThat(remarks(given.scan(copy))).contains(Remark.Kind.WAS_LOST, Remark.Kind.WAS_CLAIMED);
    }

    @Test
    void latenessCountsUntilTheClaimAndNoLonger() { // X5
        given.rule("period=1 days", "fine_rate=0.10", "fine_interval=1 days", "fine_closed=yes");
        var ana = given.student("Ana");
        var late = given.copy("Late when claimed");
        var inTime = given.copy("In time when claimed");
        given.scan(ana, late);
        given.scan(ana, inTime);
        claim(inTime, ClaimKind.RETURNED, "");
        given.clock.set(Instant.parse("2026-10-19T15:00:00Z"));
        claim(late, ClaimKind.RETURNED, "");
        given.clock.set(Instant.parse("2026-11-20T16:00:00Z"));
        var back = given.scan(late);
        assertThat(said(back, Remark.Kind.FINE)).as("October 16 to 19").isEqualTo("0.40");
        assertThat(remarks(given.scan(inTime))).doesNotContain(Remark.Kind.LATE, Remark.Kind.FINE);
        assertThat(given.owed(ana)).isEqualTo(Money.of("0.40"));
    }

    @Test
    void whatWasNeverHadIsLookedForAndItsClaimantIsNamedWhenItTurnsUp() { // X5, B59
        var ana = given.student("Ana");
        var copy = given.copy("Never had");
        given.scan(ana, copy);
        var loan = given.openLoan(copy);
        assertThat(claim(copy, ClaimKind.NEVER_HAD, "").act()).isEqualTo(Act.CLAIMED);
        assertThat(given.number("select count(*) from loan where id = ? and ended = 'never_had'", loan))
                .isEqualTo(1);
        given.clock.pass(Duration.ofDays(1));
        assertThat(blocks(given.scan(given.student("Bo"), copy))).containsExactly(LoanBlock.COPY_MISSING);
        var found = given.scan(copy);
        assertThat(found.act()).isEqualTo(Act.NOT_ON_LOAN);
        assertThat(remarks(found)).contains(Remark.Kind.WAS_NEVER_HAD, Remark.Kind.CLAIMED_ON);
        assertThat(said(found, Remark.Kind.SAID_BY)).startsWith("Ana");
        assertThat(given.number("select count(*) from desk_request where answer like ?", "%Ana%"))
                .as("PR-1: who said so is told once and is not kept with the answer")
                .isZero();
    }

    @Test
    void aClaimedCopyThatIsLentByMistakeIsClaimedAgain() { // B58
        var ana = given.student("Ana");
        var bo = given.student("Bo");
        var copy = given.copy("Wrong scan");
        given.scan(ana, copy);
        var loan = given.openLoan(copy);
        claim(copy, ClaimKind.RETURNED, "");
        given.clock.pass(Duration.ofDays(1));
        var request = given.request(bo, copy);
        assertThat(remarks(given.desk.scan(request, given.technician()))).contains(Remark.Kind.WAS_CLAIMED);
        assertThat(given.number("select count(*) from loan where id = ? and ended = 'returned'", loan))
                .isEqualTo(1);
        var undone = given.desk.undo(given.press(), Optional.of(request.request()), given.technician());
        assertThat(undone.act()).isEqualTo(Act.UNDONE);
        assertThat(given.openLoan(copy)).isEqualTo(loan);
        assertThat(given.number("select count(*) from loan_claim where open_loan = ?", loan))
                .isEqualTo(1);
    }

    @Test
    void whoWorksElsewhereClaimsNothingForAnybody() {
        var ana = given.student("Ana");
        var copy = given.copy("Not yours");
        given.scan(ana, copy);
        var elsewhere = Staff.of(Role.TECHNICIAN, "LMC").caller();
        var press = Scan.now(UUID.randomUUID(), "", Optional.empty(), DeskPlace.at("LMC"));
        assertThat(given.desk
                        .claim(press, given.openLoan(copy), ClaimKind.RETURNED, "", elsewhere)
                        .act())
                .isEqualTo(Act.UNKNOWN);
        assertThat(given.number("select count(*) from loan_claim where patron_id = ?", ana))
                .isZero();
    }

    @Test
    void whoIsAboutToLoseSomethingIsWarned() { // X4
        var ana = given.student("Ana");
        var copy = given.copy("Overdue for long");
        given.scan(ana, copy);
        var loan = given.openLoan(copy);
        var heard = new ArrayList<String>();
        var notices = new LossToListeners(List.of(new LoanListener() {
            @Override
            public void over(Connection connection, Collection<Long> loans) {}

            @Override
            public void lostSoon(Connection connection, Loan one) {
                heard.add("soon " + one.id());
            }

            @Override
            public void lost(Connection connection, Loan one) {
                heard.add("lost " + one.id());
            }
        }));
        given.database.transaction(connection -> {
            notices.tell(connection, new AgedLoan(loan, given.item(copy), ana, false));
            notices.tell(connection, new AgedLoan(loan, given.item(copy), ana, true));
            return true;
        });
        assertThat(heard).containsExactly("soon " + loan, "lost " + loan);
    }

    // ---- use in the building

    @Test
    void useInTheBuildingCountsOnceInItsMinutes() { // B88, C1
        var copy = given.copy("Read here");
        assertThat(given.scan(copy).remarks()).as("not switched on").isEmpty();
        given.rule("in_house_minutes=30");
        assertThat(said(given.scan(copy), Remark.Kind.USED_HERE)).isEqualTo("1");
        for (var seconds : List.of(1, 10, 29 * 60 - 60)) {
            given.clock.pass(Duration.ofSeconds(seconds));
            assertThat(given.scan(copy).remarks()).isEmpty();
        }
        given.clock.pass(Duration.ofMinutes(3));
        assertThat(said(given.scan(copy), Remark.Kind.USED_HERE)).isEqualTo("2");
        given.clock.pass(Duration.ofDays(1));
        assertThat(said(given.scan(copy), Remark.Kind.USED_HERE)).isEqualTo("3");
        assertThat(given.number("select count(*) from in_house_use where item_id = ?", given.item(copy)))
                .as("a row a day")
                .isEqualTo(2);
    }

    @Test
    void aReturnIsNoUseAndNeitherIsWhatGoesElsewhere() { // B88
        given.rule("in_house_minutes=30", "period=14 days");
        var ana = given.student("Ana");
        var copy = given.copy("Returned");
        given.scan(ana, copy);
        given.clock.pass(Duration.ofMinutes(5));
        given.scan(copy);
        given.clock.pass(Duration.ofMinutes(1));
        assertThat(given.scan(copy).remarks()).as("scanned once more").isEmpty();
        given.hold(ana, copy);
        given.clock.pass(Duration.ofHours(2));
        assertThat(remarks(given.scan(copy))).contains(Remark.Kind.HOLD_HERE).doesNotContain(Remark.Kind.USED_HERE);
        var missing = given.copy("Missing");
        given.write("update item set item_condition = 'missing' where barcode = ?", missing);
        assertThat(remarks(given.scan(missing))).containsExactly(Remark.Kind.WAS_MISSING);
    }

    // ---- undo and commands

    @Test
    void undoOfAReturnTakesBackTheDamageToo() { // X6
        var ana = given.student("Ana");
        var copy = given.copy("Not damaged");
        given.scan(ana, copy);
        var loan = given.openLoan(copy);
        given.clock.pass(Duration.ofMinutes(5));
        var back = given.press();
        given.desk.checkIn(back, given.item(copy), given.technician());
        given.clock.pass(Duration.ofSeconds(5));
        assertThat(given.scan("DAMAGED").act()).isEqualTo(Act.DAMAGED);
        given.clock.pass(Duration.ofSeconds(5));
        var undone = given.desk.undo(given.press(), Optional.of(back.request()), given.technician());
        assertThat(undone.act()).isEqualTo(Act.UNDONE);
        assertThat(remarks(undone)).containsExactly(Remark.Kind.DAMAGE_UNDONE);
        assertThat(given.openLoan(copy)).isEqualTo(loan);
        assertThat(given.number("select count(*) from item where barcode = ? and item_condition = 'good'", copy))
                .isEqualTo(1);
        assertThat(given.number("select count(*) from damage_report where loan_id = ? and settled = 'undone'", loan))
                .isEqualTo(1);
    }

    @Test
    void everythingIsRenewedByOneScanAndEachPaysItsOwnLateness() {
        given.rule("period=1 days", "renewals=1", "fine_rate=0.10", "fine_interval=1 days", "fine_closed=yes");
        var ana = given.student("Ana");
        var copies = given.copies("All of them", 3);
        copies.forEach(copy -> given.scan(ana, copy));
        given.hold(given.student("Bo"), given.copy("Another title"));
        assertThat(given.scan("RENEW-ALL").act()).isEqualTo(Act.NOBODY_AT_DESK);
        claim(copies.getLast(), ClaimKind.RETURNED, "");
        given.clock.set(Instant.parse("2026-10-16T15:00:00Z"));
        var answer = given.scan(ana, DeskCommand.RENEW_ALL.code());
        assertThat(answer.act()).isEqualTo(Act.RENEWED_ALL);
        assertThat(said(answer, Remark.Kind.RENEWED_COUNT)).isEqualTo("2");
        assertThat(said(answer, Remark.Kind.NOT_RENEWED)).isEqualTo("1");
        assertThat(given.owed(ana)).isEqualTo(Money.of("0.20"));
    }

    @Test
    void theBarcodeLostAsksWhichOfThem() {
        var ana = given.student("Ana");
        var copies = given.copies("One of two is lost", 2);
        copies.forEach(copy -> given.scan(ana, copy));
        assertThat(given.scan(DeskCommand.LOST.code()).act()).isEqualTo(Act.NOBODY_AT_DESK);
        var which = given.scan(ana, DeskCommand.LOST.code());
        assertThat(which.act()).isEqualTo(Act.CHOOSE_LOST);
        assertThat(which.copies()).hasSize(2);
        var theirs = given.copy("Bo's");
        given.scan(given.student("Bo"), theirs);
        assertThat(given.desk
                        .lostCopy(given.request(ana, ""), given.item(theirs), given.technician())
                        .act())
                .isEqualTo(Act.UNKNOWN);
        var lost = given.desk.lostCopy(given.request(ana, ""), given.item(copies.getFirst()), given.technician());
        assertThat(lost.act()).isEqualTo(Act.MARKED_LOST);
        var aide = Scan.now(UUID.randomUUID(), "LOST", Optional.of(ana), given.place());
        assertThat(given.desk.scan(aide, given.aide()).copies())
                .as("no titles for aides")
                .isEmpty();
    }

    @Test
    void aClassIsOpenedWithThoseWhoAreInItNow() {
        var room = TestDesk.unique("Room ");
        var ana = given.person(Map.of(PatronField.HOMEROOM, room));
        var bo = given.person(Map.of(PatronField.HOMEROOM, room, PatronField.GIVEN_NAME, "Bo"));
        given.person(Map.of(PatronField.HOMEROOM, room, PatronField.CATEGORY, "TEACHER"));
        given.person(Map.of(PatronField.HOMEROOM, room, PatronField.STATUS, "INACTIVE"));
        var science = given.schoolClass("Science", "3");
        given.enrol(science, ana, "student", "2026-08-19", "2026-12-18");
        given.enrol(science, bo, "student", "2026-08-19", "2026-10-13");
        given.enrol(science, given.student("Ms Lee"), "teacher", "2026-08-19", "2026-12-18");
        var lists = new ClassLists(given.database);
        var day = LocalDate.of(2026, 10, 14);
        var all = lists.of(given.site, given.technician());
        assertThat(all).extracting(ClassLists.Entry::name).containsExactly(room, "Science · 3");
        assertThat(pupils(lists, all.getFirst().key(), day)).containsExactlyInAnyOrder(ana, bo);
        assertThat(pupils(lists, all.getLast().key(), day))
                .as("Bo has left the class")
                .containsExactly(ana);
        var elsewhere = Staff.of(Role.TECHNICIAN, "LMC").caller();
        assertThat(lists.of(given.site, elsewhere)).isEmpty();
        assertThat(lists.find(all.getFirst().key(), given.site, day, elsewhere)).isEmpty();
        for (var key : List.of("class-x", "class-", "room-", "class-999999999999", "' or 1=1"))
            assertThat(lists.find(key, given.site, day, given.technician())).isEmpty();
    }

    private List<Long> pupils(ClassLists lists, String key, LocalDate day) {
        return lists.find(key, given.site, day, given.technician()).orElseThrow().pupils().stream()
                .map(Patron::id)
                .toList();
    }

    @Test
    void everyCommandIsABarcodeThatTheDeskKnows() {
        assertThat(Stream.of(DeskCommand.values()).map(DeskCommand::code))
                .containsExactly("DONE", "UNDO", "DAMAGED", "LOST", "RENEW-ALL", "SWAP")
                .allSatisfy(code -> assertThat(given.scan(code).act()).isNotEqualTo(Act.UNKNOWN));
    }

    @Test
    void aLeaverIsLentNothingAndBringsEverythingBack() { // P2
        var left = given.person(Map.of(PatronField.STATUS, "INACTIVE"), Optional.of(LocalDate.of(2026, 9, 1)));
        assertThat(blocks(given.scan(left, given.copy("Gone"))))
                .containsExactly(LoanBlock.PATRON_LEFT, LoanBlock.CARD_EXPIRED);
    }
}
