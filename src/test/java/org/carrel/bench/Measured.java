package org.carrel.bench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a job took.
 *
 * @param cpuMillis processor time of the whole JVM, its compiler and collector included
 * @param liveMegabytes the most that was alive after a collection; 0 when nobody looked
 */
record Measured(long records, long wallMillis, long cpuMillis, long liveMegabytes) {
    private static final String MARK = "measured ";

    /** A line that {@link #in} finds among others. */
    String line() {
        return MARK + records + " " + wallMillis + " " + cpuMillis + " " + liveMegabytes;
    }

    static Optional<Measured> in(List<String> output) {
        return output.stream()
                .filter(line -> line.startsWith(MARK))
                .map(line -> line.substring(MARK.length()).split(" "))
                .map(numbers -> new Measured(
                        Long.parseLong(numbers[0]),
                        Long.parseLong(numbers[1]),
                        Long.parseLong(numbers[2]),
                        Long.parseLong(numbers[3])))
                .findFirst();
    }

    double rate() {
        return records * 1000.0 / Math.max(1, wallMillis);
    }

    String row(String name, long databaseMillis) {
        return String.format(
                Locale.ROOT,
                "%-34s %,9d %,9.0f/s %8.1f s %8.1f s %8.1f s %7s",
                name,
                records,
                rate(),
                wallMillis / 1000.0,
                cpuMillis / 1000.0,
                databaseMillis / 1000.0,
                liveMegabytes == 0 ? "" : liveMegabytes + " MB");
    }

    static String head() {
        return String.format(
                Locale.ROOT,
                "%-34s %9s %11s %10s %10s %10s %7s",
                "what",
                "records",
                "rate",
                "wall",
                "cpu",
                "db cpu",
                "live");
    }
}
