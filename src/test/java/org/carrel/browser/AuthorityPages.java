package org.carrel.browser;

import java.nio.file.Path;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** The pages about headings and authorities, as somebody without a mouse uses them. */
final class AuthorityPages {
    private final Browser browser;
    private final ChromeDriver driver;

    AuthorityPages(Browser browser) {
        this.browser = browser;
        this.driver = browser.driver();
    }

    AuthorityPages go(String path) {
        browser.go(path);
        return this;
    }

    AuthorityPages upload(Path file) {
        go("/desk/authorities");
        driver.findElement(By.id("file")).sendKeys(file.toAbsolutePath().toString());
        return press("look-through");
    }

    /** Headings without an authority that begin so. */
    AuthorityPages begin(String text) {
        go("/desk/authorities");
        leave(driver.findElement(By.id("q")), text, Keys.ENTER);
        return this;
    }

    AuthorityPages find(String text) {
        leave(driver.findElement(By.id("q")), text, Keys.ENTER);
        return this;
    }

    AuthorityPages press(String id) {
        leave(driver.findElement(By.id(id)), Keys.ENTER);
        return this;
    }

    /** Goes on by the link of the row. */
    AuthorityPages open(String list, String text) {
        var link = driver.findElements(By.cssSelector("#" + list + " a")).stream()
                .filter(each -> each.getText().contains(text))
                .findFirst()
                .orElseThrow();
        leave(link, Keys.ENTER);
        return this;
    }

    private void leave(WebElement element, CharSequence... keys) {
        var page = driver.findElement(By.tagName("html"));
        element.sendKeys(keys);
        Gone.await(driver, page);
    }

    String text(String id) {
        return driver.findElement(By.id(id)).getText();
    }

    boolean has(String id) {
        return !driver.findElements(By.id(id)).isEmpty();
    }

    List<String> rows(String table) {
        return driver.findElements(By.cssSelector("#" + table + " tbody tr, #" + table + " li")).stream()
                .map(WebElement::getText)
                .toList();
    }

    /** Looks again until all titles are done. */
    AuthorityPages untilDone() {
        Patience.forTheWorker(driver).until(now -> {
            if (!has("under-way")) return true;
            press("again");
            return false;
        });
        return this;
    }

    String path() {
        return String.valueOf(driver.getCurrentUrl()).replaceFirst("^https?://[^/]+", "");
    }
}
