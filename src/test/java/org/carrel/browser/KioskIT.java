package org.carrel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** What a child does at a kiosk. */
@TestInstance(Lifecycle.PER_CLASS)
class KioskIT {
    private static final Dimension DESKTOP = new Dimension(1366, 900);
    private static final Dimension NARROWEST = new Dimension(320, 800);

    private Browser browser;
    private KnownBook book;

    @BeforeAll
    void open() {
        book = KnownBook.find();
        browser = Browser.counting();
    }

    @AfterAll
    void close() {
        if (browser != null) browser.close();
    }

    @BeforeEach
    void startAfresh() {
        browser.size(DESKTOP);
        browser.home();
        browser.driver().manage().deleteAllCookies();
        browser.complaints();
    }

    /** No page may break the browser's rules, or ours about who is asked. */
    @AfterEach
    void nothingWasComplainedAboutAndNobodyElseAsked() {
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.hostsAsked()).containsOnly(Product.url().getHost());
        assertThat(browser.driver().manage().getCookies())
                .extracting(Cookie::getName)
                .isSubsetOf("carrel-language");
    }

    @Test
    void aTitleIsFoundOpenedAndLeftAgain() {
        var results = browser.home().search(KnownBook.SEARCH);
        assertThat(results.titles()).isNotEmpty();
        assertThat(results.availabilities()).allMatch(words -> !words.isBlank());
        var titles = results.titles();
        var record = results.open(0);
        assertThat(record.title()).isEqualTo(titles.getFirst());
        assertThat(record.back().titles()).isEqualTo(titles);
    }

    @Test
    void whatIsPrintedOnTheBookFindsIt() {
        for (var number : book.numbers()) {
            var results = browser.home().search(number);
            assertThat(results.recordIds()).as("search for " + number).contains(book.id());
        }
    }

    @Test
    void theRecordPageSaysWhereTheCopiesAre() {
        browser.go("/records/" + book.id());
        var record = new RecordPage(browser.driver());
        assertThat(record.title()).isNotBlank();
        if (!book.callNumber().isEmpty()) {
            assertThat(record.copies()).anyMatch(row -> row.contains(book.callNumber()));
        }
    }

    @Test
    void nothingFoundIsNoDeadEnd() {
        var results = browser.home().search("qqzzxxyy");
        assertThat(results.nothingFound()).isTrue();
        assertThat(results.has("topics")).isTrue();
        assertThat(results.heading()).contains("qqzzxxyy");
    }

    @Test
    void oneTapChangesTheLanguageAndStaysOnThePage() {
        var results = browser.home().search("qqzzxxyy");
        assertThat(results.language()).isEqualTo("en");
        results.switchLanguage();
        assertThat(results.language()).isEqualTo("es");
        assertThat(browser.driver().getCurrentUrl()).endsWith("/search?q=qqzzxxyy");
        assertThat(results.home().language()).isEqualTo("es");
        results.switchLanguage();
        assertThat(results.language()).isEqualTo("en");
    }

    @Test
    void theLanguageCookieIsHiddenFromScriptsAndEndsWithTheBrowser() {
        browser.home().switchLanguage();
        var cookie = browser.driver().manage().getCookieNamed("carrel-language");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
        assertThat(cookie.getExpiry()).isNull();
    }

    @Test
    void everyTopicLeadsToResultsOrToAWayOn() {
        var count = browser.home().topics().size();
        assertThat(count).isEqualTo(12);
        for (var topic = 0; topic < count; topic++) {
            var results = browser.home().openTopic(topic);
            assertThat(results.nothingFound() || !results.titles().isEmpty()).isTrue();
        }
    }

    @Test
    void theWholeWayCanBeGoneByKeyboard() {
        assertThat(browser.home().searchBoxHasFocus()).isTrue();
        var keys = browser.driver().switchTo().activeElement();
        keys.sendKeys(KnownBook.SEARCH, Keys.ENTER);
        new ResultsPage(browser.driver());
        tabTo("#hits .hit h2 a");
        browser.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
        assertThat(new RecordPage(browser.driver()).title()).isNotBlank();
    }

    @Test
    void theFirstStopOfTheTabKeyIsTheSkipLink() {
        browser.go("/search?q=qqzzxxyy");
        new ResultsPage(browser.driver());
        browser.driver().findElement(By.tagName("body")).sendKeys(Keys.TAB);
        var first = browser.driver().switchTo().activeElement();
        assertThat(first.getDomAttribute("class")).isEqualTo("skip");
        first.sendKeys(Keys.ENTER);
        assertThat(browser.driver().switchTo().activeElement().getDomAttribute("id"))
                .isEqualTo("main");
    }

    @Test
    void noPageScrollsSidewaysOnTheNarrowestScreen() {
        browser.size(NARROWEST);
        for (var path : List.of("/", "/search", "/search?q=qqzzxxyy", "/records/" + book.id(), "/no-such-page")) {
            browser.go(path);
            var width = browser.driver().executeScript("return document.documentElement.scrollWidth");
            assertThat((Long) width).as(path).isLessThanOrEqualTo(NARROWEST.getWidth());
        }
    }

    @Test
    void everyTargetIsBigEnoughForASmallFinger() {
        for (var path : List.of("/", "/search", "/search?q=qqzzxxyy", "/records/" + book.id(), "/no-such-page")) {
            browser.go(path);
            assertThat(browser.driver().executeScript("""
                    return [...document.querySelectorAll('a, button, input')]
                        .filter(e => !e.matches('.skip'))
                        .filter(e => e.checkVisibility())
                        .filter(e => e.getBoundingClientRect().height < 47.5)
                        .map(e => e.outerHTML.slice(0, 120))""")).as(path).isEqualTo(List.of());
        }
    }

    @Test
    void whatIsBeingTypedIsSuggestedAndChosenByKeyboard() {
        var home = browser.home();
        var offered = home.suggestions("charl", "Charlotte's web");
        assertThat(offered).hasSizeLessThanOrEqualTo(6).doesNotHaveDuplicates();
        var box = browser.driver().findElement(By.id("search-text"));
        assertThat(box.getDomAttribute("aria-expanded")).isEqualTo("true");
        assertThat(Axe.violations(browser.driver())).isEmpty();
        Screenshots.take(browser.driver(), "kiosk-suggestions");
        box.sendKeys(Keys.ARROW_DOWN);
        var chosen = browser.driver().findElement(By.cssSelector("#suggestions [aria-selected=true]"));
        assertThat(box.getDomAttribute("aria-activedescendant")).isEqualTo(chosen.getDomAttribute("id"));
        box.sendKeys(Keys.ESCAPE);
        assertThat(browser.driver().findElement(By.id("suggestions")).isDisplayed())
                .isFalse();
        assertThat(box.getDomProperty("value")).isEqualTo("charl");
        home.suggestions("o", "Charlotte's web");
        box.sendKeys(Keys.ARROW_DOWN, Keys.ENTER);
        assertThat(new ResultsPage(browser.driver()).titles().getFirst()).startsWith("Charlotte's web");
    }

    @Test
    void aSuggestionIsTappedAndGoesAwayWithTheWords() {
        var home = browser.home();
        home.suggestions("charl", "Charlotte's web");
        var box = browser.driver().findElement(By.id("search-text"));
        box.sendKeys(Keys.BACK_SPACE, Keys.BACK_SPACE, Keys.BACK_SPACE);
        Patience.forAPage(browser.driver())
                .until(ExpectedConditions.invisibilityOfElementLocated(By.id("suggestions")));
        home.suggestions("arl", "Charlotte's web");
        browser.driver().findElement(By.id("suggestion-0")).click();
        assertThat(new ResultsPage(browser.driver()).titles().getFirst()).startsWith("Charlotte's web");
    }

    @Test
    void resultsAreNarrowedByNameOrderedAndWidenedAgain() {
        var results = browser.home().search("dogs");
        var all = results.titles();
        var narrowed = results.narrow("topic", "1");
        assertThat(narrowed.titles()).isNotEmpty().hasSizeLessThanOrEqualTo(all.size());
        assertThat(narrowed.chosen()).hasSize(1);
        assertThat(browser.driver().getCurrentUrl()).contains("topic=");
        var count = narrowed.titles().size();
        var ordered = narrowed.order("title");
        assertThat(ordered.titles())
                .hasSize(count)
                .isSortedAccordingTo(Comparator.comparing((String title) ->
                        title.replaceFirst("^(?:The|A|An) ", "").toLowerCase(Locale.ROOT)));
        assertThat(ordered.chosen()).hasSize(1);
        Screenshots.take(browser.driver(), "kiosk-narrowed");
        assertThat(Axe.violations(browser.driver())).isEmpty();
        assertThat(ordered.takeAway(0).titles()).hasSameSizeAs(all);
    }

    @Test
    void aSeriesStandsInItsOrderWithWhatIsMissing() {
        browser.go("/series?name=Magic%20tree%20house");
        var page = new KioskPage(browser.driver());
        assertThat(page.text("series-name")).isEqualTo("Magic tree house");
        var numbers = browser.driver().findElements(By.cssSelector("#volumes .number")).stream()
                .map(number -> Integer.valueOf(number.getText().replace("Number ", "")))
                .toList();
        assertThat(numbers).isSorted().doesNotHaveDuplicates().startsWith(1).contains(10);
        assertThat(browser.driver().findElements(By.cssSelector("#volumes .missing")))
                .hasSize(numbers.size() - volumes());
        Screenshots.take(browser.driver(), "kiosk-series");
        assertThat(Axe.violations(browser.driver())).isEmpty();
        browser.go("/series?name=No%20such%20series");
        assertThat(new KioskPage(browser.driver()).heading()).isEqualTo("We do not have that series");
    }

    private int volumes() {
        return browser.driver()
                .findElements(By.cssSelector("#volumes .volume:not(.missing)"))
                .size();
    }

    @Test
    void whatStandsBesideABookIsShownAndLeadsOn() {
        browser.go("/records/" + book.id());
        var neighbours = browser.driver().findElements(By.cssSelector("#neighbours > li"));
        assertThat(neighbours).hasSizeBetween(2, 9);
        assertThat(browser.driver().findElements(By.cssSelector("#neighbours .here")))
                .hasSize(1);
        Screenshots.take(browser.driver(), "kiosk-record-shelf");
        var before = browser.driver().findElement(By.id("main"));
        browser.driver().findElement(By.cssSelector("#neighbours a")).click();
        var next = new KioskPage(browser.driver()).leaving(before, RecordPage::new);
        assertThat(next.title()).isNotBlank();
        assertThat(browser.driver().findElements(By.cssSelector("#neighbours a[href='/records/" + book.id() + "']")))
                .hasSize(1);
    }

    @Test
    void noPageLeadsAwayFromTheLibrary() {
        for (var path : List.of("/", "/search", "/records/" + book.id())) {
            browser.go(path);
            assertThat(browser.driver()
                            .executeScript(
                                    "return [...document.links].map(a => a.origin).filter(o => o !== location.origin)"))
                    .as(path)
                    .isEqualTo(List.of());
        }
    }

    private void tabTo(String css) {
        for (var tab = 0; tab < 60; tab++) {
            var active = browser.driver().switchTo().activeElement();
            if ((Boolean) browser.driver().executeScript("return arguments[0].matches(arguments[1])", active, css))
                return;
            active.sendKeys(Keys.TAB);
        }
        throw new AssertionError("The tab key never comes to " + css);
    }
}
