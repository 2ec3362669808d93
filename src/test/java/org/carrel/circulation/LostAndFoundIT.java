package org.carrel.circulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.catalog.ItemForLoan;
import org.carrel.circulation.ClaimResult.AlreadyClaimed;
import org.carrel.circulation.ClaimResult.Claimed;
import org.carrel.circulation.FeeResult.Done;
import org.carrel.circulation.Fees.Charging;
import org.carrel.circulation.LossResult.AlreadyLost;
import org.carrel.circulation.LossResult.MarkedLost;
import org.carrel.circulation.LostThings.Act;
import org.carrel.circulation.LostThings.Result;
import org.carrel.circulation.LostThings.Settling;
import org.carrel.circulation.store.LossStore;
import org.carrel.circulation.store.RuleJson;
import org.carrel.platform.Sql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is lost, claimed, damaged and found: loan, copy and money together. */
class LostAndFoundIT {
    private static final LocalDate DUE = LocalDate.of(2036, 9, 1);
    private static final LossTerms TWENTY =
            LossTerms.of(Optional.of(Money.of("20.00")), Money.of("15.00"), Money.of("3.00"));

    private static TestLedger desk;

    @BeforeAll
    static void connect() {
        desk = TestLedger.connect();
    }

    @AfterAll
    static void close() {
        if (desk != null) desk.close();
    }

    private static LossTerms unpaid() {
        return terms("20.00", "0.00", FoundRule.REFUND_UNPAID, "0.00");
    }

    private static LossTerms terms(String price, String processing, FoundRule rule, String overdueWhenFound) {
        return new LossTerms(
                Optional.of(Money.of(price)),
                Money.ZERO,
                Money.of(processing),
                Money.ZERO,
                Money.of(overdueWhenFound),
                List.of(),
                rule,
                30,
                true);
    }

    /** What a desk does when it scans a copy: locks, asks what it means, ends the loan. */
    private static TurnedUp checkIn(long item, DeskAct act) {
        return desk.database.transaction(connection -> {
            var loan = desk.loans.findOpenOfItem(connection, item);
            if (loan.isPresent())
                desk.borrowers.lock(connection, loan.get().patron().orElseThrow());
            desk.items.lock(connection, item);
            var turnedUp = desk.lostAndFound.turnedUp(connection, item, ClaimEnd.CHECKED_IN, act);
            if (loan.isPresent()) end(connection, loan.get().id(), act);
            return turnedUp;
        });
    }

    private static void end(Connection connection, long loan, DeskAct act) throws SQLException {
        new LossStore().end(connection, loan, LoanEnd.RETURNED, act.at(), act.at());
        desk.ledger.settle(connection, List.of(loan), act);
    }

    private static ClaimResult claim(long loan) {
        return desk.database.transaction(
                connection -> desk.lostAndFound.claimReturned(connection, loan, "her father", TestLedger.act()));
    }

    @Test
    void whatIsLostIsChargedAndStaysOpen() { // X1
        var ana = desk.student("Loser");
        var item = desk.copy();
        var loan = desk.lend(item, ana, DUE);
        assertThat(desk.lose(loan, TWENTY)).isEqualTo(new MarkedLost(Money.of("20.00"), Money.of("3.00"), Money.ZERO));
        assertThat(desk.loan(loan).isOpen()).isTrue();
        assertThat(desk.loan(loan).state()).isEqualTo(LoanState.LOST);
        assertThat(desk.loan(loan).isOverdue(TestLedger.NOW)).isFalse();
        assertThat(desk.condition(item)).isEqualTo("lost");
        assertThat(desk.owed(ana).library()).isEqualTo(Money.of("23.00"));
        assertThat(desk.lines(ana).getFirst().why()).containsExactly(ChargeReason.of(ChargeWhy.ITEM_PRICE));
        assertThat(desk.lose(loan, TWENTY)).isEqualTo(new AlreadyLost());
        assertThat(desk.owed(ana).library()).isEqualTo(Money.of("23.00"));
    }

