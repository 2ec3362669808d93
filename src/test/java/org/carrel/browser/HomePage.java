package org.carrel.browser;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;

/** The start page. */
final class HomePage extends KioskPage {
    HomePage(WebDriver driver) {
        super(driver);
        await(By.id("topics"));
    }

    boolean searchBoxHasFocus() {
        return "search-text".equals(driver.switchTo().activeElement().getDomAttribute("id"));
    }

    List<String> topics() {
        return all("#topics a").stream().map(tile -> tile.getText().strip()).toList();
    }

    ResultsPage openTopic(int number) {
        var before = driver.findElement(By.id("main"));
        all("#topics a").get(number).click();
        return leaving(before, ResultsPage::new);
    }
}
