package org.carrel.devices.mdm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.carrel.devices.DiscrepancyKind;
import org.carrel.devices.MdmField;
import org.carrel.devices.MdmForm;
import org.carrel.devices.MdmOutcome;
import org.carrel.devices.MdmRemark.Kind;
import org.carrel.devices.rules.MdmPlanned;
import org.carrel.devices.rules.MdmPlanning;
import org.carrel.devices.rules.MdmPlanning.Surroundings;
import org.carrel.devices.rules.MdmRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample exports read, and planned for an inventory in which there is nothing yet. */
class MdmSamplesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Map<String, Long> PEOPLE = Map.of(
            "anunez@students.example.org", 1L, "dualschool@students.example.org", 2L, "r.fontaine@example.org", 3L);

    @TempDir
    Path folder;

    private record Read(MdmForm form, List<MdmRow> rows, List<MdmPlanned> plans) {
        Map<MdmOutcome, Long> outcomes() {
            return plans.stream().collect(Collectors.groupingBy(MdmPlanned::outcome, Collectors.counting()));
        }

        Map<DiscrepancyKind, Long> discrepancies() {
            return plans.stream()
                    .flatMap(plan -> plan.suspicions().stream())
                    .collect(Collectors.groupingBy(one -> one.kind(), Collectors.counting()));
        }
    }

    private static Read read(Path file) {
        var opened = MdmStaging.open(file);
        var rows = new ArrayList<MdmRow>();
        var plans = new ArrayList<MdmPlanned>();
        var tags = new ArrayList<String>();
        MdmTable.of(file).rows((number, cells) -> {
            var wanted = opened.kept().stream()
                    .map(at -> at < cells.size() ? cells.get(at) : "")
                    .toList();
            var row = MdmStaging.read(opened.columns(), wanted);
            var tag = row.get(MdmField.TAG).toUpperCase(Locale.ROOT);
            var earlier = tags.indexOf(tag) + 1;
            tags.add(tag);
            var around = new Surroundings(
                    List.of(), 0, earlier, true, login -> Optional.ofNullable(PEOPLE.get(login)), true);
            rows.add(row);
            plans.add(MdmPlanning.of(opened.form(), row, around, NOW));
        });
        return new Read(opened.form(), rows, plans);
    }

    @Test
    void gamHasNineDevicesOfWhichOneHasATagThatIsGivenTwice() { // B81, V4
        var gam = read(MdmSamples.file("google-gam-print-cros.csv"));
        assertThat(gam.form()).isEqualTo(MdmForm.GAM);
        assertThat(gam.outcomes()).isEqualTo(Map.of(MdmOutcome.NEW, 9L));
        assertThat(gam.discrepancies()).isEqualTo(Map.of(DiscrepancyKind.TAG_TWICE, 1L));
        assertThat(gam.plans().get(0).tag()).isEqualTo("CB-000101");
        assertThat(gam.plans().get(6).tag()).as("the older one keeps it").isEmpty();
        assertThat(gam.rows().get(2).get(MdmField.TAG)).as("zeros").isEqualTo("000103");
        assertThat(gam.rows().get(2).get(MdmField.LAST_SEEN)).isEqualTo("2026-03-08T07:30:00Z");
        assertThat(gam.rows().get(3).get(MdmField.SERIAL)).as("no number").isEqualTo("5E0023");
        assertThat(gam.rows().get(3).get(MdmField.NOTES)).startsWith("=HYPERLINK(");
        assertThat(gam.rows().get(4).get(MdmField.SERIAL)).isEqualTo("0012345678");
        assertThat(gam.rows().get(4).get(MdmField.NOTES)).isEqualTo("line one line two");
        assertThat(gam.rows().get(5).get(MdmField.SERIAL)).as("as read").isEqualTo("5cd0000a06");
        assertThat(gam.rows().get(7).facts().has(MdmField.LAST_SEEN)).isFalse();
        assertThat(gam.rows().get(8).get(MdmField.ETHERNET_MAC)).isEqualTo("02005e00f109");
    }

    /** The same nine devices in the two spellings of one console: only what one of them does not say differs. */
    @Test
    void theGoogleConsoleSaysTheSameAsGamInOtherWords() {
        var gam = read(MdmSamples.file("google-gam-print-cros.csv"));
        var console = read(MdmSamples.file("google-admin-console-chromeos.csv"));
        assertThat(console.form()).isEqualTo(MdmForm.GOOGLE_CONSOLE);
        assertThat(console.outcomes()).isEqualTo(gam.outcomes());
        for (var at = 0; at < gam.rows().size(); at++) {
            for (var field : List.of(
                    MdmField.MDM_ID,
                    MdmField.SERIAL,
                    MdmField.TAG,
                    MdmField.STATUS,
                    MdmField.SUPPORT_END,
                    MdmField.WIFI_MAC,
                    MdmField.LOCATION,
                    MdmField.NOTES)) {
                assertThat(console.rows().get(at).get(field))
                        .as(field + " " + at)
                        .isEqualTo(gam.rows().get(at).get(field));
            }
        }
        assertThat(console.rows().get(1).get(MdmField.LAST_USER)).isEqualTo("jsmith@students.example.org");
        assertThat(console.rows().get(1).get(MdmField.USER))
                .as("the last user is not who has it")
                .isEmpty();
    }

    @Test
    void jamfHasSevenDevicesOneOfThemInLostModeAndOneOfSomebodyUnknown() {
        var jamf = read(MdmSamples.file("jamf-pro-mobile-devices.csv"));
        assertThat(jamf.form()).isEqualTo(MdmForm.JAMF);
        assertThat(jamf.outcomes()).isEqualTo(Map.of(MdmOutcome.NEW, 7L));
        assertThat(jamf.discrepancies())
                .isEqualTo(Map.of(DiscrepancyKind.TAG_TWICE, 1L, DiscrepancyKind.USER_UNKNOWN, 1L));
        assertThat(jamf.rows().get(3).get(MdmField.STATUS)).isEqualTo("Lost Mode");
        assertThat(jamf.rows().get(5).get(MdmField.SERIAL)).isEqualTo("0000000000123");
        assertThat(jamf.rows().get(0).get(MdmField.PRICE)).isEqualTo("29900");
        assertThat(jamf.rows().get(0).get(MdmField.WARRANTY_END)).isEqualTo("2028-06-12");
        assertThat(jamf.rows().get(2).get(MdmField.NAME)).isEqualTo("Lab Cart — iPad 3");
        assertThat(jamf.plans().get(6).tag()).isEmpty();
    }

    @Test
    void v4IntunesPlaceholdersAreNoSerialsAndSomebodysOwnStaysOut() {
        var intune = read(MdmSamples.file("intune-all-devices-export.csv"));
        assertThat(intune.form()).isEqualTo(MdmForm.INTUNE);
        assertThat(intune.outcomes()).isEqualTo(Map.of(MdmOutcome.NEW, 7L, MdmOutcome.IGNORED, 1L));
        for (var at : List.of(2, 3, 4)) {
            assertThat(intune.rows().get(at).facts().has(MdmField.SERIAL)).isFalse();
            assertThat(intune.rows().get(at).has(Kind.SERIAL_PLACEHOLDER)).isTrue();
        }
        assertThat(intune.plans().get(4).outcome()).isEqualTo(MdmOutcome.IGNORED);
        assertThat(intune.rows().get(5).get(MdmField.LAST_SEEN)).isEqualTo("2026-03-08T09:30:00Z");
        assertThat(intune.rows().get(7).get(MdmField.NAME))
                .as("a name is no key")
                .isEqualTo("MS-LT-0001");
        assertThat(intune.discrepancies())
                .as("of grown-ups whom the roster of this test lacks")
                .isEqualTo(Map.of(DiscrepancyKind.USER_UNKNOWN, 3L));
        var older = read(MdmSamples.file("intune-all-devices-export.legacy-azuread-header.csv"));
        assertThat(older.form()).isEqualTo(MdmForm.INTUNE);
        assertThat(older.rows()).isEqualTo(intune.rows().subList(0, 2));
    }

    @Test
    void whatASpreadsheetHasSpoiledIsLeftOutAndSaid() {
        var list = read(MdmSamples.file("school-spreadsheet.excel-mangled.csv"));
        assertThat(list.form()).isEqualTo(MdmForm.LIST);
        assertThat(list.rows()).as("the blank line is none").hasSize(4);
        assertThat(list.outcomes()).isEqualTo(Map.of(MdmOutcome.NEW, 3L, MdmOutcome.REFUSED, 1L));
        var spoiled = list.rows().get(1);
        assertThat(spoiled.remarks())
                .extracting(remark -> remark.kind())
                .contains(Kind.NUMBER_DAMAGED, Kind.DATE_UNCLEAR, Kind.NOTHING_TO_KNOW_IT_BY);
        assertThat(list.rows().get(0).get(MdmField.PURCHASED)).isEqualTo("2025-08-04");
        assertThat(list.rows().get(0).has(Kind.NAME_NOT_TAKEN)).isTrue();
        assertThat(list.rows().get(2).get(MdmField.TAG)).as("blanks around").isEqualTo("CB-000105");
        assertThat(list.rows().get(2).get(MdmField.PURCHASED))
                .as("a counted day")
                .isEqualTo("2021-08-10");
        assertThat(list.rows().get(2).get(MdmField.PRICE)).isEqualTo("121950");
        assertThat(list.rows().get(2).has(Kind.CELL_ERROR)).isTrue();
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"UTF-8, ','", "UTF-8, ;", "UTF-16LE, '\t'", "windows-1252, |"})
    void aListIsReadInEveryEncodingInAnyOrderOfColumns(String encoding, String sign) throws IOException {
        var text = String.join(sign, "Modelo", "Etiqueta", "Número de serie") + "\r\n"
                + String.join(sign, "Portátil ñ", "T-1", "S-1") + "\r\n";
        var mark = encoding.startsWith("UTF-16") ? "\uFEFF" : "";
        var file = Files.write(folder.resolve("list.csv"), (mark + text).getBytes(Charset.forName(encoding)));
        var list = read(file);
        assertThat(list.rows()).hasSize(1);
        assertThat(list.rows().getFirst().get(MdmField.MODEL)).isEqualTo("Portátil ñ");
        assertThat(list.rows().getFirst().get(MdmField.TAG)).isEqualTo("T-1");
        assertThat(list.rows().getFirst().get(MdmField.SERIAL)).isEqualTo("S-1");
    }

    @Test
    void aWorkbookIsReadAndOneThatIsNoneIsRefused() throws IOException {
        var file = folder.resolve("list.xlsx");
        try (var out = Files.newOutputStream(file);
                var book = new org.dhatim.fastexcel.Workbook(out, "Test", "1.0")) {
            var sheet = book.newWorksheet("Devices");
            sheet.value(0, 0, "Serial");
            sheet.value(0, 1, "Barcode");
            sheet.value(1, 0, 12345);
            sheet.value(1, 1, "000103");
        }
        var list = read(file);
        assertThat(list.rows().getFirst().get(MdmField.SERIAL)).isEqualTo("12345");
        assertThat(list.rows().getFirst().get(MdmField.TAG)).isEqualTo("000103");
        var broken =
                Files.write(folder.resolve("broken.xlsx"), "PK\u0003\u0004 no more".getBytes(StandardCharsets.UTF_8));
        assertThat(MdmStaging.open(broken).findings())
                .anyMatch(finding -> finding.kind().stops());
        var empty = Files.writeString(folder.resolve("empty.csv"), "");
        assertThat(MdmStaging.open(empty).findings())
                .anyMatch(finding -> finding.kind().stops());
    }
}
