package org.carrel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.catalog.ImportRequest;
import org.carrel.devices.Device;
import org.carrel.devices.DeviceCategory;
import org.carrel.devices.TestDevices;
import org.carrel.fixtures.Staff;
import org.carrel.fixtures.inside.TestMarc;
import org.carrel.patrons.PatronField;
import org.carrel.scheduling.BookingAnswer;
import org.carrel.scheduling.BookingResource;
import org.carrel.scheduling.BookingResource.Kind;
import org.carrel.scheduling.BookingResources;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.PartWish;
import org.carrel.scheduling.SessionFacts;
import org.carrel.scheduling.SessionWish;
import org.carrel.scheduling.TestBookings;
import org.carrel.scheduling.Timetables;
import org.carrel.school.SchoolCalendar;
import org.carrel.school.SiteDraft;
import org.carrel.school.Sites;
import org.carrel.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;

/** What a class session is for the desk, from preparing it to the report: one story. */
@TestInstance(Lifecycle.PER_CLASS)
class SessionsBrowserIT {
    private static final Dimension DESK = new Dimension(1366, 900);
    private static final Dimension PHONE = new Dimension(390, 844);
    private static final Duration BEFORE = Duration.ofHours(3);

    private final String mark =
            Long.toString(System.nanoTime() % 1_000_000_000, 28).toUpperCase(Locale.ROOT);
    private final String code = "ZJ-" + mark;
    private final String topic = "vulcanism" + Long.toString(System.nanoTime(), 28);
    private final String teacher = "Chen-" + code;
    private final String book = "B" + Long.toString(System.nanoTime(), 28).toUpperCase(Locale.ROOT);
    private Browser browser;
    private TestDevices devices;
    private Device cart;
    private ClassSession session;

    /** Where it is noon or nearly: the session is within the day. */
    private static ZoneId zone(Sites sites, Instant now) {
        return sites.zones().stream()
                .map(ZoneId::of)
                .filter(zone -> Math.abs(now.atZone(zone).getHour() - 12) <= 2)
                .findFirst()
                .orElseThrow();
    }

    @BeforeAll
    void open() {
        var now = Clock.systemUTC().instant();
        var zone = Staff.with(doors -> {
            var sites = new Sites(doors.database(), Clock.systemUTC(), doors.audit());
            var found = zone(sites, now);
            sites.add(new SiteDraft(code, "Joined School", "", "", found.getId(), "BOTH", "", "", 0), 1);
            return found;
        });
        devices = TestDevices.at(code, Clock.systemUTC());
        cart = devices.add(devices.model("Carts " + code, DeviceCategory.CART), "CT-" + mark, "");
        var chromebooks = devices.model("Maker " + code);
        for (var i = 1; i <= 2; i++)
            devices.write(
                    "insert into container_slot (container_id, slot, position, device_id) values (?, ?, ?, ?)",
                    cart.id(),
                    String.valueOf(i),
                    i,
                    devices.add(chromebooks, "CB" + i + "-" + mark, "").id());
        var file = new TestMarc()
                .book(
                        code + "-1",
                        "All about " + topic,
                        "=852  \\\\$b" + code + "$h551.21$iALL$p" + book,
                        "=650  \\0$a" + topic)
                .file();
        ProductImports.with(imports -> imports.run(new ImportRequest(file, code, true), done -> {}));
        var patron = ProductPeople.add(ProductPeople.facts("Linda", teacher)
                .with(PatronField.CATEGORY, "TEACHER")
                .with(PatronField.SITE, code));
        session = booked(now, zone, patron);
        browser = Browser.open("en");
        browser.size(DESK);
    }

    private ClassSession booked(Instant now, ZoneId zone, long patron) {
        var local = now.atZone(zone);
        var day = local.toLocalDate();
        var librarian = Staff.another(Role.LIBRARIAN).caller();
        return Staff.at(Clock.fixed(now.minus(BEFORE), ZoneOffset.UTC), doors -> {
            var clock = Clock.fixed(now.minus(BEFORE), ZoneOffset.UTC);
            var calendars = new SchoolCalendar(doors.database(), clock, doors.audit());
            var lines = "type, A, A day\nbell, A, 1, Period 1, %s, %s, %s\nday, %s, A\nday, %s, A\n"
                    .formatted(
                            local.minusMinutes(10).toLocalTime().withSecond(0).withNano(0),
                            local.plusHours(2).toLocalTime().withSecond(0).withNano(0),
                            day.minusDays(30),
                            day,
                            day.plusDays(1));
            assertThat(new Timetables(doors.database(), clock, calendars, doors.audit())
                            .load(code, lines, librarian.account()))
                    .isEmpty();
            var resources = new BookingResources(doors.database(), clock);
            for (var thing : List.of(
                    resource(Kind.ZONE, "Reading room", OptionalLong.empty()),
                    resource(Kind.CART, "Cart A", OptionalLong.of(cart.id()))))
                assertThat(resources.save(thing, librarian)).isEmpty();
            var bookings = TestBookings.beside(doors.database(), clock, doors.audit());
            var parts = new ArrayList<PartWish>();
            for (var thing : resources.list(code))
                parts.add(new PartWish(thing.id(), thing.kind() == Kind.CART ? 2 : 24, false));
            var about = new SessionFacts(
                    OptionalLong.empty(), "Grade 5, Chen", "5", 24, "Science", "Find three sources", topic, 1);
            var wish = new SessionWish(
                    code, day, 1, 1, bookings.teacher(patron, code, librarian), about, parts, UUID.randomUUID());
            return ((BookingAnswer.Booked) bookings.book(wish, Optional.of("For the story"), librarian)).session();
        });
    }

