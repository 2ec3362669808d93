package org.carrel.circulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.carrel.circulation.FeeResult.Done;
import org.carrel.circulation.FeeResult.Problem;
import org.carrel.circulation.FeeResult.Refused;
import org.carrel.circulation.FeeResult.TooMuch;
import org.carrel.circulation.Fees.Charging;
import org.carrel.circulation.Fees.Forgiving;
import org.carrel.circulation.Fees.Payment;
import org.carrel.circulation.Fees.Refunding;
import org.carrel.fixtures.Staff;
import org.carrel.platform.DatabaseProblem;
import org.carrel.platform.Sql;
import org.carrel.security.Caller;
import org.carrel.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ledger: what is owed, paid, waived and given back. */
class FeesIT {
    private static final Set<Long> OLDEST_FIRST = Set.of();

    private static TestLedger desk;

    @BeforeAll
    static void connect() {
        desk = TestLedger.connect();
    }

    @AfterAll
    static void close() {
        if (desk != null) desk.close();
    }

    private static Forgiving waiver(long patron, String amount, String reason) {
        return new Forgiving(UUID.randomUUID(), patron, false, Optional.of(Money.of(amount)), OLDEST_FIRST, reason);
    }

    @Test
    void threeFinesOfTenCentsAreThirtyCents() { // B54
        var ana = desk.student("Tencents");
        for (var i = 0; i < 3; i++) desk.owe(ana, "0.10");
        assertThat(desk.owed(ana).library()).hasToString("0.30");
        assertThat(desk.fees()
                        .statement(TestLedger.technician(), ana)
                        .orElseThrow()
                        .owed()
                        .total())
                .hasToString("0.30");
        assertThat(desk.fees().owed(List.of(ana))).containsEntry(ana, Money.of("0.30"));
        assertThat(desk.pay(ana, "0.30")).isInstanceOf(Done.class);
        assertThat(desk.owed(ana)).isEqualTo(Owed.NOTHING);
        assertThat(desk.text(
                        "select sum(e.amount) from charge_entry e join charge c on c.id = e.charge_id "
                                + "where c.patron_id = ?",
                        ana))
                .isEqualTo("0.30");
    }

    @Test
    void moreThanIsOwedIsRefusedAndNothingIsWritten() { // B55
        var ana = desk.student("Overpay");
        desk.owe(ana, "2.00");
        assertThat(desk.pay(ana, "5.00")).isEqualTo(new TooMuch(Money.of("2.00")));
        assertThat(desk.owed(ana).library()).isEqualTo(Money.of("2.00"));
        assertThat(desk.count("select count(*) from fee_act where patron_id = ?", ana))
                .isZero();
        assertThat(desk.pay(ana, "2.00")).isInstanceOf(Done.class);
        assertThat(desk.pay(ana, "0.01")).isEqualTo(new Refused(Problem.NOTHING_THERE));
    }

    @Test
    void theSamePaymentTwiceIsOne() { // Z2
        var ana = desk.student("Twice");
        desk.owe(ana, "2.00");
        var payment = TestLedger.payment(ana, "0.50");
        var first = (Done) desk.fees().pay(TestLedger.technician(), payment);
        assertThat(desk.fees().pay(TestLedger.technician(), payment))
                .isEqualTo(new Done(first.act(), Money.of("0.50"), true));
        assertThat(desk.owed(ana).library()).isEqualTo(Money.of("1.50"));
        var bo = desk.student("Othersrequest");
        desk.owe(bo, "2.00");
        var stolen = new Payment(payment.request(), bo, Money.of("0.50"), PayMeans.CASH, OLDEST_FIRST);
        assertThat(desk.fees().pay(TestLedger.technician(), stolen)).isEqualTo(new Refused(Problem.OTHER_REQUEST));
    }

    @Test
    void paymentsAtOnceNeverPayMoreThanIsOwed() throws InterruptedException, ExecutionException {
        var ana = desk.student("Race");
        desk.owe(ana, "3.00");
        desk.owe(ana, "2.00");
        var same = TestLedger.payment(ana, "1.50");
        var work = new ArrayList<Callable<FeeResult>>();
        for (var i = 0; i < 8; i++) {
            work.add(() -> desk.pay(ana, "1.50"));
            work.add(() -> desk.fees().pay(TestLedger.technician(), same));
        }
        var results = new ArrayList<FeeResult>();
        try (var desks = Executors.newFixedThreadPool(8)) {
            for (var result : desks.invokeAll(work)) results.add(result.get());
        }
        var paid = results.stream()
                .filter(result -> result instanceof Done done && !done.again())
                .count();
        assertThat(paid).isEqualTo(3);
        assertThat(results).allMatch(result -> result instanceof Done || result instanceof TooMuch);
        assertThat(desk.owed(ana)).isEqualTo(new Owed(Money.of("0.50"), Money.ZERO, Money.ZERO));
    }

