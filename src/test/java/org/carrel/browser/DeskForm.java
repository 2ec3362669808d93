package org.carrel.browser;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** Any staff page with forms: fields by id, buttons that lead to another page, rows of a list. */
final class DeskForm extends KioskPage {
    DeskForm(WebDriver driver) {
        super(driver);
        await(By.id("nav-kiosk"));
    }

    DeskForm type(String id, String text) {
        var field = driver.findElement(By.id(id));
        field.clear();
        field.sendKeys(text);
        return this;
    }

    DeskForm choose(String id, String value) {
        new Select(driver.findElement(By.id(id))).selectByValue(value);
        return this;
    }

    String value(String id) {
        return String.valueOf(driver.findElement(By.id(id)).getDomProperty("value"));
    }

    /** Presses a button or follows a link, by the keyboard; the next page. */
    DeskForm press(String css) {
        var before = driver.findElement(By.id("main"));
        driver.findElement(By.cssSelector(css)).sendKeys(Keys.ENTER);
        return leaving(before, DeskForm::new);
    }

    boolean shows(String css) {
        return !all(css).isEmpty();
    }

    List<String> texts(String css) {
        return all(css).stream().map(WebElement::getText).toList();
    }
}
