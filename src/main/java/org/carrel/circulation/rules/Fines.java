package org.carrel.circulation.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.carrel.circulation.ChargeAt;
import org.carrel.circulation.Fine;
import org.carrel.circulation.Fine.Kind;
import org.carrel.circulation.FineFacts;
import org.carrel.circulation.GraceMode;
import org.carrel.circulation.ResolvedRule;
import org.carrel.circulation.RuleField;
import org.carrel.circulation.RuleSpan;
import org.carrel.circulation.RuleSpan.Unit;
import org.carrel.school.SiteCalendar;

/**
 * What lateness costs (rules F1 to F4): from scratch each time, so that nothing adds up by night and drifts. The later something
 * comes back the more it costs, up to the cap.
 */
public final class Fines {
    private static final BigDecimal NOTHING = new BigDecimal("0.00");
    private static final long MINUTES_OF_A_DAY = 24 * 60;

    private Fines() {}

    /** @param rule as the loan keeps it @param calendar of the site that lent it, as it is known now */
    public static Fine fine(FineFacts facts, SiteCalendar calendar, ResolvedRule rule) {
        var rate = rule.money(RuleField.FINE_RATE).orElse(NOTHING);
        var interval = rule.span(RuleField.FINE_INTERVAL);
        if (rate.signum() == 0 || interval.isEmpty() || interval.get().amount() == 0) return nothing(Kind.OFF);
        if (!facts.returned().isAfter(facts.due())) return nothing(Kind.ON_TIME);
        var late = new Lateness(facts, calendar, rule.is(RuleField.FINE_CLOSED));
        var grace = rule.span(RuleField.GRACE).orElse(new RuleSpan(0, Unit.DAYS));
        var unit = interval.get().unit() == Unit.DAYS ? Unit.DAYS : Unit.MINUTES;
        var shown = span(late.begun(unit), unit);
        if (late.begun(smallUnit(grace)) <= length(grace, smallUnit(grace)))
            return new Fine(NOTHING, late.isAtAll() ? Kind.WITHIN_GRACE : Kind.NOTHING_DUE, 0, shown);
        var intervals = intervals(late, grace, interval.get(), rule);
        if (intervals == 0) return new Fine(NOTHING, Kind.NOTHING_DUE, 0, shown);
        return capped(rate.multiply(BigDecimal.valueOf(intervals)).setScale(2), intervals, shown, facts, rule);
    }

    private static long intervals(Lateness late, RuleSpan grace, RuleSpan interval, ResolvedRule rule) {
        var unit = smallUnit(interval);
        var free = rule.graceMode() == GraceMode.AFTER_GRACE ? length(grace, unit) : 0;
        var length = length(interval, unit);
        return rule.chargeAt() == ChargeAt.START
                ? Math.ceilDiv(Math.max(0, late.begun(unit) - free), length)
                : Math.max(0, late.over(unit) - free) / length;
    }

    private static Fine capped(BigDecimal amount, long intervals, RuleSpan late, FineFacts facts, ResolvedRule rule) {
        var fine = new Fine(amount, Kind.CHARGED, intervals, late);
        var cap = rule.money(RuleField.FINE_CAP);
        if (cap.isPresent() && cap.get().compareTo(fine.amount()) < 0)
            fine = new Fine(cap.get(), Kind.AT_CAP, intervals, late);
        var price = rule.is(RuleField.CAP_AT_PRICE) ? price(facts.price(), rule) : Optional.<BigDecimal>empty();
        if (price.isPresent() && price.get().compareTo(fine.amount()) < 0)
            fine = new Fine(price.get(), Kind.AT_PRICE, intervals, late);
        return fine;
    }

    /** What a copy costs: its own price, or what the rule says; empty when neither is known. */
    public static Optional<BigDecimal> price(Optional<BigDecimal> own, ResolvedRule rule) {
        return own.filter(price -> price.signum() > 0)
                .or(() -> rule.money(RuleField.DEFAULT_PRICE).filter(price -> price.signum() > 0))
                .map(price -> price.setScale(2, RoundingMode.HALF_UP));
    }

    /** A second reckoning never takes back what a first one has charged (B53); only a waiver does. */
    public static BigDecimal atLeast(BigDecimal charged, BigDecimal reckoned) {
        return charged.max(reckoned);
    }

    private static Fine nothing(Kind kind) {
        return new Fine(NOTHING, kind, 0, new RuleSpan(0, Unit.DAYS));
    }

    private static RuleSpan span(long amount, Unit unit) {
        return new RuleSpan((int) Math.min(amount, Integer.MAX_VALUE), unit);
    }

    private static Unit smallUnit(RuleSpan span) {
        return span.unit() == Unit.DAYS ? Unit.DAYS : Unit.MINUTES;
    }

    private static long length(RuleSpan span, Unit unit) {
        return unit == Unit.MINUTES ? span.minutes() : span.minutes() / MINUTES_OF_A_DAY;
    }
}
