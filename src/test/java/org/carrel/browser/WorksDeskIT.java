package org.carrel.browser;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.openqa.selenium.Keys;

/** Editions of one work on the kiosk, books like one, and the page where the librarian says what is one work. */
@TestInstance(Lifecycle.PER_CLASS)
class WorksDeskIT {
    private static final List<Dimension> SIZES = List.of(new Dimension(1366, 900), new Dimension(390, 844));

    private Browser browser;

    @BeforeAll
    void open() {
        ProductImports.load("editions.mrk", """
                =LDR  00000nam a2200000 i 4500
                =001  we-paper
                =008  240801s1952\\\\\\\\nyua\\\\\\j\\\\\\\\\\\\000\\1\\eng\\d
                =100  1\\$aQuibblewort, Ada
                =245  14$aThe marmalade heron
                =650  \\0$aHerons$vFiction
                =852  \\\\$aLMC$hFIC$iQUI$pWE1

                =LDR  00000nim a2200000 i 4500
                =001  we-audio
                =008  240801s2005\\\\\\\\nyunnn\\j\\\\\\\\\\\\f\\\\\\\\\\eng\\d
                =100  1\\$aQuibblewort, Ada
                =245  14$aThe marmalade heron$h[sound recording]
                =650  \\0$aHerons.
                =852  \\\\$aLMC$hFIC$iQUI$pWE2

                =LDR  00000nam a2200000 i 4500
                =001  we-spanish
                =008  240801s2011\\\\\\\\nyua\\\\\\j\\\\\\\\\\\\000\\1\\spa\\d
                =100  1\\$aQuibblewort, Ada
                =240  10$aMarmalade heron.$lSpanish
                =245  13$aLa garza de mermelada
                =650  \\0$aHerons
                =852  \\\\$aLMC$hSP FIC$iQUI$pWE3

                =LDR  00000nam a2200000 i 4500
                =001  we-other
                =008  240801s1999\\\\\\\\nyua\\\\\\j\\\\\\\\\\\\000\\1\\eng\\d
                =100  1\\$aZimmerfold, Otto
                =245  10$aHerons of the velvet marsh
                =650  \\0$aHerons
                =852  \\\\$aLMC$h598.3$iZIM$pWE4
                """.getBytes(StandardCharsets.UTF_8));
        browser = Browser.open("en");
        browser.size(SIZES.getFirst());
        Patience.forAPage(browser.driver()).until(driver -> {
            browser.go("/search?q=zimmerfold");
            return new ResultsPage(driver).has("hits");
        });
    }

    @AfterAll
    void close() {
        if (browser != null) browser.close();
    }

    private ResultsPage results(String words) {
        browser.goAsIs("/search?q=" + words.replace(" ", "+"));
        return new ResultsPage(browser.driver());
    }

    private List<String> texts(String css) {
        return browser.driver().findElements(By.cssSelector(css)).stream()
                .map(element -> element.getText())
                .toList();
    }

    @Test
    void aWorkIsOneRowFromWhichEachEditionIsReachedByKeyboard() {
        var results = results("marmalade heron");
        assertThat(results.titles()).containsExactly("The marmalade heron");
        var summary = browser.driver().findElement(By.cssSelector(".editions summary"));
        assertThat(summary.getText()).startsWith("3 editions");
        summary.sendKeys(Keys.ENTER);
        assertThat(texts(".edition-list li"))
                .satisfiesExactly(
                        audio -> assertThat(audio).contains("The marmalade heron", "Audiobook", "English", "2005"),
                        spanish -> assertThat(spanish).contains("La garza de mermelada", "Spanish", "In the library"));
        browser.driver()
                .findElements(By.cssSelector(".edition-list a"))
                .getLast()
                .sendKeys(Keys.ENTER);
        Patience.forAPage(browser.driver())
                .until(driver -> !driver.findElements(By.id("record-title")).isEmpty());
        var record = new RecordPage(browser.driver());
        assertThat(record.title()).isEqualTo("La garza de mermelada");
        assertThat(texts(".edition-list li a")).containsExactlyInAnyOrder("The marmalade heron", "The marmalade heron");
    }

    @Test
    void whoAsksInSpanishSeesTheSpanishEdition() {
        assertThat(results("garza de mermelada").titles()).containsExactly("La garza de mermelada");
    }

    @Test
    void booksLikeOneAreOtherWorksByTheSameHeadings() {
        results("marmalade heron").open(0);
        assertThat(browser.driver().findElements(By.cssSelector("#alike li"))).hasSizeBetween(1, 6);
        assertThat(texts("#alike .hidden")).contains("Herons of the velvet marsh");
        assertThat(browser.driver().findElement(By.id("alike")).getText()).doesNotContain("La garza");
    }

