package org.carrel.browser;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** Staff pages: many changed at once, duplicates, merging. Everything by keyboard. */
final class BatchPages {
    private final Browser browser;

    BatchPages(Browser browser) {
        this.browser = browser;
    }

    void go(String path) {
        browser.go(path);
    }

    boolean has(String id) {
        return !browser.driver().findElements(By.id(id)).isEmpty();
    }

    String text(String id) {
        return browser.driver().findElement(By.id(id)).getText();
    }

    List<String> rows(String css) {
        return browser.driver().findElements(By.cssSelector(css)).stream()
                .map(WebElement::getText)
                .toList();
    }

    void write(String id, String text) {
        var field = browser.driver().findElement(By.id(id));
        field.clear();
        field.sendKeys(text);
    }

    /** Says what is to be done; the page comes again with what has to be said for it. */
    void choose(String what) {
        new Select(browser.driver().findElement(By.id("do"))).selectByValue(what);
        press("choose");
    }

    void press(String id) {
        follow(browser.driver().findElement(By.id(id)));
    }

    void follow(WebElement element) {
        var before = browser.driver().findElement(By.id("main"));
        element.sendKeys(Keys.ENTER);
        new StaffPage(browser.driver()).leaving(before, StaffPage::new);
    }

    /** Until the server has done what was asked. */
    void awaitState(String words) {
        Patience.forAPage(browser.driver()).until(driver -> {
            if (has("state") && text("state").contains(words)) return true;
            if (has("again")) browser.driver().navigate().refresh();
            return false;
        });
    }
}
