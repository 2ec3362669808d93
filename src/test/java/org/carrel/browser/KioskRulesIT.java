package org.carrel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;

/** What must hold on a screen of the library: the rules K-1 to K-11, as src/docs/kiosk.md has them. */
@TestInstance(Lifecycle.PER_CLASS)
class KioskRulesIT {
    private static final Dimension SCREEN = new Dimension(1366, 900);
    private static final Dimension NARROWEST = new Dimension(320, 800);
    /** Taps of the random walk; ten thousand before a release. */
    private static final int TAPS = Integer.getInteger("carrel.test.taps", 150);

    private KioskScreen kiosk;
    private long record;

    @BeforeAll
    void open() {
        record = KnownBook.find().id();
        kiosk = KioskScreen.enrol("By the door", "STANDARD");
    }

    @AfterAll
    void close() {
        if (kiosk != null) kiosk.close();
    }

    @BeforeEach
    void startAfresh() {
        kiosk.browser().size(SCREEN);
        kiosk.driver().manage().deleteCookieNamed("carrel-language");
        kiosk.driver().manage().deleteCookieNamed("carrel-text");
        kiosk.browser().home();
    }

    private List<String> pages() {
        return List.of(
                "/",
                "/series?name=Magic%20tree%20house",
                "/search?q=web",
                "/search?page=2",
                "/search?q=qqzzxxyy",
                "/records/" + record,
                "/no-such-page");
    }

    // K-1

    @Test
    void k1EveryTargetIsLargeEnoughAndApartFromTheNext() {
        for (var page : pages()) {
            kiosk.browser().go(page);
            assertThat(Targets.smallerThan(kiosk.driver(), 48)).as(page).isEmpty();
            assertThat(Targets.nearerThan(kiosk.driver(), 8)).as(page).isEmpty();
        }
    }

    @Test
    void k1InTheSkinForTheYoungestTargetsAreLarger() {
        try (var pictures = KioskScreen.enrol("Picture books", "PICTURE")) {
            pictures.browser().size(SCREEN);
            for (var page : pages()) {
                pictures.browser().go(page);
                assertThat(Targets.smallerThan(pictures.driver(), 60)).as(page).isEmpty();
                assertThat(Targets.nearerThan(pictures.driver(), 8)).as(page).isEmpty();
            }
            var home = pictures.browser().home();
            Screenshots.take(pictures.driver(), "kiosk-picture-home");
            assertThat(home.topics()).isNotEmpty();
            assertThat(top(pictures, "topics")).isLessThan(top(pictures, "search-text"));
            pictures.driver().findElement(By.id("search-text")).click();
            assertThat(new KeyboardPart(pictures.driver()).isShown()).isTrue();
            assertThat(Targets.smallerThan(pictures.driver(), 60))
                    .as("with the keyboard")
                    .isEmpty();
        }
    }

    private long top(KioskScreen screen, String id) {
        return screen.driver().findElement(By.id(id)).getLocation().getY();
    }

    // K-3: the scanner

    @Test
    void k3AScanIsSearchedWhateverHasTheFocusAndWhateverStandsInTheBox() {
        var book = KnownBook.find();
        for (var focus : List.of("#contrast", "#search-text", ".skip", "footer")) {
            kiosk.browser().go("/search?q=web");
            kiosk.driver().executeScript("document.querySelector(arguments[0]).focus()", focus);
            type(book.barcode(), 0.01);
            kiosk.awaitAt(Product.url("/search?q=" + book.barcode()).toString(), "search-text");
            assertThat(kiosk.driver().getPageSource()).as(focus).contains(book.title());
        }
    }

    @Test
    void k3WhatFingersTypeIsNoScan() {
        kiosk.browser().go("/search?q=web");
        var contrast = kiosk.driver().findElement(By.id("contrast"));
        kiosk.driver().executeScript("arguments[0].focus()", contrast);
        type("30011234", 0.09);
        kiosk.awaitAt(Product.url("/search?q=web").toString(), "hits");
        assertThat(kiosk.driver().findElement(By.tagName("html")).getDomAttribute("class"))
                .as("Enter pressed the button that had the focus")
                .contains("contrast");
    }

