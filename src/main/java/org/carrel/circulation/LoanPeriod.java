package org.carrel.circulation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * For how long something is lent: {@code 14 days}, {@code 2 hours}, {@code term}, {@code schedule Semesters}.
 *
 * @param amount of minutes, hours or days; which bell period; 0 elsewhere
 * @param schedule name of a schedule; empty elsewhere
 */
public record LoanPeriod(Unit unit, int amount, String schedule) {
    private static final Pattern COUNTED = Pattern.compile("(\\d{1,5})\\s*(minutes?|hours?|open days?|days?)");
    private static final Pattern BELL = Pattern.compile("period (\\d{1,2})");
    private static final String SCHEDULE = "schedule ";

    /** How the end is found. */
    public enum Unit {
        MINUTES("minutes"),
        HOURS("hours"),
        DAYS("days"),
        OPEN_DAYS("open days"),
        /** Until a bell period ends, today or on the next day that has it. */
        END_OF_PERIOD("period"),
        /** Until the doors close, today or on the next day that is open. */
        CLOSING("closing"),
        /** Until the last day of this term, or of the next when none is on. */
        END_OF_TERM("term"),
        /** Until the day that a schedule gives for the day of the check-out. */
        SCHEDULE("schedule"),
        /** Without a due date. */
        UNLIMITED("unlimited");

        private final String word;

        Unit(String word) {
            this.word = word;
        }

        /** Minutes, hours and days: with a number. */
        public boolean isCounted() {
            return ordinal() <= OPEN_DAYS.ordinal();
        }
    }

    public static LoanPeriod of(int amount, Unit unit) {
        return new LoanPeriod(unit, amount, "");
    }

    /** Empty for what is none. */
    public static Optional<LoanPeriod> parse(String typed) {
        var text = typed.strip();
        var lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith(SCHEDULE))
            return Optional.of(new LoanPeriod(
                    Unit.SCHEDULE, 0, text.substring(SCHEDULE.length()).strip()));
        var counted = COUNTED.matcher(lower);
        if (counted.matches()) {
            var word = counted.group(2).endsWith("s") ? counted.group(2) : counted.group(2) + "s";
            return unit(word).map(unit -> of(Integer.parseInt(counted.group(1)), unit));
        }
        var bell = BELL.matcher(lower);
        if (bell.matches()) return Optional.of(of(Integer.parseInt(bell.group(1)), Unit.END_OF_PERIOD));
        return unit(lower)
                .filter(unit -> unit == Unit.CLOSING || unit == Unit.END_OF_TERM || unit == Unit.UNLIMITED)
                .map(unit -> of(0, unit));
    }

    private static Optional<Unit> unit(String word) {
        return Arrays.stream(Unit.values())
                .filter(unit -> unit.word.equals(word))
                .findFirst();
    }

    /** As {@link #parse} reads it. */
    public String text() {
        if (unit.isCounted()) return amount + " " + unit.word;
        return switch (unit) {
            case END_OF_PERIOD -> unit.word + " " + amount;
            case SCHEDULE -> SCHEDULE + schedule;
            default -> unit.word;
        };
    }
}
