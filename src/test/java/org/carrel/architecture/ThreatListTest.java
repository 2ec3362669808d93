package org.carrel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code security.md} names for each threat and each privacy rule the tests that say its number, and no others. */
class ThreatListTest {
    private static final Path LIST = Path.of("src/docs/security.md");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT))(?:\\.\\w+)?`");

    static Stream<String> numbers() {
        return Stream.concat(
                IntStream.rangeClosed(1, 22).mapToObj("ST-%02d"::formatted),
                IntStream.rangeClosed(1, 16).mapToObj("PR-%d"::formatted));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void theListNamesTheTestsOfANumber(String number) throws IOException {
        var named = new TreeSet<String>();
        NAMED.matcher(row(number)).results().forEach(found -> named.add(found.group(1)));
        assertThat(named).isEqualTo(testsThatSay(number));
    }

    /** Nothing is left open without a word. */
    @ParameterizedTest
    @MethodSource("numbers")
    void aNumberWithoutTestsSaysWhy(String number) throws IOException {
        var row = row(number);
        assertThat(NAMED.matcher(row).find() || row.matches(".*\\| [^|]*[a-z]{2}.*\\. ?\\|$"))
                .as(row)
                .isTrue();
    }

    private static String row(String number) throws IOException {
        var rows = Files.readAllLines(LIST).stream()
                .filter(line -> line.startsWith("| " + number + " |"))
                .toList();
        assertThat(rows).as("rows of " + number).hasSize(1);
        return rows.getFirst();
    }

    private static TreeSet<String> testsThatSay(String number) throws IOException {
        var says = Pattern.compile("\\b" + number + "\\b");
        try (var files = Files.walk(TESTS)) {
            var names = new TreeSet<String>();
            for (var file : files.filter(each -> each.toString().matches(".*(Test|IT)\\.java"))
                    .toList()) {
                if (says.matcher(Files.readString(file)).find()) {
                    names.add(file.getFileName().toString().replace(".java", ""));
                }
            }
            return names;
        }
    }
}