    /** Even who forgets to lock the patron cannot overpay: the table itself says no. */
    @Test
    void theTableTakesNoMoreThanIsOwed() throws InterruptedException, ExecutionException {
        var ana = desk.student("Unlocked");
        var charge = desk.owe(ana, "2.00");
        var work = new ArrayList<Callable<Boolean>>();
        for (var i = 0; i < 6; i++) work.add(() -> paidWithoutLock(ana, charge));
        var paid = 0;
        try (var desks = Executors.newFixedThreadPool(6)) {
            for (var result : desks.invokeAll(work)) if (result.get()) paid++;
        }
        assertThat(paid).isEqualTo(1);
        assertThat(desk.owed(ana).library()).isEqualTo(Money.of("0.50"));
    }

    private static boolean paidWithoutLock(long patron, long charge) {
        try {
            desk.write(connection -> {
                var act = Sql.first(
                                connection,
                                "insert into fee_act (request_id, patron_id, kind, means, total, at) "
                                        + "values (uuid(), ?, 'payment', 'cash', 1.50, utc_timestamp(3)) returning id",
                                row -> row.getLong(1),
                                patron)
                        .orElseThrow();
                Sql.update(
                        connection,
                        "insert into charge_entry (act_id, charge_id, kind, amount) values (?, ?, 'payment', 1.50)",
                        act,
                        charge);
            });
            return true;
        } catch (DatabaseProblem e) {
            assertThat(e).hasStackTraceContaining("more than there is to pay");
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update charge set amount = 0.01",
                "update charge set type = 'manual'",
                "update charge set loan_id = 1 where loan_id is null",
                "update charge set reason = 'another'",
                "delete from charge",
                "update charge_entry set amount = 0.01",
                "delete from charge_entry",
                "update fee_act set total = 0.01",
                "update fee_act set account_id = 1",
                "delete from fee_act"
            })
    void nothingInTheLedgerCanBeChanged(String sql) { // F6
        var ana = desk.student("Forever");
        desk.owe(ana, "1.00");
        desk.pay(ana, "0.50");
        assertThatThrownBy(() -> desk.write(connection -> Sql.update(connection, sql)))
                .hasStackTraceContaining("The ledger only grows");
    }

    @Test
    void aWaiverNeedsAReasonAndALibrarian() {
        var ana = desk.student("Waived");
        desk.owe(ana, "2.00");
        var fees = desk.fees();
        assertThat(fees.forgive(TestLedger.librarian(), waiver(ana, "1.00", " ")))
                .isEqualTo(new Refused(Problem.NO_REASON));
        assertThat(fees.forgive(TestLedger.librarian(), waiver(ana, "1.00", "x".repeat(501))))
                .isEqualTo(new Refused(Problem.TOO_LONG));
        assertThat(fees.forgive(TestLedger.technician(), waiver(ana, "1.00", "Was ill")))
                .isEqualTo(new Refused(Problem.NOT_ALLOWED));
        assertThat(fees.forgive(TestLedger.librarian(), waiver(ana, "3.00", "Was ill")))
                .isEqualTo(new TooMuch(Money.of("2.00")));
        assertThat(fees.forgive(TestLedger.librarian(), waiver(ana, "1.00", "Was ill")))
                .isInstanceOf(Done.class);
        assertThat(desk.owed(ana).library()).isEqualTo(Money.of("1.00"));
        assertThat(desk.lines(ana).getFirst().entries().getFirst().reason()).isEqualTo("Was ill");
    }

