package org.carrel.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.RecordEdits;
import org.carrel.catalog.Subfield;
import org.carrel.fixtures.Staff;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;

/** The librarian changes many titles at once, looks first, and takes it back; and merges titles. */
@TestInstance(Lifecycle.PER_CLASS)
class BatchDeskIT {
    private static final List<Dimension> SIZES = List.of(new Dimension(1366, 900), new Dimension(390, 844));

    private Browser browser;
    private BatchPages page;
    /** The first of two that are one; 0 as long as nobody has made them. */
    private long shown;

    @BeforeAll
    void open() {
        ProductImports.load("batch-desk.mrk", """
                =LDR  00000nam a2200000 i 4500
                =001  bd-one
                =008  240801s1952\\\\\\\\nyua\\\\\\j\\\\\\\\\\\\000\\1\\eng\\d
                =100  1\\$aDrizzlewick, Ona
                =245  14$aThe patient theremin
                =650  \\0$aTheremins
                =852  \\\\$aLMC$hF$iDRI$pBD1001

                =LDR  00000nam a2200000 i 4500
                =001  bd-two
                =008  240801s1952\\\\\\\\nyua\\\\\\j\\\\\\\\\\\\000\\1\\eng\\d
                =100  1\\$aDrizzlewick, Ona
                =245  10$aTheremin lullabies
                =650  \\0$aTheremins
                =852  \\\\$aLMC$hF$iDRI$pBD2001

                =LDR  00000nam a2200000 i 4500
                =001  bd-three
                =008  240801s1952\\\\\\\\nyua\\\\\\j\\\\\\\\\\\\000\\1\\eng\\d
                =100  1\\$aGlimmerstone, Abe
                =245  10$aOcarina weather
                =852  \\\\$aLMC$hF$iGLI$pBD3001

                =LDR  00000nam a2200000 i 4500
                =001  bd-four
                =008  240801s1952\\\\\\\\nyua\\\\\\j\\\\\\\\\\\\000\\1\\eng\\d
                =100  1\\$aGlimmerstone, Abe
                =245  10$aOcarina weather forecasts
                =590  \\\\$aGift of the class of 2026
                =852  \\\\$aLMC$hF$iGLI$pBD4001
                """.getBytes(StandardCharsets.UTF_8));
        browser = Browser.open("en");
        browser.size(SIZES.getFirst());
        page = new BatchPages(browser);
        Patience.forAPage(browser.driver()).until(driver -> {
            browser.go("/search?q=glimmerstone");
            return new ResultsPage(driver).has("hits");
        });
    }

    @AfterAll
    void close() {
        if (browser != null) browser.close();
    }

    /** Two records with one ISBN, as two people would write them. Returns the number of the first. */
    private static long twice(String title, String isbn) {
        return Staff.with(doors -> {
            var edits = new RecordEdits(doors.database(), Clock.systemUTC());
            var fields = List.<MarcField>of(field("020", isbn), field("245", title), field("260", "Lantern Street"));
            var record = new MarcRecord("00000nam a2200000 i 4500", fields);
            var first = edits.add(record, 1).id().orElseThrow();
            edits.add(record, 1).id().orElseThrow();
            return first;
        });
    }

    private static DataField field(String tag, String text) {
        return new DataField(tag, ' ', ' ', List.of(new Subfield('a', text)));
    }

    private long record(String words) {
        browser.goAsIs("/search?q=" + words.replace(" ", "+"));
        return new ResultsPage(browser.driver()).recordIds().getFirst();
    }

