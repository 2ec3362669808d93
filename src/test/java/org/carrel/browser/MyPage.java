package org.carrel.browser;

import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;

/** Card and PIN at a screen, and what their owner has. */
final class MyPage extends KioskPage {
    MyPage(WebDriver driver) {
        super(driver);
    }

    /** The scanner ends with Enter, and so does whoever types the PIN. */
    MyPage enter(String card, String pin) {
        var before = driver.findElement(By.id("main"));
        driver.findElement(By.id("card")).sendKeys(card, Keys.ENTER);
        driver.switchTo().activeElement().sendKeys(pin, Keys.ENTER);
        return leaving(before, MyPage::new);
    }

    /** Presses a button or follows a link; the page after it. */
    MyPage press(String css) {
        var before = driver.findElement(By.id("main"));
        driver.findElement(By.cssSelector(css)).sendKeys(Keys.ENTER);
        return leaving(before, MyPage::new);
    }
}