    @Test
    void searchLooksAgainAtWhatIsLost() {
        var item = desk.copy();
        var loan = desk.lend(item, desk.student("Searched"), DUE);
        long waiting = desk.database.transaction(connection -> {
            var sql = "select count(*) from catalog_change_waiting w join item i on i.bib_id = w.bib_id where i.id = ?";
            long before =
                    Sql.first(connection, sql, row -> row.getLong(1), item).orElseThrow();
            desk.items.lock(connection, item);
            desk.lostAndFound.markLost(
                    connection, loan, ChargeClass.LIBRARY, TWENTY, Optional.empty(), TestLedger.act());
            return Sql.first(connection, sql, row -> row.getLong(1), item).orElseThrow() - before;
        });
        assertThat(waiting).isEqualTo(1);
    }

    @Test
    void aCopyWithoutAPriceCostsWhatItsTypeCosts() {
        var ana = desk.student("Typeprice");
        var loan = desk.lend(desk.copy(), ana, DUE);
        desk.lose(loan, LossTerms.of(Optional.of(Money.ZERO), Money.of("15.00"), Money.ZERO));
        assertThat(desk.owed(ana).library()).isEqualTo(Money.of("15.00"));
        assertThat(desk.lines(ana).getFirst().why()).containsExactly(ChargeReason.of(ChargeWhy.TYPE_PRICE));
    }

    @Test
    void whatIsPaidIsOver() { // X2
        var ana = desk.student("Payer");
        var item = desk.copy();
        var loan = desk.lend(item, ana, DUE);
        desk.lose(loan, TWENTY);
        desk.pay(ana, "22.99");
        assertThat(desk.loan(loan).isOpen()).isTrue();
        desk.pay(ana, "0.01");
        assertThat(desk.loan(loan).end()).hasValue(LoanEnd.PAID);
        assertThat(desk.condition(item)).isEqualTo("lost");
        assertThat(desk.text("select forget_at from loan where id = ?", loan))
                .as("known for as long as the money could go back")
                .startsWith("2037-03-30");
    }

    @Test
    void aLostLoanThatIsFoundGivesBackByItsRule() { // B56, X3
        var ana = desk.student("Finder");
        var item = desk.copy();
        var loan = desk.lend(item, ana, DUE);
        desk.lose(loan, unpaid());
        desk.pay(ana, "5.00");
        var act = TestLedger.act(TestLedger.NOW.plus(Duration.ofDays(12)));
        var found = checkIn(item, act).loan().orElseThrow();
        assertThat(found.cancelled()).isEqualTo(Money.of("15.00"));
        assertThat(found.kept()).isEqualTo(Money.of("5.00"));
        assertThat(found.credit()).isEqualTo(Money.ZERO);
        assertThat(desk.owed(ana)).isEqualTo(Owed.NOTHING);
        assertThat(desk.loan(loan).end()).hasValue(LoanEnd.RETURNED);
        assertThat(desk.condition(item)).isEqualTo("good");
        assertThat(desk.text("select kind from damage_report where item_id = ? and settled is null", item))
                .as("somebody looks at it")
                .isEqualTo("look_at");
        assertThat(desk.text("select forget_at from loan where id = ?", loan)).startsWith("2036-10-13");
        assertThat(checkIn(item, TestLedger.act())).as("again").isEqualTo(TurnedUp.NOTHING);
    }

    @Test
    void whatWasPaidForAndIsFoundIsGivenBackWithinItsDays() { // X3
        var ana = desk.student("Paidfound");
        var item = desk.copy();
        var loan = desk.lend(item, ana, DUE);
        desk.lose(loan, terms("20.00", "0.00", FoundRule.REFUND_ALL, "0.00"));
        desk.pay(ana, "20.00");
        assertThat(desk.loan(loan).end()).hasValue(LoanEnd.PAID);
        var found = checkIn(item, TestLedger.act(TestLedger.NOW.plus(Duration.ofDays(30))))
                .loan()
                .orElseThrow();
        assertThat(found.credit()).isEqualTo(Money.of("20.00"));
        assertThat(desk.owed(ana)).isEqualTo(new Owed(Money.ZERO, Money.ZERO, Money.of("20.00")));
        assertThat(keeps(loan)).as("the money has to go back first").isTrue();
        assertThat(desk.condition(item)).isEqualTo("good");
    }

