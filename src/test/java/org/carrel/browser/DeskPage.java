package org.carrel.browser;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;

/** The circulation desk. What is typed goes wherever the focus is, as a scanner's keys do. */
final class DeskPage {
    private final WebDriver driver;

    DeskPage(WebDriver driver) {
        this.driver = driver;
        until("document.readyState === 'complete' && document.activeElement && document.activeElement.id === 'scan'");
    }

    /** Waits until this is true on the page. */
    void until(String script) {
        Patience.forAPage(driver)
                .until(now -> Boolean.TRUE.equals(((JavascriptExecutor) now).executeScript("return " + script)));
    }

    /** As a scanner does it: the code and Enter to whatever has the focus. */
    DeskPage scan(String code) {
        driver.switchTo().activeElement().sendKeys(code + Keys.ENTER);
        return this;
    }

    DeskPage keys(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
        return this;
    }

    /** Scans, and waits for the answer. */
    DeskPage scanned(String code) {
        var before = lines();
        scan(code);
        answered(before + 1);
        return this;
    }

    /** Waits until so many lines stand there and none of them waits. */
    DeskPage answered(long lines) {
        until("document.querySelectorAll('#log > li').length >= " + lines
                + " && document.querySelectorAll('#log > li.waiting').length === 0");
        return this;
    }

    long lines() {
        return all("#log > li").size();
    }

    /** Heads and what they are about, the newest first. */
    List<String> said() {
        return all("#log > li").stream()
                .map(line -> line.findElement(By.className("grow"))
                        .getText()
                        .lines()
                        .findFirst()
                        .orElse(""))
                .toList();
    }

    String newest() {
        return all("#log > li").getFirst().getText();
    }

    List<String> acts() {
        return all("#log > li").stream()
                .map(line -> String.valueOf(line.getDomAttribute("data-act")))
                .toList();
    }

    /** Waits until the panel shows this person. */
    DeskPage standing(String name) {
        until("document.getElementById('patron-name') && document.getElementById('patron-name').textContent.includes('"
                + name + "')");
        return this;
    }

    DeskPage rows(int count) {
        until("document.querySelectorAll('#out-now tbody tr[id]').length === " + count);
        return this;
    }

    boolean nobody() {
        return driver.findElement(By.id("nobody")).isDisplayed();
    }

    String focused() {
        return String.valueOf(driver.switchTo().activeElement().getDomAttribute("id"));
    }

    boolean shows(String css) {
        return all(css).stream().anyMatch(WebElement::isDisplayed);
    }

    String text(String css) {
        return driver.findElement(By.cssSelector(css)).getText();
    }

    void press(String css) {
        driver.findElement(By.cssSelector(css)).click();
    }

    WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }
}
