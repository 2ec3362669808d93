package org.carrel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.carrel.devices.Device;
import org.carrel.devices.DeviceCategory;
import org.carrel.devices.ModelFacts;
import org.carrel.devices.ModelSaved;
import org.carrel.devices.TestDevices;
import org.carrel.fixtures.Staff;
import org.carrel.patrons.PatronCards;
import org.carrel.security.Role;
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
import org.openqa.selenium.interactions.Actions;

/** Devices at the desk: how many scans, keys and clicks it takes to lend them with all that belongs to them, and for the year. */
@TestInstance(Lifecycle.PER_CLASS)
class LendingDeskIT {
    private static final List<Dimension> SIZES = List.of(new Dimension(1366, 900), new Dimension(390, 844));

    private Browser browser;
    private Staff technician;
    private TestDevices given;
    private String mark = "";
    private int charger;
    private int model;

    @BeforeAll
    void open() {
        mark = TestDevices.unique("L");
        technician = Staff.of(Role.TECHNICIAN, "LMC");
        given = TestDevices.at("LMC", Clock.systemUTC());
        charger = given.accessory(50);
        given.write("update accessory_type set price_cents = 2900 where id = ?", charger);
        model = model(DeviceCategory.CHROMEBOOK, Map.of(charger, 1, given.accessory(50), 1));
        browser = Browser.open("en");
        browser.size(SIZES.getFirst());
    }

    @AfterAll
    void close() {
        if (browser != null) browser.close();
        if (given != null) given.close();
    }

    private int model(DeviceCategory category, Map<Integer, Integer> with) {
        var facts = new ModelFacts(
                TestDevices.unique("Maker "),
                TestDevices.unique("Model "),
                category,
                "",
                OptionalInt.of(21_900),
                Optional.empty(),
                "",
                with);
        return ((ModelSaved.Saved) given.models.add(facts)).id();
    }

    private Device device() {
        return given.add(model, TestDevices.unique("CB-"), "");
    }

    private static long student(String name) {
        return ProductPeople.student(name, TestDevices.unique("Lent "));
    }

    private static String card(long patron) {
        var number = TestDevices.unique("C");
        ProductPeople.with(database -> new PatronCards(database, Clock.systemUTC()).add(patron, number, "test"));
        return number;
    }

    private DeskPage desk() {
        browser.signIn(technician);
        browser.goAsIs("/desk/circulation");
        return new DeskPage(browser.driver());
    }

    private DeskForm go(String path) {
        browser.signIn(technician);
        browser.goAsIs(path);
        return new DeskForm(browser.driver());
    }

    private long accessories(Device device, String state) {
        return given.number(
                "select count(*) from lent_accessory where device_id = ? and state = ?", device.id(), state);
    }

    @Test
    void aLoanWithAccessoriesTakesTwoScansAndOneKeyForEachMissingThing() { // V6, B63, B66
        var student = student("Maya");
        var card = card(student);
        var device = device();
        var page = desk();
        page.scan(card).scan(device.tag()).answered(2);
        assertThat(page.acts()).containsExactly("CHECKED_OUT", "PATRON");
        assertThat(page.all("#log > li:first-child button.part[aria-pressed='true']"))
                .as("all is ticked: no key when all is there")
                .hasSize(2);
        assertThat(accessories(device, "out")).isEqualTo(2);
        Screenshots.take(browser.driver(), "desk-loan-with-accessories");
        page.keys(Keys.F2).until("document.querySelector('#log .part-said') !== null");
        assertThat(accessories(device, "not_given")).as("one key").isEqualTo(1);
        assertThat(page.focused()).isEqualTo("scan");
        page.keys(Keys.F2).until("document.querySelector('#log .part-said').textContent.includes('goes along')");
        assertThat(accessories(device, "out")).as("the same key again").isEqualTo(2);
        page.keys(Keys.ESCAPE).scanned(device.tag());
        assertThat(page.acts().getFirst()).isEqualTo("RETURNED");
        assertThat(accessories(device, "back")).isEqualTo(2);
        page.keys(Keys.F4).until("document.querySelector('#log > li:first-child .part-said') !== null");
        assertThat(accessories(device, "owed")).isEqualTo(1);
        assertThat(page.newest()).contains("is missing: it is owed now");
        Screenshots.take(browser.driver(), "desk-return-missing-charger");
        page.scanned("CB-" + mark + "-NOBODY");
        assertThat(page.find("#scan").getDomProperty("value"))
                .as("cleared on an error too")
                .isEmpty();
        assertThat(page.focused()).isEqualTo("scan");
        page.scanned(card).standing("Maya");
        assertThat(page.shows(".owes-accessory")).isTrue();
        assertThat(browser.complaints()).isEmpty();
        var owed = go("/desk/accessories-owed");
        var id = given.number("select id from lent_accessory where device_id = ? and state = 'owed'", device.id());
        owed = owed.press("#hand-in-" + id);
        assertThat(owed.text("done")).contains("Done");
        assertThat(accessories(device, "back")).isEqualTo(2);
    }

