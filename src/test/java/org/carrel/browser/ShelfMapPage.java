package org.carrel.browser;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;

/** Staff page: the plan of a site, its parts and what it does not show. */
final class ShelfMapPage extends StaffPage {
    ShelfMapPage(WebDriver driver) {
        super(driver);
        await(By.id("room"));
    }

    /** Presses a button or follows a link by keyboard. */
    <P> P press(String id, Opened<P> next) {
        var before = driver.findElement(By.id("main"));
        driver.findElement(By.id(id)).sendKeys(Keys.ENTER);
        return leaving(before, next);
    }

    ShelfMapPage pressAgain() {
        var before = driver.findElement(By.id("main"));
        driver.switchTo().activeElement().sendKeys(Keys.ENTER);
        return leaving(before, ShelfMapPage::new);
    }

    String focused() {
        return String.valueOf(driver.switchTo().activeElement().getDomAttribute("id"));
    }

    /** Numbers of the parts of this name. */
    List<String> numbers(String name) {
        return all("#parts .on-plan").stream()
                .filter(part -> part.findElement(By.tagName("strong")).getText().equals(name))
                .map(part -> String.valueOf(part.getDomAttribute("id")).replace("part-", ""))
                .toList();
    }

    String part(String number) {
        return text("part-" + number);
    }

    /** x and y of the drawn rows. */
    List<String> drawnRows() {
        return all("svg.plan .part.plan-row").stream()
                .map(row -> row.getDomAttribute("x") + "," + row.getDomAttribute("y"))
                .toList();
    }

    List<String> missing() {
        return all("#missing tbody tr").stream().map(WebElement::getText).toList();
    }
}
