package org.carrel.browser;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** The loan rules, one of them, and a look at what a change would do. */
final class LoanRulesPage extends StaffPage {
    LoanRulesPage(WebDriver driver) {
        super(driver);
    }

    LoanRulesPage type(String id, String text) {
        var field = driver.findElement(By.id(id));
        field.clear();
        field.sendKeys(text);
        return this;
    }

    /** @param value of the option */
    LoanRulesPage choose(String id, String value) {
        new Select(driver.findElement(By.id(id))).selectByValue(value);
        return this;
    }

    String value(String id) {
        return String.valueOf(driver.findElement(By.id(id)).getDomProperty("value"));
    }

    LoanRulesPage press(String id) {
        var before = driver.findElement(By.id("main"));
        driver.findElement(By.id(id)).click();
        return leaving(before, LoanRulesPage::new);
    }

    List<String> rows(String table) {
        return all("#" + table + " tbody tr, #" + table + " > li").stream()
                .map(WebElement::getText)
                .toList();
    }

    /** The button or link in the row of this text. @param what how its id begins */
    LoanRulesPage press(String table, String text, String what) {
        var button = all("#" + table + " tbody tr, #" + table + " > li").stream()
                .filter(row -> row.getText().contains(text))
                .findFirst()
                .orElseThrow()
                .findElement(By.cssSelector("[id^='" + what + "']"));
        return press(String.valueOf(button.getDomAttribute("id")));
    }
}
