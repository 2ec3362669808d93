package org.carrel.patrons.rosters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.carrel.patrons.RosterFinding.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks: what stands in the file is read, and nothing that a file may ask for beside it. */
class XlsxTableTest {
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @TempDir
    Path folder;

    /** B87, from our own workbook: written as texts, read as texts. */
    @Test
    void b87DigitsAndZerosInFrontStayAsTheyAre() throws IOException {
        var table = new XlsxTable(member(workbook(), sheet -> sheet));
        assertThat(table.header()).containsExactly("Number", "Family name");
        assertThat(numbers(table)).containsExactly("007", "8939010102358478435");
    }

    @Test
    void aNumberThatASpreadsheetHasMadeIsReadByItsDigits() throws IOException {
        var numbers = member(workbook(), sheet -> sheet.replace(
                        "<c r=\"A2\" t=\"inlineStr\"><is><t>007</t></is></c>", "<c r=\"A2\"><v>417.0</v></c>")
                .replace(
                        "<c r=\"A3\" t=\"inlineStr\"><is><t>8939010102358478435</t></is></c>",
                        "<c r=\"A3\"><v>8.939010102358478E18</v></c>"));
        assertThat(numbers(new XlsxTable(numbers)))
                .as("what has lost its digits is no number of a person")
                .containsExactly("417", "8.93901E+18");
    }

    /** What an entity says is never fetched, nor blown up. */
    @Test
    void aWorkbookWithADocumentTypeIsNotRead() throws IOException {
        var secret = Files.writeString(folder.resolve("secret.txt"), "SECRET");
        for (var entity : List.of("SYSTEM \"" + secret.toUri() + "\"", "\"SECRET\"")) {
            var evil = member(workbook(), sheet -> sheet.replaceFirst(
                            "<worksheet", "<!DOCTYPE worksheet [<!ENTITY x " + entity + ">]><worksheet")
                    .replace("<t>007</t>", "<t>&x;</t>"));
            assertThat(readOrNothing(evil)).doesNotContain("SECRET");
        }
    }

    @Test
    void aBombIsRefusedBeforeItsReaderSeesIt() throws IOException {
        var bomb = member(workbook(), sheet -> " ".repeat(130 << 20));
        assertThatThrownBy(() -> new XlsxTable(bomb))
                .isInstanceOfSatisfying(
                        RosterUnreadable.class,
                        refused -> assertThat(refused.finding().kind()).isEqualTo(Kind.TOO_LARGE));
    }

    private static List<String> readOrNothing(Member member) {
        try {
            return numbers(new XlsxTable(member));
        } catch (RosterUnreadable refused) {
            assertThat(refused.finding().kind()).isEqualTo(Kind.UNREADABLE);
            return List.of();
        }
    }

    private static List<String> numbers(XlsxTable table) {
        var numbers = new ArrayList<String>();
        table.rows(row -> numbers.add(row.get("Number")));
        return numbers;
    }

    private static byte[] workbook() {
        var bytes = new ByteArrayOutputStream();
        try (var book = new PeopleWorkbook(bytes)) {
            book.row(List.of("Number", "Family name"));
            book.row(List.of("007", "Núñez"));
            book.row(List.of("8939010102358478435", "Big"));
        }
        return bytes.toByteArray();
    }

    /** The workbook with another sheet. */
    private Member member(byte[] workbook, UnaryOperator<String> change) throws IOException {
        var file = Files.write(folder.resolve("book.xlsx"), workbook);
        var bytes = new ByteArrayOutputStream();
        try (var from = new ZipFile(file.toFile());
                var to = new ZipOutputStream(bytes)) {
            for (var entry : from.stream().toList()) {
                var text = new String(from.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write((entry.getName().equals(SHEET) ? change.apply(text) : text).getBytes(StandardCharsets.UTF_8));
            }
        }
        return new Member("book.xlsx", bytes.toByteArray());
    }
}