    /** The text and Enter, so many seconds apart as the browser's clock has it, however slow this machine is. */
    private void type(String text, double seconds) {
        var at = System.currentTimeMillis() / 1000.0;
        for (var letter : text.split("")) key(letter, letter, at += seconds);
        key("Enter", "\r", at + seconds);
    }

    private void key(String key, String text, double at) {
        kiosk.driver()
                .executeCdpCommand(
                        "Input.dispatchKeyEvent",
                        Map.of("type", "keyDown", "key", key, "code", key, "text", text, "timestamp", at));
        kiosk.driver()
                .executeCdpCommand(
                        "Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key, "code", key, "timestamp", at));
    }

    // K-2

    @Test
    void k2AfterAWarningNothingOfTheReaderIsLeft() { // B89
        kiosk.browser().go("/search?q=volcano");
        new ResultsPage(kiosk.driver()).switchLanguage();
        kiosk.driver().findElement(By.id("larger")).click();
        assertThat(new ResultsPage(kiosk.driver()).titles()).isNotEmpty();
        kiosk.driver().findElement(By.id("search-text")).sendKeys(" secret");
        kiosk.pass(44);
        assertThat(kiosk.warns()).isFalse();
        kiosk.pass(2);
        assertThat(kiosk.warns()).isTrue();
        Screenshots.take(kiosk.driver(), "kiosk-idle");
        assertThat(kiosk.driver().switchTo().activeElement().getDomAttribute("id"))
                .isEqualTo("idle-stay");
        kiosk.driver().executeScript("pass(20500)");
        var home = kiosk.fresh();
        assertThat(home.language()).isEqualTo("en");
        assertThat(css()).contains("text-100");
        assertThat(kiosk.driver().manage().getCookies())
                .extracting(Cookie::getName)
                .containsExactly("carrel-device");
        assertThat(kiosk.driver()
                        .executeScript("return Object.keys(localStorage).filter(key => key !== 'carrel-awake').join()"))
                .as("but when staff, who made this a screen of the library, last touched a page")
                .isEqualTo("");
        assertThat(kiosk.driver().executeScript("return Object.keys(sessionStorage).join()"))
                .isEqualTo("carrel-visit");
        kiosk.driver().navigate().back();
        assertThat(kiosk.fresh().has("hits")).isFalse();
        kiosk.driver().navigate().back();
        assertThat(kiosk.fresh().has("hits")).isFalse();
        kiosk.driver().navigate().forward();
        assertThat(kiosk.fresh().has("hits")).isFalse();
        kiosk.driver().navigate().refresh();
        assertThat(kiosk.driver().findElement(By.id("search-text")).getDomProperty("value"))
                .isEmpty();
    }

    @Test
    void k2WhoIsStillThereSaysSoAndGoesOn() {
        kiosk.browser().go("/search?q=web");
        kiosk.pass(46);
        kiosk.driver().findElement(By.id("idle-stay")).click();
        assertThat(kiosk.warns()).isFalse();
        kiosk.pass(44);
        kiosk.driver().findElement(By.tagName("body")).sendKeys(Keys.SHIFT);
        kiosk.pass(44);
        assertThat(kiosk.warns()).isFalse();
        assertThat(kiosk.driver().getCurrentUrl()).contains("q=web");
    }

    @Test
    void k2AnUntouchedStartPageIsLeftAlone() {
        kiosk.pass(600);
        assertThat(kiosk.warns()).isFalse();
    }

    // K-3

    @Test
    void k3AWordIsTypedByFinger() {
        var box = kiosk.driver().findElement(By.id("search-text"));
        var keys = new KeyboardPart(kiosk.driver());
        assertThat(keys.isShown()).isFalse();
        box.click();
        assertThat(keys.isShown()).isTrue();
        Screenshots.take(kiosk.driver(), "kiosk-keyboard");
        keys.type("niño ¿qué");
        assertThat(box.getDomProperty("value")).isEqualTo("niño ¿qué");
        keys.press("erase");
        assertThat(box.getDomProperty("value")).isEqualTo("niño ¿qu");
        assertThat(keys.letters()).isEqualTo("abcdefghi");
        keys.press("layout");
        assertThat(keys.letters()).isEqualTo("qwertyuiop");
        box.sendKeys("x");
        assertThat(box.getDomProperty("value")).isEqualTo("niño ¿qux");
        assertThat(box.getDomAttribute("inputmode")).isEqualTo("none");
        assertThat(Targets.smallerThan(kiosk.driver(), 48)).isEmpty();
        keys.press("hide");
        assertThat(keys.isShown()).isFalse();
        box.clear();
        box.click();
        keys.type("web");
        keys.press("go");
        assertThat(new ResultsPage(kiosk.driver()).titles()).isNotEmpty();
    }

    @Test
    void k3EraseGoesOnWhileItIsHeld() {
        var box = kiosk.driver().findElement(By.id("search-text"));
        box.sendKeys("spider");
        box.click();
        kiosk.driver()
                .executeScript(
                        "document.querySelector('#keyboard .erase').dispatchEvent(new PointerEvent('pointerdown', {bubbles: true, cancelable: true}));"
                                + "pass(500 + 90 * 2); document.querySelector('#keyboard .erase').dispatchEvent(new PointerEvent('pointerup')); pass(1000)");
        assertThat(box.getDomProperty("value")).isEqualTo("sp");
    }

    // K-4

    @Test
    void k4TopicsAreOneFlatLevelOfPicturesWithWords() {
        var home = new HomePage(kiosk.driver());
        assertThat(home.topics()).hasSizeBetween(8, 20).allMatch(word -> !word.isBlank());
        assertThat(kiosk.driver().findElements(By.cssSelector("#topics > li > a > svg")))
                .hasSameSizeAs(home.topics());
        assertThat(kiosk.driver().findElements(By.cssSelector("#topics ul"))).isEmpty();
        assertThat(home.openTopic(0).titles()).isNotEmpty();
    }

    // K-6

    @Test
    void k6SpanishIsCompleteAndOneTapAway() {
        new HomePage(kiosk.driver()).switchLanguage();
        for (var page : pages()) {
            kiosk.browser().go(page);
            var shown = new KioskPage(kiosk.driver());
            assertThat(shown.language()).as(page).isEqualTo("es");
            assertThat(shown.has("language")).as(page).isTrue();
            kiosk.driver().executeScript("""
                    document.querySelectorAll('[aria-labelledby="narrow-topic"]').forEach(function (headings) { headings.remove(); });
                    """); // headings are the catalog's own words
            var text = kiosk.driver().findElement(By.tagName("body")).getText();
            assertThat(EnglishWords.of(text)).as(page).isEmpty();
        }
    }

    // K-7

    @ParameterizedTest
    @CsvSource({"1366, 1", "1366, 2", "320, 0", "320, 2"})
    void k7LargerTextFitsAndNothingIsLost(int width, int taps) {
        for (var tap = 0; tap < taps; tap++) {
            kiosk.driver().findElement(By.id("larger")).click();
            new HomePage(kiosk.driver());
        }
        assertThat(css()).contains("text-" + (100 + 50 * taps));
        kiosk.browser().size(new Dimension(width, 900));
        for (var page : pages()) {
            kiosk.browser().go(page);
            assertThat(contentWidth()).as(page).isLessThanOrEqualTo(width);
            kiosk.driver().executeScript("""
                    var spaced = new CSSStyleSheet();
                    spaced.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }');
                    document.adoptedStyleSheets = [spaced];
                    """);
            assertThat(contentWidth()).as(page + " with text spacing").isLessThanOrEqualTo(width);
        }
        Screenshots.take(kiosk.driver(), "kiosk-text-" + width + "-" + taps);
    }

    @Test
    void k7ContrastIsHigherOnceItIsAskedFor() {
        kiosk.driver().findElement(By.id("contrast")).click();
        var home = new HomePage(kiosk.driver());
        assertThat(css()).contains("contrast");
        Screenshots.take(kiosk.driver(), "kiosk-contrast");
        assertThat(Axe.violations(kiosk.driver())).isEmpty();
        kiosk.driver().findElement(By.id("larger")).click();
        assertThat(css()).contains("contrast").contains("text-150");
        assertThat(home.has("contrast")).isTrue();
    }

    private long contentWidth() {
        return (Long) kiosk.driver().executeScript("return document.documentElement.scrollWidth");
    }

    private String css() {
        return kiosk.driver().findElement(By.tagName("html")).getDomAttribute("class");
    }

    // K-8

    @Test
    void k8NothingLeadsOutAndNothingLeadsToStaff() {
        var host = Product.url().toString();
        for (var page : pages()) {
            kiosk.browser().go(page);
            var links = kiosk.driver().findElements(By.cssSelector("a[href]")).stream()
                    .map(link -> link.getDomProperty("href"))
                    .toList();
            assertThat(links).as(page).isNotEmpty().allMatch(link -> link.startsWith(host));
            assertThat(links).as(page).noneMatch(link -> link.contains("/desk") || link.contains("/kiosk-start"));
            assertThat(kiosk.driver()
                            .findElements(By.cssSelector(
                                    "[target], input[type=file], [draggable=true], [download], iframe, object, embed")))
                    .as(page)
                    .isEmpty();
        }
        var stopped = kiosk.driver().executeScript("""
                return ['contextmenu', 'dragstart'].every(function (kind) {
                  return !document.querySelector('#home').dispatchEvent(new Event(kind, { bubbles: true, cancelable: true }));
                });
                """);
        assertThat(stopped).isEqualTo(true);
    }

    @Test
    void k8AScreenThatIsSwitchedOffIsGoneWithinAMinute() {
        try (var lost = KioskScreen.enrol("Lost screen", "STANDARD");
                var staff = Browser.open("en")) {
            lost.browser().go("/search?q=web");
            staff.go("/desk/devices");
            var row = new DevicesPage(staff.driver()).switchOff("Lost screen").row("Lost screen");
            assertThat(row.getFirst()).contains("Switched off");
            lost.pass(20);
            new KioskPage(lost.driver()).await(By.id("closed"));
            Screenshots.take(lost.driver(), "kiosk-closed");
            assertThat(Axe.violations(lost.driver())).isEmpty();
            lost.browser().go("/search?q=web");
            assertThat(new KioskPage(lost.driver()).has("closed")).isTrue();
            assertThat(new KioskPage(lost.driver()).has("hits")).isFalse();
        }
    }

    @Test
    void k8AWrongCodeIsToldAndLetsNobodyIn() {
        try (var stranger = Browser.open("en")) {
            stranger.go("/kiosk-start");
            var page = new StartPage(stranger.driver()).startInVain("AAAA-AAAA");
            assertThat(page.text("code-problem")).contains("wrong or too old");
            assertThat(Axe.violations(stranger.driver())).isEmpty();
            assertThat(stranger.driver().manage().getCookies()).isEmpty();
            assertThat(stranger.home().has("keyboard")).isFalse();
        }
    }

    // K-10

    @Test
    void k10WhenTheLibraryIsAwayTheQuestionIsKeptAndAskedAgain() {
        try (var line = CutLine.open();
                var far = KioskScreen.enrol("Far away", "STANDARD", false)) {
            far.driver().get(line.url("/"));
            far.driver().executeAsyncScript("""
                    var done = arguments[arguments.length - 1];
                    navigator.serviceWorker.ready.then(function () { done(); });
                    """);
            line.cut();
            far.driver().get(line.url("/search?q=charlotte"));
            var page = new KioskPage(far.driver());
            page.await(By.id("offline"));
            assertThat(page.text("kept-text")).isEqualTo("charlotte");
            assertThat(page.has("kept-plan")).as("the floor plan stays").isTrue();
            assertThat(Axe.violations(far.driver())).isEmpty();
            Screenshots.take(far.driver(), "kiosk-offline");
            line.mend();
            page.await(By.id("hits"));
            assertThat(far.driver().getCurrentUrl()).isEqualTo(line.url("/search?q=charlotte"));
            assertThat(new ResultsPage(far.driver()).titles()).isNotEmpty();
        }
    }

    // K-11

    @Test
    void k11TheNoteThatTheLibraryIsAwayHasAWayOut() {
        try (var line = CutLine.open()) {
            kiosk.comeThrough(line);
            line.cut();
            kiosk.pass(21);
            kiosk.awaitAt(line.url("/"), "away-home");
            var page = new KioskPage(kiosk.driver());
            page.await(By.cssSelector("#away[open]"));
            assertThat(Axe.violations(kiosk.driver())).isEmpty();
            assertThat(Targets.smallerThan(kiosk.driver(), 48)).isEmpty();
            Screenshots.take(kiosk.driver(), "kiosk-away");
            kiosk.driver().findElement(By.id("away-home")).click();
            kiosk.awaitAt(line.url("/"), "offline");
            line.mend();
            kiosk.pass(6);
            kiosk.awaitAt(line.url("/"), "topics");
            line.cut();
            kiosk.pass(21);
            page.await(By.cssSelector("#away[open]"));
            line.mend();
            kiosk.driver().findElement(By.id("away-retry")).click();
            page.await(By.cssSelector("#away:not([open])"));
        }
    }

    @Test
    void k11RandomTapsNeverReachADeadEnd() {
        var random = new SplittableRandom(20_261_126);
        for (var tap = 0; tap < TAPS; tap++) {
            var x = random.nextInt(SCREEN.getWidth());
            var y = random.nextInt(SCREEN.getHeight());
            touch(Stream.of(List.of(x, y), List.of(x + 9, y + 7))
                    .limit(1 + tap % 2)
                    .toList());
            if (tap % 20 != 19) continue;
            var page = new KioskPage(kiosk.driver());
            assertThat(page.has("home"))
                    .as("tap %d at %s", tap, kiosk.driver().getCurrentUrl())
                    .isTrue();
            assertThat(kiosk.driver().findElements(By.id("error-500"))).isEmpty();
            assertThat(kiosk.driver().getCurrentUrl()).startsWith(Product.url().toString());
        }
    }

    private void touch(List<List<Integer>> fingers) {
        var points = fingers.stream()
                .map(finger -> Map.of("x", finger.get(0), "y", finger.get(1)))
                .toList();
        kiosk.driver()
                .executeCdpCommand("Input.dispatchTouchEvent", Map.of("type", "touchStart", "touchPoints", points));
        kiosk.driver()
                .executeCdpCommand("Input.dispatchTouchEvent", Map.of("type", "touchEnd", "touchPoints", List.of()));
    }

    // Around them

    @Test
    void everyPageOfAKioskIsForEveryone() {
        for (var page : pages()) {
            kiosk.browser().go(page);
            assertThat(Axe.violations(kiosk.driver())).as(page).isEmpty();
        }
        kiosk.browser().go("/search?q=web");
        kiosk.driver().findElement(By.id("search-text")).click();
        assertThat(Axe.violations(kiosk.driver())).as("with the keyboard").isEmpty();
        kiosk.pass(46);
        assertThat(Axe.violations(kiosk.driver())).as("with the warning").isEmpty();
        kiosk.driver().findElement(By.id("idle-stay")).click();
    }

    @Test
    void theChecksOfAxeFindWhatIsWrong() {
        kiosk.driver()
                .executeScript(
                        "document.getElementById('main').insertAdjacentHTML('beforeend', '<img src=\"/assets/icons/carrel.svg\"><p lang=\"xx-none\">x</p>')");
        assertThat(Axe.violations(kiosk.driver()))
                .anyMatch(rule -> rule.startsWith("image-alt"))
                .anyMatch(rule -> rule.startsWith("valid-lang"));
    }

    /** Compressed, fonts included; by what the browser itself has counted. */
    @Test
    void theFirstVisitAndEachSearchAreSmall() {
        try (var visitor = Browser.counting()) {
            visitor.go("/");
            new HomePage(visitor.driver());
            var first = Traffic.since(visitor);
            visitor.go("/search?q=web");
            new ResultsPage(visitor.driver());
            var search = Traffic.since(visitor);
            System.getLogger("traffic").log(System.Logger.Level.INFO, "first {0}, search {1}", first, search);
            assertThat(first.bytes()).isLessThanOrEqualTo(150_000);
            assertThat(first.requests()).isLessThanOrEqualTo(12);
            assertThat(search.bytes()).isLessThanOrEqualTo(20_000);
            assertThat(search.requests()).isEqualTo(1);
        }
    }

    @Test
    void theOrdinaryCatalogHasNoScriptOfAKiosk() {
        try (var laptop = Browser.open("en")) {
            laptop.go("/");
            assertThat(laptop.driver().findElements(By.cssSelector("script[src*=kiosk], #idle, #keyboard")))
                    .isEmpty();
        }
    }
}
