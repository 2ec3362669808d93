package org.carrel.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.carrel.platform.JsonText;
import org.carrel.platform.web.Bundles;
import org.carrel.platform.web.ScreenLanguage;
import org.carrel.security.rules.AccessTable;
import org.junit.jupiter.api.Test;

/** The description of the interface says what there is: each resource, each field, and what needs a token. */
class ApiDocumentTest {
    private static final List<Class<?>> RESOURCES = new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests()).importPackages("org.carrel").stream()
                    .filter(type -> type.isAnnotatedWith(Path.class))
                    .<Class<?>>map(type -> type.reflect())
                    .collect(Collectors.toList());

    private static final JsonObject DOCUMENT = ApiDocument.of(RESOURCES, "https://library.example.org");

    private static TreeSet<String> described() {
        var all = new TreeSet<String>();
        DOCUMENT.getJsonObject("paths").forEach((path, item) -> item.asJsonObject()
                .keySet()
                .forEach(
                        verb -> all.add(verb.toUpperCase(Locale.ROOT) + " " + path.replaceAll("\\{[^}]+}", "{word}"))));
        return all;
    }

    @Test
    void everyAddressOfTheTableStandsInTheDocumentAndNothingElse() {
        var rows = AccessTable.rows().stream()
                .filter(row -> row.path().startsWith("/api/"))
                .map(row -> row.method() + " " + row.path())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(described()).isEqualTo(rows).hasSizeGreaterThan(10);
    }

    @Test
    void aTokenIsNeededWhereTheTableSaysSo() {
        DOCUMENT.getJsonObject("paths")
                .forEach((path, item) -> item.asJsonObject().forEach((verb, operation) -> {
                    var row = AccessTable.find(verb.toUpperCase(Locale.ROOT), path.replaceAll("\\{[^}]+}", "x"))
                            .orElseThrow();
                    assertThat(operation.asJsonObject().getJsonArray("security").isEmpty())
                            .as(path)
                            .isEqualTo(row.isOpen());
                    assertThat(row.isForPrograms()).as(path).isEqualTo(!row.isOpen());
                }));
    }

    @Test
    void whatChangesSomethingHasAKeyAndEveryFailureIsAProblem() {
        DOCUMENT.getJsonObject("paths")
                .forEach((path, item) -> item.asJsonObject().forEach((verb, value) -> {
                    var operation = value.asJsonObject();
                    var names = operation.getJsonArray("parameters").stream()
                            .map(parameter -> parameter.asJsonObject().getString("name"))
                            .toList();
                    assertThat(names.contains("Idempotency-Key")).as(path).isEqualTo(!verb.equals("get"));
                    assertThat(operation.getString("summary")).isNotEmpty();
                    assertThat(operation
                                    .getJsonObject("responses")
                                    .getJsonObject("default")
                                    .getJsonObject("content"))
                            .containsKey("application/problem+json");
                }));
    }

    @Test
    void everyReferenceLeadsSomewhereAndEveryOperationHasItsOwnName() {
        var text = DOCUMENT.toString();
        var schemas =
                DOCUMENT.getJsonObject("components").getJsonObject("schemas").keySet();
        Pattern.compile("#/components/schemas/([A-Za-z.]+)")
                .matcher(text)
                .results()
                .forEach(found -> assertThat(schemas).contains(found.group(1)));
        assertThat(schemas).contains("NewLoan", "Answer", "Copy", "Problem", "FoundPage.Hit");
        var names = Pattern.compile("\"operationId\":\"(\\w+)\"")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(names).doesNotHaveDuplicates().isNotEmpty();
    }

    /** A field that may be left out is one that the record has as nullable. */
    @Test
    void whatIsNeededIsSaid() {
        var loan = DOCUMENT.getJsonObject("components").getJsonObject("schemas").getJsonObject("NewScan");
        assertThat(loan.getJsonArray("required").getValuesAs(JsonString::getString))
                .containsExactly("text");
    }

    /** What {@code programs.md} shows to try. */
    @Test
    void everyExampleIsOfAnAddressWithFieldsThatThereAre() throws IOException {
        var page =
                Files.readString(java.nio.file.Path.of("src/docs/programs.md")).replaceAll("\\\\\n\\s+", "");
        var commands = Pattern.compile("(?m)^ +curl (.*)\\$CARREL(/api/v1\\S+)$")
                .matcher(page)
                .results()
                .toList();
        assertThat(commands).hasSizeGreaterThan(8);
        for (var command : commands) {
            var sent = command.group(1);
            var method = sent.contains("-X DELETE") ? "DELETE" : sent.contains(" -d ") ? "POST" : "GET";
            var row = AccessTable.find(method, command.group(2)).orElseThrow();
            assertThat(row.answers(method)).as(command.group()).isTrue();
            assertThat(sent.contains("Idempotency-Key")).as(command.group()).isEqualTo(!method.equals("GET"));
            if (method.equals("POST")) assertThat(fields(row.path())).containsAll(keys(sent));
        }
    }

    private static Set<String> fields(String path) {
        var operation = DOCUMENT.getJsonObject("paths").entrySet().stream()
                .filter(item -> item.getKey().replaceAll("\\{[^}]+}", "{word}").equals(path))
                .findFirst()
                .orElseThrow()
                .getValue()
                .asJsonObject()
                .getJsonObject("post");
        var schema = operation
                .getValue("/requestBody/content/application~1json/schema/$ref")
                .toString();
        var name = schema.replaceAll(".*/|\"", "");
        return DOCUMENT.getJsonObject("components")
                .getJsonObject("schemas")
                .getJsonObject(name)
                .getJsonObject("properties")
                .keySet();
    }

    private static Set<String> keys(String command) {
        return JsonText.read(command.replaceFirst(".* -d '([^']*)'.*", "$1")).keySet();
    }

    @Test
    void everyStatusIsToldInBothLanguages() {
        var english = Bundles.of("org.carrel.api", ScreenLanguage.EN);
        var spanish = Bundles.of("org.carrel.api", ScreenLanguage.ES);
        assertThat(spanish.keySet()).isEqualTo(english.keySet()).contains("problem.401", "problem.429");
        assertThat(english.keySet())
                .allSatisfy(
                        key -> assertThat(spanish.getString(key)).isNotEmpty().isNotEqualTo(english.getString(key)));
    }
}
