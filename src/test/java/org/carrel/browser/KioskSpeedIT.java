package org.carrel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How soon a page can be used on a slow screen: nothing kept, and a processor that is four times slower. Prints what it
 * measured; other work on the machine slows the browser too, so the best of some visits counts.
 */
@TestInstance(Lifecycle.PER_CLASS)
class KioskSpeedIT {
    private static final double GOAL = 1500;
    private static final int SLOWER = 4;
    private static final int VISITS = 7;

    private KioskScreen kiosk;

    @BeforeAll
    void open() {
        kiosk = KioskScreen.enrol("A slow one", "STANDARD", false);
    }

    @AfterAll
    void close() {
        if (kiosk != null) kiosk.close();
    }

    @BeforeEach
    void asIfNothingWereKept() {
        command("Network.setBypassServiceWorker", Map.of("bypass", true));
        command("Network.setCacheDisabled", Map.of("cacheDisabled", true));
        command("Emulation.setCPUThrottlingRate", Map.of("rate", SLOWER));
    }

    private void command(String name, Map<String, Object> parameters) {
        kiosk.driver().executeCdpCommand(name, parameters);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"/", "/search?q=web"})
    void aPageCanBeUsedWithinASecondAndAHalf(String page) {
        var visits =
                DoubleStream.generate(() -> visit(page)).limit(VISITS).sorted().toArray();
        System.getLogger("speed")
                .log(System.Logger.Level.INFO, "{0} can be used after {1} ms", page, Arrays.toString(visits));
        assertThat(visits[0]).isLessThanOrEqualTo(GOAL);
    }

    /** Milliseconds from the request until the page is drawn, its scripts have run and nothing keeps a tap waiting. */
    private double visit(String page) {
        kiosk.browser().go(page);
        var interactive = kiosk.driver().executeAsyncScript("""
                var done = arguments[arguments.length - 1];
                var busy = 0;
                new PerformanceObserver(function (list) {
                  list.getEntries().forEach(function (task) { busy = Math.max(busy, task.startTime + task.duration); });
                }).observe({ type: 'longtask', buffered: true });
                requestIdleCallback(function () {
                  var page = performance.getEntriesByType('navigation')[0];
                  var drawn = performance.getEntriesByName('first-contentful-paint')[0];
                  var tasks = Math.min(busy, page.loadEventEnd);
                  done(Math.round(Math.max(drawn ? drawn.startTime : page.loadEventEnd, page.domContentLoadedEventEnd, tasks)));
                });
                """);
        return ((Number) interactive).doubleValue();
    }
}
