package org.carrel.browser;

import java.util.List;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;

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

    /** Titles on the shelf of this name; empty where there is none. */
    List<String> shelf(String title) {
        return shelves(title)
                .flatMap(shelf -> shelf.findElements(By.cssSelector(".shelf a .hidden")).stream())
                .map(cover -> cover.getDomProperty("textContent"))
                .toList();
    }

    /** All that belongs on the shelf of this name. */
    ResultsPage openShelf(String title) {
        var before = driver.findElement(By.id("main"));
        shelves(title)
                .findFirst()
                .orElseThrow()
                .findElement(By.cssSelector("a.chip"))
                .click();
        return leaving(before, ResultsPage::new);
    }

    private Stream<WebElement> shelves(String title) {
        return all(".shelf-of-topic").stream()
                .filter(shelf -> shelf.findElement(By.tagName("h2")).getText().equals(title));
    }

    ResultsPage openTopic(int number) {
        var before = driver.findElement(By.id("main"));
        all("#topics a").get(number).click();
        return leaving(before, ResultsPage::new);
    }
}
