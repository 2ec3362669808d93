package org.carrel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.carrel.devices.AuditStarted;
import org.carrel.devices.Device;
import org.carrel.devices.DeviceChange;
import org.carrel.devices.DeviceCondition;
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

/** The technician audits a room with a phone, puts labels right, keeps things up, and sees the day at one look. */
@TestInstance(Lifecycle.PER_CLASS)
class AuditDeskIT {
    private static final Dimension DESK = new Dimension(1366, 900);
    private static final Dimension PHONE = new Dimension(390, 844);

    private Browser browser;
    private TestDevices given;
    private String mark = "";
    private int model;
    private long audit;
    private int scans;
    private int taps;

    @BeforeAll
    void open() {
        mark = TestDevices.unique("A");
        given = TestDevices.at("LMC", Clock.systemUTC());
        model = given.model("Maker " + mark);
        var device = inRoom("X1-", "Hall " + mark);
        inRoom("X2-", "Hall " + mark);
        audit = ((AuditStarted.Started) given.audits.start("LMC", "Hall " + mark, given.technician())).id();
        given.audits.scan(audit, device.tag(), "", given.technician());
        given.audits.scan(audit, "UNKNOWN-" + mark, "", given.technician());
        browser = Browser.open("en");
        browser.size(DESK);
    }

    @AfterAll
    void close() {
        if (browser != null) browser.close();
        if (given != null) given.close();
    }

    private Device inRoom(String start, String room) {
        var device = given.add(model, start + mark, "S" + start + mark);
        given.inventory.change(DeviceChange.of(device).inRoom(room), given.technician());
        return given.device(device.id());
    }

    private DeskForm go(String path) {
        browser.go(path);
        return new DeskForm(browser.driver());
    }

    /** As a scanner types into what has the focus. */
    private DeskForm scan(DeskForm page, String code) {
        scans++;
        var before = browser.driver().findElement(By.id("main"));
        browser.driver().switchTo().activeElement().sendKeys(code, Keys.ENTER);
        return page.leaving(before, DeskForm::new);
    }

    private DeskForm tap(DeskForm page, String css) {
        taps++;
        return page.press(css);
    }

    /** Ten expected, eight there, two that belong elsewhere: ten scans, one choice, one confirmation. */
    @Test
    void aRoomIsAuditedWithAPhone() { // B67
        var room = "R" + mark;
        var expected = new ArrayList<Device>();
        for (var at = 0; at < 10; at++) expected.add(inRoom("E" + at + "-", room));
        var strays = List.of(inRoom("F1-", "Far " + mark), inRoom("F2-", "Far " + mark));
        scans = 0;
        taps = 0;
        browser.size(PHONE);
        try {
            var page = go("/desk/audits").type("place", room.toLowerCase());
            // Asked only where there are several schools, as other tests make some.
            if (page.has("site")) page.choose("site", "LMC");
            page = tap(page, "#begin");
            for (var device : expected.subList(0, 8)) page = scan(page, device.tag());
            assertThat(page.text("scan-title")).isEqualTo("8 of 10 here");
            page = scan(page, strays.getFirst().tag());
            assertThat(page.text("said")).contains("does not belong here", "Far " + mark);
            page = scan(page, strays.getLast().tag());
            browser.driver().navigate().refresh();
            page = new DeskForm(browser.driver());
            assertThat(page.text("resolve-title")).isEqualTo("8 ok · 2 misplaced · 2 missing");
            assertThat(page.texts("#missing tbody tr"))
                    .hasSize(2)
                    .allMatch(row -> row.contains("E8-" + mark) || row.contains("E9-" + mark));
            taps++;
            page = page.choose("act-" + strays.getFirst().id(), "MOVE_HERE");
            Screenshots.take(browser.driver(), "desk-audit-phone");
            page = tap(page, "#close");
            assertThat(page.text("done")).contains("All of it is done");
            assertThat(scans).as("a scan for each that is there").isEqualTo(10);
            assertThat(taps).as("begin, one choice, one confirmation").isEqualTo(3);
        } finally {
            browser.size(DESK);
        }
        assertThat(given.device(strays.getFirst().id()).room()).isEqualTo(room);
        assertThat(given.device(strays.getLast().id()).room()).isEqualTo("Far " + mark);
        assertThat(given.device(expected.getLast().id()).condition()).isEqualTo(DeviceCondition.MISSING);
        var device = go("/desk/inventory/" + expected.getLast().id());
        assertThat(device.texts("#timeline li"))
                .anyMatch(line -> line.contains("Audit of " + room) && line.contains("marked as missing"));
        assertThat(go("/desk/audits").texts("#audits tbody tr"))
                .anyMatch(row -> row.contains(room) && row.contains("8 here · 2 misplaced · 2 missing"));
    }

