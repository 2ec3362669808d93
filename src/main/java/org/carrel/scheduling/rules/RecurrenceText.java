package org.carrel.scheduling.rules;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.carrel.scheduling.Recurrence;
import org.carrel.scheduling.Recurrence.DaysOfType;
import org.carrel.scheduling.Recurrence.SchoolDays;
import org.carrel.scheduling.Recurrence.Weekly;

/** A recurrence as it is kept: {@code weekly 1,3 every 2}, {@code types 1,2}, {@code days 3}. Days of the week count from Monday, 1. */
public final class RecurrenceText {
    private RecurrenceText() {}

    public static String write(Recurrence recurrence) {
        return switch (recurrence) {
            case Weekly weekly ->
                "weekly "
                        + weekly.on().stream()
                                .sorted()
                                .map(day -> String.valueOf(day.getValue()))
                                .collect(Collectors.joining(","))
                        + " every " + weekly.every();
            case DaysOfType types ->
                "types " + types.types().stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
            case SchoolDays days -> "days " + days.every();
        };
    }

    /** Empty for what {@link #write} never writes. */
    public static Optional<Recurrence> read(String text) {
        var words = text.split(" ", -1);
        try {
            return switch (words[0]) {
                case "weekly" ->
                    Optional.of(new Weekly(
                            Arrays.stream(words[1].split(",", -1))
                                    .map(Integer::valueOf)
                                    .map(DayOfWeek::of)
                                    .collect(Collectors.toSet()),
                            Integer.parseInt(words[3])));
                case "types" ->
                    Optional.of(new DaysOfType(Arrays.stream(words[1].split(",", -1))
                            .map(Long::valueOf)
                            .collect(Collectors.toSet())));
                case "days" -> Optional.of(new SchoolDays(Integer.parseInt(words[1])));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException | java.time.DateTimeException e) {
            return Optional.empty();
        }
    }
}
