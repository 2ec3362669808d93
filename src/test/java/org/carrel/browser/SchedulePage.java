package org.carrel.browser;

import java.time.LocalDate;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;

/** The schedule, the form of a session and the session itself; counts how often something was clicked. */
final class SchedulePage extends KioskPage {
    private int clicks;

    SchedulePage(WebDriver driver) {
        this(driver, 0);
    }

    private SchedulePage(WebDriver driver, int clicks) {
        super(driver);
        this.clicks = clicks;
    }

    int clicks() {
        return clicks;
    }

    static String free(LocalDate day, int period) {
        return "free-" + day + "-" + period;
    }

    /** Clicks something that stays on the page. */
    SchedulePage tick(String id) {
        driver.findElement(By.id(id)).click();
        clicks++;
        return this;
    }

    /** Clicks something that leads to another page. */
    SchedulePage click(String id) {
        var before = driver.findElement(By.id("main"));
        driver.findElement(By.id(id)).click();
        return leaving(before, next -> new SchedulePage(next, clicks + 1));
    }

    /** A series of the session in the form, or on this page. */
    SchedulePage repeat() {
        return click("repeat");
    }

    /** Joins the line for what was refused. */
    SchedulePage waitForIt() {
        return click("wait");
    }

    /** Looks at all dates of a series up to a day. */
    SchedulePage look(LocalDate last) {
        return date("last", last).click("look");
    }

    /** Fills in a day, whatever the browser's language writes days like. */
    SchedulePage date(String id, LocalDate day) {
        ((JavascriptExecutor) driver)
                .executeScript("document.getElementById(arguments[0]).value = arguments[1]", id, day.toString());
        return this;
    }

    /** The same by the keyboard. */
    SchedulePage enter(String id) {
        var before = driver.findElement(By.id("main"));
        driver.findElement(By.id(id)).sendKeys(Keys.ENTER);
        return leaving(before, next -> new SchedulePage(next, clicks));
    }

    /** Goes on with the keyboard alone until this has the focus. */
    SchedulePage tabTo(String id) {
        for (var tabs = 0; tabs < 120 && !id.equals(focused()); tabs++) press(Keys.TAB);
        if (!id.equals(focused())) throw new IllegalStateException("No way by keyboard to " + id);
        return this;
    }

    SchedulePage press(CharSequence keys) {
        driver.switchTo().activeElement().sendKeys(keys);
        return this;
    }

    /** Presses Enter on what has the focus; the next page. */
    SchedulePage pressEnter() {
        var before = driver.findElement(By.id("main"));
        driver.switchTo().activeElement().sendKeys(Keys.ENTER);
        return leaving(before, next -> new SchedulePage(next, clicks));
    }

    String focused() {
        return String.valueOf(driver.switchTo().activeElement().getDomAttribute("id"));
    }

    SchedulePage type(String id, String text) {
        var field = driver.findElement(By.id(id));
        field.clear();
        field.sendKeys(text);
        return this;
    }

    /** Chooses what goes by this number. */
    SchedulePage choose(String id, long value) {
        driver.findElement(By.cssSelector("#" + id + " option[value='" + value + "']"))
                .click();
        return this;
    }

    /** Of the first of these. */
    String idOf(String css) {
        return String.valueOf(all(css).getFirst().getDomAttribute("id"));
    }

    String value(String id) {
        return String.valueOf(driver.findElement(By.id(id)).getDomProperty("value"));
    }

    boolean ticked(String id) {
        return driver.findElement(By.id(id)).isSelected();
    }

    List<String> texts(String css) {
        return all(css).stream().map(WebElement::getText).toList();
    }

    /** In how many rows these stand. */
    long rowsOf(String css) {
        return all(css).stream()
                .map(each -> each.getRect().getY() + each.getRect().getHeight() / 2)
                .distinct()
                .count();
    }

    /** The cell of a period, in the column with this number. */
    String cell(int period, int column) {
        return driver.findElement(By.cssSelector("#period-" + period + " > td:nth-of-type(" + column + ")"))
                .getText();
    }
}
