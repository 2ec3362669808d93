package org.carrel.circulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.circulation.MyAccount.MyFee;
import org.carrel.circulation.MyAccount.MyLoan;
import org.carrel.circulation.MyAccount.Renewals;
import org.carrel.circulation.fees.FeeLedger.Debtor;
import org.carrel.patrons.PatronCardHolders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Own loans, holds and fees through their door, and slips of the desk, on the product's database. */
class MyBooksIT {
    private TestDesk given;

    @BeforeEach
    void open() {
        given = TestDesk.open();
        given.rule("period=14 days", "renewals=1");
    }

    @AfterEach
    void close() {
        if (given != null) given.close();
    }

    private MyAccount account(long patron) {
        return given.books.of(patron).orElseThrow();
    }

    private List<LoanBlock> against(long patron) {
        return account(patron).loans().getFirst().against().stream()
                .map(Blocked::block)
                .toList();
    }

    @Test
    void aLoanIsRenewedOnceHoweverOftenItIsAskedAndNothingSaysWhatItWas() { // Z2, PR-1
        var ana = given.student("Ana");
        var copy = given.copy("Holes");
        given.scan(ana, copy);
        assertThat(against(ana)).as("on the first day").containsExactly(LoanBlock.DUE_DATE_STAYS);
        given.clock.pass(Duration.ofDays(5));
        assertThat(account(ana).loans()).singleElement().matches(MyLoan::renewable);
        var loan = given.openLoan(copy);
        var request = UUID.randomUUID();
        assertThat(given.books.renew(ana, loan, request)).isEqualTo(new Renewals(1, 0));
        assertThat(given.books.renew(ana, loan, request)).isEqualTo(new Renewals(1, 0));
        assertThat(given.number("select renewals from loan where id = ?", loan)).isEqualTo(1);
        assertThat(given.number(
                        "select count(*) from loan_event where loan_id = ? and kind = 'renewed' and account_id is null",
                        loan))
                .as("by the borrower")
                .isEqualTo(1);
        assertThat(given.number(
                        "select count(*) from desk_request where request_id = ? and patron_id is null "
                                + "and loan_id is null and account_id is null",
                        request.toString()))
                .isEqualTo(1);
        given.clock.pass(Duration.ofDays(1));
        assertThat(against(ana)).containsExactly(LoanBlock.NO_MORE_RENEWALS);
        assertThat(given.books.renew(ana, loan, UUID.randomUUID())).isEqualTo(new Renewals(0, 1));
    }

    @Test
    void nobodyRenewsWhatSomebodyElseHas() {
        var ana = given.student("Ana");
        var bo = given.student("Bo");
        var copy = given.copy("Hers");
        given.scan(ana, copy);
        given.clock.pass(Duration.ofDays(5));
        assertThat(given.books.renew(bo, given.openLoan(copy), UUID.randomUUID()))
                .isEqualTo(new Renewals(0, 0));
        assertThat(given.number("select renewals from loan where open_item = ?", given.item(copy)))
                .isZero();
        assertThat(account(bo).loans()).isEmpty();
    }

    @Test
    void whatCanBeRenewedIsAndTheRestSaysWhyNot() { // H6
        var ana = given.student("Ana");
        var wanted = given.copy("Wanted");
        for (var copy : List.of(wanted, given.copy("One"), given.copy("Two"))) given.scan(ana, copy);
        given.hold(given.student("Bo"), wanted);
        given.clock.pass(Duration.ofDays(5));
        assertThat(given.books.renewAll(ana, UUID.randomUUID())).isEqualTo(new Renewals(2, 1));
        var refused = account(ana).loans().stream()
                .filter(line -> line.item().barcode().equals(wanted))
                .findFirst()
                .orElseThrow();
        assertThat(refused.against()).extracting(Blocked::block).containsExactly(LoanBlock.WANTED_BY_OTHER);
    }

    @Test
    void whoIsBlockedRenewsNothing() { // O5
        var ana = given.student("Ana");
        given.scan(ana, given.copy("Stays"));
        given.clock.pass(Duration.ofDays(5));
        given.blocks.block(ana, "Talk to Ms Ruiz", Optional.empty(), "test");
        assertThat(against(ana)).containsExactly(LoanBlock.PATRON_BLOCKED);
        assertThat(given.books.renewAll(ana, UUID.randomUUID())).isEqualTo(new Renewals(0, 1));
    }

    @Test
    void holdsAndFeesAreThePersonsOwn() {
        var ana = given.student("Ana");
        var bo = given.student("Bo");
        var copy = given.copy("Hoped for");
        given.scan(given.student("Cy"), copy);
        given.hold(bo, copy);
        var hold = given.hold(ana, copy);
        var act = new DeskAct(UUID.randomUUID(), given.clock.instant(), OptionalLong.empty());
        var debtor = new Debtor(ana, OptionalLong.empty(), ChargeClass.LIBRARY);
        given.database.transaction(connection ->
                given.ledger.charge(connection, debtor, ChargeType.MANUAL, Money.of("2.50"), List.of(), "", act));
        var account = account(ana);
        assertThat(account.holds()).singleElement().satisfies(waits -> {
            assertThat(waits.id()).isEqualTo(hold);
            assertThat(waits.position()).hasValue(2);
        });
        assertThat(account.fees()).containsExactly(new MyFee(ChargeType.MANUAL, "", Money.of("2.50")));
        assertThat(account.owed().total()).isEqualTo(Money.of("2.50"));
        var request = UUID.randomUUID();
        assertThat(given.holds.cancel(hold, "", UUID.randomUUID(), HoldActor.patron(bo)))
                .isEqualTo(HoldChanged.GONE);
        assertThat(given.holds.cancel(hold, "", request, HoldActor.patron(ana))).isEqualTo(HoldChanged.DONE);
        assertThat(given.holds.cancel(hold, "", request, HoldActor.patron(ana))).isEqualTo(HoldChanged.DONE);
        assertThat(account(ana).holds()).isEmpty();
    }

    @Test
    void aSlipHasTheVisitAndNoFamilyNameAndAReturnNamesNobody() { // PR-6
        var slips = new DeskSlips(given.clock, given.loans, new PatronCardHolders(given.patrons), given.audit);
        var by = given.technician();
        var ana = given.student("Ana");
        var first = given.copy("First");
        given.scan(ana, first);
        given.clock.pass(DeskSlips.VISIT.plusMinutes(1));
        var all = slips.loans(ana, given.site, DeskSlips.Which.AS_FITS, by).orElseThrow();
        assertThat(all.visitOnly()).isFalse();
        assertThat(all.lines()).hasSize(1);
        assertThat(all.who()).isEqualTo("Ana D.");
        var second = given.copy("Second");
        given.scan(ana, second);
        var visit = slips.loans(ana, given.site, DeskSlips.Which.AS_FITS, by).orElseThrow();
        assertThat(visit.visitOnly()).isTrue();
        assertThat(visit.lines()).extracting(line -> line.item().barcode()).containsExactly(second);
        assertThat(slips.loans(ana, given.site, DeskSlips.Which.ALL, by)
                        .orElseThrow()
                        .lines())
                .hasSize(2);
        assertThat(slips.returns(by)).isEmpty();
        given.scan(first);
        assertThat(slips.returns(by)).extracting(back -> back.item().barcode()).containsExactly(first);
        assertThat(slips.returns(given.aide())).as("of another desk").isEmpty();
        given.clock.pass(DeskSlips.VISIT.plusMinutes(1));
        assertThat(slips.returns(by)).isEmpty();
    }
}
