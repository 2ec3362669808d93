package org.carrel.browser;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;

/** One record and its copies. */
final class RecordPage extends KioskPage {
    RecordPage(WebDriver driver) {
        super(driver);
        await(By.id("record-title"));
    }

    String title() {
        return text("record-title");
    }

    List<String> copies() {
        return all("#copies tbody tr").stream()
                .map(row -> row.getText().strip())
                .toList();
    }

    ResultsPage back() {
        var before = driver.findElement(By.id("main"));
        driver.findElement(By.id("back")).click();
        return leaving(before, ResultsPage::new);
    }
}
