package org.carrel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.carrel.devices.TestDevices;
import org.carrel.fixtures.inside.TestMarc;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;

/** Somebody goes along the shelves with a scanner, weeds, and looks what the collection is made of. */
@TestInstance(Lifecycle.PER_CLASS)
class ShelfWorkDeskIT {
    private static final Dimension DESK = new Dimension(1366, 900);
    private static final Dimension PHONE = new Dimension(390, 844);

    private Browser browser;
    private TestDevices given;
    private String mark = "";
    /** Of which nothing else at the school begins alike. */
    private String shelf = "";

    private List<String> barcodes = List.of();

    @BeforeAll
    void open() throws IOException {
        mark = TestDevices.unique("");
        shelf = "QZ" + mark;
        given = TestDevices.at("LMC", Clock.systemUTC());
        var file = new TestMarc();
        var made = new ArrayList<String>();
        for (var letter : List.of("A", "B", "C", "D", "E", "F")) {
            var barcode = "SW" + letter + mark;
            made.add(barcode);
            file.book(
                    "shelfwork" + letter + mark,
                    "Shelf " + letter + " " + mark,
                    "=490  1\\$aRow " + mark + "$vbk. " + (letter.equals("F") ? 8 : letter.charAt(0) - 'A' + 1),
                    "=852  \\\\$bLMC$hFIC$i" + shelf + letter + "$p" + barcode);
        }
        barcodes = made;
        ProductImports.load("shelfwork.mrk", Files.readAllBytes(file.file()));
        given.write("update item set acquired_on = '2015-01-01' where barcode like ?", "SW_" + mark);
        browser = Browser.open("en");
        browser.size(DESK);
    }

    @AfterAll
    void close() {
        if (browser != null) browser.close();
        if (given != null) {
            given.write("update item set withdrawn_on = '2026-01-01' where barcode like ?", "SW_" + mark);
            given.close();
        }
    }

    private DeskForm go(String path) {
        browser.go(path);
        return new DeskForm(browser.driver());
    }

    private long item(int at) {
        return given.number("select id from item where barcode = ?", barcodes.get(at));
    }

    /** As a scanner types into what has the focus. */
    private void scan(String code) {
        browser.driver().switchTo().activeElement().sendKeys(code, Keys.ENTER);
    }

    private void settled() {
        Patience.forAPage(browser.driver())
                .until(driver -> "yes".equals(driver.findElement(By.id("round")).getDomAttribute("data-idle")));
    }

    private DeskForm begin() {
        return go("/desk/shelf-inventory?site=LMC")
                .type("from", "FIC " + shelf + "A")
                .type("to", "FIC " + shelf + "F")
                .press("#begin");
    }

    /** One is misplaced, one is on loan yet here, one is missing: scans without a pause, one tap, one confirmation. */
    @Test
    void aShelfIsLookedThroughWithAPhone() {
        var student = ProductPeople.student("Shelly", "Shelf-" + mark);
        given.lend(item(3), student, (int) given.number("select site_id from item where id = ?", item(3)));
        browser.size(PHONE);
        try {
            begin();
            // E stands between A and B; F is not there.
            for (var at : List.of(0, 4, 1, 2, 3)) scan(barcodes.get(at));
            scan("NOBODY-" + mark);
            scan(barcodes.get(0));
            settled();
            var page = new DeskForm(browser.driver());
            assertThat(page.text("scanned")).isEqualTo("5 copies scanned");
            var log = page.texts("#log > li");
            assertThat(log).hasSize(7);
            assertThat(log.get(0)).contains("Scanned before");
            assertThat(log.get(1)).contains("Nobody knows", "NOBODY-" + mark);
            assertThat(log.get(2)).contains("On loan, yet here", "Shelf D");
            assertThat(log.get(4)).contains("Shelf B", "one before: Shelf E", "Belongs between", "Shelf F");
            Screenshots.take(browser.driver(), "desk-shelf-bays-phone");
            browser.driver()
                    .findElement(By.cssSelector("#log > li:nth-child(3) button"))
                    .click();
            settled();
            assertThat(page.texts("#log > li").get(2)).contains("Set right", "Shelf D");
            assertThat(given.number("select count(*) from loan where open_item = ?", item(3)))
                    .isZero();

            page = page.press("#look");
            assertThat(page.text("totals-title")).isEqualTo("5 of 6 expected copies seen");
            assertThat(page.texts("#group-OUT_OF_ORDER tbody tr"))
                    .singleElement()
                    .asString()
                    .contains("Shelf E");
            assertThat(page.texts("#group-MISSING tbody tr"))
                    .singleElement()
                    .asString()
                    .contains("Shelf F");
            assertThat(page.text("unknown")).contains("NOBODY-" + mark);
            assertThat(page.text("close")).contains("mark 1 copy as missing");
            page = page.press("#close");
            assertThat(page.text("done")).contains("closed");
            assertThat(page.texts("#group-MISSING tbody tr"))
                    .singleElement()
                    .asString()
                    .contains("Marked as missing");
            page = page.press("#reopen");
            assertThat(page.text("done")).contains("open again");
            page = page.press("#drop");
            assertThat(page.text("done")).contains("given up");
            assertThat(browser.complaints()).isEmpty();
        } finally {
            browser.size(DESK);
            given.write("delete from loan where item_id = ?", item(3));
        }
    }

