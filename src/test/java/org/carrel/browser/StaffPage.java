package org.carrel.browser;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;

/** What every staff page has: the skip link, the navigation, the language switch. */
class StaffPage extends KioskPage {
    StaffPage(WebDriver driver) {
        super(driver);
        await(By.id("areas"));
    }

    /** The navigation link of the place we are at; that of the area where it has one place only. */
    String here() {
        var places = all("#places .here");
        return (places.isEmpty() ? all("#areas .here") : places).getFirst().getDomAttribute("id");
    }

    /** Names of the links that lead to areas. */
    List<String> areas() {
        return all("#areas a").stream().map(WebElement::getText).toList();
    }

    /** Names of the links to the places of the area that we are in. */
    List<String> places() {
        return all("#places a").stream().map(WebElement::getText).toList();
    }
}
