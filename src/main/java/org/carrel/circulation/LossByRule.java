package org.carrel.circulation;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.carrel.catalog.ItemForLoan;
import org.carrel.circulation.rules.FineReasons;
import org.carrel.circulation.rules.Fines;
import org.carrel.circulation.store.RuleJson;
import org.carrel.patrons.PatronCategory;
import org.carrel.platform.Door;
import org.carrel.school.SchoolCalendar;

/** What the rules that a loan was made with say about losing the thing. The lateness until then is charged when it is found. */
@Door
public class LossByRule implements LossRules {
    /** For half a year what was paid for a lost thing can be given back. */
    private static final int REFUND_DAYS = 180;

    private static final int WARNED_BEFORE = 7;

    private final Supplier<LoanRuleTable> rules;
    private final SchoolCalendar calendars;

    @Inject
    public LossByRule(LoanRules rules, SchoolCalendar calendars) {
        this(rules::table, calendars);
    }

    LossByRule(Supplier<LoanRuleTable> rules, SchoolCalendar calendars) {
        this.rules = rules;
        this.calendars = calendars;
    }

    @Override
    public LossTerms terms(Loan loan, ItemForLoan copy, Instant now) {
        var rule = RuleJson.read(loan.rule()).rule();
        var price = price(copy);
        var fine = loan.due().map(due -> {
            var facts = new FineFacts(due, now, price.map(Money::value));
            return Fines.fine(facts, calendars.of(loan.site()), rule);
        });
        return new LossTerms(
                price,
                money(rule.money(RuleField.DEFAULT_PRICE)),
                money(rule.money(RuleField.PROCESSING)),
                Money.ZERO,
                money(fine.map(Fine::amount)),
                fine.map(known -> FineReasons.of(known, rule)).orElse(List.of()),
                FoundRule.REFUND_ALL,
                REFUND_DAYS,
                true);
    }

    private static Optional<Money> price(ItemForLoan copy) {
        return copy.priceCents().isPresent()
                ? Optional.of(Money.ofCents(copy.priceCents().getAsInt()))
                : Optional.empty();
    }

    private static Money money(Optional<BigDecimal> amount) {
        return amount.map(Money::new).orElse(Money.ZERO);
    }

    @Override
    public Optional<Aging> aging(Loan loan) {
        var most = RuleJson.read(loan.rule()).rule().most(RuleField.LOST_AFTER);
        return most.isPresent() ? Optional.of(new Aging(most.getAsInt(), WARNED_BEFORE)) : Optional.empty();
    }

    /** As the rules of its site say for its type, whoever has it: one thing is not a device for one borrower and a book for the next. */
    @Override
    public ChargeClass group(ItemForLoan copy) {
        return rules.get()
                .resolve(copy.siteCode(), PatronCategory.OTHER, copy.typeCode())
                .value(RuleField.CHARGE_CLASS)
                .map(ChargeClass::valueOf)
                .orElse(ChargeClass.LIBRARY);
    }
}
