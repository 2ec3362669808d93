package org.carrel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;

/** What a screen of the library shows when something else than a search is the matter, and how it behaves for some readers. */
@TestInstance(Lifecycle.PER_CLASS)
class KioskStatesIT {
    private static final Dimension SCREEN = new Dimension(1366, 900);
    private static final List<String> PAGES = List.of("/", "/search?q=web", "/search?q=qqzzxxyy", "/no-such-page");

    private KioskScreen kiosk;

    @BeforeAll
    void open() {
        kiosk = KioskScreen.enrol("In some state", "STANDARD");
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

    @Test
    void k6TheWarningIsSpanishForWhoReadsSpanish() {
        new HomePage(kiosk.driver()).switchLanguage();
        kiosk.browser().go("/search?q=web");
        kiosk.pass(46);
        assertThat(kiosk.warns()).isTrue();
        assertThat(new KioskPage(kiosk.driver()).text("idle-title")).isEqualTo("¿Sigues ahí?");
        isWholeIn("es");
        kiosk.driver().findElement(By.id("idle-stay")).click();
    }

    @Test
    void k6AScreenThatIsSwitchedOffSaysSoInSpanish() {
        try (var lost = KioskScreen.enrol("Lost in Spanish", "STANDARD");
                var staff = Browser.open("en")) {
            lost.browser().home().switchLanguage();
            staff.go("/desk/devices");
            new DevicesPage(staff.driver()).switchOff("Lost in Spanish");
            lost.pass(20);
            new KioskPage(lost.driver()).await(By.id("closed"));
            assertThat(new KioskPage(lost.driver()).language()).isEqualTo("es");
            assertThat(EnglishWords.of(new KioskPage(lost.driver()).shown())).isEmpty();
            assertThat(Axe.violations(lost.driver())).isEmpty();
        }
    }

    @Test
    void k6WhenTheLibraryIsAwayBothLanguagesAreSpoken() {
        try (var line = CutLine.open();
                var far = KioskScreen.enrol("Far away in Spanish", "STANDARD", false)) {
            far.comeThrough(line);
            new HomePage(far.driver()).switchLanguage();
            line.cut();
            far.driver().get(line.url("/search?q=ara%C3%B1as"));
            var page = new KioskPage(far.driver());
            page.await(By.id("offline"));
            assertThat(page.text("kept-text")).isEqualTo("arañas");
            assertThat(far.driver()
                            .findElement(By.cssSelector("#offline [lang=es]"))
                            .getText())
                    .isNotBlank();
            assertThat(Axe.violations(far.driver())).isEmpty();
        }
    }

    @Test
    void k7NoTextIsCutOffAtTwiceTheSize() {
        kiosk.driver().findElement(By.id("larger")).click();
        new HomePage(kiosk.driver());
        kiosk.driver().findElement(By.id("larger")).click();
        new HomePage(kiosk.driver());
        for (var width : List.of(1366, 320)) {
            kiosk.browser().size(new Dimension(width, 900));
            for (var page : PAGES) {
                kiosk.browser().go(page);
                assertThat(cutOff()).as(page + " at " + width).isEqualTo(List.of());
            }
        }
    }

    /**
     * What has text of its own, hides what does not fit, and does not fit. Left out is what only a screen reader has, and what
     * is drawn on a cover: a picture, whose title and author stand beside it or on the page it leads to.
     */
    private Object cutOff() {
        return kiosk.driver().executeScript("""
                return Array.from(document.querySelectorAll('body *')).filter(function (each) {
                  var style = getComputedStyle(each);
                  var hides = [style.overflowX, style.overflowY].some(function (way) { return way === 'hidden' || way === 'clip'; });
                  var box = each.getBoundingClientRect();
                  var text = Array.from(each.childNodes).some(function (child) { return child.nodeType === 3 && child.textContent.trim(); });
                  return hides && text && !each.closest('.cover') && box.width > 2 && box.height > 2 && style.webkitLineClamp === 'none'
                    && (each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1);
                }).map(function (each) { return each.outerHTML.slice(0, 120); });
                """);
    }

    @Test
    void k7WhoWantsLessMotionGetsNone() {
        var less = Map.<String, Object>of("name", "prefers-reduced-motion", "value", "reduce");
        kiosk.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(less)));
        for (var page : PAGES) {
            kiosk.browser().go(page);
            assertThat(kiosk.driver().executeScript("""
                            return Array.from(document.querySelectorAll('*')).filter(function (each) {
                              var style = getComputedStyle(each);
                              return style.animationName !== 'none' || style.transitionDuration.split(', ').some(function (time) { return time !== '0s'; });
                            }).map(function (each) { return each.outerHTML.slice(0, 120); });
                            """)).as(page).isEqualTo(List.of());
        }
        kiosk.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
    }

    @Test
    void k8NoKeyPrintsSavesOrOpensAnything() {
        for (var page : PAGES) {
            kiosk.browser().go(page);
            assertThat(kiosk.driver().executeScript("""
                            return ['p', 's', 'o', 'u', 'P'].filter(function (key) {
                              return document.getElementById('home').dispatchEvent(new KeyboardEvent('keydown', { key: key, ctrlKey: true, bubbles: true, cancelable: true }));
                            });
                            """)).as(page).isEqualTo(List.of());
        }
    }

    /** As with nothing kept from the page where its code was typed. What its worker keeps comes later, and once. */
    @Test
    void theFirstVisitOfAScreenIsSmall() {
        try (var screen = KioskScreen.enrol(Browser.counting(), "Just unpacked", "STANDARD", false)) {
            screen.driver().executeCdpCommand("Network.setBypassServiceWorker", Map.of("bypass", true));
            screen.driver().executeCdpCommand("Network.setCacheDisabled", Map.of("cacheDisabled", true));
            Traffic.since(screen.browser());
            screen.browser().home();
            var first = Traffic.since(screen.browser());
            System.getLogger("traffic").log(System.Logger.Level.INFO, "first of a screen {0}", first);
            assertThat(first.bytes()).isLessThanOrEqualTo(150_000);
            assertThat(first.requests()).isLessThanOrEqualTo(12);
        }
    }

    private void isWholeIn(String language) {
        var page = new KioskPage(kiosk.driver());
        assertThat(page.language()).isEqualTo(language);
        assertThat(EnglishWords.of(page.shown())).isEmpty();
        assertThat(Axe.violations(kiosk.driver())).isEmpty();
    }
}
