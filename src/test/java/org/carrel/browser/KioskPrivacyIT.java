package org.carrel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Keys;

/** Rule K-2, against every way in which a browser keeps what was seen: nothing of an earlier reader is shown to the next one. */
@TestInstance(Lifecycle.PER_CLASS)
class KioskPrivacyIT {
    private static final String SECRET = "tarantula";

    private KioskScreen kiosk;

    @BeforeAll
    void open() {
        KnownBook.find();
        kiosk = KioskScreen.enrol("In the corner", "STANDARD");
    }

    @AfterAll
    void close() {
        if (kiosk != null) kiosk.close();
    }

    @BeforeEach
    void startAfresh() {
        kiosk.driver().manage().deleteCookieNamed("carrel-language");
        kiosk.driver().manage().deleteCookieNamed("carrel-text");
        kiosk.browser().home();
    }

    @Test
    void aQuestionAskedWhileTheLineIsCutIsNotBehindBack() {
        try (var line = CutLine.open()) {
            kiosk.comeThrough(line);
            kiosk.driver().get(line.url("/search?q=" + SECRET));
            line.cut();
            kiosk.driver().get(line.url("/search?q=" + SECRET + "+offline"));
            kiosk.awaitAt(line.url("/search?q=" + SECRET + "+offline"), "offline");
            assertThat(new KioskPage(kiosk.driver()).text("kept-text")).isEqualTo(SECRET + " offline");
            kiosk.driver().findElement(By.id("home-link")).click();
            kiosk.awaitAt(line.url("/"), "offline");
            kiosk.leaveAlone();
            for (var back = 0; back < 3; back++) {
                kiosk.driver().navigate().back();
                kiosk.awaitAt(line.url("/"), "offline");
                assertThatNothingIsShown();
            }
            line.mend();
            kiosk.pass(6);
            kiosk.awaitAt(line.url("/"), "topics");
            kiosk.driver().navigate().forward();
            kiosk.pass(6); // it may have been put away whole, as it was when the line was cut
            kiosk.awaitAt(line.url("/"), "topics");
            assertThatNothingIsShown();
        }
    }

    @Test
    void aQuestionStillOnTheOfflinePageIsTakenAway() {
        try (var line = CutLine.open()) {
            kiosk.comeThrough(line);
            line.cut();
            kiosk.driver().get(line.url("/search?q=" + SECRET));
            kiosk.awaitAt(line.url("/search?q=" + SECRET), "offline");
            kiosk.pass(46);
            assertThat(kiosk.warns()).isTrue();
            kiosk.driver().findElement(By.id("idle-stay")).click();
            assertThat(new KioskPage(kiosk.driver()).text("kept-text")).isEqualTo(SECRET);
            kiosk.leaveAlone();
            kiosk.awaitAt(line.url("/kiosk-reset"), "offline");
            assertThatNothingIsShown();
        }
    }

    @Test
    void languageAndTextSizeAreForgottenOnceTheLineIsBack() {
        try (var line = CutLine.open()) {
            kiosk.comeThrough(line);
            new HomePage(kiosk.driver()).switchLanguage();
            kiosk.driver().findElement(By.id("larger")).click();
            kiosk.awaitAt(line.url("/"), "topics");
            line.cut();
            kiosk.driver().get(line.url("/search?q=" + SECRET));
            kiosk.awaitAt(line.url("/search?q=" + SECRET), "offline");
            kiosk.leaveAlone();
            kiosk.awaitAt(line.url("/kiosk-reset"), "offline");
            kiosk.driver().findElement(By.id("home-link")).click();
            kiosk.awaitAt(line.url("/"), "offline");
            line.mend();
            kiosk.pass(6);
            kiosk.awaitAt(line.url("/"), "topics");
            kiosk.browser().home();
            assertThat(new HomePage(kiosk.driver()).language()).isEqualTo("en");
            assertThat(kiosk.driver().manage().getCookies())
                    .extracting(Cookie::getName)
                    .containsExactly("carrel-device");
        }
    }

    @Test
    void aPlaceInsideAPageIsMarkedToo() {
        kiosk.browser().go("/search?q=" + SECRET);
        kiosk.driver().executeScript("document.querySelector('.skip').click()");
        assertThat(kiosk.driver().getCurrentUrl()).endsWith("#main");
        kiosk.leaveAlone();
        kiosk.fresh();
        for (var back = 0; back < 2; back++) {
            kiosk.driver().navigate().back();
            kiosk.fresh();
            assertThatNothingIsShown();
        }
    }

    @Test
    void whatHasNoMarkIsNobodysAndIsNotShown() {
        kiosk.browser().go("/search?q=" + SECRET);
        kiosk.driver().executeScript("history.replaceState(null, '')");
        kiosk.browser().go("/series?name=Magic%20tree%20house");
        kiosk.driver().navigate().back();
        kiosk.fresh();
        assertThatNothingIsShown();
    }

