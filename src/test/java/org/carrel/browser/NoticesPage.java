package org.carrel.browser;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** Staff pages about notices: what waits, strips to print, texts and times. */
final class NoticesPage extends StaffPage {
    NoticesPage(WebDriver driver) {
        super(driver);
    }

    NoticesPage type(String id, String text) {
        var field = driver.findElement(By.id(id));
        field.clear();
        field.sendKeys(text);
        return this;
    }

    NoticesPage choose(String id, String value) {
        new Select(driver.findElement(By.id(id))).selectByValue(value);
        return this;
    }

    String value(String id) {
        return String.valueOf(driver.findElement(By.id(id)).getDomProperty("value"));
    }

    NoticesPage press(String id) {
        var before = driver.findElement(By.id("main"));
        driver.findElement(By.id(id)).click();
        return leaving(before, NoticesPage::new);
    }

    List<String> rows() {
        return all("#notice-list tbody tr").stream().map(WebElement::getText).toList();
    }
}