    @Test
    void theLastScanIsTakenBackByAKeyAndAnotherBayIsBegun() {
        begin();
        scan(barcodes.get(0));
        scan(barcodes.get(1));
        settled();
        var before = browser.driver().findElement(By.id("main"));
        browser.driver().switchTo().activeElement().sendKeys(Keys.F9);
        var page = new DeskForm(browser.driver()).leaving(before, DeskForm::new);
        assertThat(page.text("done")).contains(barcodes.get(1));
        assertThat(page.text("scanned")).isEqualTo("1 copy scanned");
        assertThat(page.texts("#log > li")).singleElement().asString().contains("Shelf A");
        page = page.press("#next-bay");
        assertThat(page.text("round-title")).isEqualTo("Bay 2");
        page.press("#drop");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aRangeThatIsNoneIsToldAndNothingIsLost() {
        var page = go("/desk/shelf-inventory?site=LMC").type("from", "FIC Z").press("#begin");
        assertThat(page.text("problem")).contains("both call numbers");
        assertThat(page.value("from")).isEqualTo("FIC Z");
        browser.complaints();
    }

    @Test
    void whatARuleNamesIsKeptOrWithdrawnAndBroughtBack() {
        var rule = given.number("select id from weeding_rule where name = 'Fiction'");
        var list = "/desk/weeding?site=LMC&rule=" + rule;
        var page = pageWith(list, item(0));
        assertThat(page.text("copy-" + item(0))).contains("Shelf A", "2001", "never", "Fiction");
        tick(item(0));
        page = page.press("#keep");
        assertThat(page.text("problem")).contains("why it stays");
        browser.complaints();
        page = pageWith(list, item(0));
        tick(item(0));
        page = page.type("reason", "Read in class " + mark).press("#keep");
        assertThat(page.text("done")).isEqualTo("1 copy stays.");
        assertThat(page.text("kept-" + item(0))).contains("Read in class " + mark);

        pageWith(list, item(1));
        tick(item(1));
        page = new DeskForm(browser.driver()).press("#plan-withdraw");
        assertThat(page.text("plan-title")).isEqualTo("1 can be withdrawn, 0 stay");
        page = page.press("#withdraw");
        assertThat(page.text("done")).isEqualTo("1 copy was withdrawn.");
        assertThat(given.number("select count(*) from item where id = ? and withdrawn_on is not null", item(1)))
                .isEqualTo(1);
        page = page.press("#batches li button");
        assertThat(page.text("done")).isEqualTo("1 copy is ours again.");
        assertThat(browser.complaints()).isEmpty();
    }

    private void tick(long item) {
        var box = browser.driver().findElement(By.id("take-" + item));
        browser.driver().executeScript("arguments[0].scrollIntoView({block: 'center'})", box);
        box.click();
    }

    /** The page of the list that has this copy: others stand in front of it. */
    private DeskForm pageWith(String list, long item) {
        for (var number = 1; number < 50; number++) {
            var page = go(list + "&page=" + number);
            if (page.has("copy-" + item)) return page;
        }
        throw new AssertionError("Copy " + item + " is on no page of " + list);
    }

    @Test
    void aRuleIsTriedBeforeItIsSaved() {
        var page = go("/desk/weeding-rules?site=LMC")
                .type("name", "Rule " + mark)
                .type("from", "fic")
                .press("#save");
        assertThat(page.text("problem")).contains("states nothing");
        assertThat(page.value("name")).as("nothing is lost").isEqualTo("Rule " + mark);
        browser.complaints();
        page = page.type("unusedYears", "5").press("#look");
        assertThat(page.text("preview")).startsWith("It would name ").doesNotContain("no copy");
        page = page.press("#save");
        try {
            assertThat(page.text("done")).contains("saved");
            assertThat(page.texts("#rules tbody tr"))
                    .anyMatch(row -> row.contains("Rule " + mark) && row.contains("FIC"));
        } finally {
            given.write("delete from weeding_rule where name = ?", "Rule " + mark);
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void theCollectionAndTheGapsOfItsSeriesAreShownAndTakenOut() {
        var page = go("/desk/collection-report?site=LMC");
        assertThat(page.texts("#classes tbody tr")).anyMatch(row -> row.startsWith("FIC"));
        assertThat(page.texts(".charts h2")).hasSize(3);
        page = go("/desk/series-gaps?site=LMC");
        assertThat(page.texts("#gaps tbody tr"))
                .filteredOn(row -> row.contains("Row " + mark))
                .singleElement()
                .asString()
                .contains("6, 7");
        var csv = fetched("/desk/series-gaps.csv?site=LMC");
        assertThat(csv).contains("Row " + mark + ",,6,", "Row " + mark + ",,7,");
        assertThat(fetched("/desk/collection-report.csv?site=LMC&by=tens")).contains("FIC");
        assertThat(fetched("/desk/weeding.csv?site=LMC")).contains(barcodes.get(5));
        assertThat(browser.complaints()).isEmpty();
    }

    private String fetched(String path) {
        var script = "const done = arguments[arguments.length - 1]; fetch(arguments[0]).then(a => a.text()).then(done)";
        return String.valueOf(browser.driver().executeAsyncScript(script, path));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "inventories, en",
        "inventories, es",
        "bays, en",
        "bays, es",
        "weeding, en",
        "weeding, es",
        "rules, en",
        "rules, es",
        "collection, en",
        "collection, es",
        "series, en",
        "series, es"
    })
    void everyPageIsForEveryone(String page, String language) {
        begin();
        scan(barcodes.get(0));
        scan(barcodes.get(2));
        scan(barcodes.get(1));
        settled();
        var bays = String.valueOf(browser.driver().getCurrentUrl())
                .replace(Product.url().toString(), "")
                .replaceFirst("\\?.*", "");
        var paths = Map.of(
                "inventories", "/desk/shelf-inventory?site=LMC",
                "bays", bays,
                "weeding", "/desk/weeding?site=LMC",
                "rules", "/desk/weeding-rules?site=LMC",
                "collection", "/desk/collection-report?site=LMC",
                "series", "/desk/series-gaps?site=LMC");
        browser.driver().manage().addCookie(new Cookie("carrel-language", language));
        try {
            for (var size : List.of(DESK, PHONE)) {
                browser.size(size);
                browser.go(paths.getOrDefault(page, ""));
                Screenshots.take(browser.driver(), "desk-shelves-" + page + "-" + language + "-" + size.getWidth());
                assertThat(Axe.violations(browser.driver()))
                        .as(page + " " + size)
                        .isEmpty();
                var width = browser.driver().executeScript("return document.documentElement.scrollWidth");
                assertThat(((Number) Objects.requireNonNull(width)).intValue())
                        .as("scrolls sideways")
                        .isLessThanOrEqualTo(size.getWidth());
                assertThat(browser.complaints()).isEmpty();
            }
        } finally {
            browser.driver().manage().addCookie(new Cookie("carrel-language", "en"));
            browser.size(DESK);
            go(bays).press("#drop");
        }
    }
}
