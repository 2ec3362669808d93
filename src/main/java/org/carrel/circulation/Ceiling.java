package org.carrel.circulation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * A date that due dates are held against: {@code 2027-05-28}, {@code term} for the last day of the term that is on or comes
 * next, {@code schedule Semesters} for the next date that a schedule gives, {@code none}.
 */
public sealed interface Ceiling {
    /** As {@link #parse} reads it. */
    String text();

    record On(LocalDate day) implements Ceiling {
        @Override
        public String text() {
            return day.toString();
        }
    }

    record EndOfTerm() implements Ceiling {
        @Override
        public String text() {
            return "term";
        }
    }

    record OfSchedule(String name) implements Ceiling {
        @Override
        public String text() {
            return "schedule " + name;
        }
    }

    /** No date at all: takes away what another rule says. */
    record None() implements Ceiling {
        @Override
        public String text() {
            return "none";
        }
    }

    /** Empty for what is none of these. */
    static Optional<Ceiling> parse(String typed) {
        if (typed.strip().equalsIgnoreCase("none")) return Optional.of(new None());
        return LoanPeriod.parse(typed)
                .flatMap(period -> switch (period.unit()) {
                    case END_OF_TERM -> Optional.<Ceiling>of(new EndOfTerm());
                    case SCHEDULE -> Optional.<Ceiling>of(new OfSchedule(period.schedule()));
                    default -> Optional.<Ceiling>empty();
                })
                .or(() -> day(typed.strip().toLowerCase(Locale.ROOT)));
    }

    private static Optional<Ceiling> day(String typed) {
        try {
            return Optional.of(new On(LocalDate.parse(typed)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
