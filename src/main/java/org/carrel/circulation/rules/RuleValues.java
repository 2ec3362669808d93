package org.carrel.circulation.rules;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.carrel.circulation.Ceiling;
import org.carrel.circulation.LoanPeriod;
import org.carrel.circulation.RuleField;
import org.carrel.circulation.RuleSpan;

/** How values of loan rules are read: one way of writing each, so that two values are the same when their texts are. */
public final class RuleValues {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");
    private static final Pattern MONEY = Pattern.compile("\\$?(\\d{1,5}(?:\\.\\d{1,2})?)");

    private RuleValues() {}

    /** Empty for what the field cannot be. */
    public static Optional<String> read(RuleField field, String typed) {
        var text = typed.strip();
        var lower = text.toLowerCase(Locale.ROOT);
        return switch (field.kind()) {
            case PERIOD -> LoanPeriod.parse(text).map(LoanPeriod::text);
            case CEILING -> Ceiling.parse(text).map(Ceiling::text);
            case SPAN -> RuleSpan.parse(text).map(RuleSpan::text);
            case TIME -> time(lower);
            case NUMBER -> number(lower);
            case COUNT -> unlimited(lower).or(() -> number(lower));
            case MONEY -> money(lower);
            case MONEY_OR_UNLIMITED -> unlimited(lower).or(() -> money(lower));
            case FLAG ->
                Optional.of(lower).filter(Predicate.isEqual(RuleField.YES).or(Predicate.isEqual(RuleField.NO)));
            case GRADE -> GradeOrder.code(text);
            case CHOICE ->
                Optional.of(text.toUpperCase(Locale.ROOT).replace(' ', '_')).filter(field.choices()::contains);
        };
    }

    private static Optional<String> unlimited(String text) {
        return Optional.of(text).filter(RuleField.UNLIMITED::equals);
    }

    private static Optional<String> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(String.valueOf(Integer.parseInt(text))) : Optional.empty();
    }

    private static Optional<String> money(String text) {
        var matcher = MONEY.matcher(text);
        if (!matcher.matches()) return Optional.empty();
        return Optional.of(new BigDecimal(matcher.group(1)).setScale(2).toPlainString());
    }

    private static Optional<String> time(String text) {
        if (text.equals(RuleField.SAME_TIME)) return Optional.of(text);
        try {
            var padded = text.indexOf(':') == 1 ? "0" + text : text;
            return Optional.of(
                    LocalTime.parse(padded).truncatedTo(ChronoUnit.MINUTES).toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
