package org.carrel.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.carrel.fixtures.Staff;
import org.carrel.platform.Sql;
import org.carrel.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;

/** Labels from the scan to the empty queue, by a technician; sheets of one's own and printers that are off. */
@TestInstance(Lifecycle.PER_CLASS)
class LabelsDeskIT {
    private static final List<Dimension> SIZES = List.of(new Dimension(1366, 900), new Dimension(390, 844));

    private final String mark = Long.toString(System.nanoTime() % 1_000_000_000L);
    private final List<String> barcodes = List.of("LB1-" + mark, "LB2-" + mark, "LB3-" + mark);
    private Browser browser;
    private Staff technician;

    @BeforeAll
    void open() {
        technician = Staff.another(Role.TECHNICIAN);
        ProductImports.load("labels.mrk", """
                =LDR  00000nam a2200000 i 4500
                =001  labels-%1$s
                =100  1\\$aHazan, Marcella
                =245  10$aEssentials of cooking %1$s
                =852  \\\\$aLMC$kREF$h641.5945$iHAZ$pLB1-%1$s$t1
                =852  \\\\$aLMC$kREF$h641.5945$iHAZ$pLB2-%1$s$t2
                =852  \\\\$aLMC$h641.5945$iHAZ$pLB3-%1$s$t3
                """.formatted(mark).getBytes(UTF_8));
        clear();
        browser = Browser.open("en");
        browser.size(SIZES.getFirst());
        browser.signIn(technician);
    }

    @AfterAll
    void close() {
        clear();
        if (browser != null) browser.close();
    }

    private void clear() {
        Product.database().transaction(connection -> {
            Sql.update(connection, "delete from label_sheet where name like ?", "%" + mark);
            Sql.update(connection, "delete from label_printer where name like ?", "%" + mark);
            return Sql.update(connection, "delete from label_queued");
        });
    }

    private DeskForm go(String path) {
        browser.goAsIs(path);
        return new DeskForm(browser.driver());
    }

    private void looks(String name) {
        for (var language : List.of("en", "es")) {
            browser.speak(language);
            browser.driver().navigate().refresh();
            for (var size : SIZES) {
                browser.size(size);
                Screenshots.take(browser.driver(), "desk-" + name + "-" + language + "-" + size.getWidth());
                assertThat(Axe.violations(browser.driver())).as(language + size).isEmpty();
                var width = browser.driver().executeScript("return document.documentElement.scrollWidth");
                assertThat(((Number) Objects.requireNonNull(width)).intValue())
                        .as("scrolls sideways")
                        .isLessThanOrEqualTo(size.getWidth());
            }
            browser.size(SIZES.getFirst());
        }
        browser.speak("en");
    }

