package org.carrel.circulation.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carrel.circulation.ChargeType.LOST;
import static org.carrel.circulation.ChargeType.OVERDUE;
import static org.carrel.circulation.ChargeType.PROCESSING;
import static org.carrel.circulation.EntryKind.CANCELLATION;
import static org.carrel.circulation.EntryKind.PAYMENT;
import static org.carrel.circulation.EntryKind.REFUND;
import static org.carrel.circulation.EntryKind.WAIVER;
import static org.carrel.circulation.rules.GivenCharges.after;
import static org.carrel.circulation.rules.GivenCharges.charge;
import static org.carrel.circulation.rules.GivenCharges.with;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carrel.circulation.ChargeClass;
import org.carrel.circulation.ChargeLine;
import org.carrel.circulation.ChargeType;
import org.carrel.circulation.FoundRule;
import org.carrel.circulation.LoanEnd;
import org.carrel.circulation.Money;
import org.carrel.circulation.Owed;
import org.carrel.circulation.rules.Ledger.FoundTerms;
import org.carrel.circulation.rules.Ledger.Posting;
import org.carrel.circulation.rules.Ledger.Settlement.Entries;
import org.carrel.circulation.rules.Ledger.Settlement.Nothing;
import org.carrel.circulation.rules.Ledger.Settlement.TooMuch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerTest {
    private static final List<ChargeLine> TWO = List.of(charge(2, OVERDUE, "1.50"), charge(1, OVERDUE, "0.50"));

    private static Money money(String text) {
        return Money.of(text);
    }

    private static Ledger.Settlement pay(String amount, Long... chosen) {
        return Ledger.settle(TWO, PAYMENT, Optional.of(money(amount)), Set.of(chosen));
    }

    @Test
    void threeFinesOfTenCentsAreThirty() { // B54
        var fines = List.of(charge(1, OVERDUE, "0.10"), charge(2, OVERDUE, "0.10"), charge(3, OVERDUE, "0.10"));
        assertThat(Ledger.owed(fines).library()).hasToString("0.30");
    }

    @Test
    void aPaymentSettlesTheOldestFirst() {
        assertThat(pay("1.00"))
                .isEqualTo(new Entries(
                        List.of(new Posting(1, PAYMENT, money("0.50")), new Posting(2, PAYMENT, money("0.50")))));
    }

    @Test
    void aPaymentSettlesWhatWasChosen() {
        assertThat(pay("1.00", 2L)).isEqualTo(new Entries(List.of(new Posting(2, PAYMENT, money("1.00")))));
    }

    @Test
    void moreThanIsOwedIsNotTaken() { // B55
        assertThat(pay("5.00")).isEqualTo(new TooMuch(money("2.00")));
        assertThat(pay("0.51", 1L)).isEqualTo(new TooMuch(money("0.50")));
        assertThat(pay("0.01", 9L)).isEqualTo(new Nothing());
    }

    @Test
    void whatWasWaivedIsNotOwed() {
        var line = with(with(charge(1, OVERDUE, "2.00"), WAIVER, "0.50"), PAYMENT, "1.00");
        assertThat(line.outstanding()).isEqualTo(money("0.50"));
        assertThat(line.credit()).isEqualTo(Money.ZERO);
    }

    @Test
    void librariesAndDevicesAreCountedApart() { // F8
        var lines = List.of(
                charge(1, OVERDUE, "1.00"),
                charge(2, ChargeType.DAMAGE, ChargeClass.DEVICE, money("30.00")),
                with(with(charge(3, LOST, "9.00"), PAYMENT, "9.00"), CANCELLATION, "9.00"));
        assertThat(Ledger.owed(lines)).isEqualTo(new Owed(money("1.00"), money("30.00"), money("9.00")));
    }

    @ParameterizedTest(name = "{0}, {1} days later, processing back {2}: {3}, {4} still owed, {5} to be given back")
    @CsvSource(textBlock = """
            # B56: lost 20.00, of which 5.00 is paid, and processing 3.00, of which nothing is
            REFUND_UNPAID, 10, false, 15.00, 3.00, 0.00
            REFUND_UNPAID, 10, true,  18.00, 0.00, 0.00
            REFUND_ALL,    10, true,  23.00, 0.00, 5.00
            REFUND_ALL,    30, true,  23.00, 0.00, 5.00
            # after the days: nobody pays for what came back, but what is paid is paid
            REFUND_ALL,    31, true,  18.00, 0.00, 0.00
            KEEP,          10, true,   0.00, 18.00, 0.00
            """)
    void whatWasLostIsFound(
            FoundRule rule, int days, boolean processing, String cancelled, String owed, String credit) {
        var lines = List.of(with(charge(1, LOST, "20.00"), PAYMENT, "5.00"), charge(2, PROCESSING, "3.00"));
        var terms = new FoundTerms(rule, 30, processing, GivenCharges.START);
        var postings = Ledger.found(lines, terms, GivenCharges.START.plus(Duration.ofDays(days)));
        assertThat(Money.sum(postings.stream().map(Posting::amount).toList())).isEqualTo(money(cancelled));
        var after = after(lines, postings, "found");
        assertThat(Ledger.owed(after)).isEqualTo(new Owed(money(owed), Money.ZERO, money(credit)));
        var undone = after(after, Ledger.reinstate(after, "found"), "undone");
        assertThat(Ledger.owed(undone)).as("undone").isEqualTo(Ledger.owed(lines));
    }

    @Test
    void aFineStaysWhenTheThingIsFound() {
        var terms = new FoundTerms(FoundRule.REFUND_ALL, 30, true, GivenCharges.START);
        assertThat(Ledger.found(TWO, terms, GivenCharges.START)).isEmpty();
    }

    @Test
    void moneyThatGoesBackIsOwedNoLonger() {
        var paid = with(charge(1, LOST, "20.00"), PAYMENT, "15.00");
        assertThat(Ledger.refund(paid, money("10.00")))
                .isEqualTo(new Entries(
                        List.of(new Posting(1, CANCELLATION, money("10.00")), new Posting(1, REFUND, money("10.00")))));
        assertThat(Ledger.refund(paid, money("15.01"))).isEqualTo(new TooMuch(money("15.00")));
        assertThat(Ledger.refund(charge(1, LOST, "20.00"), money("1.00"))).isEqualTo(new Nothing());
        var found = with(paid, CANCELLATION, "20.00");
        assertThat(Ledger.refund(found, money("15.00")))
                .as("a credit only goes back")
                .isEqualTo(new Entries(List.of(new Posting(1, REFUND, money("15.00")))));
    }

    @Test
    void aCreditPaysWhatIsOwedAsFarAsItGoes() {
        var lines = List.of(
                with(with(charge(1, LOST, "9.00"), PAYMENT, "9.00"), CANCELLATION, "9.00"),
                charge(2, OVERDUE, "4.00"),
                charge(3, OVERDUE, "1.00"));
        var after = after(lines, Ledger.useCredit(lines), "credit");
        assertThat(Ledger.owed(after)).isEqualTo(new Owed(Money.ZERO, Money.ZERO, money("4.00")));
        assertThat(Ledger.useCredit(after)).isEmpty();
    }

    @ParameterizedTest(name = "paid {0}, waived {1}: {2}")
    @CsvSource(textBlock = """
            20.00, 0.00,  PAID
            5.00,  15.00, PAID
            0.00,  20.00, WRITTEN_OFF
            5.00,  14.99,
            """)
    void aLostLoanEndsWhenNothingIsOwedForIt(String paid, String waived, LoanEnd end) { // X2
        var line = charge(1, LOST, "20.00");
        if (!money(paid).isZero()) line = with(line, PAYMENT, paid);
        if (!money(waived).isZero()) line = with(line, WAIVER, waived);
        assertThat(Ledger.lossEnd(List.of(line, charge(2, OVERDUE, "1.00")))).isEqualTo(Optional.ofNullable(end));
    }

    @Test
    void aLoanForWhoseLossNothingWasChargedStaysOpen() {
        assertThat(Ledger.lossEnd(TWO)).isEmpty();
    }
}