    @Test
    void theLatenessCountsAfterAllWhereTheRuleSaysSo() { // X3
        var ana = desk.student("Latefound");
        var item = desk.copy();
        var loan = desk.lend(item, ana, DUE);
        desk.lose(loan, terms("20.00", "0.00", FoundRule.REFUND_ALL, "1.20"));
        assertThat(checkIn(item, TestLedger.act()).loan().orElseThrow().overdue())
                .isEqualTo(Money.of("1.20"));
        assertThat(desk.owed(ana).library()).isEqualTo(Money.of("1.20"));
    }

    @Test
    void aClaimStopsTheClockAndLeavesALossAsItIs() { // B57, X5
        var ana = desk.student("Claimer");
        var lost = desk.lend(desk.copy(), ana, DUE);
        desk.lose(lost, TWENTY);
        assertThat(claim(lost)).isEqualTo(new Claimed(1, true));
        assertThat(desk.loan(lost).state()).isEqualTo(LoanState.LOST);
        var out = desk.lend(desk.copy(), ana, DUE);
        assertThat(claim(out)).isEqualTo(new Claimed(2, false));
        assertThat(desk.loan(out).state()).isEqualTo(LoanState.CLAIMED_RETURNED);
        assertThat(accruesUntil(out)).hasValue(TestLedger.NOW);
        assertThat(claim(out)).isEqualTo(new AlreadyClaimed(TestLedger.NOW));
        var third = desk.lend(desk.copy(), ana, DUE);
        assertThat(((Claimed) claim(third)).isMany())
                .as("somebody should talk with her")
                .isTrue();
    }

    private static Optional<Instant> accruesUntil(long loan) {
        return desk.database.read(connection -> desk.lostAndFound.accruesUntil(connection, loan));
    }

    @Test
    void aClaimedCopyThatIsLentToAnotherSettlesTheClaim() { // B58
        var ana = desk.student("Claimedone");
        var item = desk.copy();
        var loan = desk.lend(item, ana, DUE);
        claim(loan);
        var act = TestLedger.act();
        desk.write(connection -> {
            desk.items.lock(connection, item);
            var turnedUp = desk.lostAndFound.turnedUp(connection, item, ClaimEnd.LENT_AGAIN, act);
            assertThat(turnedUp.loan().orElseThrow().claim()).isPresent();
            end(connection, loan, act);
        });
        assertThat(desk.text("select resolved from loan_claim where loan_id = ?", loan))
                .isEqualTo("lent_again");
        assertThat(desk.loan(loan).isOpen()).isFalse();
        assertThat(keeps(loan)).isFalse();
        desk.lend(item, desk.student("Next"), DUE);
    }

    @Test
    void aClaimIsToldAtEveryScanWithDateAndClaimant() { // B59
        var ana = desk.student("Told");
        for (var i = 0; i < 2; i++) {
            var item = desk.copy();
            claim(desk.lend(item, ana, DUE));
            var claim = checkIn(item, TestLedger.act()).loan().orElseThrow().claim();
            assertThat(claim).hasValue(new TurnedUp.Claim(ClaimKind.RETURNED, TestLedger.NOW, "her father"));
        }
    }