    @Test
    void aPlaceThatIsNoneIsToldAtItsField() {
        var page = go("/desk/audits").type("place", "Nowhere " + mark).press("#begin");
        assertThat(page.text("place-problem")).contains("Nowhere " + mark);
        assertThat(page.value("place")).as("nothing is lost").isEqualTo("Nowhere " + mark);
        browser.complaints();
    }

    /** Label, serial, new label: what is on the wrong device is put right by one scan. */
    @Test
    void aLabelOnTheWrongDeviceIsRelabelledByOneScan() { // B72
        var a = inRoom("LA-", "Label " + mark);
        var b = inRoom("LB-", "Label " + mark);
        var page = go("/desk/label-check");
        page = scan(page, a.tag());
        page = scan(page, b.serial());
        assertThat(page.text("said")).contains("The label " + a.tag() + " belongs to", a.serial(), b.serial());
        scans = 0;
        page = scan(page, "LN-" + mark);
        assertThat(scans).isEqualTo(1);
        assertThat(page.text("done")).contains("LN-" + mark, b.serial());
        assertThat(given.device(b.id()).tag()).isEqualTo("LN-" + mark);
        page = scan(page, a.tag());
        page = scan(page, b.serial());
        page = tap(page, "#fix");
        assertThat(page.text("done")).contains(a.tag(), b.serial());
        assertThat(given.device(a.id()).tag()).isEmpty();
    }

    @Test
    void addingWithALabelOfAnotherLeadsToTheCorrection() { // B72
        var a = inRoom("LC-", "Label " + mark);
        var page =
                go("/desk/inventory-add").choose("MODEL", String.valueOf(model)).choose("SITE", "LMC");
        page = page.type("TAG", a.tag()).type("SERIAL", "NEW" + mark).press("#put");
        assertThat(page.text("TAG-problem")).contains(a.serial());
        browser.complaints();
        page = page.press("#label-check");
        assertThat(page.text("said")).contains("belongs to", a.serial(), "No device has the serial NEW" + mark);
    }

    @Test
    void aTagInUseIsRefusedAndItsOwnerIsShown() { // B73
        var a = inRoom("TA-", "Tags " + mark);
        var b = inRoom("TB-", "Tags " + mark);
        var page =
                go("/desk/inventory/" + b.id() + "/edit").type("TAG", a.tag()).press("#save");
        assertThat(page.text("TAG-problem")).contains("on another device", a.serial());
        assertThat(page.value("TAG")).isEqualTo(a.tag());
        browser.complaints();
        assertThat(page.press("#other a").text("fact-SERIAL")).contains(a.serial());
        assertThat(given.device(b.id()).tag()).isEqualTo(b.tag());
    }

    @Test
    void whatIsDueIsDoneByAScanOrATap() {
        var one = inRoom("UA-", "Upkeep " + mark);
        var two = inRoom("UB-", "Upkeep " + mark);
        for (var device : List.of(one, two))
            given.write("update device_record set created_at = '2026-01-01' where id = ?", device.id());
        var page = go("/desk/upkeep-plans")
                .type("name", "Clean " + mark)
                .choose("model", String.valueOf(model))
                .type("number", "often")
                .press("#save");
        assertThat(page.text("plan-problem")).contains("how often");
        assertThat(page.value("name")).as("nothing is lost").isEqualTo("Clean " + mark);
        browser.complaints();
        browser.driver().executeScript("document.getElementById('countsFrom').value = '2026-01-01'");
        page = page.type("number", "30").press("#save");
        assertThat(page.text("done")).contains("saved");
        var plan = given.number("select id from upkeep_plan where name = ?", "Clean " + mark);
        page = go("/desk/upkeep?plan=" + plan);
        assertThat(page.texts("#tasks tbody tr"))
                .anyMatch(row -> row.contains(one.tag()) && row.contains("days late"))
                .anyMatch(row -> row.contains(two.tag()));
        var before = page.texts("#tasks tbody tr").size();
        page = scan(page, one.tag());
        assertThat(page.text("done")).contains(one.tag());
        page = tap(page, "#done-" + plan + "-" + two.id());
        assertThat(page.text("done")).contains(two.tag());
        assertThat(page.texts("#tasks tbody tr").size()).isEqualTo(before - 2);
        page = go("/desk/inventory/" + one.id())
                .type("note", "Hinge is loose")
                .type("note-cost", "much")
                .press("#write");
        assertThat(page.text("note-problem")).contains("219.00");
        browser.complaints();
        page = page.type("note-cost", "12.50").press("#write");
        assertThat(page.texts("#timeline li").getFirst()).contains("Hinge is loose", "$12.50");
        assertThat(page.text("cost-total")).contains("$231.50");
    }

