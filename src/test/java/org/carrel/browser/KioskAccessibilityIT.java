package org.carrel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Dimension;

/** Every kiosk page in both languages and two sizes: no broken rule of WCAG 2.2 AA, nothing cut off. */
@TestInstance(Lifecycle.PER_CLASS)
class KioskAccessibilityIT {
    private static final List<Dimension> SIZES = List.of(new Dimension(1366, 900), new Dimension(390, 844));

    private Browser browser;
    private long record;

    @BeforeAll
    void open() {
        record = KnownBook.find().id();
        browser = Browser.open("en");
    }

    @AfterAll
    void close() {
        if (browser != null) browser.close();
    }

    static Stream<Arguments> pages() {
        return Stream.of(
                        "home",
                        "everything",
                        "results",
                        "narrowed",
                        "levels",
                        "nothing",
                        "record",
                        "series",
                        "privacy",
                        "missing")
                .flatMap(page -> Stream.of("en", "es").map(language -> Arguments.of(page, language)));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("pages")
    void aPageIsForEveryone(String page, String language) {
        browser.speak(language);
        browser.go(path(page));
        assertThat(new KioskPage(browser.driver()).language()).isEqualTo(language);
        for (var size : SIZES) {
            browser.size(size);
            Screenshots.take(browser.driver(), "kiosk-" + page + "-" + language + "-" + size.getWidth());
            assertThat(Axe.violations(browser.driver())).as(page + " " + size).isEmpty();
            assertThat(contentWidth()).as("scrolls sideways").isLessThanOrEqualTo(size.getWidth());
        }
    }

    private String path(String page) {
        return switch (page) {
            case "home" -> "/";
            case "everything" -> "/search?page=2";
            case "results" ->
                "/search?q=" + KnownBook.SEARCH.replace(" ", "%20").replace("'", "%27");
            case "narrowed" -> "/search?kind=BOOK&lang=eng";
            case "levels" -> "/search?lexile=600&lexile=700&ar=4";
            case "nothing" -> "/search?q=qqzzxxyy&kind=MAP";
            case "series" -> "/series?name=Magic%20tree%20house";
            case "privacy" -> "/privacy";
            case "record" -> "/records/" + record + "?q=web";
            default -> "/no-such-page";
        };
    }

    private long contentWidth() {
        return (Long) browser.driver().executeScript("return document.documentElement.scrollWidth");
    }
}
