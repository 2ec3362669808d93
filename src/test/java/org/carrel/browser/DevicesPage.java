package org.carrel.browser;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** Staff page: the screens of the library. */
final class DevicesPage extends StaffPage {
    private static final String SAMPLE_SITE = "LMC";

    DevicesPage(WebDriver driver) {
        super(driver);
        await(By.id("new-device"));
    }

    /** At the sample school's only site. @param skin constant of the choice */
    DevicesPage add(String name, String skin) {
        var before = driver.findElement(By.id("main"));
        driver.findElement(By.id("name")).sendKeys(name);
        new Select(driver.findElement(By.id("site"))).selectByValue(SAMPLE_SITE);
        new Select(driver.findElement(By.id("skin"))).selectByValue(skin);
        driver.findElement(By.id("make")).click();
        return leaving(before, DevicesPage::new);
    }

    String code() {
        return text("code-shown");
    }

    /** The texts of the row of this screen. */
    List<String> row(String name) {
        return rows(name).stream().map(WebElement::getText).toList();
    }

    DevicesPage switchOff(String name) {
        var before = driver.findElement(By.id("main"));
        rows(name).getFirst().findElement(By.tagName("button")).click();
        return leaving(before, DevicesPage::new);
    }

    private List<WebElement> rows(String name) {
        return all("#device-list tbody tr").stream()
                .filter(row -> row.findElement(By.tagName("td")).getText().equals(name))
                .toList();
    }
}
