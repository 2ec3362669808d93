package org.carrel.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What no class of ours may do, so that a threat cannot come true. ST and PR numbers are our threat tests'. */
@AnalyzeClasses(packages = "org.carrel", importOptions = DoNotIncludeTests.class)
class ThreatRulesTest {
    private static final Path SOURCES = Path.of("src/main/java");

    @ArchTest // ST-20
    static final ArchRule nobody_reads_java_objects_from_a_stream =
            noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInputStream.class);

    /** Mail has one way out, which counts what goes to an address in an hour and to all in a minute. */
    @ArchTest // ST-17
    static final ArchRule mail_has_one_way_out = noClasses()
            .that()
            .resideOutsideOfPackage("org.carrel.notices.mail..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus.mail..");

    @ArchTest // ST-17
    static final ArchRule only_the_outbox_takes_it = noClasses()
            .that()
            .resideOutsideOfPackages("org.carrel.notices.mail..")
            .and()
            .doNotHaveFullyQualifiedName("org.carrel.notices.Outbox")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.carrel.notices.mail..");

    /** Pages load from our own host only, and the server asks nobody but the school's own sign-in, and libraries: see below. */
    @ArchTest // ST-11, PR-11
    static final ArchRule only_the_sign_in_and_the_start_ask_other_servers = noClasses()
            .that()
            .resideOutsideOfPackages("org.carrel.security.openid..", "org.carrel.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.URLConnection")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.HttpURLConnection");

    /** Other libraries are asked at addresses that were judged, by the one class that judges them. */
    @ArchTest // ST-11
    static final ArchRule lines_to_others_are_opened_in_one_place = noClasses()
            .that()
            .haveNameNotMatching("org\\.carrel\\.copycataloging\\.net\\.Line(\\$.*)?")
            .and()
            .resideOutsideOfPackages("org.carrel.cli..", "org.carrel.boot..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.Socket");

    @Test
    void everySpreadsheetIsWrittenByTheClassThatKnowsFormulas() throws IOException { // ST-06
        var writers = sources().stream()
                .filter(file -> reads(file).contains("text/csv"))
                .toList();
        assertThat(writers)
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(file -> assertThat(reads(file)).as(file.toString()).contains("Csv.row("));
        var joined = sources().stream()
                .filter(file -> !file.endsWith("Csv.java"))
                .filter(file ->
                        reads(file).contains("\"\\r\\n\"") && reads(file).contains("Csv"))
                .toList();
        assertThat(joined).as("rows that are joined by hand").isEmpty();
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static String reads(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
