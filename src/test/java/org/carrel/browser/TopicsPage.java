package org.carrel.browser;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;

/** Staff page: the topics of the first page. */
final class TopicsPage extends StaffPage {
    TopicsPage(WebDriver driver) {
        super(driver);
        await(By.id("preview"));
    }

    List<String> titles() {
        return all("#topic-list tbody strong").stream().map(WebElement::getText).toList();
    }

    /** All texts of the row of this topic. */
    String row(String title) {
        return rowOf(title).getText();
    }

    TopicPage add() {
        var before = driver.findElement(By.id("main"));
        driver.findElement(By.id("new-topic")).click();
        return leaving(before, TopicPage::new);
    }

    TopicPage edit(String title) {
        var before = driver.findElement(By.id("main"));
        rowOf(title).findElement(By.cssSelector("a[id^='edit-']")).click();
        return leaving(before, TopicPage::new);
    }

    /** @param button up, down, hide, show or remove */
    TopicsPage press(String title, String button) {
        var before = driver.findElement(By.id("main"));
        rowOf(title)
                .findElement(By.cssSelector("button[value='" + button + "']"))
                .sendKeys(Keys.ENTER);
        return leaving(before, TopicsPage::new);
    }

    TopicsPage undo() {
        var before = driver.findElement(By.id("main"));
        driver.findElement(By.id("undo-remove")).sendKeys(Keys.ENTER);
        return leaving(before, TopicsPage::new);
    }

    List<String> seenTiles() {
        return all("#seen-tiles .tile").stream().map(WebElement::getText).toList();
    }

    TopicsPage lookAsTheYoungest() {
        var before = driver.findElement(By.id("main"));
        driver.findElement(By.id("youngest")).click();
        driver.findElement(By.id("look")).click();
        return leaving(before, TopicsPage::new);
    }

    private WebElement rowOf(String title) {
        return all("#topic-list tbody tr").stream()
                .filter(row -> row.findElement(By.tagName("strong")).getText().equals(title))
                .findFirst()
                .orElseThrow();
    }
}
