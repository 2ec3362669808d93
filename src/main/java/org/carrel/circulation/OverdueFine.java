package org.carrel.circulation;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.catalog.ItemForLoan;
import org.carrel.circulation.DeskTables.Act;
import org.carrel.circulation.fees.FeeLedger.Debtor;
import org.carrel.circulation.rules.FineReasons;

/** What the lateness of one loan costs, and why. */
record OverdueFine(Debtor debtor, Money amount, List<ChargeReason> why) {
    /** @param loan whose person is known @param until when it came back, or now */
    static OverdueFine of(DeskTables tables, ItemForLoan item, Loan loan, Instant until) {
        var price = item.priceCents().isPresent()
                ? Optional.of(Money.ofCents(item.priceCents().getAsInt()).value())
                : Optional.<BigDecimal>empty();
        var fine = tables.terms().fine(loan, until, price);
        var debtor = new Debtor(
                loan.patron().orElseThrow(),
                OptionalLong.of(loan.id()),
                tables.lossRules().group(item));
        return new OverdueFine(
                debtor,
                new Money(fine.amount()),
                FineReasons.of(fine, tables.terms().ruleOf(loan)));
    }

    void charge(DeskTables tables, Act act) throws SQLException {
        tables.ledger().overdue(act.connection(), debtor, amount, why, act.act());
    }
}
