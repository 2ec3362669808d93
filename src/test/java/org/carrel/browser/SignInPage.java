package org.carrel.browser;

import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;

/** The pages that let people in: sign-in, code, first account. */
final class SignInPage extends KioskPage {
    SignInPage(WebDriver driver) {
        super(driver);
        await(By.id("enter"));
    }

    SignInPage type(String field, String text) {
        var input = driver.findElement(By.id(field));
        input.clear();
        input.sendKeys(text);
        return this;
    }

    /** Sends the form with the Enter key. */
    KioskPage enter(String field) {
        var before = driver.findElement(By.id("main"));
        driver.findElement(By.id(field)).sendKeys(Keys.ENTER);
        return leaving(before, KioskPage::new);
    }

    String value(String field) {
        return String.valueOf(driver.findElement(By.id(field)).getDomProperty("value"));
    }

    /** What is said at this field, empty when all is well. */
    String problem(String field) {
        return has(field + "-problem") ? text(field + "-problem") : "";
    }
}