    @Test
    void aDeviceForTheYearTakesTwoScansAndIsUnderstoodAtTheDesk() { // V2, B71
        var student = student("Omar");
        var device = device();
        var card = card(student);
        var page = scan(go("/desk/assignments"), card);
        assertThat(page.text("person-name")).contains("Omar");
        page = scan(page, device.tag());
        assertThat(page.text("done")).contains(device.tag() + " is assigned to Omar");
        assertThat(page.texts("#theirs li").getFirst()).contains(device.tag());
        var next = device();
        page = scan(page, next.tag());
        assertThat(page.text("assignment-problem")).contains("They have " + device.tag());
        browser.complaints();
        page = page.press("#exchange");
        assertThat(page.text("done")).contains(next.tag() + " is assigned");
        Screenshots.take(browser.driver(), "desk-assignments");
        var desk = desk();
        desk.scan(card).scan(next.tag()).answered(2);
        assertThat(desk.newest()).contains("Theirs already");
        assertThat(desk.shows(".assigned-device")).isTrue();
        desk.press("#log > li:first-child .line-buttons button");
        desk.answered(3);
        assertThat(desk.acts().getFirst()).isEqualTo("ASSIGNMENT_ENDED");
        assertThat(given.number("select count(*) from device_assignment where open_device = ?", next.id()))
                .isZero();
        assertThat(browser.complaints()).isEmpty();
    }

    private DeskForm scan(DeskForm page, String code) {
        var before = browser.driver().findElement(By.id("main"));
        browser.driver().switchTo().activeElement().sendKeys(code, Keys.ENTER);
        return page.leaving(before, DeskForm::new);
    }

    @Test
    void aListOfScansIsLookedThroughAndDone() { // B62
        var one = card(student("Uma"));
        var first = device();
        var page = go("/desk/assignments-bulk");
        browser.driver().findElement(By.id("list")).sendKeys(one + Keys.ENTER + first.tag() + Keys.ENTER + "CB-NOBODY");
        assertThat(page.value("list").lines()).as("two exact lines").startsWith(one, first.tag());
        page = page.press("#look");
        assertThat(page.text("looked")).contains("1 will be assigned, 1 will not");
        page = page.press("#do");
        assertThat(page.text("looked")).contains("1 are assigned, 1 are not");
        assertThat(given.number("select count(*) from device_assignment where open_device = ?", first.id()))
                .isEqualTo(1);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whoHasNotSignedSignsWithOneTap() { // B68, B69
        var hotspot = given.add(model(DeviceCategory.CALCULATOR, Map.of()), TestDevices.unique("CA-"), "");
        var student = student("Sofia");
        browser.go("/desk/agreements");
        var form = new DeskForm(browser.driver())
                .type("name", "Calculators " + mark)
                .choose("whom", "STUDENT")
                .choose("what", "CALCULATOR")
                .type("english", "I bring it back.")
                .press("#save");
        assertThat(form.text("agreement-problem")).contains("Spanish");
        assertThat(form.value("english")).as("nothing is lost").isEqualTo("I bring it back.");
        browser.complaints();
        form = form.type("spanish", "Lo devuelvo.")
                .choose("whom", "STUDENT")
                .choose("what", "CALCULATOR")
                .press("#save");
        assertThat(form.text("agreements")).contains("Calculators " + mark);
        try {
            var page = desk();
            page.scan(card(student)).scan(hotspot.tag()).answered(2);
            assertThat(page.newest()).contains("Not signed: Calculators " + mark);
            var sign = go("/desk/person/" + student + "/agreements");
            var pad = browser.driver().findElement(By.cssSelector(".pad svg"));
            new Actions(browser.driver())
                    .moveToElement(pad, -60, 0)
                    .clickAndHold()
                    .moveByOffset(40, 20)
                    .moveByOffset(40, -30)
                    .release()
                    .perform();
            Screenshots.take(browser.driver(), "desk-sign");
            sign = sign.press("form.signing button[value='accept']");
            assertThat(sign.text("done")).contains("signed");
            assertThat(sign.shows("svg.signature path[d^='M']")).isTrue();
            page = desk();
            page.scan(card(student)).scan(hotspot.tag()).answered(2);
            assertThat(page.acts().getFirst()).isEqualTo("CHECKED_OUT");
        } finally {
            given.write("update agreement set ended_at = now() where name = ?", "Calculators " + mark);
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void anotherRoomIsOneScan() { // B70
        var cart = given.add(model(DeviceCategory.CART, Map.of()), TestDevices.unique("CART-"), "");
        var page = go("/desk/inventory-move").type("room", "Room " + mark).choose("site", "LMC");
        browser.driver().findElement(By.id("text")).sendKeys(cart.tag());
        page = page.press("#go");
        assertThat(page.text("done")).contains(cart.tag(), "Room " + mark);
        assertThat(browser.driver().switchTo().activeElement().getDomAttribute("id"))
                .isEqualTo("text");
        page = scan(page, device().tag());
        assertThat(page.text("done")).contains("Room " + mark);
        assertThat(given.device(cart.id()).room()).isEqualTo("Room " + mark);
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({"assignments, es", "person, en", "bulk, en", "owed, es", "agreements, en", "move, es", "borrower, en"})
    void everyPageIsForEveryone(String page, String language) {
        var student = student("Lia");
        var paths = Map.of(
                "assignments", "/desk/assignments",
                "person", "/desk/assignments?person=" + student,
                "bulk", "/desk/assignments-bulk",
                "owed", "/desk/accessories-owed",
                "agreements", "/desk/agreements",
                "move", "/desk/inventory-move",
                "borrower", "/desk/person/" + student + "/agreements");
        browser.go("/desk/inventory");
        browser.driver().manage().addCookie(new Cookie("carrel-language", language));
        try {
            for (var size : SIZES) {
                browser.size(size);
                browser.go(paths.getOrDefault(page, ""));
                Screenshots.take(browser.driver(), "desk-lending-" + page + "-" + language + "-" + size.getWidth());
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
