package org.carrel.browser;

import java.time.Duration;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/** How long a test waits for a page, and how often it looks: Selenium's own half second would be most of a test's time. */
final class Patience {
    private static final Duration FOR_A_PAGE = Duration.ofSeconds(20);
    private static final Duration FOR_THE_WORKER = Duration.ofSeconds(90);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private Patience() {}

    static WebDriverWait forAPage(WebDriver driver) {
        return looking(driver, FOR_A_PAGE);
    }

    static WebDriverWait forTheWorker(WebDriver driver) {
        return looking(driver, FOR_THE_WORKER);
    }

    /** What was found may be drawn anew before it is read: then it is looked for again. */
    private static WebDriverWait looking(WebDriver driver, Duration longest) {
        var waiting = new WebDriverWait(driver, longest, BETWEEN_LOOKS);
        waiting.ignoring(StaleElementReferenceException.class);
        return waiting;
    }
}