    @Test
    void whoWentBackToTheStartPageBeforeLeavingLeavesNothingBehindIt() {
        kiosk.browser().go("/search?q=" + SECRET);
        new ResultsPage(kiosk.driver()).home();
        kiosk.pass(46);
        assertThat(kiosk.warns()).isFalse();
        kiosk.pass(21);
        assertThat(kiosk.warns()).isFalse();
        kiosk.driver().navigate().back();
        kiosk.fresh();
        assertThatNothingIsShown();
    }

    @Test
    void whoIsStillThereMayGoBack() {
        kiosk.browser().go("/search?q=web");
        new ResultsPage(kiosk.driver()).home();
        kiosk.pass(40);
        kiosk.driver().navigate().back();
        assertThat(new ResultsPage(kiosk.driver()).titles()).isNotEmpty();
    }

    /** Browsers may put a page away as it is and bring it back whole. */
    @Test
    void aPageThatWasPutAwayWholeIsShownOnlyInItsVisit() {
        kiosk.browser().go("/search?q=" + SECRET);
        putAway();
        assertThat(kiosk.driver().findElement(By.id("main")).isDisplayed()).isFalse();
        bringBack();
        assertThat(kiosk.driver().findElement(By.id("main")).isDisplayed()).isTrue();
        putAway();
        kiosk.driver().executeScript("sessionStorage.setItem('carrel-visit', 'of the next reader')");
        bringBack();
        kiosk.fresh();
        assertThatNothingIsShown();
    }

    private void putAway() {
        kiosk.driver().executeScript("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))");
    }

    private void bringBack() {
        kiosk.driver().executeScript("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
    }

    @Test
    void whatOneReaderCopiedTheNextOneCannotPaste() {
        var box = kiosk.driver().findElement(By.id("search-text"));
        box.sendKeys(SECRET, Keys.chord(Keys.CONTROL, "a"), Keys.chord(Keys.CONTROL, "c"));
        kiosk.leaveAlone();
        kiosk.fresh();
        box = kiosk.driver().findElement(By.id("search-text"));
        box.sendKeys(Keys.chord(Keys.CONTROL, "v"));
        assertThat(box.getDomProperty("value")).isEmpty();
        for (var kind : List.of("copy", "cut", "paste")) {
            assertThat(kiosk.driver().executeScript("""
                            return document.getElementById('search-text').dispatchEvent(new ClipboardEvent('%s', { bubbles: true, cancelable: true }));
                            """.formatted(kind)))
                    .as(kind)
                    .isEqualTo(false);
        }
    }

    @Test
    void whatWasTypedComesBackNeitherByReloadNorByAutofill() {
        kiosk.driver().findElement(By.id("search-text")).sendKeys(SECRET);
        kiosk.driver().navigate().refresh();
        assertThat(kiosk.driver().findElement(By.id("search-text")).getDomProperty("value"))
                .isEmpty();
        for (var page : List.of("/", "/search?q=web", "/series?name=Magic%20tree%20house", "/no-such-page")) {
            kiosk.browser().go(page);
            assertThat(kiosk.driver().findElements(By.cssSelector("input:not([autocomplete=off]), textarea, select")))
                    .as(page)
                    .isEmpty();
        }
    }

    @Test
    void theBrowserKeepsNoPageOfAReader() {
        kiosk.browser().go("/search?q=" + SECRET);
        kiosk.driver().executeAsyncScript("""
                var done = arguments[arguments.length - 1];
                navigator.serviceWorker.ready.then(function () { done(); });
                """);
        var kept = kiosk.driver().executeAsyncScript("""
                var done = arguments[arguments.length - 1];
                caches.keys().then(function (names) {
                  return Promise.all(names.map(function (name) { return caches.open(name).then(function (cache) { return cache.keys(); }); }));
                }).then(function (all) { done(all.flat().map(function (request) { return new URL(request.url).pathname; }).filter(function (path) { return path.indexOf('/assets/') !== 0; })); });
                """);
        assertThat(kept).isEqualTo(List.of("/offline"));
        kiosk.leaveAlone();
        kiosk.fresh();
        assertThat(kiosk.driver().executeAsyncScript("indexedDB.databases().then(arguments[arguments.length - 1])"))
                .isEqualTo(List.of());
        assertThat(kiosk.driver().executeScript("return window.name")).isEqualTo("");
        assertThat(kiosk.driver()
                        .executeScript("return Object.keys(localStorage).filter(key => key !== 'carrel-awake').join()"))
                .as("but when staff, who made this a screen of the library, last touched a page")
                .isEqualTo("");
        assertThat(kiosk.driver().executeScript("return Object.keys(sessionStorage).join()"))
                .isEqualTo("carrel-visit");
    }

    private void assertThatNothingIsShown() {
        assertThat(kiosk.driver().getCurrentUrl()).doesNotContain(SECRET);
        assertThat(kiosk.driver().getPageSource()).doesNotContain(SECRET + " offline", SECRET + "\"");
        assertThat(kiosk.driver().findElements(By.id("hits"))).isEmpty();
        assertThat(new KioskPage(kiosk.driver()).shown()).doesNotContain(SECRET);
    }
}
