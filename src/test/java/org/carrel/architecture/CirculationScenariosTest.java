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

/** {@code circulation-scenarios.md} has a row for each rule and each fault, and the tests that it names are there and say the number. */
class CirculationScenariosTest {
    private static final Path LIST = Path.of("src/docs/circulation-scenarios.md");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT))(?:\\.(\\w+))?`");

    /** How many rules each letter has. */
    private static final Map<String, Integer> RULES =
            Map.of("T", 5, "D", 8, "L", 5, "O", 5, "H", 9, "F", 8, "X", 7, "C", 5, "Z", 5, "Q", 5);

    /** Of lending devices: rules and faults that have a test. */
    private static final List<String> DEVICES = List.of(
            "V1", "V2", "V3", "V4", "V5", "V6", "B62", "B63", "B65", "B66", "B67", "B68", "B69", "B70", "B71", "B72",
            "B73");

    private static Map<String, String> sources = Map.of();

    @BeforeAll
    static void read() throws IOException {
        try (var files = Files.walk(TESTS)) {
            sources = files.filter(file -> file.toString().matches(".*(Test|IT)\\.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            CirculationScenariosTest::text,
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
        var rules = RULES.entrySet().stream()
                .flatMap(rule -> IntStream.rangeClosed(1, rule.getValue()).mapToObj(number -> rule.getKey() + number));
        var faults = Stream.of(IntStream.rangeClosed(1, 61), IntStream.of(64), IntStream.rangeClosed(74, 91))
                .flatMap(IntStream::boxed)
                .map("B%02d"::formatted);
        return Stream.of(rules, faults, DEVICES.stream()).flatMap(one -> one);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void aScenarioHasTestsThatSayItsNumberOrAReason(String number) throws IOException {
        var rows = rows().stream()
                .filter(line -> line.startsWith("| " + number + " |"))
                .toList();
        assertThat(rows).as("rows of " + number).hasSize(1);
        var last = rows.getFirst().split("\\|")[3].strip();
        var named = NAMED.matcher(last).results().toList();
        if (named.isEmpty() || last.endsWith(".")) {
            assertThat(last).as(number + " says why").matches(".{20,}\\.");
            return;
        }
        for (var one : named) {
            assertThat(sources.getOrDefault(one.group(1), ""))
                    .as(one.group(1) + " says " + number)
                    .containsPattern("\\b" + number + "\\b");
        }
    }

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        for (var row : rows()) {
            for (var named : NAMED.matcher(row).results().toList()) {
                assertThat(sources).as(row).containsKey(named.group(1));
                if (named.group(2) == null) continue;
                assertThat(sources.get(named.group(1))).as(row).contains(" " + named.group(2) + "(");
            }
        }
    }

    @Test
    void noScenarioIsUnknown() throws IOException {
        var known = numbers().toList();
        assertThat(rows().stream().map(row -> row.split("\\|")[1].strip()))
                .filteredOn(id -> id.matches("[A-Z]\\d+"))
                .isSubsetOf(known);
    }

    private static List<String> rows() throws IOException {
        return Files.readAllLines(LIST).stream()
                .filter(line -> line.startsWith("| "))
                .toList();
    }
}
