package org.carrel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carrel.devices.Device;
import org.carrel.devices.TestDevices;
import org.carrel.fixtures.Staff;
import org.carrel.scheduling.BookingAnswer.Booked;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.ClassSession.State;
import org.carrel.scheduling.TestBookings;
import org.carrel.security.Role;
import org.carrel.testing.TestingRows;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A testing morning: the window is opened, devices are looked at, students sit down, one device fails, the state is told. */
@TestInstance(Lifecycle.PER_CLASS)
class TestingDeskIT {
    private static final Dimension DESK = new Dimension(1366, 900);
    private static final Dimension PHONE = new Dimension(390, 844);

    private Browser browser;
    private TestBookings school;
    private TestDevices devices;
    private String site = "";
    private LocalDate day = LocalDate.EPOCH;
    private long zone;
    private ClassSession session;
    private Device first;
    private Device second;
    private String card = "";
    private int scans;
    private int taps;

    @BeforeAll
    void open() {
        school = TestBookings.open();
        site = school.desk.site;
        devices = TestDevices.at(site, Clock.systemUTC());
        var today = LocalDate.now(Clock.systemUTC());
        school.load("days, " + today + ", " + today.plusDays(60) + ", A B, Mon-Thu\n");
        day = today.plusDays(2)
                .datesUntil(today.plusDays(10))
                .filter(each -> each.getDayOfWeek().compareTo(DayOfWeek.THURSDAY) <= 0)
                .findFirst()
                .orElseThrow();
        zone = school.zone(1, 40);
        var answer = school.bookings.book(school.wish(day, 3, zone), Optional.of("Planned"), school.librarian());
        session = ((Booked) answer).session();
        var model = devices.model("Tested");
        first = devices.add(model, TestDevices.unique("FIRST-"), "");
        second = devices.add(model, TestDevices.unique("SECOND-"), "");
        card = school.desk.card(school.desk.student("Ana"));
        TestingRows.name(coordinator().caller());
        browser = Browser.open("en");
        browser.size(DESK);
    }

    @AfterAll
    void close() {
        if (browser != null) browser.close();
        if (devices != null) devices.close();
        if (school != null) school.close();
    }

    private Staff coordinator() {
        return Staff.of(Role.LIBRARIAN, site);
    }

    private DeskForm go(Staff who, String path) {
        browser.signIn(who);
        browser.goAsIs(path);
        return new DeskForm(browser.driver());
    }

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

    private void set(String id, String value) {
        browser.driver().executeScript("document.getElementById(arguments[0]).value = arguments[1]", id, value);
    }

    private void isForEveryone(String name) {
        for (var language : List.of("en", "es")) {
            browser.speak(language);
            for (var size : List.of(DESK, PHONE)) {
                browser.size(size);
                browser.driver().navigate().refresh();
                Screenshots.take(browser.driver(), "desk-testing-" + name + "-" + language + "-" + size.getWidth());
                assertThat(Axe.violations(browser.driver()))
                        .as(name + " " + language + size)
                        .isEmpty();
                assertThat((Long) browser.driver().executeScript("return document.documentElement.scrollWidth"))
                        .as(name + " scrolls sideways")
                        .isLessThanOrEqualTo(size.getWidth());
            }
        }
        browser.speak("en");
        browser.size(DESK);
        browser.driver().navigate().refresh();
    }

