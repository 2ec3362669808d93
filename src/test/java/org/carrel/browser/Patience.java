package org.carrel.browser;

import java.time.Duration;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/** How long a test waits for a page, and how often it looks: Selenium's own half second would be most of a test's time. */
final class Patience {
    private static final Duration FOR_A_PAGE = Duration.ofSeconds(20);
    private static final Duration FOR_THE_WORKER = Duration.ofSeconds(90);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private Patience() {}

    static WebDriverWait forAPage(WebDriver driver) {
        return new WebDriverWait(driver, FOR_A_PAGE, BETWEEN_LOOKS);
    }

    static WebDriverWait forTheWorker(WebDriver driver) {
        return new WebDriverWait(driver, FOR_THE_WORKER, BETWEEN_LOOKS);
    }
}
