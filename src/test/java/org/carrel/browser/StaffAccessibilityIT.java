package org.carrel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.carrel.fixtures.Staff;
import org.carrel.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;

/** Every staff page in both languages and two sizes: no broken rule of WCAG 2.2 AA, nothing cut off, nothing complained of. */
@TestInstance(Lifecycle.PER_CLASS)
class StaffAccessibilityIT {
    private static final List<Dimension> SIZES = List.of(new Dimension(1366, 900), new Dimension(390, 844));

    private Browser browser;
    private DamagedImport damaged;
    private long plan;
    private long undone;
    private long undoneUnder;
    private long deletions;
    private long questions;
    private long somebody;

    @BeforeAll
    void open() {
        damaged = DamagedImport.load("vendor-order.mrc");
        plan = ProductImports.plan(
                "again.mrc", DamagedImport.record("dmg1", "The first and sound one /\u001Fcby A. Hare"));
        undone = ProductImports.load("wrong-school.mrc", DamagedImport.record("a11y-undone", "Never wanted here"));
        ProductImports.with(imports -> imports.undo(undone)).orElseThrow();
        // Loaded, loaded over, and the first one taken back: its record is left as it is.
        undoneUnder = ProductImports.load("first.mrc", DamagedImport.record("a11y-kept", "Kept as it is"));
        ProductImports.load("second.mrc", DamagedImport.record("a11y-kept", "Kept as it is /\u001Fcby A. Hare"));
        ProductImports.with(imports -> imports.undo(undoneUnder)).orElseThrow();
        deletions = ProductImports.plan("weeding.mrc", DamagedImport.deletion("a11y-kept", "Kept as it is"));
        questions = ProductImports.plan("places.mrk", """
                =LDR  00000nam a2200000 i 4500
                =001  a11y-place
                =245  10$aA book for a shelf
                =852  \\\\$aLMC$cQUIET NOOK$hFIC$iABC$pA11Y1
                """.getBytes(StandardCharsets.UTF_8));
        somebody = Staff.another(Role.LIBRARIAN).caller().account();
        browser = Browser.open("en");
        browser.go("/desk/import");
    }

    @AfterAll
    void close() {
        if (browser != null) browser.close();
    }

    static Stream<Arguments> pages() {
        return Stream.of(
                        "import",
                        "upload-again",
                        "plan",
                        "changes",
                        "lines",
                        "rejected",
                        "empty-list",
                        "aside",
                        "undo",
                        "undone",
                        "compared",
                        "deletions",
                        "questions",
                        "broken-off",
                        "lone-end",
                        "screens",
                        "accounts",
                        "account",
                        "own-account",
                        "privacy",
                        "privacy-person")
                .flatMap(page -> Stream.of("en", "es").map(language -> Arguments.of(page, language)));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("pages")
    void aPageIsForEveryone(String page, String language) {
        browser.speak(language);
        browser.go(path(page));
        assertThat(new StaffPage(browser.driver()).language()).isEqualTo(language);
        for (var details : browser.driver().findElements(By.tagName("summary"))) details.click();
        for (var size : SIZES) {
            browser.size(size);
            Screenshots.take(browser.driver(), "desk-" + page + "-" + language + "-" + size.getWidth());
            assertThat(Axe.violations(browser.driver())).as(page + " " + size).isEmpty();
            assertThat(contentWidth()).as("scrolls sideways").isLessThanOrEqualTo(size.getWidth());
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private String path(String page) {
        return switch (page) {
            case "import" -> "/desk/import";
            case "screens" -> "/desk/devices";
            case "accounts" -> "/desk/accounts";
            case "account" -> "/desk/account/" + somebody;
            case "own-account" -> "/account";
            case "privacy" -> "/desk/privacy?q=" + KnownPerson.NAME + "&x=" + KnownPerson.find();
            case "privacy-person" -> "/desk/privacy/" + KnownPerson.find();
            case "upload-again" -> "/desk/import?problem=NO_FILE&site=LMC";
            case "plan" -> "/desk/import/" + plan;
            case "changes" -> "/desk/import/" + plan + "/record/1";
            case "empty-list" -> damaged.lines() + "?q=nothing+of+the+kind";
            case "aside" -> damaged.lines() + "/record/" + DamagedImport.BROKEN_OFF;
            case "undo" -> damaged.lines() + "/undo";
            case "undone" -> "/desk/import/" + undone;
            case "compared" -> compared();
            case "questions" -> "/desk/import/" + questions;
            case "deletions" -> "/desk/import/" + deletions;
            case "lines" -> damaged.lines();
            case "rejected" -> damaged.lines() + "?outcome=rejected";
            case "broken-off" -> damaged.doctor(DamagedImport.BROKEN_OFF);
            default -> damaged.doctor(DamagedImport.LONE_END);
        };
    }

    private String compared() {
        browser.go("/desk/import/" + undoneUnder);
        var compare = browser.driver().findElement(By.cssSelector("#kept a[href*='/kept/']"));
        return String.valueOf(compare.getDomAttribute("href"));
    }

    private long contentWidth() {
        return (Long) browser.driver().executeScript("return document.documentElement.scrollWidth");
    }
}
