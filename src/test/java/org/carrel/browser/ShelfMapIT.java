package org.carrel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;

/** The librarian draws a plan by keyboard, and a child walks from the search to the shelf. */
@TestInstance(Lifecycle.PER_CLASS)
class ShelfMapIT {
    private static final List<Dimension> SIZES =
            List.of(new Dimension(1366, 900), new Dimension(390, 844), new Dimension(320, 700));
    private static final String MAP = "/desk/shelf-map?site=LMC";

    private Browser browser;

    @BeforeAll
    void open() {
        browser = Browser.open("en");
    }

    @AfterAll
    void close() {
        if (browser != null) browser.close();
    }

    @Test
    void aRowIsDrawnMovedCopiedTakenAwayAndPutBackByKeyboard() {
        browser.go(MAP);
        var before = map().drawnRows();
        var saved = map().press("new-row", ShelfMapPartPage::new)
                .type("label", "Atlas wall")
                .type("x", "3")
                .type("y", "13")
                .type("width", "4")
                .type("from-0", "MAP 1")
                .type("to-0", "MAP 9")
                .save(ShelfMapPage::new);
        assertThat(saved.text("done")).contains("Saved");
        assertThat(saved.drawnRows()).hasSize(before.size() + 1).contains("41,241");
        var number = saved.numbers("Atlas wall").getFirst();
        assertThat(saved.part(number)).contains("MAP 1 – MAP 9", "no copies");

        var moved = saved.press("move-RIGHT-" + number, ShelfMapPage::new);
        assertThat(moved.focused()).as("can be pressed again").isEqualTo("move-RIGHT-" + number);
        assertThat(moved.pressAgain().drawnRows()).contains("81,241");

        var copied = map().press("copy-" + number, ShelfMapPage::new);
        var copy = copied.numbers("Atlas wall 2").getFirst();
        assertThat(copied.part(copy)).contains("No call numbers yet");

        var removed = copied.press("remove-" + copy, ShelfMapPage::new);
        assertThat(removed.numbers("Atlas wall 2")).isEmpty();
        assertThat(removed.text("removed")).contains("Atlas wall 2 was taken away");
        assertThat(removed.press("put-back", ShelfMapPage::new).numbers("Atlas wall 2"))
                .containsExactly(copy);
        map().press("remove-" + copy, ShelfMapPage::new).press("remove-" + number, ShelfMapPage::new);
        assertThat(map().drawnRows()).isEqualTo(before);
    }

    @Test
    void whatIsWrongIsSaidAtTheFieldAndNothingIsSaved() {
        browser.go(MAP);
        var before = map().drawnRows();
        var refused = map().press("new-row", ShelfMapPartPage::new)
                .type("label", "Row 1")
                .type("x", "99")
                .type("from-0", "FIC R")
                .type("to-0", "FIC A")
                .type("from-1", "5999")
                .save(ShelfMapPartPage::new);
        assertThat(refused.text("label-problem")).contains("Another row has this label");
        assertThat(refused.text("x-problem")).contains("outside of the room");
        assertThat(refused.text("to-0-problem")).contains("“FIC R” stands behind “FIC A”");
        assertThat(refused.text("from-1-problem")).contains("“5999” cannot be read");
        assertThat(refused.typed("from-0")).isEqualTo("FIC R");
        refused.type("to-0", "FIC S").save(ShelfMapPartPage::new);
        assertThat(refused.text("from-0-problem")).contains("Row 4");
        browser.go(MAP);
        assertThat(map().drawnRows()).isEqualTo(before);
    }