    @Test
    void aTestingMorning() { // B-29, TS-1 to TS-5, TS-8
        go(coordinator(), "/desk/testing-new");
        isForEveryone("new");
        var page = new DeskForm(browser.driver());
        page.type("name", "Spring test").type("first", "2").type("last", "4");
        set("from", day.toString());
        browser.driver().findElement(By.id("res-" + zone)).sendKeys(Keys.SPACE);
        page = page.press("#preview");
        assertThat(page.texts("#out tbody tr")).hasSize(1).allMatch(row -> row.contains("Grade 5, Chen"));
        page = page.press("#open");
        assertThat(page.text("done")).contains("open");
        assertThat(school.bookings.find(session.id()).orElseThrow().state()).isEqualTo(State.DISPLACED);
        isForEveryone("window");
        page = go(coordinator(), "/desk/testing");
        isForEveryone("windows");

        // the technician: one scan and one tap a device (TS-2)
        var technician = Staff.of(Role.TECHNICIAN, site);
        browser.size(PHONE);
        page = go(technician, "/desk/testing-devices");
        page = scan(page, first.tag());
        page = tap(page, "#passed");
        assertThat(page.text("done")).contains(first.tag(), "ready");
        page = scan(page, second.tag());
        page = tap(page, "#passed");
        assertThat(List.of(scans, taps)).as("scans and taps for two devices").isEqualTo(List.of(2, 2));
        isForEveryone("devices");

        // the coordinator: who watches
        var proctor = Staff.of(Role.TEACHER, site);
        page = go(coordinator(), "/desk/testing-rooms");
        isForEveryone("rooms");
        page = new DeskForm(browser.driver());
        page = page.press("#rooms a");
        var room = browser.driver().getCurrentUrl().replaceAll(".*/desk/", "/desk/");
        page = page.choose("account", String.valueOf(proctor.caller().account()))
                .press("#add-proctor");

        // the proctor: two scans a seat, and one tap for who is not on the list
        browser.size(PHONE);
        page = go(proctor, room);
        scans = 0;
        taps = 0;
        page = scan(page, card);
        page = scan(page, first.tag());
        assertThat(page.text("problem")).contains("not on the list");
        page = tap(page, "#add");
        assertThat(page.text("said")).contains("Ana", first.tag());
        assertThat(List.of(scans, taps)).isEqualTo(List.of(2, 1));
        page = scan(page, card);
        page = scan(page, second.tag());
        assertThat(page.text("problem")).contains("say why");
        page = page.type("why", "Screen went dark").press("#put");
        assertThat(page.text("said")).contains(second.tag());
        assertThat(devices.device(first.id()).kept()).isTrue();
        isForEveryone("room");

        // what went wrong: kept while it is written, whatever becomes of the browser (TS-5)
        browser.goAsIs(room + "/incidents");
        browser.driver().findElement(By.id("what")).sendKeys("The screen of one device went dark");
        new WebDriverWait(browser.driver(), Duration.ofSeconds(20))
                .until(driver -> driver.findElement(By.id("kept")).getText().contains("Kept"));
        try (var other = Browser.open("en")) {
            other.signIn(proctor);
            other.goAsIs(room + "/incidents");
            assertThat(new DeskForm(other.driver()).value("what")).isEqualTo("The screen of one device went dark");
        }
        page = new DeskForm(browser.driver()).type("device", first.tag()).press("#enter");
        assertThat(page.texts("#log li")).hasSize(1);
        isForEveryone("incidents");
        browser.goAsIs(room + "/report?names=no");
        page = new DeskForm(browser.driver());
        assertThat(page.texts("#chart tbody tr")).hasSize(2).noneMatch(row -> row.contains("Ana"));
        isForEveryone("report");
        browser.goAsIs(room + "/report");
        assertThat(new DeskForm(browser.driver()).texts("#chart tbody tr")).allMatch(row -> row.contains("Ana"));

        // the technician sees seats, no incidents and nothing of what somebody is allowed (TS-8)
        page = go(technician, room);
        assertThat(page.shows("#to-incidents")).isFalse();
        page = page.press("[id^='release-']");
        assertThat(devices.device(first.id()).kept()).isFalse();

        // one page on paper (TS-4)
        browser.goAsIs(room + "/sheet");
        var pdf = browser.driver()
                .executeCdpCommand(
                        "Page.printToPDF", Map.of("paperWidth", 8.5, "paperHeight", 11, "preferCSSPageSize", true));
        var bytes = new String(
                java.util.Base64.getDecoder().decode(String.valueOf(pdf.get("data"))),
                java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(bytes.split("/Type\\s*/Page\\b", -1)).as("pages").hasSize(2);
        isForEveryone("sheet");

        // called off: the class has its time again (B-29)
        page = go(coordinator(), "/desk/testing").press("#windows a").press("#cancel");
        assertThat(page.text("done")).contains("One class session has its time again");
        assertThat(school.bookings.find(session.id()).orElseThrow().state()).isEqualTo(State.BOOKED);
    }

    @Test
    void anAdministratorNamesCoordinatorsAndRunsNoTest() {
        var page = go(Staff.of(Role.ADMIN, site), "/desk/testing-coordinators");
        assertThat(page.shows("#unname-" + coordinator().caller().account())).isTrue();
        isForEveryone("coordinators");
        browser.goAsIs("/desk/testing-programs");
        isForEveryone("programs");
        browser.goAsIs("/desk/testing");
        assertThat(browser.driver().findElements(By.id("windows"))).isEmpty();
    }
}