    @Test
    void whoNeverHadItIsKnownUntilItIsSettled() { // X5
        var ana = desk.student("Neverhad");
        var item = desk.copy();
        var loan = desk.lend(item, ana, DUE);
        desk.write(connection -> desk.lostAndFound.claimNeverHad(connection, loan, "", TestLedger.act()));
        assertThat(desk.loan(loan).end()).hasValue(LoanEnd.NEVER_HAD);
        assertThat(desk.condition(item)).isEqualTo("missing");
        assertThat(keeps(loan)).isTrue();
        var found = checkIn(item, TestLedger.act());
        assertThat(found.loan().orElseThrow().claim().orElseThrow().kind()).isEqualTo(ClaimKind.NEVER_HAD);
        assertThat(desk.condition(item)).isEqualTo("good");
        assertThat(keeps(loan)).isFalse();
    }

    @Test
    void aMissingCopyIsThereWhenItIsScanned() { // X7, B42
        var item = desk.copy();
        desk.write(
                connection -> Sql.update(connection, "update item set item_condition = 'missing' where id = ?", item));
        assertThat(checkIn(item, TestLedger.act())).isEqualTo(new TurnedUp(true, Optional.empty()));
        assertThat(desk.condition(item)).isEqualTo("good");
        assertThat(checkIn(item, TestLedger.act()).isNothing()).isTrue();
    }

    @Test
    void whoBroughtItDamagedIsKnownUntilItIsPaid() { // X6
        var ana = desk.student("Damager");
        var item = desk.copy();
        var loan = desk.lend(item, ana, DUE);
        var act = TestLedger.act();
        long report = desk.database.transaction(connection -> {
            var number =
                    desk.lostAndFound.damaged(connection, item, desk.loans.find(connection, loan), "Wet pages", act);
            end(connection, loan, act);
            return number;
        });
        assertThat(desk.condition(item)).isEqualTo("damaged");
        assertThat(keeps(loan)).isTrue();
        assertThat(desk.text("select forget_at from loan where id = ?", loan)).isEqualTo("null");
        var charging = new Charging(
                UUID.randomUUID(),
                ana,
                ChargeType.DAMAGE,
                ChargeClass.LIBRARY,
                Money.of("6.00"),
                "Wet",
                Optional.of(report));
        assertThat(desk.fees().charge(TestLedger.librarian(), charging)).isInstanceOf(Done.class);
        assertThat(keeps(loan)).isTrue();
        desk.pay(ana, "6.00");
        assertThat(keeps(loan)).isFalse();
        assertThat(desk.text("select forget_at from loan where id = ?", loan)).startsWith("2036-10-01");
        desk.write(connection -> desk.ledger.forget(connection, List.of(loan)));
        assertThat(desk.text("select loan_id from charge where patron_id = ?", ana))
                .isEqualTo("null");
        assertThat(desk.count("select count(*) from damage_report where patron_id = ?", ana))
                .isZero();
    }

    private static boolean keeps(long loan) {
        return desk.database.read(connection -> desk.ledger.keepsPerson(connection, loan));
    }

    @Test
    void aScanThatIsTakenBackLeavesEverythingAsItWas() {
        var ana = desk.student("Undone");
        var item = desk.copy();
        var loan = desk.lend(item, ana, DUE);
        desk.lose(loan, terms("20.00", "3.00", FoundRule.REFUND_ALL, "1.20"));
        claim(loan);
        desk.pay(ana, "5.00");
        var owed = desk.owed(ana);
        var scan = TestLedger.act();
        checkIn(item, scan);
        assertThat(desk.owed(ana)).isEqualTo(new Owed(Money.of("1.20"), Money.ZERO, Money.of("5.00")));
        desk.write(connection -> {
            desk.loans.reopen(connection, loan);
            var open = desk.loans.find(connection, loan);
            desk.lostAndFound.undo(connection, scan.request().toString(), open, TestLedger.act());
        });
        assertThat(desk.owed(ana)).isEqualTo(owed);
        assertThat(desk.condition(item)).isEqualTo("lost");
        assertThat(desk.text("select resolved from loan_claim where loan_id = ?", loan))
                .isEqualTo("null");
        assertThat(desk.count("select count(*) from damage_report where item_id = ? and settled is null", item))
                .isZero();
        var again = checkIn(item, TestLedger.act()).loan().orElseThrow();
        assertThat(again.credit()).as("and again").isEqualTo(Money.of("5.00"));
    }

