package org.carrel.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaFinderTest {
    @TempDir
    Path directory;

    @ParameterizedTest(name = "{0} is version {1}")
    @CsvSource(textBlock = """
            # as JDKs write it
            'JAVA_VERSION="21.0.5"', 21
            # without quotes
            JAVA_VERSION=25, 25
            # early access
            'JAVA_VERSION="26-ea"', 26
            # before Java 9
            'JAVA_VERSION="1.8.0_402"', 8
            # after other lines
            'IMPLEMENTOR="X"\\nJAVA_VERSION="17.0.9"', 17
            # not a Java at all
            'VERSION="21"', 0
            """)
    void theReleaseFileTellsTheVersion(String release, int version) throws IOException {
        var home = java("some", release.replace("\\n", "\n"));
        assertThat(JavaFinder.version(home)).isEqualTo(version);
    }

    @Test
    void aJavaThatWasNamedOnPurposeWinsOverANewerOne() throws IOException {
        var named = java("named", "JAVA_VERSION=\"21\"");
        java("all/newer", "JAVA_VERSION=\"25\"");
        var finder = new JavaFinder(List.of(named), List.of(directory.resolve("all")));
        assertThat(finder.find(21)).isEqualTo(named);
    }

    @Test
    void theNewestInstalledIsTakenWhenTheNamedOneIsTooOld() throws IOException {
        var named = java("named", "JAVA_VERSION=\"17\"");
        java("all/21", "JAVA_VERSION=\"21\"");
        var newest = java("all/25", "JAVA_VERSION=\"25.0.1\"");
        java("all/8", "JAVA_VERSION=\"1.8.0\"");
        var finder = new JavaFinder(List.of(named), List.of(directory.resolve("missing"), directory.resolve("all")));
        assertThat(finder.find(21)).isEqualTo(newest);
    }

    @Test
    void theExecutableAndTheBundleOfMacOsAreUnderstood() throws IOException {
        var named = java("named", "JAVA_VERSION=\"21\"");
        assertThat(new JavaFinder(List.of(named.resolve("bin/java")), List.of()).find(21))
                .isEqualTo(named);
        var bundle = java("all/21.jdk/Contents/Home", "JAVA_VERSION=\"21\"");
        assertThat(new JavaFinder(List.of(), List.of(directory.resolve("all"))).find(21))
                .isEqualTo(bundle);
    }

    @Test
    void aDirectoryWithoutAnExecutableIsNoJava() throws IOException {
        var home = java("gone", "JAVA_VERSION=\"21\"");
        Files.delete(home.resolve("bin/java"));
        assertThatThrownBy(() -> new JavaFinder(List.of(home), List.of()).find(21))
                .isInstanceOf(BootProblem.class)
                .hasMessageContaining("Java 21")
                .hasMessageContaining("CARREL_JAVA");
    }

    @Test
    void theEnvironmentNamesAJavaAndSiblingsOfTheRunningOneAreSeen() throws IOException {
        var sibling = java("jvm/temurin-21", "JAVA_VERSION=\"21\"");
        var running = directory.resolve("jvm/java-17");
        var found = JavaFinder.of(Map.of("CARREL_JAVA", ""), running, directory).find(21);
        assertThat(JavaFinder.version(found)).isGreaterThanOrEqualTo(21);
        assertThat(JavaFinder.of(Map.of("JAVA_HOME", sibling.toString()), running, directory)
                        .find(21))
                .isEqualTo(sibling);
    }

    private Path java(String name, String release) throws IOException {
        var home = directory.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), release);
        var executable = Files.createFile(home.resolve("bin/java"));
        assertThat(executable.toFile().setExecutable(true)).isTrue();
        return home;
    }
}
