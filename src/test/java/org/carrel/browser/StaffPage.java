package org.carrel.browser;

import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;

/** What every staff page has: the skip link, the navigation, the language switch. */
class StaffPage extends KioskPage {
    StaffPage(WebDriver driver) {
        super(driver);
        await(By.id("nav-import"));
    }

    /** The navigation link of the place we are at. */
    String here() {
        return driver.findElement(By.cssSelector("header [aria-current]")).getDomAttribute("id");
    }
}