    @Test
    void claimsAndLossesAreSettledFromTheList() {
        var ana = desk.student("Listed");
        var things = desk.things();
        var shelf = desk.lend(desk.copy(), ana, DUE);
        claim(shelf);
        var lost = desk.lend(desk.copy(), ana, DUE);
        desk.lose(lost, TWENTY);
        var pays = desk.lend(desk.copy(), ana, DUE);
        claim(pays);
        var all = rows(ana);
        assertThat(all)
                .extracting(LostThing::kind)
                .containsExactlyInAnyOrder(LostThing.Kind.CLAIMED, LostThing.Kind.LOST, LostThing.Kind.CLAIMED);
        assertThat(all).allSatisfy(row -> assertThat(row.name()).isEqualTo("Listed, Ana"));
        var onShelf = settling(LostThing.Kind.CLAIMED, claimOf(shelf), Act.FOUND_ON_SHELF, "");
        assertThat(things.settle(TestLedger.technician(), onShelf)).isEqualTo(Result.DONE);
        assertThat(things.settle(TestLedger.technician(), onShelf)).isEqualTo(Result.SETTLED);
        assertThat(desk.loan(shelf).end()).hasValue(LoanEnd.RETURNED);
        var paid = settling(LostThing.Kind.CLAIMED, claimOf(pays), Act.PAYS, "");
        assertThat(things.settle(TestLedger.technician(), paid)).isEqualTo(Result.DONE);
        assertThat(desk.loan(pays).state()).isEqualTo(LoanState.LOST);
        assertThat(desk.owed(ana).library()).as("the copy's own price").isEqualTo(Money.of("43.00"));
        desk.pay(ana, "43.00");
        assertThat(desk.text("select resolved from loan_claim where loan_id = ?", pays))
                .isEqualTo("paid");
        assertThat(rows(ana)).isEmpty();
    }

    @Test
    void onlyALibrarianWritesOffAndOnlyWithAReason() {
        var ana = desk.student("Writtenoff");
        var loan = desk.lend(desk.copy(), ana, DUE);
        desk.lose(loan, TWENTY);
        var things = desk.things();
        var reason = settling(LostThing.Kind.LOST, loan, Act.WRITTEN_OFF, "Moved away");
        assertThat(things.settle(TestLedger.librarian(), settling(LostThing.Kind.LOST, loan, Act.WRITTEN_OFF, " ")))
                .isEqualTo(Result.NO_REASON);
        assertThat(things.settle(TestLedger.technician(), reason)).isEqualTo(Result.NOT_ALLOWED);
        assertThat(things.settle(TestLedger.librarian(), reason)).isEqualTo(Result.DONE);
        assertThat(desk.loan(loan).end()).hasValue(LoanEnd.WRITTEN_OFF);
        assertThat(desk.owed(ana)).isEqualTo(Owed.NOTHING);
        assertThat(desk.text("select reason from fee_act where patron_id = ?", ana))
                .isEqualTo("Moved away");
    }

    private static Settling settling(LostThing.Kind kind, long id, Act act, String reason) {
        return new Settling(UUID.randomUUID(), kind, id, act, reason);
    }

    private static long claimOf(long loan) {
        return desk.count("select id from loan_claim where loan_id = ?", loan);
    }

    private static List<LostThing> rows(long patron) {
        var filter = new LostFilter(Optional.empty(), "", LostFilter.Sort.NEWEST, Optional.of(patron));
        return desk.things().page(TestLedger.technician(), filter, 1, 50).rows();
    }

    /** An item type of this test's alone. */
    private static final String AGES = "AGES";

    /** Rules of a school where what is 30 days overdue counts as lost, and a week before that somebody is told. */
    private record ThirtyDays() implements LossRules {
        @Override
        public LossTerms terms(Loan loan, ItemForLoan copy, Instant now) {
            return LossTerms.of(Optional.of(Money.ofCents(copy.priceCents().orElse(0))), Money.of("15.00"), Money.ZERO);
        }