    private BookingResource resource(Kind kind, String name, OptionalLong device) {
        return new BookingResource(
                0,
                code,
                kind,
                name,
                "",
                1,
                OptionalInt.empty(),
                Duration.ZERO,
                Duration.ofMinutes(10),
                device,
                OptionalLong.empty(),
                OptionalInt.empty(),
                OptionalLong.empty(),
                0,
                false);
    }

    @AfterAll
    void close() {
        if (devices != null) devices.close();
        if (browser != null) browser.close();
    }

    private DeskForm go(Staff person, String path) {
        browser.signIn(person);
        browser.goAsIs(path);
        return new DeskForm(browser.driver());
    }

    private void looks(String name) {
        for (var size : List.of(DESK, PHONE)) {
            browser.size(size);
            Screenshots.take(browser.driver(), name + "-" + size.getWidth());
            assertThat(Axe.violations(browser.driver())).as(name + size).isEmpty();
        }
        browser.size(DESK);
    }

    @Test
    void aClassIsPreparedForComesTakesItsCartAndBooksBringsThemBackAndStandsInTheReport() {
        var technician = Staff.of(Role.TECHNICIAN);
        var librarian = Staff.of(Role.LIBRARIAN);

        go(technician, "/desk/session-books/" + session.id());
        Patience.forAPage(browser.driver()).until(driver -> {
            browser.goAsIs("/desk/session-books/" + session.id() + "?topic=" + topic + "&number=3");
            return !driver.findElements(By.id("proposals")).isEmpty();
        });
        var page = new DeskForm(browser.driver());
        looks("desk-session-books");
        page = page.press("#add-books");
        assertThat(page.texts("#wanted-rows tbody tr"))
                .hasSize(1)
                .first()
                .asString()
                .contains("All about", "551.21");
        page = page.type("scan", book).press("#scan-do");
        assertThat(page.text("done")).contains("On the cart");
        assertThat(page.texts("#pulled tbody tr")).hasSize(1);
        page = page.type("scan", "NOBODY-" + code).press("#scan-do");
        assertThat(page.text("problem")).contains("NOBODY-" + code);

        page = go(technician, "/desk/preparation?site=" + code);
        var row = "#session-" + session.id();
        assertThat(page.texts(row).getFirst())
                .contains("Grade 5, Chen", "Charge Cart A: 2 devices, to Reading room", "Books: 1 of 1 pulled");
        looks("desk-preparation");
        page = page.press("#done-" + session.id());
        assertThat(page.shows("#ready-" + session.id())).isTrue();

        browser.goAsIs("/desk/circulation?site=" + code);
        var desk = new DeskPage(browser.driver());
        desk.scanned(cart.tag());
        assertThat(desk.newest()).contains("Checked out");
        assertThat(browser.driver().findElement(By.id("log")).getText()).contains(teacher, "Grade 5, Chen");
        desk.scanned(cart.tag());
        assertThat(browser.driver().findElement(By.id("log")).getText()).contains("Count what is in it");
        desk.scanned(book);
        assertThat(browser.driver().findElement(By.id("log")).getText())
                .as("it goes back to the cart of books")
                .contains("book cart of Grade 5, Chen");

        page = go(
                librarian,
                "/desk/schedule-report?site=" + code + "&first=" + session.day().minusDays(7) + "&last="
                        + session.day());
        assertThat(page.text("total")).contains("1 session", "24 students");
        browser.driver()
                .findElement(By.cssSelector("[aria-labelledby=chart-teacher] summary"))
                .click();
        assertThat(page.texts("#table-teacher tbody tr"))
                .hasSize(1)
                .first()
                .asString()
                .contains(teacher);
        looks("desk-schedule-report");

        page = go(librarian, "/desk/signs?site=" + code);
        assertThat(page.texts("#signs li")).hasSize(3);
        looks("desk-signs");
        browser.goAsIs("/sign");
        assertThat(browser.driver().findElement(By.id("sign")).getText())
                .as("a browser that is no screen of the library's")
                .doesNotContain(topic);
        assertThat(browser.complaints()).as("a scan that was refused").allMatch(line -> line.contains("422"));
    }
}