    @Test
    void eachRoleDoesWhatTheMatrixSays() {
        var ana = desk.student("Roles");
        desk.owe(ana, "9.00");
        for (var role : Role.values()) {
            var caller = Staff.of(role, "LMC").caller();
            var takes = Set.of(Role.TECHNICIAN, Role.LIBRARIAN, Role.ADMIN).contains(role);
            var result = desk.fees().pay(caller, TestLedger.payment(ana, "0.01"));
            if (takes) assertThat(result).as("%s", role).isInstanceOf(Done.class);
            else assertThat(result).as("%s", role).isEqualTo(new Refused(Problem.MISSING));
            assertThat(desk.fees().statement(caller, ana).isPresent())
                    .as("%s", role)
                    .isEqualTo(takes);
        }
        var elsewhere = new Caller(1, "x", "X", Role.LIBRARIAN, Optional.of("EAST"));
        assertThat(desk.fees().pay(elsewhere, TestLedger.payment(ana, "0.01"))).isEqualTo(new Refused(Problem.MISSING));
        assertThat(desk.fees().statement(elsewhere, ana)).isEmpty();
    }

    @Test
    void moneyGoesBackAndIsOwedNoLonger() {
        var ana = desk.student("Refund");
        var charge = desk.owe(ana, "3.00");
        desk.pay(ana, "2.00");
        var fees = desk.fees();
        var much = new Refunding(UUID.randomUUID(), ana, charge, Money.of("2.01"), PayMeans.CASH, "Was not theirs");
        assertThat(fees.refund(TestLedger.librarian(), much)).isEqualTo(new TooMuch(Money.of("2.00")));
        var some = new Refunding(UUID.randomUUID(), ana, charge, Money.of("2.00"), PayMeans.CASH, "Was not theirs");
        assertThat(fees.refund(TestLedger.technician(), some)).isEqualTo(new Refused(Problem.NOT_ALLOWED));
        var done = (Done) fees.refund(TestLedger.librarian(), some);
        assertThat(desk.owed(ana)).isEqualTo(new Owed(Money.of("1.00"), Money.ZERO, Money.ZERO));
        assertThat(fees.receipt(TestLedger.technician(), done.act())
                        .orElseThrow()
                        .total())
                .isEqualTo(Money.of("2.00"));
    }

    @Test
    void aCreditPaysSomethingElse() {
        var ana = desk.student("Credit");
        var item = desk.copy();
        var loan = desk.lend(item, ana, LocalDate.of(2036, 9, 1));
        desk.lose(loan, LossTerms.of(Optional.of(Money.of("20.00")), Money.ZERO, Money.ZERO));
        desk.pay(ana, "20.00");
        desk.write(connection -> {
            desk.items.lock(connection, item);
            desk.lostAndFound.turnedUp(connection, item, ClaimEnd.CHECKED_IN, TestLedger.act());
        });
        desk.owe(ana, "4.00");
        assertThat(desk.owed(ana)).isEqualTo(new Owed(Money.of("4.00"), Money.ZERO, Money.of("20.00")));
        var credit = new Payment(UUID.randomUUID(), ana, Money.of("4.00"), PayMeans.CREDIT, OLDEST_FIRST);
        assertThat(desk.fees().pay(TestLedger.technician(), credit)).isInstanceOf(Done.class);
        assertThat(desk.owed(ana)).isEqualTo(new Owed(Money.ZERO, Money.ZERO, Money.of("16.00")));
    }

    @Test
    void aReceiptNamesWhatWasPaidAndNoTitle() {
        var ana = desk.student("Receipt");
        var item = desk.copy();
        var loan = desk.lend(item, ana, LocalDate.of(2036, 9, 1));
        desk.owe(ana, OptionalLong.of(loan), ChargeType.OVERDUE, "1.25");
        var paid = (Done) desk.pay(ana, "1.00");
        var receipt = desk.fees().receipt(TestLedger.technician(), paid.act()).orElseThrow();
        assertThat(receipt.parts())
                .containsExactly(new FeeReceipt.Part(ChargeType.OVERDUE, "FEE" + item, "", Money.of("1.00")));
        assertThat(receipt.left().total()).isEqualTo(Money.of("0.25"));
        var title = desk.text("select b.title from item i join bib_record b on b.id = i.bib_id where i.id = ?", item);
        assertThat(title).isNotEmpty();
        assertThat(receipt.toString()).doesNotContain(title);
        var elsewhere = new Caller(1, "x", "X", Role.ADMIN, Optional.of("EAST"));
        assertThat(desk.fees().receipt(elsewhere, paid.act())).isEmpty();
    }

