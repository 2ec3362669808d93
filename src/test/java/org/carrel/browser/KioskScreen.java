package org.carrel.browser;

import java.util.Locale;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

/** A browser that is one of the library's screens, whose clock stands still until the test lets time pass. */
final class KioskScreen implements AutoCloseable {
    /** In each page before its own scripts. What is to be done at once is done; all else waits for the test. */
    private static final String CLOCK = """
            (function () {
              var now = Date.now(), last = 1e9, real = window.setTimeout.bind(window), stop = window.clearTimeout.bind(window), timers = new Map();
              Date.now = function () { return now; };
              window.setTimeout = function (work, millis) { if (!(millis >= 90)) return real(work, millis); timers.set(++last, { at: now + (millis || 0), work: work }); return last; };
              window.clearTimeout = function (id) { timers.delete(id); stop(id); };
              window.pass = function (millis) {
                var end = now + millis;
                for (;;) {
                  var id = 0, next = null;
                  timers.forEach(function (timer, key) { if (timer.at <= end && (!next || timer.at < next.at)) { next = timer; id = key; } });
                  if (!next) break;
                  now = next.at;
                  timers.delete(id);
                  next.work();
                }
                now = end;
              };
            })();
            """;

    private final Browser browser;

    private KioskScreen(Browser browser) {
        this.browser = browser;
    }

    /** Made on the staff page and enrolled by its code, as the librarian does it. */
    static KioskScreen enrol(String name, String skin) {
        return enrol(name, skin, true);
    }

    /** @param clockStands whether time passes only when the test says so */
    static KioskScreen enrol(String name, String skin, boolean clockStands) {
        return enrol(Browser.open("en"), name, skin, clockStands);
    }

    /** @param browser ends with the screen */
    static KioskScreen enrol(Browser browser, String name, String skin, boolean clockStands) {
        browser.go("/desk/devices");
        var code = new DevicesPage(browser.driver()).add(name, skin).code();
        browser.driver().manage().deleteAllCookies();
        if (clockStands)
            browser.driver().executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", CLOCK));
        browser.go("/kiosk-start");
        new StartPage(browser.driver()).start(code.toLowerCase(Locale.ROOT).replace("-", " "));
        return new KioskScreen(browser);
    }

    Browser browser() {
        return browser;
    }

    ChromeDriver driver() {
        return browser.driver();
    }

    void pass(int seconds) {
        driver().executeScript("pass(" + seconds + " * 1000)");
    }

    boolean warns() {
        return (Boolean) driver().executeScript("return document.getElementById('idle').open");
    }

    /** Waits for the start page as the next reader finds it. */
    HomePage fresh() {
        awaitAt(Product.url("/").toString(), "topics");
        return new HomePage(driver());
    }

    /** Waits until what has this id is on the page at this very address. */
    void awaitAt(String url, String id) {
        Patience.forAPage(driver())
                .until(now -> String.valueOf(now.getCurrentUrl()).equals(url)
                        && !now.findElements(By.id(id)).isEmpty());
    }

    /** The reader goes, and nobody touches the screen until it has done what it does then. */
    void leaveAlone() {
        pass(46);
        driver().executeScript("pass(20500)");
    }

    /** Opens the start page through this line, and waits for the page that is kept for when it is cut. */
    void comeThrough(CutLine line) {
        driver().get(line.url("/"));
        driver().executeAsyncScript("""
                var done = arguments[arguments.length - 1];
                navigator.serviceWorker.ready.then(function () { done(); });
                """);
    }

    @Override
    public void close() {
        browser.close();
    }
}
