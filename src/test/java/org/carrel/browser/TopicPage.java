package org.carrel.browser;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** Staff page: one topic as a form. */
final class TopicPage extends StaffPage {
    TopicPage(WebDriver driver) {
        super(driver);
        await(By.id("topic"));
    }

    TopicPage type(String id, String text) {
        var field = driver.findElement(By.id(id));
        field.clear();
        field.sendKeys(text);
        return this;
    }

    String value(String id) {
        return driver.findElement(By.id(id)).getDomProperty("value");
    }

    TopicPage picture(String key) {
        driver.findElement(By.id("picture-" + key)).click();
        return this;
    }

    TopicPage readers(String value) {
        new Select(driver.findElement(By.id("readers"))).selectByValue(value);
        return this;
    }

    TopicPage asShelf() {
        driver.findElement(By.id("shelf")).click();
        return this;
    }

    TopicsPage save() {
        return leaving(press("save"), TopicsPage::new);
    }

    /** Saves what cannot be saved. */
    TopicPage saveInVain() {
        return leaving(press("save"), TopicPage::new);
    }

    TopicPage tryOut() {
        return leaving(press("try"), TopicPage::new);
    }

    List<String> triedTitles() {
        return all("#tried-titles li").stream().map(WebElement::getText).toList();
    }

    private WebElement press(String id) {
        var before = driver.findElement(By.id("main"));
        driver.findElement(By.id(id)).click();
        return before;
    }
}
