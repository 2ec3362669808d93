package org.carrel.browser;

import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;

/** Waits until the browser has left a page and has the next one whole. */
final class Gone {
    private Gone() {}

    /** @param element of the page that is left */
    static void await(WebDriver driver, WebElement element) {
        var patience = Patience.forAPage(driver);
        patience.until(now -> isGone(element));
        awaitWhole(driver);
    }

    /** Waits until all of the page is there. An empty page before it counts as whole too: wait for something of it first. */
    static void awaitWhole(WebDriver driver) {
        Patience.forAPage(driver).until(now -> isWhole((JavascriptExecutor) now));
    }

    /** Its beginning is there already while the rest is on its way. */
    private static boolean isWhole(JavascriptExecutor browser) {
        return Boolean.TRUE.equals(browser.executeScript("return document.readyState === 'complete'"));
    }

    /** Between two pages Chromium has other words for a stale element than the standard has. */
    private static boolean isGone(WebElement element) {
        try {
            element.isEnabled();
            return false;
        } catch (StaleElementReferenceException e) {
            return true;
        } catch (WebDriverException e) {
            if (String.valueOf(e.getMessage()).contains("does not belong to the document")) return true;
            throw e;
        }
    }
}