    @Test
    void aChargeByHandNeedsAReason() {
        var ana = desk.student("Byhand");
        var request = UUID.randomUUID();
        var charging = new Charging(
                request, ana, ChargeType.MANUAL, ChargeClass.DEVICE, Money.of("12.00"), "Charger", Optional.empty());
        assertThat(desk.fees().charge(TestLedger.technician(), charging)).isEqualTo(new Refused(Problem.NOT_ALLOWED));
        assertThat(desk.fees().charge(TestLedger.librarian(), charging))
                .isEqualTo(new Done(0, Money.of("12.00"), false));
        assertThat(desk.fees().charge(TestLedger.librarian(), charging))
                .isEqualTo(new Done(0, Money.of("12.00"), true));
        assertThat(desk.owed(ana)).isEqualTo(new Owed(Money.ZERO, Money.of("12.00"), Money.ZERO));
    }

    @Test
    void everyActIsInTheAuditTrailUnderAPseudonym() {
        var ana = desk.student("Audited");
        desk.owe(ana, "2.00");
        desk.pay(ana, "1.00");
        desk.fees().forgive(TestLedger.librarian(), waiver(ana, "1.00", "Was ill"));
        var actions = "select group_concat(e.action order by e.id) from audit_event e join patron p "
                + "on p.pseudonym = e.subject_id and e.subject_kind = 'person' where p.id = ?";
        assertThat(desk.text(actions, ana)).isEqualTo("fee_payment,fee_waiver");
    }

    @Test
    void whatOneOwesIsTheOthersAfterAMerge() {
        var ana = desk.student("Merged");
        var same = desk.student("Merged");
        desk.owe(ana, "1.00");
        desk.owe(same, "2.00");
        desk.pay(same, "0.50");
        desk.write(connection -> desk.ledger.movePatron(connection, same, ana));
        assertThat(desk.owed(ana).library()).isEqualTo(Money.of("2.50"));
        assertThat(desk.owed(same)).isEqualTo(Owed.NOTHING);
    }

    @Test
    void whatIsSettledForLongIsNobodysAndItsSumsStay() { // PR-9
        var ana = desk.student("Settled");
        desk.owe(ana, "1.00");
        desk.pay(ana, "1.00");
        desk.owe(ana, "2.00");
        desk.write(connection -> desk.ledger.forgetSettled(connection, TestLedger.NOW.minusSeconds(60)));
        assertThat(desk.count("select count(*) from charge where patron_id = ?", ana))
                .as("not yet")
                .isEqualTo(2);
        var sums = "select cast(sum(amount) * 100 as int) from charge";
        var before = desk.count(sums);
        desk.write(connection -> desk.ledger.forgetSettled(connection, TestLedger.NOW.plusSeconds(60)));
        assertThat(desk.count("select count(*) from charge where patron_id = ?", ana))
                .as("what is owed stays known")
                .isEqualTo(1);
        assertThat(desk.owed(ana).library()).isEqualTo(Money.of("2.00"));
        assertThat(desk.count("select count(*) from fee_act where patron_id = ?", ana))
                .isZero();
        assertThat(desk.count(sums)).isEqualTo(before);
    }

    @Test
    void whoOwesIsNotErasedAndOfWhoIsErasedOnlySumsStay() { // PR-8
        var ana = desk.student("Erased");
        desk.owe(ana, "1.00");
        var property = new OpenAccounts(desk.ledger);
        assertThat(desk.database.<Boolean>read(connection -> property.isWith(connection, ana)))
                .isTrue();
        var charging = new Charging(
                UUID.randomUUID(),
                ana,
                ChargeType.MANUAL,
                ChargeClass.LIBRARY,
                Money.of("3.00"),
                "Ana Erased tore the cover",
                Optional.empty());
        desk.fees().charge(TestLedger.librarian(), charging);
        desk.pay(ana, "4.00");
        assertThat(desk.database.<Boolean>read(connection -> property.isWith(connection, ana)))
                .isFalse();
        var before = desk.count("select count(*) from charge where patron_id is null and reason = ''");
        desk.write(connection -> desk.ledger.erase(connection, List.of(ana)));
        assertThat(desk.count("select count(*) from charge where patron_id is null and reason = ''"))
                .isEqualTo(before + 2);
        assertThat(desk.count("select count(*) from charge where reason like '%Erased%'"))
                .isZero();
        assertThat(desk.count("select count(*) from fee_act where patron_id = ?", ana))
                .isZero();
    }
}
