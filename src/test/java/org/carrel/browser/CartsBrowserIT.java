package org.carrel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.carrel.devices.Device;
import org.carrel.devices.DeviceCategory;
import org.carrel.devices.TestDevices;
import org.carrel.fixtures.Staff;
import org.carrel.patrons.PatronField;
import org.carrel.platform.Sql;
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

/** Carts out and in, kits, and the collection at the end of the year, as they are done at the desk. Scans, keys and clicks are counted. */
@TestInstance(Lifecycle.PER_CLASS)
class CartsBrowserIT {
    private static final List<Dimension> SIZES = List.of(new Dimension(1366, 900), new Dimension(390, 844));

    private Browser browser;
    private TestDevices given;
    private String mark = "";
    private int chromebooks;
    private int cartModel;
    private int kitModel;
    private Staff teacher;
    private String teacherName = "";
    private int scans;
    private int keys;
    private int clicks;

    @BeforeAll
    void open() {
        mark = TestDevices.unique("K");
        given = TestDevices.at("LMC", Clock.systemUTC());
        chromebooks = given.model("Maker " + mark);
        cartModel = given.model("Carts " + mark, DeviceCategory.CART);
        kitModel = given.model("Kits " + mark, DeviceCategory.KIT);
        teacher = Staff.another(Role.TEACHER);
        teacherName = "Teaches-" + mark;
        ProductPeople.add(ProductPeople.facts("Tess", teacherName)
                .with(PatronField.CATEGORY, "TEACHER")
                .with(PatronField.USERNAME, teacher.username()));
        browser = Browser.open("en");
        browser.size(SIZES.getFirst());
    }

    @AfterAll
    void close() {
        if (given != null) {
            given.write(
                    "update loan set ended = 'returned', returned_at = utc_timestamp(3), checked_in_at = utc_timestamp(3), "
                            + "forget_at = utc_timestamp(3) where ended is null and item_id in "
                            + "(select d.item_id from device_record d where d.asset_tag like ?)",
                    "%" + mark + "%");
            var left = "out_id in (select u.id from container_out u join device_record d on d.id = u.container_id "
                    + "where u.ended_at is null and d.asset_tag like ?)";
            given.write("update container_out_item set state = 'undone' where " + left, "%" + mark + "%");
            given.write(
                    "update container_out u join device_record d on d.id = u.container_id set u.ended_at = utc_timestamp(3), "
                            + "u.ended_why = 'undone', u.patron_id = null where u.ended_at is null and d.asset_tag like ?",
                    "%" + mark + "%");
            given.close();
        }
        if (browser != null) browser.close();
    }

    private DeskForm go(String path) {
        browser.go(path);
        return new DeskForm(browser.driver());
    }

    private List<Device> chromebooks(String start, int number) {
        var all = new ArrayList<Device>();
        for (var i = 1; i <= number; i++) all.add(given.add(chromebooks, start + i + "-" + mark, ""));
        return all;
    }

    private Device cart(String start, List<Device> inside) {
        var cart = given.add(cartModel, start + mark, "");
        for (var i = 0; i < inside.size(); i++)
            given.write(
                    "insert into container_slot (container_id, slot, position, device_id) values (?, ?, ?, ?)",
                    cart.id(),
                    String.valueOf(i + 1),
                    i + 1,
                    inside.get(i).id());
        return cart;
    }

    /** As a scanner types, into the box that has the focus. */
    private void scan(String text) {
        scans++;
        browser.driver().switchTo().activeElement().sendKeys(text, Keys.ENTER);
    }

    private void key(Keys key) {
        keys++;
        browser.driver().switchTo().activeElement().sendKeys(key);
    }

    private void settled() {
        Patience.forAPage(browser.driver())
                .until(driver -> "yes".equals(driver.findElement(By.id("round")).getDomAttribute("data-idle")));
    }

    private DeskForm handOver(Device cart) {
        return go("/desk/carts/" + cart.id()).type("taker", teacherName).press("#out-trusted");
    }

