package org.carrel.browser;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;

/** Staff page: the editions of one work. */
final class WorksPage extends StaffPage {
    WorksPage(WebDriver driver) {
        super(driver);
    }

    WorksPage find(String words) {
        return asking("q", words);
    }

    WorksPage findOther(String words) {
        return asking("with", words);
    }

    private WorksPage asking(String field, String words) {
        var before = driver.findElement(By.id("main"));
        driver.findElement(By.id(field)).clear();
        driver.findElement(By.id(field)).sendKeys(words, Keys.ENTER);
        return leaving(before, WorksPage::new);
    }

    List<String> results() {
        return all("#found li").stream().map(WebElement::getText).toList();
    }

    WorksPage openResult(int number) {
        return follow(all("#found li a").get(number));
    }

    /** Rows of the table with this id. */
    List<String> rows(String table) {
        return all("#" + table + " tbody tr").stream().map(WebElement::getText).toList();
    }

    WorksPage takeOut(int number) {
        return follow(all("#editions tbody a.btn").get(number));
    }

    WorksPage press(String id) {
        return follow(driver.findElement(By.id(id)));
    }

    private WorksPage follow(WebElement link) {
        var before = driver.findElement(By.id("main"));
        link.sendKeys(Keys.ENTER);
        return leaving(before, WorksPage::new);
    }
}
