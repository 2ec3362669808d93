package org.carrel.browser;

import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;

/** Staff page: one row, or one thing on the plan. */
final class ShelfMapPartPage extends StaffPage {
    ShelfMapPartPage(WebDriver driver) {
        super(driver);
        await(By.id("part-form"));
    }

    ShelfMapPartPage type(String id, String text) {
        var field = driver.findElement(By.id(id));
        field.clear();
        field.sendKeys(text);
        return this;
    }

    String typed(String id) {
        return String.valueOf(driver.findElement(By.id(id)).getDomProperty("value"));
    }

    /** By Enter in the label, as every form is sent by keyboard. */
    <P> P save(Opened<P> next) {
        var before = driver.findElement(By.id("main"));
        driver.findElement(By.id("label")).sendKeys(Keys.ENTER);
        return leaving(before, next);
    }
}
