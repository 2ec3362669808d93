package org.carrel.browser;

import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;

/** Where a screen is made one of the library's. */
final class StartPage extends KioskPage {
    StartPage(WebDriver driver) {
        super(driver);
        await(By.id("code"));
    }

    HomePage start(String code) {
        return type(code, HomePage::new);
    }

    StartPage startInVain(String code) {
        return type(code, StartPage::new);
    }

    private <P> P type(String code, Opened<P> next) {
        var before = driver.findElement(By.id("main"));
        driver.findElement(By.id("code")).sendKeys(code);
        driver.findElement(By.id("start-button")).click();
        return leaving(before, next);
    }
}
