package org.carrel.browser;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.Select;

/** A title's pages at the desk: its copies, its fields, what it was before, and the MARC editor. */
final class RecordPages {
    private final Browser browser;
    private final ChromeDriver driver;

    RecordPages(Browser browser) {
        this.browser = browser;
        this.driver = browser.driver();
    }

    String text(String id) {
        return driver.findElement(By.id(id)).getText();
    }

    boolean has(String id) {
        return !driver.findElements(By.id(id)).isEmpty();
    }

    /** Goes on by a link or a button, and waits for the page behind it. */
    RecordPages press(String id) {
        leave(driver.findElement(By.id(id)));
        return this;
    }

    private void leave(WebElement element) {
        var page = driver.findElement(By.tagName("html"));
        element.click();
        Gone.await(driver, page);
    }

    List<String> fields() {
        return driver.findElements(By.cssSelector("#fields tbody tr")).stream()
                .map(WebElement::getText)
                .toList();
    }

    List<String> rows(String table) {
        return driver.findElements(By.cssSelector("#" + table + " tbody tr")).stream()
                .map(WebElement::getText)
                .toList();
    }

    /** Tags in the editor, in their order. */
    List<String> tags() {
        return driver.findElements(By.className("marc-tag")).stream()
                .map(tag -> String.valueOf(tag.getDomProperty("value")))
                .toList();
    }

    private WebElement row(String tag) {
        return driver.findElements(By.className("marc-row")).stream()
                .filter(row ->
                        tag.equals(row.findElement(By.className("marc-tag")).getDomProperty("value")))
                .findFirst()
                .orElseThrow();
    }

    WebElement data(String tag) {
        return row(tag).findElement(By.className("marc-data"));
    }

    /** What is to be looked at in a field. */
    String doubts(String tag) {
        return row(tag).findElement(By.className("marc-doubts")).getText();
    }

    void write(String tag, String text) {
        var data = data(tag);
        data.sendKeys(Keys.chord(Keys.CONTROL, "a"), text);
    }

    /** Stores by keyboard alone. */
    RecordPages store(String tag) {
        var page = driver.findElement(By.tagName("html"));
        data(tag).sendKeys(Keys.chord(Keys.CONTROL, Keys.ENTER));
        Gone.await(driver, page);
        return this;
    }

    /** The row of the same in its original script, which the server finds or makes. */
    void script(String tag) {
        leave(row(tag).findElement(By.cssSelector("button[value^='script-']")));
    }

    String focusedTag() {
        var row = driver.switchTo().activeElement().findElement(By.xpath("ancestor::li"));
        return String.valueOf(row.findElement(By.className("marc-tag")).getDomProperty("value"));
    }

    /** Chooses what a position of a fixed field says. */
    void choose(String tag, int start, String code) {
        var field = row(tag).findElement(By.className("fixed-field"));
        field.findElement(By.tagName("summary")).click();
        new Select(field.findElement(By.cssSelector("select[data-start='" + start + "']"))).selectByValue(code);
    }

    void type(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    RecordPages go(String path) {
        browser.go(path);
        return this;
    }

    void fill(String id, String value) {
        var field = driver.findElement(By.id(id));
        field.clear();
        field.sendKeys(value);
    }

    String value(String id) {
        return String.valueOf(driver.findElement(By.id(id)).getDomProperty("value"));
    }
}
