package org.carrel.browser;

import java.nio.file.Path;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** The list of imports with its form, and the page of one import through all its states. */
class ImportPage extends StaffPage {
    ImportPage(WebDriver driver) {
        super(driver);
    }

    ImportPage upload(Path file, String newSite) {
        driver.findElement(By.id("file")).sendKeys(file.toAbsolutePath().toString());
        driver.findElement(By.id("new-site")).sendKeys(newSite);
        return press("look-through");
    }

    ImportPage press(String button) {
        var before = driver.findElement(By.id("main"));
        driver.findElement(By.id(button)).click();
        return leaving(before, ImportPage::new);
    }

    /** Waits until the work is done and the page has come to show it by itself. */
    ImportPage until(String part) {
        Patience.forTheWorker(driver).until(ExpectedConditions.presenceOfElementLocated(By.id(part)));
        return this;
    }

    List<String> titles() {
        return all("#lines .go").stream().map(WebElement::getText).toList();
    }

    List<String> outcomes() {
        return all("#lines .count-tag").stream().map(WebElement::getText).toList();
    }

    long number() {
        var address = String.valueOf(driver.getCurrentUrl());
        return Long.parseLong(address.replaceFirst(".*/desk/import/([0-9]+).*", "$1"));
    }
}
