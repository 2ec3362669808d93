package org.carrel.circulation;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** So many minutes, hours or days, as {@code 30 minutes}: an interval of fines, a grace. Days are days of the site's clock. */
public record RuleSpan(int amount, Unit unit) {
    private static final Pattern SHAPE = Pattern.compile("(\\d{1,5})\\s*(minutes?|min|hours?|h|days?|d)");
    private static final int MINUTES_OF_AN_HOUR = 60;
    private static final int MINUTES_OF_A_DAY = 24 * MINUTES_OF_AN_HOUR;

    /** In which a span is counted. */
    public enum Unit {
        MINUTES,
        HOURS,
        DAYS
    }

    /** Empty for what is none. */
    public static Optional<RuleSpan> parse(String typed) {
        var matcher = SHAPE.matcher(typed.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) return Optional.empty();
        var unit =
                switch (matcher.group(2).charAt(0)) {
                    case 'm' -> Unit.MINUTES;
                    case 'h' -> Unit.HOURS;
                    default -> Unit.DAYS;
                };
        return Optional.of(new RuleSpan(Integer.parseInt(matcher.group(1)), unit));
    }

    /** As {@link #parse} reads it. */
    public String text() {
        return amount + " " + unit.name().toLowerCase(Locale.ROOT);
    }

    /** A day counts as 24 hours. */
    public long minutes() {
        return switch (unit) {
            case MINUTES -> amount;
            case HOURS -> (long) amount * MINUTES_OF_AN_HOUR;
            case DAYS -> (long) amount * MINUTES_OF_A_DAY;
        };
    }
}
