package org.carrel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.carrel.devices.Accessory;
import org.carrel.devices.Device;
import org.carrel.devices.TestDevices;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;

/** The technician keeps the inventory: by scans, by lists, on a phone. */
@TestInstance(Lifecycle.PER_CLASS)
class InventoryDeskIT {
    private static final List<Dimension> SIZES = List.of(new Dimension(1366, 900), new Dimension(390, 844));

    private Browser browser;
    private TestDevices given;
    private String mark = "";
    private int model;
    private Device device;

    @BeforeAll
    void open() {
        mark = TestDevices.unique("I");
        given = TestDevices.at("LMC", Clock.systemUTC());
        model = given.model("Maker " + mark);
        device = given.add(model, "CB-" + mark, "S" + mark);
        given.accessory(12);
        browser = Browser.open("en");
        browser.size(SIZES.getFirst());
    }

    @AfterAll
    void close() {
        if (browser != null) browser.close();
        if (given != null) given.close();
    }

    private DeskForm go(String path) {
        browser.go(path);
        return new DeskForm(browser.driver());
    }

    @Test
    void devicesAreAddedByTwoScansEach() { // V4, B62, B75
        var page =
                go("/desk/inventory-add").choose("MODEL", String.valueOf(model)).choose("SITE", "LMC");
        page = scan(page, "A1-" + mark, "SA1-" + mark);
        assertThat(page.text("added")).contains("A1-" + mark, "SA1-" + mark);
        assertThat(browser.driver().switchTo().activeElement().getDomAttribute("id"))
                .as("the next one")
                .isEqualTo("TAG");
        page = scan(page, "A2-" + mark, "SA2-" + mark);
        assertThat(page.text("added")).contains("A2-" + mark);
        page = scan(page, "A3-" + mark, "sa2-" + mark);
        assertThat(page.text("SERIAL-problem")).contains("A2-" + mark);
        browser.complaints();
        var relabelled = page.press("#relabel");
        assertThat(relabelled.text("done")).contains("A3-" + mark);
        assertThat(relabelled.text("fact-OLD_TAGS")).contains("A2-" + mark);
    }

    /** As a scanner types: each with Enter behind it. */
    private DeskForm scan(DeskForm page, String tag, String serial) {
        var before = browser.driver().findElement(By.id("main"));
        browser.driver().findElement(By.id("TAG")).sendKeys(tag, Keys.ENTER);
        browser.driver().switchTo().activeElement().sendKeys(serial, Keys.ENTER);
        return page.leaving(before, DeskForm::new);
    }

    @Test
    void aModelIsAddedAndEveryMistakeIsToldAtItsField() {
        var form = go("/desk/inventory-model")
                .type("manufacturer", "Maker " + mark)
                .type("price", "a lot")
                .press("#save");
        assertThat(form.text("price-problem")).contains("219.00");
        form = form.type("price", "").press("#save");
        assertThat(form.text("name-problem")).contains("name");
        assertThat(form.value("manufacturer")).as("nothing is lost").isEqualTo("Maker " + mark);
        browser.complaints();
        var list = form.type("name", "Tablet " + mark)
                .type("price", "$299.00")
                .choose("category", "TABLET")
                .press("#save");
        assertThat(list.text("done")).contains("saved");
        assertThat(list.texts("#models tbody tr"))
                .anyMatch(row -> row.contains("Tablet " + mark) && row.contains("$299.00") && row.contains("TABLET"));
    }

    @Test
    void aConditionIsSetWithItsReasonAndStandsInTheHistory() {
        var broken = given.add(model, "BR-" + mark, "");
        var page = go("/desk/inventory/" + broken.id())
                .choose("condition", "BROKEN")
                .press("#set");
        assertThat(page.text("condition-problem")).contains("Say why");
        browser.complaints();
        page = page.choose("condition", "BROKEN")
                .type("reason", "Screen " + mark)
                .type("cost", "35")
                .press("#set");
        assertThat(page.text("done")).contains("set");
        assertThat(page.text("condition-now")).contains("Broken", "Screen " + mark);
        assertThat(page.texts("#timeline li").getFirst()).contains("Ready → Broken", "Screen " + mark, "$35.00");
        var form = page.press("#edit")
                .type("ROOM", "Store")
                .type("PRICE", "nothing")
                .press("#save");
        assertThat(form.text("PRICE-problem")).contains("219.00");
        browser.complaints();
        page = form.type("PRICE", "210.50").press("#save");
        assertThat(page.text("custody")).isEqualTo("In stock: Store");
        assertThat(page.text("fact-PRICE")).contains("$210.50");
    }