    @Test
    void aChildWalksFromTheSearchToTheShelf() {
        var book = KnownBook.find();
        browser.go("/");
        var record = new HomePage(browser.driver()).search(KnownBook.SEARCH).open(0);
        var shown = browser.driver().findElement(By.cssSelector("#copies .show-where"));
        var path = URI.create(String.valueOf(shown.getDomProperty("href"))).getPath();
        assertThat(path).isEqualTo("/where");
        var before = browser.driver().findElement(By.id("main"));
        shown.click();
        var where = record.leaving(before, WherePage::new);
        assertThat(where.text("call-number")).isEqualTo(book.callNumber());
        assertThat(where.text("row")).startsWith("Row 5, left of the desk").contains("at the lower left");
        assertThat(where.flag()).isEqualTo("Row 5");
        assertThat(where.pattern()).contains("plan-stripes");
        assertThat(where.description()).contains("Row 5, left of the desk", book.callNumber());
        where.switchLanguage();
        assertThat(where.text("row")).contains("a la izquierda del mostrador");
        where.switchLanguage();
        assertThat(where.back().title()).isEqualTo(record.title());
    }

    @Test
    void aScreenOfTheLibrarySaysWhereTheReaderStands() {
        try (var screen = KioskScreen.enrol("Plan screen", "PICTURE")) {
            screen.browser().go(wherePath());
            var where = new WherePage(screen.driver());
            assertThat(where.text("way")).isEqualTo("On the plan, it is up and to the left of you.");
            assertThat(where.description()).contains(where.text("way"));
            Screenshots.take(screen.driver(), "kiosk-where-picture");
            assertThat(Axe.violations(screen.driver())).isEmpty();
        }
    }

    @Test
    void thePageIsAPlainGetThatNobodyKeeps() throws IOException, InterruptedException {
        var path = wherePath();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(HttpRequest.newBuilder(Product.url(path)).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
            for (var wrong : List.of("/where", "/where?item=0", "/where?item=x", "/where?item=987654321987")) {
                var missing =
                        client.send(HttpRequest.newBuilder(Product.url(wrong)).build(), BodyHandlers.discarding());
                assertThat(missing.statusCode()).as(wrong).isEqualTo(404);
            }
        }
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({"where, en", "where, es", "not-on-plan, en", "not-on-plan, es"})
    void theWayIsForEveryone(String page, String language) {
        browser.speak(language);
        var path = page.equals("where") ? wherePath() : offPlanPath();
        everySize(path, "kiosk-" + page + "-" + language);
        new WherePage(browser.driver()).contrast();
        everySize(path, "kiosk-" + page + "-contrast-" + language);
        browser.driver().manage().deleteAllCookies();
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "shelf-map?site=LMC, en",
        "shelf-map?site=LMC, es",
        "shelf-map?site=NEW, en",
        "shelf-map-part?site=LMC&kind=ROW, en",
        "shelf-map-part?site=LMC&kind=ROW, es",
        "shelf-map-part?site=LMC&kind=DESK, es",
        "shelf-map-part?site=NONE, en"
    })
    void theDrawingIsForEveryone(String page, String language) {
        browser.speak(language);
        everySize("/desk/" + page, "desk-" + page.replaceAll("\\W+", "-") + "-" + language);
        assertThat(new StaffPage(browser.driver()).here()).isEqualTo("nav-shelves");
        browser.driver().manage().deleteAllCookies();
    }

    private void everySize(String path, String name) {
        browser.go(path);
        for (var size : SIZES) {
            browser.size(size);
            Screenshots.take(browser.driver(), name + "-" + size.getWidth());
            assertThat(Axe.violations(browser.driver())).as(path + " " + size).isEmpty();
            assertThat((Long) browser.driver().executeScript("return document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(size.getWidth());
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private String wherePath() {
        browser.go("/records/" + KnownBook.find().id());
        var link = browser.driver().findElement(By.cssSelector("#copies .show-where"));
        return String.valueOf(link.getDomAttribute("href"));
    }

    /** A copy on a shelf that the plan does not have. */
    private String offPlanPath() {
        ProductImports.load("off-plan.mrk", """
                =LDR  00000nam a2200000 i 4500
                =001  off-plan
                =245  10$aA game beyond the plan
                =852  \\\\$aLMC$cStacks$hGAMES$iCHE$pOFFPLAN1
                """.getBytes(StandardCharsets.UTF_8));
        var item = ProductImports.item("OFFPLAN1");
        return "/where?item=" + item;
    }

    private ShelfMapPage map() {
        return new ShelfMapPage(browser.driver());
    }
}
