package org.carrel.browser;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;

/** Staff pages about the school: its sites, its calendar, and the PINs of cards. */
final class SchoolPage extends StaffPage {
    SchoolPage(WebDriver driver) {
        super(driver);
    }

    SchoolPage type(String id, String text) {
        var field = driver.findElement(By.id(id));
        field.clear();
        field.sendKeys(text);
        return this;
    }

    String value(String id) {
        return String.valueOf(driver.findElement(By.id(id)).getDomProperty("value"));
    }

    SchoolPage press(String id) {
        var before = driver.findElement(By.id("main"));
        driver.findElement(By.id(id)).click();
        return leaving(before, SchoolPage::new);
    }

    List<String> rows(String table) {
        return all("#" + table + " tbody tr").stream().map(WebElement::getText).toList();
    }

    /** The button in the row of this text. */
    SchoolPage remove(String table, String text) {
        var button = all("#" + table + " tbody tr").stream()
                .filter(row -> row.getText().contains(text))
                .findFirst()
                .orElseThrow()
                .findElement(By.tagName("button"));
        return press(String.valueOf(button.getDomAttribute("id")));
    }
}
