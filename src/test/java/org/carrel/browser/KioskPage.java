package org.carrel.browser;

import java.util.ArrayList;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** What every kiosk page has: the search box, the way home, the language switch. */
class KioskPage {
    protected final WebDriver driver;

    KioskPage(WebDriver driver) {
        this.driver = driver;
        await(By.id("main"));
    }

    ResultsPage search(String text) {
        var box = driver.findElement(By.id("search-text"));
        box.clear();
        box.sendKeys(text);
        var before = driver.findElement(By.id("main"));
        box.sendKeys(Keys.ENTER);
        return leaving(before, ResultsPage::new);
    }

    /** Types without asking, and waits until these are offered. */
    List<String> suggestions(String text, String first) {
        driver.findElement(By.id("search-text")).sendKeys(text);
        var offered = new ArrayList<String>();
        Patience.forAPage(driver).until(now -> {
            offered.clear();
            offered.addAll(suggested());
            return offered.stream().findFirst().filter(first::equals).isPresent();
        });
        return offered;
    }

    private List<String> suggested() {
        return all("#suggestions .suggested").stream().map(WebElement::getText).toList();
    }

    HomePage home() {
        var before = driver.findElement(By.id("main"));
        driver.findElement(By.id("home")).click();
        return leaving(before, HomePage::new);
    }

    /** Switches and stays: the caller's page object is still good, as ids are the same in each language. */
    void switchLanguage() {
        var before = driver.findElement(By.id("main"));
        driver.findElement(By.id("language")).click();
        leaving(before, KioskPage::new);
    }

    String language() {
        return driver.findElement(By.tagName("html")).getDomAttribute("lang");
    }

    String heading() {
        return driver.findElement(By.tagName("h1")).getText();
    }

    boolean has(String id) {
        return !driver.findElements(By.id(id)).isEmpty();
    }

    /** All text that a reader sees. */
    String shown() {
        return driver.findElement(By.tagName("body")).getText();
    }

    String text(String id) {
        return driver.findElement(By.id(id)).getText();
    }

    protected List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** What is there while the rest of the page is still on its way is not there yet. */
    protected WebElement await(By what) {
        var found = Patience.forAPage(driver).until(ExpectedConditions.presenceOfElementLocated(what));
        Gone.awaitWhole(driver);
        return found;
    }

    protected <P> P leaving(WebElement before, Opened<P> next) {
        Gone.await(driver, before);
        return next.on(driver);
    }

    /** Makes the page object of the page that was just opened. */
    @FunctionalInterface
    interface Opened<P> {
        P on(WebDriver driver);
    }
}
