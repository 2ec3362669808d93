package org.carrel.browser;

import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;

/** The keyboard inside the page. */
final class KeyboardPart {
    private final WebDriver driver;

    KeyboardPart(WebDriver driver) {
        this.driver = driver;
    }

    boolean isShown() {
        return driver.findElement(By.id("keyboard")).isDisplayed();
    }

    /** Taps one key after the other. */
    void type(String text) {
        for (var letter : text.split("")) {
            if (letter.equals(" ")) press("space");
            else key(letter).click();
        }
    }

    void press(String kind) {
        driver.findElement(By.cssSelector("#keyboard ." + kind)).click();
    }

    private WebElement key(String letter) {
        return driver.findElements(By.cssSelector("#keyboard button")).stream()
                .filter(button -> button.getText().equals(letter))
                .findFirst()
                .orElseThrow();
    }

    String letters() {
        return driver.findElements(By.cssSelector("#keyboard .row:nth-child(2) button")).stream()
                .map(WebElement::getText)
                .reduce("", String::concat);
    }
}
