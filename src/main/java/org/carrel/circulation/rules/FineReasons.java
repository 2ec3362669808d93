package org.carrel.circulation.rules;

import java.util.ArrayList;
import java.util.List;
import org.carrel.circulation.ChargeReason;
import org.carrel.circulation.ChargeWhy;
import org.carrel.circulation.Fine;
import org.carrel.circulation.Money;
import org.carrel.circulation.ResolvedRule;
import org.carrel.circulation.RuleField;
import org.carrel.circulation.RuleSpan;
import org.carrel.circulation.RuleSpan.Unit;

/** Why a fine is as high as it is, for the account of who pays it. */
public final class FineReasons {
    private FineReasons() {}

    /** None for what costs nothing. @param rule as the loan keeps it */
    public static List<ChargeReason> of(Fine fine, ResolvedRule rule) {
        var interval = rule.span(RuleField.FINE_INTERVAL);
        var rate = rule.money(RuleField.FINE_RATE).map(Money::new);
        if (fine.amount().signum() == 0 || interval.isEmpty() || rate.isEmpty()) return List.of();
        var reasons = new ArrayList<ChargeReason>();
        var each = rate.get().toString();
        reasons.add(ChargeReason.of(counted(interval.get()), String.valueOf(fine.intervals()), each));
        var grace = rule.span(RuleField.GRACE).filter(span -> span.unit() == Unit.DAYS && span.amount() > 0);
        grace.ifPresent(span -> reasons.add(ChargeReason.of(ChargeWhy.GRACE, String.valueOf(span.amount()))));
        if (!rule.is(RuleField.FINE_CLOSED)) reasons.add(ChargeReason.of(ChargeWhy.CLOSED_LEFT_OUT));
        var amount = new Money(fine.amount()).toString();
        if (fine.kind() == Fine.Kind.AT_CAP) reasons.add(ChargeReason.of(ChargeWhy.CAPPED, amount));
        if (fine.kind() == Fine.Kind.AT_PRICE) reasons.add(ChargeReason.of(ChargeWhy.CAPPED_AT_PRICE, amount));
        return reasons;
    }

    private static ChargeWhy counted(RuleSpan interval) {
        if (interval.amount() != 1 || interval.unit() == Unit.MINUTES) return ChargeWhy.LATE_TIMES;
        return interval.unit() == Unit.DAYS ? ChargeWhy.LATE_DAYS : ChargeWhy.LATE_HOURS;
    }
}