    @Test
    void aCartIsFilledInTheOrderOfItsSlots() { // Q1
        var cart = given.add(cartModel, "FILL-" + mark, "");
        var inside = chromebooks("F", 2);
        var page = go("/desk/carts/" + cart.id()).type("slot-number", "2").press("#add");
        page = page.type("fill-text", inside.get(0).tag()).press("#put");
        assertThat(page.text("done")).contains(inside.get(0).tag(), "slot 1");
        assertThat(browser.driver().switchTo().activeElement().getDomAttribute("id"))
                .as("the next one")
                .isEqualTo("fill-text");
        page = page.type("fill-text", inside.get(1).tag()).press("#put");
        assertThat(page.texts("#slots tbody tr"))
                .hasSize(2)
                .last()
                .asString()
                .contains(inside.get(1).tag(), "There");
        page = go("/desk/carts/" + cart.id()).type("slot-number", "99").press("#add");
        assertThat(page.text("slot-problem")).contains("1 to 60");
        browser.complaints();
    }

    @Test
    void aCartComesInWithTwoStraysAndOneMissing() { // Q3, C3; "done when" 3
        var inside = chromebooks("A", 6);
        var others = chromebooks("B", 2);
        var cart = cart("CARTA-", inside);
        var other = cart("CARTB-", others);
        var page = handOver(cart);
        assertThat(page.text("done")).contains("handed over");
        assertThat(page.text("out-since")).contains("6 devices");
        scans = keys = clicks = 0;
        clicks++;
        page = page.press("#start-in");
        for (var i = 5; i >= 1; i--) scan(inside.get(i).tag());
        for (var stray : others) scan(stray.tag());
        scan(inside.get(5).tag());
        settled();
        assertThat(page.texts("#log li")).hasSize(8);
        assertThat(page.texts("#log li.warn"))
                .allMatch(line -> line.contains("Belongs to " + other.tag()))
                .hasSize(2);
        assertThat(page.text("left")).contains("1 is not scanned yet");
        var before = browser.driver().findElement(By.id("main"));
        key(Keys.F9);
        page = page.leaving(before, DeskForm::new);
        assertThat(page.text("done")).contains("1 thing is owed");
        assertThat(page.text("owed")).contains(inside.getFirst().tag(), teacherName);
        assertThat(page.text("custody")).startsWith("In stock");
        assertThat(scans).as("one for each thing that is scanned").isEqualTo(8);
        assertThat(keys + clicks).as("one button, one key").isEqualTo(2);
        assertThat(go("/desk/carts").text("owed")).contains(inside.getFirst().tag());
        go("/desk/circulation?site=LMC");
        browser.driver().findElement(By.id("scan")).sendKeys(inside.getFirst().tag(), Keys.ENTER);
        Patience.forAPage(browser.driver())
                .until(driver -> driver.findElement(By.id("log")).getText().contains("That is settled"));
        assertThat(go("/desk/carts/" + cart.id()).shows("#owed")).isFalse();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aFullCartComesInByOneKeyAndAShortCountIsNamed() { // Q3
        var inside = chromebooks("C", 3);
        var cart = cart("CARTC-", inside);
        handOver(cart);
        var page = go("/desk/carts/" + cart.id()).press("#start-in");
        var before = browser.driver().findElement(By.id("main"));
        browser.driver().findElement(By.id("scan")).sendKeys(Keys.F8);
        page = page.leaving(before, DeskForm::new);
        assertThat(page.text("done")).contains("Nothing is owed");
        handOver(cart);
        page = go("/desk/carts/" + cart.id())
                .press("#start-in")
                .type("counted", "2")
                .press("#close-short");
        assertThat(page.text("close-problem")).contains("3 should be there, 2 were counted");
        assertThat(page.value("counted")).as("nothing is lost").isEqualTo("2");
        browser.complaints();
        browser.driver().findElement(By.id("absent-item-" + inside.get(1).id())).click();
        page = page.press("#close-short");
        assertThat(page.text("owed")).contains(inside.get(1).tag());
    }

    @Test
    void theTeacherConfirmsTheCountOnAPhone() { // Q2
        var cart = cart("CARTD-", chromebooks("D", 2));
        handOver(cart);
        browser.size(SIZES.getLast());
        try {
            browser.signIn(teacher);
            browser.goAsIs("/account/carts");
            var out = given.number("select id from container_out where open_container = ?", cart.id());
            assertThat(Axe.violations(browser.driver())).isEmpty();
            Screenshots.take(browser.driver(), "own-carts-390");
            browser.driver().findElement(By.id("all-" + out)).click();
            Patience.forAPage(browser.driver())
                    .until(driver -> !driver.findElements(By.id("done")).isEmpty());
            browser.driver().findElement(By.id("counted-" + out)).sendKeys("1");
            browser.driver().findElement(By.id("count-" + out)).click();
            Patience.forAPage(browser.driver())
                    .until(driver ->
                            driver.findElement(By.id("own-" + out)).getText().contains("You counted 1"));
        } finally {
            browser.size(SIZES.getFirst());
        }
        var page = go("/desk/carts/" + cart.id());
        assertThat(page.text("accepted")).contains("1", "2");
        assertThat(page.shows("#accepted .is-conflict")).isTrue();
    }

    @Test
    void aKitIsLookedThroughWhenItGoesAndWhenItComes() { // Q4, B64
        var kit = given.add(kitModel, "KIT-" + mark, "");
        var page = go("/desk/carts/" + kit.id()).type("part-name", "Charger").press("#put-part");
        page = page.type("part-name", "Battery").type("part-number", "2").press("#put-part");
        var charger = given.number("select id from kit_part where kit_id = ? and name = 'Charger'", kit.id());
        page = page.type("taker", teacherName).press("#out-trusted");
        assertThat(page.text("done")).contains("handed over");
        page = page.press("#start-in").type("in-part-" + charger, "0").press("#close");
        assertThat(page.text("owed")).contains("Charger", teacherName);
        page = page.type("taker", teacherName).press("#out-trusted");
        assertThat(page.text("out-problem")).contains("not complete", "Charger");
        browser.complaints();
        var owed = given.number(
                "select p.id from kit_part_owed p join kit_part t on t.id = p.part_id where t.kit_id = ?", kit.id());
        page = page.press("#brought-" + owed);
        assertThat(page.shows("#owed")).isFalse();
        assertThat(page.type("taker", teacherName).press("#out-trusted").text("done"))
                .contains("handed over");
    }

    private long collection(String name) {
        given.write(
                "insert into collection_plan (site_id, name, starts_on, ends_on, made_at, request_id) "
                        + "select id, ?, current_date - interval 3 day, current_date + interval 3 day, utc_timestamp(3), uuid() "
                        + "from site where code = 'LMC'",
                name);
        return given.number("select id from collection_plan where name = ?", name);
    }

    @Test
    void thirtyDevicesAreCollectedByThirtyScansAndAMissingChargerIsOneKey() { // "done when" 3
        var room = "Room " + mark;
        var devices = chromebooks("Y", 30);
        // By the terms of a loan that the desk itself has made.
        var cart = cart("CARTY-", chromebooks("Z", 1));
        handOver(cart);
        for (var device : devices) {
            var student =
                    ProductPeople.add(ProductPeople.facts("Yara", device.tag()).with(PatronField.HOMEROOM, room));
            given.write(
                    "insert into loan (item_id, patron_id, site_id, zone, patron_category, lent_at, terms_id) "
                            + "select ?, ?, site_id, zone, 'student', '2026-11-30', terms_id from loan where open_item = ?",
                    device.item(),
                    student,
                    cart.item());
        }
        var plan = collection("End of year " + mark);
        var page = go("/desk/collection?plan=" + plan);
        assertThat(page.texts("#rooms tbody tr")).anyMatch(row -> row.contains(room) && row.contains("30"));
        scans = keys = clicks = 0;
        for (var i = 0; i < 30; i++) {
            scan(devices.get(i).tag());
            if (i == 6 || i == 20) key(Keys.F8);
        }
        Patience.forAPage(browser.driver())
                .until(driver ->
                        driver.findElement(By.id("collected")).getText().startsWith("30 "));
        settled();
        Patience.forAPage(browser.driver())
                .until(driver -> driver.findElements(By.cssSelector("#log li[data-outcome=NO_CHARGER]"))
                                .size()
                        == 2);
        assertThat(page.texts("#log li")).hasSize(30);
        assertThat(page.texts("#log li:not([data-outcome=NO_CHARGER])"))
                .hasSize(28)
                .allMatch(line -> line.contains(room));
        assertThat(scans).isEqualTo(30);
        assertThat(keys).as("one for each charger").isEqualTo(2);
        assertThat(clicks).isZero();
        page = go("/desk/collection?plan=" + plan);
        assertThat(page.text("chargers"))
                .contains(devices.get(6).tag(), devices.get(20).tag());
        assertThat(page.texts("#rooms tbody tr")).anyMatch(row -> row.contains(room) && row.contains("100 %"));
        assertThat(given.number(
                        "select count(*) from loan l join device_record d on d.item_id = l.open_item where d.asset_tag like ?",
                        "Y%" + mark))
                .isZero();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void b83LeaversStandFirstWithAllTheyHave() { // B83
        var device = given.add(chromebooks, "LEFT-" + mark, "");
        var student = ProductPeople.add(ProductPeople.facts("Lea", "Leaves-" + mark));
        given.lend(device.item(), student, device.siteId());
        for (var book : freeBooks()) given.lend(book, student, device.siteId());
        given.write("update patron set missing_since = current_date where id = ?", student);
        var plan = collection("Leavers " + mark);
        var page = go("/desk/collection?plan=" + plan);
        assertThat(page.text("leaver-" + student)).contains("Leaves-" + mark, device.tag(), "Missing from the roster");
        assertThat(page.texts("#leaver-" + student + " ul li"))
                .as("a Chromebook and two books")
                .hasSize(3);
        assertThat(given.number("select count(*) from loan where ended is null and patron_id = ?", student))
                .as("loans untouched")
                .isEqualTo(3);
        assertThat(go("/desk/collection-letters?plan=" + plan).shown()).contains("Leaves-" + mark, device.tag());
        given.write(
                "update loan set ended = 'returned', returned_at = utc_timestamp(3), checked_in_at = utc_timestamp(3), "
                        + "forget_at = utc_timestamp(3) where ended is null and patron_id = ?",
                student);
    }

    /** Copies of two books that nobody has or waits for. */
    private List<Long> freeBooks() {
        var sql = "select i.id from item i join site s on s.id = i.site_id and s.code = 'LMC' "
                + "where i.bib_id not in (select bib_id from bib_unlisted) and i.withdrawn_on is null "
                + "and i.id not in (select open_item from loan where open_item is not null) order by i.id desc limit 2";
        return given.database.read(connection -> Sql.list(connection, sql, row -> row.getLong(1)));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({"carts, en", "cart, es", "counting, en", "collections, es", "collection, en", "letters, es"})
    void everyPageIsForEveryone(String page, String language) {
        var cart = cart("P" + page + language + "-", chromebooks("P" + page + language, 2));
        if (page.equals("counting")) {
            handOver(cart);
            go("/desk/carts/" + cart.id()).press("#start-in");
        }
        var plan = page.startsWith("coll") || page.equals("letters") ? collection("Plan " + page + language + mark) : 0;
        var paths = Map.of(
                "carts", "/desk/carts",
                "cart", "/desk/carts/" + cart.id(),
                "counting", "/desk/carts/" + cart.id(),
                "collections", "/desk/collection",
                "collection", "/desk/collection?plan=" + plan,
                "letters", "/desk/collection-letters?plan=" + plan);
        browser.go("/desk/carts");
        browser.driver().manage().addCookie(new Cookie("carrel-language", language));
        try {
            for (var size : SIZES) {
                browser.size(size);
                browser.go(paths.getOrDefault(page, ""));
                Screenshots.take(browser.driver(), "desk-carts-" + page + "-" + language + "-" + size.getWidth());
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