        @Override
        public Optional<Aging> aging(Loan loan) {
            return RuleJson.read(loan.rule()).itemType().equals(AGES)
                    ? Optional.of(new Aging(30, 7))
                    : Optional.empty();
        }

        @Override
        public ChargeClass group(ItemForLoan copy) {
            return ChargeClass.LIBRARY;
        }
    }

    private static List<AgedLoan> age(List<AgedLoan> heard, LocalDate today) {
        LossNotices notices = (connection, loan) -> heard.add(loan);
        var clock = Clock.fixed(today.atTime(9, 0).atZone(TestLedger.ZONE).toInstant(), TestLedger.ZONE);
        try (var job = new AgedToLost(
                desk.database,
                clock,
                desk.borrowers,
                desk.items,
                desk.lostAndFound,
                List.of(new ThirtyDays()),
                List.of(notices))) {
            return job.run();
        }
    }

    @Test
    void theJobWarnsOnceLosesOnceAndLeavesTheRestAlone() { // B60, X4
        var ana = desk.student("Aging");
        var loan = desk.lend(desk.copy(), ana, DUE, AGES);
        var claimed = desk.lend(desk.copy(), ana, DUE, AGES);
        claim(claimed);
        var repair = desk.copy();
        var inRepair = desk.lend(repair, ana, DUE, AGES);
        desk.write(connection ->
                Sql.update(connection, "update item set item_condition = 'in_repair' where id = ?", repair));
        var paid = desk.lend(desk.copy(), ana, DUE, AGES);
        desk.lose(paid, unpaid());
        desk.pay(ana, "20.00");
        var heard = new ArrayList<AgedLoan>();
        assertThat(mine(age(heard, DUE.plusDays(22)), ana)).isEmpty();
        assertThat(mine(age(heard, DUE.plusDays(23)), ana)).containsExactly(List.of(loan, false));
        assertThat(mine(age(heard, DUE.plusDays(24)), ana)).isEmpty();
        assertThat(mine(age(heard, DUE.plusDays(30)), ana)).containsExactly(List.of(loan, true));
        assertThat(mine(age(heard, DUE.plusDays(31)), ana)).isEmpty();
        assertThat(mine(heard, ana)).containsExactly(List.of(loan, false), List.of(loan, true));
        assertThat(desk.loan(loan).state()).isEqualTo(LoanState.LOST);
        assertThat(desk.loan(claimed).state()).isEqualTo(LoanState.CLAIMED_RETURNED);
        assertThat(desk.loan(inRepair).state()).isEqualTo(LoanState.OUT);
        assertThat(desk.loan(paid).end()).hasValue(LoanEnd.PAID);
        assertThat(desk.owed(ana).library()).isEqualTo(Money.of("20.00"));
        assertThat(desk.lines(ana).getLast().why()).contains(ChargeReason.of(ChargeWhy.AGED, "30"));
    }

    private static List<List<Object>> mine(List<AgedLoan> all, long patron) {
        return all.stream()
                .filter(aged -> aged.patron() == patron)
                .map(aged -> List.<Object>of(aged.loan(), aged.lost()))
                .toList();
    }

    @Test
    void claimsAndDamagesMoveWithTheirPerson() { // P6
        var ana = desk.student("Keeps");
        var same = desk.student("Goes");
        claim(desk.lend(desk.copy(), ana, DUE));
        var loan = desk.lend(desk.copy(), same, DUE);
        claim(loan);
        desk.write(connection -> {
            desk.loans.move(connection, same, ana);
            desk.ledger.movePatron(connection, same, ana);
        });
        assertThat(desk.count("select returned_count from patron_claims where patron_id = ?", ana))
                .isEqualTo(2);
        assertThat(desk.count("select patron_id from loan_claim where loan_id = ?", loan))
                .isEqualTo(ana);
        assertThat(OptionalLong.of(ana)).isEqualTo(desk.loan(loan).patron());
    }
}