    /** What is lost and was seen by a console since says so where somebody decides about it. */
    @Test
    void whatAConsoleSawSinceIsToldWhereItIsLost() { // V5
        var device = inRoom("LO-", "Lost " + mark);
        var who = ProductPeople.student("Lost", "It-" + mark);
        given.lend(device.item(), who, device.siteId());
        given.write(
                "update loan set state = 'lost', state_since = utc_timestamp() - interval 3 day where item_id = ?",
                device.item());
        given.write(
                "insert into device_mdm (source, mdm_id, device_id, last_seen_at, read_at) "
                        + "values ('google', ?, ?, utc_timestamp() - interval 1 day, utc_timestamp())",
                "LO-" + mark,
                device.id());
        try {
            assertThat(go("/desk/lost").texts("#lost tbody tr"))
                    .anyMatch(row -> row.contains(device.tag()) && row.contains("A console has seen it since"));
        } finally {
            given.write("delete from loan where item_id = ?", device.item());
        }
    }

    /** One click from the desk, and every number leads to a list with just so many rows. */
    @Test
    void everyNumberOfTheDayLeadsToItsList() {
        var page = go("/desk/circulation").press("#area-equipment");
        assertThat(page.shown()).contains("Devices today");
        for (var tile :
                List.of("OUT", "OVERDUE", "MISSING", "NEEDS_CHECK", "LOANER_LEFT", "SUPPORT_ENDED", "CART_SHORT")) {
            page = go("/desk/devices-today");
            var number =
                    page.text("tile-" + tile).lines().findFirst().orElse("").replace(",", "");
            page = page.press("#tile-" + tile);
            var found = page.text("inventory-found").replace(",", "");
            assertThat(found).as(tile).startsWith(number.equals("0") ? "No device" : number + " device");
        }
        page = go("/desk/devices-today");
        var due = page.text("tile-tasks").lines().findFirst().orElse("");
        var tasks = page.press("#tile-tasks").text("upkeep-found");
        assertThat(tasks).startsWith(due.equals("0") ? "Nothing to do" : due + " task");
    }

    @Test
    void lifeAndResidualValueAreChangedAndMistakesAreTold() {
        var page = go("/desk/device-value").type("months-KIT", "0").press("#save-KIT");
        assertThat(page.text("problem-KIT")).contains("1 to 600");
        assertThat(page.value("months-KIT")).isEqualTo("0");
        browser.complaints();
        page = page.type("months-KIT", "61").press("#save-KIT");
        assertThat(page.text("done")).contains("saved");
        assertThat(page.value("months-KIT")).isEqualTo("61");
        page.type("months-KIT", "60").press("#save-KIT");
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "today, en",
        "today, es",
        "audits, en",
        "audit, en",
        "audit, es",
        "label-check, en",
        "label-check, es",
        "upkeep, en",
        "upkeep, es",
        "upkeep-plans, es",
        "value, en",
        "value, es",
        "replacement, en",
        "replacement, es",
        "device, en"
    })
    void everyPageIsForEveryone(String page, String language) {
        var id = given.number("select id from device_record where asset_tag = ?", "X1-" + mark);
        var paths = Map.of(
                "today", "/desk/devices-today",
                "audits", "/desk/audits",
                "audit", "/desk/audit/" + audit,
                "label-check", "/desk/label-check?tag=X1-" + mark + "&serial=SX2-" + mark,
                "upkeep", "/desk/upkeep?when=ALL",
                "upkeep-plans", "/desk/upkeep-plans",
                "value", "/desk/device-value",
                "replacement", "/desk/replacement-plan",
                "device", "/desk/inventory/" + id);
        browser.go("/desk/audits");
        browser.driver().manage().addCookie(new Cookie("carrel-language", language));
        try {
            for (var size : List.of(DESK, PHONE)) {
                browser.size(size);
                browser.go(paths.getOrDefault(page, ""));
                Screenshots.take(browser.driver(), "desk-upkeep-" + page + "-" + language + "-" + size.getWidth());
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
            browser.size(DESK);
        }
    }
}