    @Test
    void aSearchIsChangedAfterALookAndTakenBack() {
        page.go("/desk/records?q=drizzlewick");
        page.press("to-batch");
        assertThat(new StaffPage(browser.driver()).here()).isEqualTo("nav-records");
        page.choose("REPLACE_TEXT");
        page.write("tags", "650");
        page.write("code", "a");
        page.write("find", "Theremins");
        page.write("replacement", "Ether waves");
        page.press("preview");
        page.awaitState("2 would change");
        assertThat(page.rows("#samples tbody tr")).hasSize(2).allSatisfy(row -> assertThat(row)
                .contains("650", "Theremins", "Ether waves"));
        assertThat(page.text("state")).contains("Nothing has changed yet");
        page.press("start");
        page.awaitState("2 changed");
        page.press("undo");
        page.awaitState("As they were: 2");
        assertThat(page.has("undo")).isFalse();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void copiesAreMovedByTheirBarcodesAndUnknownOnesAreSaid() {
        page.go("/desk/batch?do=CALL_PREFIX");
        page.write("from", "F");
        page.write("to", "FIC");
        page.write("barcodes", "BD1001 BD2001 BD-nowhere");
        page.press("preview");
        page.awaitState("2 would change");
        assertThat(page.text("unknown")).contains("BD-nowhere");
        page.press("drop");
        assertThat(page.text("state")).contains("Nothing was changed");
    }

    @Test
    void whatCannotBeMeantIsSaidAtItsField() {
        page.go("/desk/batch?do=DROP_FIELDS");
        page.write("tags", "24");
        page.write("q", "drizzlewick");
        page.press("preview");
        assertThat(page.has("tags-problem")).isTrue();
        page.write("tags", "590");
        page.write("q", "qqzzxyqz");
        page.press("preview");
        assertThat(page.text("problem")).contains("No title and no copy");
        browser.complaints();
    }

    @Test
    void titlesAreMergedAfterALookAndTakenApartAgain() {
        var keep = record("ocarina weather");
        var away = record("ocarina weather forecasts");
        page.go("/desk/merge?keep=" + keep + "&with=" + away);
        assertThat(page.text("moves")).contains("One copy moves");
        assertThat(page.text("changes")).contains("590", "Gift of the class of 2026");
        page.press("do-merge");
        page.awaitState("changed");
        browser.go("/desk/record/" + away);
        assertThat(browser.driver().getCurrentUrl()).endsWith("/desk/record/" + keep);
        assertThat(page.rows("#copies tbody tr")).hasSize(2);
        page.go("/desk/batch");
        page.follow(browser.driver().findElement(By.cssSelector("#latest tbody a")));
        page.press("undo");
        page.awaitState("Taken back");
        page.go("/desk/record/" + away);
        assertThat(page.rows("#copies tbody tr")).hasSize(1);
    }

    @Test
    void whatIsTypedIsShownAsTypedAndNoAddressIsAsked() throws IOException { // ST-03, ST-11
        var typed = "<img src=x onerror=alert(1)>#{7*7}";
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            page.go("/desk/batch");
            page.write("tags", "650");
            page.write("code", "a");
            page.write("find", typed);
            page.write("replacement", "x");
            page.write("q", "http://127.0.0.1:" + other.getLocalPort() + "/search?q=drizzlewick");
            page.press("preview");
            page.awaitState("2 need no change");
            assertThat(page.rows("h1")).singleElement().asString().contains(typed);
            assertThat(page.has("start")).isFalse();
            page.press("drop");
            other.setSoTimeout(1);
            assertThatThrownBy(other::accept).isInstanceOf(SocketTimeoutException.class);
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void duplicatesAreLookedAtAndSaidToBeTwo() {
        var first = twice("Kazoos of the north", "9799000091019");
        page.go("/desk/duplicates");
        assertThat(page.rows("section.card"))
                .anySatisfy(group -> assertThat(group).contains("Kazoos of the north", "80 %", "9799000091019"));
        page.press("look-" + first);
        assertThat(page.text("stays")).contains("Kazoos of the north");
        assertThat(page.text("moves")).contains("No copies move");
        page.press("back");
        page.press("dismiss-" + first);
        assertThat(page.has("done")).isTrue();
        assertThat(page.has("look-" + first)).isFalse();
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "batch, en",
        "batch, es",
        "field, en",
        "field, es",
        "duplicates, en",
        "duplicates, es",
        "merge, en",
        "merge, es",
        "first, en",
        "first, es",
        "one, en",
        "one, es"
    })
    void everyPageIsForEveryone(String name, String language) {
        var path = path(name);
        browser.speak(language);
        browser.go(path);
        for (var details : browser.driver().findElements(By.cssSelector("main summary"))) details.click();
        for (var size : SIZES) {
            browser.size(size);
            var shot = "batch-" + name + "-" + language + "-" + size.getWidth();
            Screenshots.take(browser.driver(), shot);
            assertThat(Axe.violations(browser.driver())).as(shot).isEmpty();
            assertThat((Long) browser.driver().executeScript("return document.documentElement.scrollWidth"))
                    .as(shot)
                    .isLessThanOrEqualTo(size.getWidth());
            assertThat(browser.complaints()).isEmpty();
            assertThat(new KioskPage(browser.driver()).language()).isEqualTo(language);
        }
        browser.driver().manage().deleteCookieNamed("carrel-language");
        browser.size(SIZES.getFirst());
    }

    private String path(String name) {
        return switch (name) {
            case "field" -> "/desk/batch?do=ADD_FIELD";
            case "duplicates" -> {
                if (shown == 0) shown = twice("Bagpipes at noon", "9799000091026");
                yield "/desk/duplicates";
            }
            case "first" -> "/desk/merge?q=ocarina";
            case "merge" ->
                "/desk/merge?keep=" + record("ocarina weather") + "&with=" + record("theremin lullabies")
                        + "&q=patient";
            case "one" -> planned();
            default -> "/desk/batch";
        };
    }

    /** A batch that waits, with samples and barcodes that nobody knows. */
    private String planned() {
        page.go("/desk/batch?do=CALL_PREFIX");
        page.write("from", "F");
        page.write("to", "FIC");
        page.write("barcodes", "BD1001 BD-nowhere");
        page.press("preview");
        page.awaitState("1 would change");
        var address = browser.driver().getCurrentUrl();
        return address.substring(address.indexOf("/desk/"));
    }
}
