package org.carrel.browser;

import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;

/** Where a copy stands, on a plan and in words. */
final class WherePage extends KioskPage {
    WherePage(WebDriver driver) {
        super(driver);
        await(By.id("where-title"));
    }

    /** What a screen reader hears of the plan. */
    String description() {
        return String.valueOf(driver.findElement(By.id("plan-desc")).getDomProperty("textContent"));
    }

    /** The words that stand out on the plan. */
    String flag() {
        return driver.findElement(By.cssSelector("svg.plan .flag-text")).getText();
    }

    /** How the row is told apart without its colour. */
    String pattern() {
        return driver.findElement(By.cssSelector("svg.plan .part.plan-marked")).getCssValue("fill");
    }

    WherePage contrast() {
        var before = driver.findElement(By.id("main"));
        driver.findElement(By.id("contrast")).click();
        return leaving(before, WherePage::new);
    }

    RecordPage back() {
        var before = driver.findElement(By.id("main"));
        driver.findElement(By.id("back")).click();
        return leaving(before, RecordPage::new);
    }
}
