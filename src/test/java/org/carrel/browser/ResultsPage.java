package org.carrel.browser;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;

/** What was found. */
final class ResultsPage extends KioskPage {
    ResultsPage(WebDriver driver) {
        super(driver);
        await(By.id("count"));
    }

    List<String> titles() {
        return all("#hits .hit h2 a").stream()
                .map(link -> link.getText().strip())
                .toList();
    }

    /** Of the records on this page, in order. */
    List<Long> recordIds() {
        return all("#hits .hit").stream()
                .map(hit -> Long.valueOf(hit.getDomAttribute("id").replace("hit-", "")))
                .toList();
    }

    List<String> availabilities() {
        return all("#hits .hit .tag").stream().map(tag -> tag.getText().strip()).toList();
    }

    boolean nothingFound() {
        return has("nothing");
    }

    RecordPage open(int number) {
        var before = driver.findElement(By.id("main"));
        all("#hits .hit h2 a").get(number).click();
        return leaving(before, RecordPage::new);
    }

    ResultsPage narrow(String facet, String value) {
        var before = driver.findElement(By.id("main"));
        driver.findElement(By.id("narrow-" + facet + "-" + value)).click();
        return leaving(before, ResultsPage::new);
    }

    /** What was chosen, as the chips above the list say it. */
    List<String> chosen() {
        return all("#chosen .chip").stream().map(WebElement::getText).toList();
    }

    ResultsPage takeAway(int number) {
        var before = driver.findElement(By.id("main"));
        all("#chosen .chip").get(number).click();
        return leaving(before, ResultsPage::new);
    }

    ResultsPage order(String name) {
        var before = driver.findElement(By.id("main"));
        driver.findElement(By.id("order-" + name)).click();
        return leaving(before, ResultsPage::new);
    }
}
