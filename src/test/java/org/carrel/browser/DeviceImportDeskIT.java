package org.carrel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.carrel.fixtures.Staff;
import org.carrel.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;

/** The technician takes exports of a console in, looks at what differs, and takes one back. */
@TestInstance(Lifecycle.PER_CLASS)
class DeviceImportDeskIT {
    private static final List<Dimension> SIZES = List.of(new Dimension(1366, 900), new Dimension(390, 844));
    private static final String GAM = "deviceId,serialNumber,annotatedAssetId,model,status,lastSync,notes\n";

    @TempDir
    Path folder;

    private Browser browser;
    private String mark = "";

    @BeforeAll
    void open() {
        mark = Long.toString(System.nanoTime(), 28);
        browser = Browser.open("en");
        browser.size(SIZES.getFirst());
        browser.signIn(Staff.of(Role.TECHNICIAN, "LMC"));
    }

    @AfterAll
    void close() {
        if (browser != null) browser.close();
    }

    private DeskForm upload(Path file) {
        browser.goAsIs("/desk/device-imports");
        browser.driver().findElement(By.id("file")).sendKeys(file.toString());
        return new DeskForm(browser.driver()).press("#look-through");
    }

    private Path gam(int devices) throws IOException {
        var rows = new StringBuilder(GAM);
        for (var at = 1; at <= devices; at++) {
            // The last one has the tag of the first.
            var tag = at == devices ? 1 : at;
            rows.append("%1$s-%2$d,S%1$s%2$d,T%1$s-%3$d,Example Chromebook,ACTIVE,2026-11-20T10:00:00.000Z,a note\n"
                    .formatted(mark, at, tag));
        }
        return Files.writeString(folder.resolve("chromebooks-" + devices + ".csv"), rows);
    }

    /** B81, V5: looked through, committed, a discrepancy settled by keyboard, taken back; on both sizes and in both languages. */
    @Test
    void anExportIsLookedThroughTakenInSettledAndTakenBack() throws IOException {
        var page = upload(gam(60));
        assertThat(page.text("state")).contains("Waits for your yes");
        assertThat(page.text("only-new")).contains("60");
        assertThat(page.text("numbers")).contains("tag given twice: 1");
        assertThat(page.texts("#lines tbody tr")).hasSize(50);
        var address = browser.driver().getCurrentUrl();
        isForEveryoneInBothLanguages("plan", address);
        page = new DeskForm(browser.driver()).press("#page-next");
        assertThat(page.text("lines")).contains("is on another device already");
        page = page.press("#commit");
        assertThat(page.text("state")).contains("Taken in");
        browser.goAsIs("/desk/device-imports");
        isForEveryoneInBothLanguages("list", browser.driver().getCurrentUrl());

        browser.goAsIs("/desk/discrepancies");
        var work = new DeskForm(browser.driver());
        var row = browser.driver().findElement(By.xpath("//tr[contains(., 'S" + mark + "60')]"));
        var id = String.valueOf(row.getDomAttribute("id")).replace("discrepancy-", "");
        isForEveryoneInBothLanguages("discrepancies", browser.driver().getCurrentUrl());
        browser.driver().findElement(By.id("note-" + id)).sendKeys("Two labels were printed." + Keys.ENTER);
        work = new DeskForm(browser.driver());
        assertThat(work.text("done")).contains("Settled");
        assertThat(work.text("closed")).contains("Two labels were printed.");

        browser.driver().get(address);
        page = new DeskForm(browser.driver()).press("#undo");
        assertThat(page.text("state")).contains("Taken back");
        assertThat(page.shows("#undo")).isFalse();
    }

    @Test
    void aListIsAskedForItsColumnsAndAnEmptyFileIsRefused() throws IOException {
        var list = "A;B\nExample Laptop;L%s\n".formatted(mark);
        var page = upload(Files.writeString(folder.resolve("list.csv"), list));
        assertThat(page.text("state")).contains("Waits for its columns");
        page = page.choose("column-0", "MODEL").press("#map");
        assertThat(page.text("columns-problem")).contains("known by its tag or serial");
        browser.complaints();
        isForEveryone("columns");
        page = page.choose("column-0", "MODEL").choose("column-1", "SERIAL").press("#map");
        assertThat(page.text("lines")).contains("L" + mark, "Example Laptop");
        page.press("#discard");
        page = upload(Files.writeString(folder.resolve("empty.csv"), GAM));
        assertThat(page.text("stops")).contains("no row of a device");
        assertThat(page.shows("#commit")).isFalse();
    }

    private void isForEveryoneInBothLanguages(String name, String address) {
        for (var language : List.of("en", "es")) {
            browser.driver().manage().addCookie(new Cookie("carrel-language", language));
            browser.driver().get(address);
            isForEveryone(name + "-" + language);
        }
        browser.driver().manage().addCookie(new Cookie("carrel-language", "en"));
        browser.driver().get(address);
    }

    private void isForEveryone(String name) {
        for (var size : SIZES) {
            browser.size(size);
            for (var details : browser.driver().findElements(By.cssSelector("details:not([open]) summary"))) {
                details.click();
            }
            Screenshots.take(browser.driver(), "desk-devices-" + name + "-" + size.getWidth());
            assertThat(Axe.violations(browser.driver())).as(name + " " + size).isEmpty();
            assertThat((Long) browser.driver().executeScript("return document.documentElement.scrollWidth"))
                    .as(name + " " + size)
                    .isLessThanOrEqualTo(size.getWidth());
        }
        browser.size(SIZES.getFirst());
        assertThat(browser.complaints()).isEmpty();
    }
}