    private byte[] document(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(Product.url(path))
                .header("Cookie", technician.cookie())
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofByteArray());
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
            return answer.body();
        }
    }

    @Test
    void labelsFromTheScanToTheEmptyQueue() throws Exception {
        var page = go("/desk/labels?site=LMC");
        assertThat(page.shows("#none")).isTrue();
        // as a scanner types, then the keyboard alone
        var field = browser.driver().findElement(By.id("barcodes"));
        field.sendKeys(barcodes.get(2), Keys.ENTER, barcodes.get(0), Keys.ENTER, "NOWHERE-" + mark, Keys.ENTER);
        page = page.press("#scan");
        assertThat(page.text("wrong")).contains("2 copies were put in the queue", "NOWHERE-" + mark);
        assertThat(page.value("barcodes")).as("to be corrected").isEqualTo("NOWHERE-" + mark);
        browser.complaints();
        page = page.type("barcodes", barcodes.get(1)).press("#scan");
        assertThat(page.text("done")).isEqualTo("1 copy is in the queue.");
        assertThat(page.text("rows-title")).isEqualTo("3 copies wait for their labels");
        assertThat(page.texts("#copies .spine"))
                .containsExactly("641.5945\nHAZ\nc. 3", "REF\n641.5945\nHAZ\nc. 1", "REF\n641.5945\nHAZ\nc. 2");

        browser.driver().findElement(By.id("kind-BARCODE")).sendKeys(Keys.SPACE);
        page = page.choose("symbology", "LIBRARY_CODABAR").press("#show");
        assertThat(page.text("troubled")).startsWith("3 copies need attention");
        assertThat(page.texts("#copies .faults")).allMatch(row -> row.contains("14 digits"));
        var first = browser.driver().findElement(By.id("start-1"));
        first.sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        page = page.choose("symbology", "CODE_39").press("#show");
        assertThat(page.shows("#troubled")).isFalse();
        assertThat(browser.driver().findElement(By.id("start-3")).isSelected()).isTrue();
        looks("labels");

        var pdf = document(URI.create(browser.driver().getCurrentUrl()).getRawPath() + "/print?"
                + URI.create(browser.driver().getCurrentUrl()).getRawQuery());
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(document))
                    .contains(barcodes)
                    .contains("REF", "c. 2");
        }

        // the printer jams behind the first copy
        page = go("/desk/labels?site=LMC");
        assertThat(page.value("symbology")).as("remembered at this workstation").isEqualTo("CODE_39");
        assertThat(browser.driver().findElement(By.id("start-1")).isSelected())
                .as("another sheet")
                .isTrue();
        var jammed = page.texts("#last option").get(1);
        assertThat(jammed).startsWith("Up to 1: 641.5945 HAZ · " + barcodes.get(2));
        var value = browser.driver()
                .findElements(By.cssSelector("#last option"))
                .get(1)
                .getDomProperty("value");
        page = page.choose("last", String.valueOf(value)).press("#right");
        assertThat(page.text("done")).isEqualTo("1 copy is done.");
        assertThat(page.texts("#copies .spine")).hasSize(2);
        page = page.press("#copies button");
        assertThat(page.text("done")).isEqualTo("1 copy is out of the queue.");
        page = page.press("#right");
        assertThat(page.text("done")).isEqualTo("1 copy is done.");
        assertThat(page.shows("#none")).isTrue();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aSheetAndAPrinterOfOnesOwn() throws Exception {
        var page = go("/desk/label-sheets").press("#change-LETTER_SPINE_50");
        assertThat(page.value("sheet-WIDTH")).isEqualTo("38.1");
        page = page.type("sheet-NAME", "Spines " + mark)
                .type("sheet-LEFT", "wide")
                .press("#save-sheet");
        assertThat(page.text("sheet-LEFT-problem")).contains("“wide” is not a number");
        assertThat(page.value("sheet-NAME")).as("nothing is lost").isEqualTo("Spines " + mark);
        browser.complaints();
        page = page.type("sheet-LEFT", "9,53").press("#save-sheet");
        assertThat(page.text("done")).isEqualTo("The sheet is saved.");
        assertThat(page.texts("#sheets tbody tr")).anyMatch(row -> row.contains("Spines " + mark));

        page = page.type("printer-NAME", "Desk " + mark)
                .type("printer-MOVE_RIGHT", "-0.6")
                .press("#save-printer");
        assertThat(page.text("done")).isEqualTo("The printer is saved.");
        assertThat(page.texts("#printers tbody tr"))
                .anyMatch(row -> row.contains("Desk " + mark) && row.contains("-0.6 mm"));
        looks("label-sheets");
        try (var document = Loader.loadPDF(document("/desk/label-sheets/calibration?sheet=A4_21"))) {
            assertThat(new PDFTextStripper().getText(document)).contains("exactly 20.0 mm");
        }
        page = go("/desk/label-sheets").press("[id^='remove-own-']");
        assertThat(page.text("done")).isEqualTo("It is removed.");
        assertThat(browser.complaints()).isEmpty();
    }
}
