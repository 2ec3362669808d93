package org.carrel.circulation;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What holds for a loan, field by field, and which rule says so.
 *
 * @param values a field that is not there says nothing at all
 * @param schedules those that the values name
 */
public record ResolvedRule(Map<RuleField, Given> values, List<LoanSchedule> schedules) {
    public ResolvedRule {
        var all = new EnumMap<RuleField, Given>(RuleField.class);
        all.putAll(values);
        values = Collections.unmodifiableMap(all);
        schedules = List.copyOf(schedules);
    }

    /**
     * A value and where it comes from.
     *
     * @param row the rule that says so; empty for what is built in
     */
    public record Given(String value, Optional<LoanRuleKey> row) {}

    public Optional<String> value(RuleField field) {
        return Optional.ofNullable(values.get(field)).map(Given::value);
    }

    /** Which rule says so; empty for what is built in. */
    public Optional<LoanRuleKey> row(RuleField field) {
        return Optional.ofNullable(values.get(field)).flatMap(Given::row);
    }

    public LoanPeriod period() {
        return value(RuleField.PERIOD).flatMap(LoanPeriod::parse).orElseThrow();
    }

    /** As long as a loan where nobody has said otherwise. */
    public LoanPeriod renewalPeriod() {
        return value(RuleField.RENEWAL_PERIOD).flatMap(LoanPeriod::parse).orElseGet(this::period);
    }

    public ClosedDays closedDays() {
        return ClosedDays.valueOf(text(RuleField.CLOSED_DAYS));
    }

    public AfterHours afterHours() {
        return AfterHours.valueOf(text(RuleField.AFTER_HOURS));
    }

    /** Empty for the time of the check-out. */
    public Optional<LocalTime> dueTime() {
        return value(RuleField.DUE_TIME)
                .filter(time -> !time.equals(RuleField.SAME_TIME))
                .map(LocalTime::parse);
    }

    public Optional<Ceiling> ceiling() {
        return value(RuleField.CEILING).flatMap(Ceiling::parse);
    }

    public CeilingMode ceilingMode() {
        return CeilingMode.valueOf(text(RuleField.CEILING_MODE));
    }

    public RenewFrom renewFrom() {
        return RenewFrom.valueOf(text(RuleField.RENEW_FROM));
    }

    public WhenHeld whenHeld() {
        return WhenHeld.valueOf(text(RuleField.WHEN_HELD));
    }

    public ChargeAt chargeAt() {
        return ChargeAt.valueOf(text(RuleField.CHARGE_AT));
    }

    public GraceMode graceMode() {
        return GraceMode.valueOf(text(RuleField.GRACE_MODE));
    }

    public Optional<LoanSchedule> schedule(String name) {
        return schedules.stream()
                .filter(schedule -> schedule.name().equals(name))
                .findFirst();
    }

    public boolean is(RuleField flag) {
        return value(flag).filter(RuleField.YES::equals).isPresent();
    }

    /** How many at most, or after how many days; empty for unlimited. */
    public OptionalInt most(RuleField count) {
        return value(count)
                .filter(text -> !text.equals(RuleField.UNLIMITED))
                .map(text -> OptionalInt.of(Integer.parseInt(text)))
                .orElseGet(OptionalInt::empty);
    }

    /** Scale 2; empty for unlimited, and where nobody has said. */
    public Optional<BigDecimal> money(RuleField field) {
        return value(field).filter(text -> !text.equals(RuleField.UNLIMITED)).map(BigDecimal::new);
    }

    public Optional<RuleSpan> span(RuleField field) {
        return value(field).flatMap(RuleSpan::parse);
    }

    private String text(RuleField field) {
        return value(field).orElseThrow();
    }
}
