package org.carrel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code scheduling-scenarios.md} has a row for each fault and each rule of testing days, and the tests that it names say the number. */
class SchedulingScenariosTest {
    private static final Path LIST = Path.of("src/docs/scheduling-scenarios.md");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT))\\.(\\w+)`");
    private static final int FAULTS = 45;
    private static final int OF_TESTS = 8;

    private static Map<String, String> sources = Map.of();

    @BeforeAll
    static void read() throws IOException {
        try (var files = Files.walk(TESTS)) {
            sources = files.filter(file -> file.toString().matches(".*(Test|IT)\\.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            SchedulingScenariosTest::text,
                            (one, other) -> one + other));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<String> numbers() {
        return Stream.concat(
                IntStream.rangeClosed(1, FAULTS).mapToObj("B-%02d"::formatted),
                IntStream.rangeClosed(1, OF_TESTS).mapToObj("TS-%d"::formatted));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void aScenarioHasTestsThatSayItsNumber(String number) throws IOException {
        var rows = rows().stream()
                .filter(line -> line.startsWith("| " + number + " |"))
                .toList();
        assertThat(rows).as("rows of " + number).hasSize(1);
        var named = NAMED.matcher(rows.getFirst().split("\\|")[3]).results().toList();
        assertThat(named).as("tests of " + number).isNotEmpty();
        for (var one : named) {
            assertThat(sources).as(number).containsKey(one.group(1));
            assertThat(saysBefore(sources.get(one.group(1)), one.group(2), number))
                    .as(one.group(1) + "." + one.group(2) + " says " + number)
                    .isTrue();
        }
    }

    /** At the method itself: in its words above it, in its name or at the end of its line. */
    private static boolean saysBefore(String source, String method, String number) {
        var at = source.indexOf(" " + method + "(");
        if (at < 0) return false;
        var end = source.indexOf('\n', source.indexOf('{', at));
        var begin = source.lastIndexOf("\n\n", at);
        return ranges(source.substring(Math.max(0, begin), end)).contains(number);
    }

    /** Numbers as they are told, also those between two: {@code B-02 to B-04}. */
    private static List<String> ranges(String text) {
        var told = Pattern.compile("(B|TS)-(\\d+)(?: to (?:B|TS)-(\\d+))?").matcher(text);
        return told.results()
                .flatMap(one -> {
                    var first = Integer.parseInt(one.group(2));
                    var last = one.group(3) == null ? first : Integer.parseInt(one.group(3));
                    var form = one.group(1).equals("B") ? "B-%02d" : "TS-%d";
                    return IntStream.rangeClosed(first, last).mapToObj(form::formatted);
                })
                .toList();
    }

    @Test
    void noScenarioIsUnknown() throws IOException {
        assertThat(rows().stream().map(row -> row.split("\\|")[1].strip()))
                .filteredOn(id -> id.matches("[A-Z]+-\\d+"))
                .containsExactlyElementsOf(numbers().toList());
    }

    private static List<String> rows() throws IOException {
        return Files.readAllLines(LIST).stream()
                .filter(line -> line.startsWith("| "))
                .toList();
    }
}