    @Test
    void whoHasADeviceIsToldOnRequestAndTheLookIsKept() { // PR-5
        var lent = given.add(model, "WH-" + mark, "");
        var who = ProductPeople.student("Wanda", "Had-" + mark);
        given.lend(lent.item(), who, lent.siteId());
        try {
            var page = go("/desk/inventory/" + lent.id());
            assertThat(page.text("custody")).isEqualTo("On loan");
            assertThat(page.shown()).doesNotContain("Had-" + mark);
            assertThat(looks(who)).isZero();
            page = page.press("#who");
            assertThat(page.text("timeline")).contains("Checked out", "Wanda Had-" + mark);
            assertThat(looks(who)).isEqualTo(1);
        } finally {
            given.write("delete from loan where item_id = ?", lent.item());
        }
    }

    private long looks(long patron) {
        return given.number(
                "select count(*) from audit_event e join patron p on e.subject_kind = 'person' "
                        + "and e.subject_id = p.pseudonym where p.id = ? and e.action = 'person_viewed'",
                patron);
    }

    @Test
    void manyAreChangedAfterALook() { // B40
        given.add(model, "M1-" + mark, "");
        given.add(model, "M2-" + mark, "");
        var page = go("/desk/inventory-bulk")
                .type("scans", "M1-" + mark + "\nM2-" + mark + "\nNOWHERE-" + mark)
                .choose("field", "ROOM")
                .type("value-ROOM", "Cart " + mark)
                .press("#look");
        assertThat(page.text("plan-title")).isEqualTo("2 would change, 1 stays as it is");
        page = page.press("#do");
        assertThat(page.text("plan-title")).isEqualTo("2 were changed, 1 stayed as it was");
        assertThat(go("/desk/inventory?q=Cart+" + mark).text("inventory-found")).isEqualTo("2 devices");
    }

    @Test
    void labelsBeginAtAPlaceOfTheSheet() {
        var sheet = go("/desk/inventory-labels?q=CB-" + mark + "&sheet=LETTER_30&start=29");
        assertThat(sheet.texts(".labels-letter-30 .asset-label strong")).containsExactly("CB-" + mark);
        assertThat(browser.driver().findElements(By.cssSelector(".asset-label")))
                .hasSize(29);
        sheet = sheet.choose("kind", "QR").press("#show");
        assertThat(browser.driver().findElement(By.cssSelector(".bars path")).getDomAttribute("d"))
                .startsWith("M4 4h7");
        assertThat(sheet.text("found")).isEqualTo("1 label");
    }

    @Test
    void accessoriesAreCountedAndNeverBelowNone() { // V6
        var page = go("/desk/accessories").type("name", "Bag " + mark).press("#make");
        var type = page.texts("#type option").indexOf("Bag " + mark);
        assertThat(type).isNotNegative();
        var value = browser.driver()
                .findElements(By.cssSelector("#type option"))
                .get(type)
                .getDomAttribute("value");
        page = change(page, String.valueOf(value), Accessory.Why.BOUGHT, "3");
        assertThat(page.texts("#stock tbody tr")).anyMatch(row -> row.contains("Bag " + mark) && row.contains("3"));
        page = change(page, String.valueOf(value), Accessory.Why.HANDED_OUT, "4");
        assertThat(page.text("accessory-problem")).contains("only 3");
        browser.complaints();
    }

    private static DeskForm change(DeskForm page, String type, Accessory.Why why, String number) {
        return page.choose("type", type)
                .choose("site", "LMC")
                .choose("why", why.name())
                .type("number", number)
                .press("#count");
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "inventory, en",
        "inventory, es",
        "device, en",
        "edit, es",
        "add, en",
        "models, es",
        "model, en",
        "bulk, en",
        "labels, en",
        "accessories, es"
    })
    void everyPageIsForEveryone(String page, String language) {
        var paths = Map.of(
                "inventory", "/desk/inventory?q=" + mark,
                "device", "/desk/inventory/" + device.id(),
                "edit", "/desk/inventory/" + device.id() + "/edit",
                "add", "/desk/inventory-add?model=" + model + "&site=LMC&room=114",
                "models", "/desk/inventory-models",
                "model", "/desk/inventory-model/" + model,
                "bulk", "/desk/inventory-bulk?id=" + device.id(),
                "labels", "/desk/inventory-labels?q=" + mark,
                "accessories", "/desk/accessories");
        browser.go("/desk/inventory");
        browser.driver().manage().addCookie(new Cookie("carrel-language", language));
        try {
            for (var size : SIZES) {
                browser.size(size);
                browser.go(paths.getOrDefault(page, ""));
                Screenshots.take(browser.driver(), "desk-inventory-" + page + "-" + language + "-" + size.getWidth());
                assertThat(Axe.violations(browser.driver()))
                        .as(page + " " + size)
                        .isEmpty();
                var width = browser.driver().executeScript("return document.documentElement.scrollWidth");
                assertThat(((Number) Objects.requireNonNull(width)).intValue())
                        .as("scrolls sideways")
                        .isLessThanOrEqualTo(size.getWidth());
                assertThat(browser.complaints()).isEmpty();
            }
        } finally {
            browser.driver().manage().addCookie(new Cookie("carrel-language", "en"));
            browser.size(SIZES.getFirst());
        }
    }
}