    @Test
    void theLibrarianTakesEditionsApartAndJoinsThemAgainAfterALook() {
        browser.go("/desk/works");
        var page = new WorksPage(browser.driver()).find("marmalade heron");
        assertThat(page.here()).isEqualTo("nav-records");
        assertThat(page.results()).singleElement().asString().contains("Quibblewort", "3 editions");
        page = page.openResult(0);
        assertThat(page.rows("editions")).hasSize(3).allSatisfy(row -> assertThat(row)
                .contains("Carrel"));
        page = page.takeOut(2);
        assertThat(page.rows("alone")).singleElement().asString().contains("La garza de mermelada");
        assertThat(page.rows("staying")).hasSize(2);
        assertThat(results("garza de mermelada").has("editions")).isFalse();
        browser.driver().navigate().back();
        page = new WorksPage(browser.driver()).press("do-split");
        assertThat(page.text("done")).contains("two rows");
        assertThat(page.rows("editions")).hasSize(2);
        assertThat(texts(".editions summary")).isEmpty();
        assertThat(results("quibblewort").titles())
                .containsExactlyInAnyOrder("The marmalade heron", "La garza de mermelada");

        browser.go("/desk/works?q=marmalade+heron");
        page = new WorksPage(browser.driver()).openResult(0).findOther("garza de mermelada");
        page = page.openResult(0);
        assertThat(page.rows("after")).hasSize(3);
        page = page.press("do-join");
        assertThat(page.text("done")).contains("one row");
        assertThat(page.rows("editions")).hasSize(3).allSatisfy(row -> assertThat(row)
                .contains("The library"));
        page = page.press("do-forget");
        assertThat(page.text("done")).contains("by author and title again");
        assertThat(page.rows("editions")).hasSize(3).allSatisfy(row -> assertThat(row)
                .contains("Carrel"));
    }

    @Test
    void whatCannotBeIsSaidOrNotFound() {
        browser.go("/desk/works?record=987654321");
        assertThat(browser.driver().getPageSource()).doesNotContain("id=\"editions\"");
        browser.go("/desk/works?q=qqzzxyqz");
        assertThat(new WorksPage(browser.driver()).text("nothing-found")).contains("No title has these words");
        browser.go("/desk/works?q=marmalade+heron");
        var page = new WorksPage(browser.driver()).openResult(0).takeOut(1);
        browser.driver().executeScript("document.querySelector('[name=seen]').value = '1-2'");
        page = page.press("do-split");
        assertThat(page.text("done")).startsWith("Nothing was changed");
        assertThat(page.rows("editions")).hasSize(3);
        browser.complaints();
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "works, en",
        "works, es",
        "found, en",
        "opened, en",
        "opened, es",
        "apart, en",
        "apart, es",
        "join, en",
        "join, es",
        "results, en",
        "results, es",
        "record, en",
        "record, es"
    })
    void everyPageIsForEveryone(String page, String language) {
        browser.speak(language);
        browser.go(path(page));
        for (var details : browser.driver().findElements(By.cssSelector("summary"))) details.sendKeys(Keys.ENTER);
        for (var size : SIZES) {
            browser.size(size);
            var name = "works-" + page + "-" + language + "-" + size.getWidth();
            Screenshots.take(browser.driver(), name);
            assertThat(Axe.violations(browser.driver())).as(name).isEmpty();
            assertThat((Long) browser.driver().executeScript("return document.documentElement.scrollWidth"))
                    .as(name)
                    .isLessThanOrEqualTo(size.getWidth());
            assertThat(browser.complaints()).isEmpty();
            assertThat(new KioskPage(browser.driver()).language()).isEqualTo(language);
        }
        browser.driver().manage().deleteCookieNamed("carrel-language");
        browser.size(SIZES.getFirst());
    }

    private String path(String page) {
        return switch (page) {
            case "found" -> "/desk/works?q=heron";
            case "opened" -> "/desk/works?record=" + record() + "&with=velvet+marsh";
            case "apart" -> "/desk/works?record=" + record() + "&apart=" + record();
            case "join" -> "/desk/works?record=" + record() + "&join=" + recordOf("velvet marsh");
            case "results" -> "/search?q=herons";
            case "record" -> "/records/" + record() + "?q=heron";
            default -> "/desk/works";
        };
    }

    private long record() {
        return recordOf("marmalade heron");
    }

    private long recordOf(String words) {
        return results(words).recordIds().getFirst();
    }
}
