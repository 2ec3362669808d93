package org.carrel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.support.ui.Select;

/** A vendor's profile, made, tried on records, saved and removed, as a librarian goes; and each page for everyone. */
@TestInstance(Lifecycle.PER_CLASS)
class ProfilesIT {
    private static final List<Dimension> SIZES = List.of(new Dimension(1366, 900), new Dimension(390, 844));

    private Browser browser;
    private long number;

    @BeforeAll
    void open() {
        number = ProductImports.load("profiled.mrc", DamagedImport.record("prof1", "A profiled book"));
        browser = Browser.open("en");
    }

    @AfterAll
    void close() {
        if (browser != null) browser.close();
    }

    @Test
    void aProfileIsMadeTriedSavedAndRemoved() {
        browser.go("/desk/import");
        new Form().press("profiles");
        var form = make("Tried vendor");
        assertThat(form.heading()).isEqualTo("Tried vendor");
        assertThat(form.here()).isEqualTo("nav-import");
        form.add("DROP_FIELDS").type("rules-0-tags", "65X");
        form.add("CUTTER").type("rules-1-most", "3");
        form.press("up-1");
        assertThat(form.value("rules-0-most")).as("moved up").isEqualTo("3");
        assertThat(form.value("rules-1-tags")).isEqualTo("65X");
        form.choose("preview", Long.toString(number)).press("do-preview");
        assertThat(form.text("tried-1")).contains("A profiled book", "650", "Dogs", "Rule 2: Leave out fields");
        assertThat(form.text("draft")).startsWith("Not saved yet");
        form.press("save");
        assertThat(form.text("saved")).isEqualTo("The profile is saved.");
        assertThat(form.value("rules-1-tags")).isEqualTo("65X");

        browser.driver().findElement(By.cssSelector("#removing summary")).click();
        form.press("remove");
        assertThat(browser.driver().findElements(By.linkText("Tried vendor"))).isEmpty();
    }

    @Test
    void whatCannotBeSavedIsSaidAtItsFieldAndNothingTypedIsLost() {
        browser.go("/desk/profiles");
        var form = make("Wrong vendor");
        form.add("DROP_FIELDS").type("rules-0-tags", "24X");
        form.press("add-overlay").type("overlay-0-tags", "5");
        form.press("save");
        assertThat(form.text("wrong")).contains("take the title away", "“5” is no tag");
        assertThat(form.text("rules-0-tags-problem")).contains("title");
        assertThat(form.value("rules-0-tags")).isEqualTo("24X");
        browser.driver().findElement(By.partialLinkText("is no tag")).click();
        assertThat(browser.driver().switchTo().activeElement().getDomAttribute("id"))
                .isEqualTo("overlay-0-tags");
        form.press("remove-rule-0").press("remove-overlay-0").press("save");
        assertThat(form.text("saved")).isNotEmpty();
        browser.go("/desk/profiles");
        make("WRONG vendor");
        assertThat(form.text("name-problem")).contains("already");
    }

    @Test
    void whatAnotherHasSavedMeanwhileIsNotWrittenOverUnseen() {
        browser.go("/desk/profiles");
        var form = make("Shared vendor");
        var address = String.valueOf(browser.driver().getCurrentUrl());
        form.add("JUVENILE");
        // the same profile in a second window
        var first = browser.driver().getWindowHandle();
        browser.openWindow();
        browser.driver().get(address.replaceFirst("/form.*", ""));
        new Form().add("CUTTER").type("rules-0-most", "4").press("save");
        browser.driver().close();
        browser.driver().switchTo().window(first);
        form.press("save");
        assertThat(form.text("stale")).contains("Somebody else");
        assertThat(form.text("rule-0")).contains("Juvenile");
        form.press("save");
        assertThat(form.text("saved")).isNotEmpty();
        assertThat(form.text("rule-0")).contains("Juvenile");
    }

    @Test
    void anOwnMapAndABarcodeRangeAreKept() {
        browser.go("/desk/profiles");
        var form = make("Mapped vendor").choose("copies", "MAP");
        browser.driver().findElement(By.cssSelector("#map summary")).click();
        form.type("copies-tag", "945").type("copies-BARCODE", "$i").type("copies-SITE", "l, m");
        browser.driver().findElement(By.id("several")).click();
        browser.driver().findElement(By.id("barcodes")).click();
        form.type("barcodes-prefix", "LMC").type("barcodes-digits", "7").type("barcodes-start", "1000");
        form.press("save");
        assertThat(form.value("copies-BARCODE")).isEqualTo("i");
        assertThat(form.value("copies-SITE")).isEqualTo("lm");
        assertThat(browser.driver().findElement(By.id("several")).isSelected()).isTrue();
        assertThat(form.value("barcodes-start")).isEqualTo("1000");
    }

    @Test
    void thereIsNoPageOfAProfileThatIsNot() {
        browser.go("/desk/profile/987654321");
        assertThat(browser.driver().getPageSource()).doesNotContain("id=\"profile\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void everyPageIsForEveryone(String language) {
        browser.go("/desk/profiles");
        var form = make("Everyone " + language);
        for (var kind : List.of("CALL_NUMBER", "LANGUAGE", "REPLACE_TEXT")) form.add(kind);
        form.type("rules-0-from", "F").type("rules-0-to", "FIC");
        form.type("rules-1-language", "spa").type("rules-1-prefix", "SP");
        form.type("rules-2-tags", "650").type("rules-2-code", "a").type("rules-2-find", "Dogs");
        form.type("rules-2-replacement", "Hounds").press("add-overlay").type("overlay-0-tags", "59X");
        form.press("save");
        ProductProfiles.load(form.heading(), "carded.mrc", DamagedImport.bytes());
        browser.speak(language);
        browser.go("/desk/profiles");
        look("profiles-" + language);
        browser.driver().findElement(By.linkText("Everyone " + language)).click();
        form = new Form();
        look("profile-" + language);
        form.choose("preview", Long.toString(number)).press("do-preview");
        look("profile-preview-" + language);
        form.type("rules-1-language", "español").press("save");
        look("profile-wrong-" + language);
        browser.driver().manage().deleteCookieNamed("carrel-language");
    }

    private void look(String page) {
        for (var details : browser.driver().findElements(By.cssSelector("details:not([open]) summary")))
            details.click();
        for (var size : SIZES) {
            browser.size(size);
            Screenshots.take(browser.driver(), "desk-" + page + "-" + size.getWidth());
            assertThat(Axe.violations(browser.driver())).as(page + " " + size).isEmpty();
            var width = (Long) browser.driver().executeScript("return document.documentElement.scrollWidth");
            assertThat(width).as(page + " scrolls sideways").isLessThanOrEqualTo(size.getWidth());
        }
        browser.size(SIZES.getFirst());
    }

    private Form make(String name) {
        var form = new Form().type("name", name);
        form.press("make");
        return form;
    }

    /** The form of a profile. */
    private final class Form extends StaffPage {
        Form() {
            super(browser.driver());
        }

        Form type(String field, String text) {
            var input = driver.findElement(By.id(field));
            input.clear();
            input.sendKeys(text);
            return this;
        }

        Form choose(String field, String value) {
            new Select(driver.findElement(By.id(field))).selectByValue(value);
            return this;
        }

        Form add(String kind) {
            return choose("new-rule", kind).press("add-rule");
        }

        Form press(String button) {
            var before = driver.findElement(By.id("main"));
            driver.findElement(By.id(button)).click();
            leaving(before, StaffPage::new);
            return this;
        }

        String value(String field) {
            return String.valueOf(driver.findElement(By.id(field)).getDomProperty("value"));
        }
    }
}
