package org.carrel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents that say which test proves something name tests that exist. */
class DocumentsTest {
    private static final Path DOCUMENTS = Path.of("src/docs");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT))\\.(\\w+)`");

    static List<Path> documents() throws IOException {
        return files(DOCUMENTS, ".md");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyTestThatIsNamedExists(Path document) throws IOException {
        var tests = files(TESTS, ".java");
        for (var named : NAMED.matcher(Files.readString(document)).results().toList()) {
            var source = tests.stream()
                    .filter(file -> file.endsWith(named.group(1) + ".java"))
                    .findFirst();
            assertThat(source).as("%s of %s", named.group(1), document).isPresent();
            assertThat(Files.readString(source.get()))
                    .as("%s of %s", named.group(), document)
                    .contains("void " + named.group(2) + "(");
        }
    }

    private static List<Path> files(Path directory, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
