package org.carrel.scheduling;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Which of the school's own days a series falls on. */
public sealed interface Recurrence extends Serializable {
    /** Longest series, in days from its first: a school year. */
    int MOST_DAYS = 400;

    /** @param every 1: each week, 2: every other one, by the week of the first day; at least 1 */
    record Weekly(Set<DayOfWeek> on, int every) implements Recurrence {
        public Weekly {
            on = Set.copyOf(on);
            if (on.isEmpty() || every < 1) throw new IllegalArgumentException("No days: " + on + " every " + every);
        }
    }

    /** Days of these types, as A days. @param types ids */
    record DaysOfType(Set<Long> types) implements Recurrence {
        public DaysOfType {
            types = Set.copyOf(types);
            if (types.isEmpty()) throw new IllegalArgumentException("No types");
        }
    }

    /** Every so many days of school. @param every at least 1 */
    record SchoolDays(int every) implements Recurrence {
        public SchoolDays {
            if (every < 1) throw new IllegalArgumentException("Every " + every);
        }
    }

    /**
     * Its days, first and last included, in order. A weekly series has also the days of the week on which there is no school: whoever
     * plans is told that there is none.
     */
    default List<LocalDate> days(Timetable timetable, LocalDate first, LocalDate last) {
        var latest = first.plusDays(MOST_DAYS);
        var until = last.isAfter(latest) ? latest : last;
        if (first.isAfter(until)) return List.of();
        return switch (this) {
            case Weekly weekly -> {
                Predicate<LocalDate> week =
                        day -> ChronoUnit.WEEKS.between(monday(first), monday(day)) % weekly.every() == 0;
                yield first.datesUntil(until.plusDays(1))
                        .filter(day -> weekly.on().contains(day.getDayOfWeek()))
                        .filter(week)
                        .toList();
            }
            case DaysOfType ofType ->
                timetable.schoolDays(first, until).stream()
                        .filter(day -> timetable
                                .typeOn(day)
                                .filter(type -> ofType.types().contains(type.id()))
                                .isPresent())
                        .toList();
            case SchoolDays counted -> {
                var days = timetable.schoolDays(first, until);
                yield java.util.stream.IntStream.range(0, days.size())
                        .filter(at -> at % counted.every() == 0)
                        .mapToObj(days::get)
                        .toList();
            }
        };
    }

    private static LocalDate monday(LocalDate day) {
        return day.minusDays(day.getDayOfWeek().getValue() - 1L);
    }
}
