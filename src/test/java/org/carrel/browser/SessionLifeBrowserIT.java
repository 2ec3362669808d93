package org.carrel.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carrel.scheduling.TestBookings.CHICAGO;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carrel.fixtures.Staff;
import org.carrel.patrons.PatronField;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.carrel.scheduling.BookingAnswer;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.SchedulingInside;
import org.carrel.scheduling.TestBookings;
import org.carrel.scheduling.WaitAnswer;
import org.carrel.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;

/** Series, the waiting list and substitutes, as people see them. */
@TestInstance(Lifecycle.PER_CLASS)
class SessionLifeBrowserIT {
    private static final List<Dimension> SIZES = List.of(new Dimension(1366, 900), new Dimension(390, 844));

    private Browser browser;
    private TestBookings school;
    private LocalDate monday;
    private long zone;

    @BeforeAll
    void openBrowser() {
        browser = Browser.open("en");
        browser.size(SIZES.getFirst());
    }

    @AfterAll
    void closeBrowser() {
        if (browser != null) browser.close();
    }

    @BeforeEach
    void open() {
        school = TestBookings.open();
        var today = LocalDate.now(CHICAGO);
        school.desk.clock.set(Instant.now());
        school.load("days, " + today.plusDays(3) + ", " + today.plusDays(100) + ", A, Mon-Fri\n");
        monday = today.plusDays(7).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        zone = school.zone(1, 30);
    }

    @AfterEach
    void close() {
        if (school != null) school.close();
    }

    private SchoolPage at(String address) {
        browser.goAsIs(address);
        return new SchoolPage(browser.driver());
    }

    private void day(String id, LocalDate day) {
        browser.driver()
                .executeScript("document.getElementById(arguments[0]).value = arguments[1]", id, day.toString());
    }

    private void looksRight(String address, String name) {
        for (var language : List.of("en", "es")) {
            browser.speak(language);
            browser.goAsIs(address);
            for (var size : SIZES) {
                browser.size(size);
                Screenshots.take(browser.driver(), name + "-" + language + "-" + size.getWidth());
                assertThat(Axe.violations(browser.driver()))
                        .as(name + language + size)
                        .isEmpty();
                assertThat((Long) browser.driver().executeScript("return document.documentElement.scrollWidth"))
                        .as(name + language + size)
                        .isLessThanOrEqualTo(size.getWidth());
            }
            browser.size(SIZES.getFirst());
        }
        browser.speak("en");
    }

    private ClassSession booked(LocalDate day, Staff by) {
        return school.booked(school.wish(day, 2, zone), by.caller());
    }

    @Test
    void aSessionIsRepeatedAndWhatIsFreeLaterIsAdded() { // B-17, B-22, B-24, B-26
        var teacher = Staff.of(Role.TEACHER, school.desk.site);
        var session = booked(monday, teacher);
        var other = school.teacher();
        var taken = school.booked(school.wish(monday.plusWeeks(2), 2, zone), other);
        browser.signIn(teacher);
        var page = at("/schedule/series?session=" + session.id());
        day("last", monday.minusDays(3));
        page = page.press("look");
        assertThat(page.text("last-problem")).contains("The last day is before the first.");
        assertThat(browser.driver().switchTo().activeElement().getDomAttribute("id"))
                .isEqualTo("last");
        day("last", monday.plusWeeks(3));
        page = page.press("look");
        assertThat(page.text("counted")).isEqualTo("2 of 3 are free.");
        assertThat(page.rows("dates").get(1)).contains("is taken");
        looksRight(browser.driver().getCurrentUrl().replaceFirst("^https?://[^/]+", ""), "series-preview");
        page = new SchoolPage(browser.driver());
        page = page.press("book-free");
        assertThat(page.text("done")).isEqualTo("The sessions are booked.");
        assertThat(page.rows("sessions")).hasSize(2);
        assertThat(page.rows("left")).hasSize(1);
        school.bookings.cancel(taken.id(), "", other);
        var address = browser.driver()
                .getCurrentUrl()
                .replaceFirst("^https?://[^/]+", "")
                .replaceFirst("\\?.*", "");
        page = at(address).press("do-add");
        assertThat(page.text("done")).isEqualTo("What was free is added.");
        assertThat(page.rows("sessions")).hasSize(3);

        browser.driver()
                .findElement(By.cssSelector("#sessions input[type=radio]"))
                .click();
        browser.driver()
                .findElement(By.cssSelector("#scope option[value=COMING]"))
                .click();
        page = page.type("periods", "3").press("do-change");
        assertThat(page.text("done")).isEqualTo("The sessions are changed.");
        assertThat(page.rows("sessions")).allMatch(row -> row.contains("Period 3"));
        browser.driver()
                .findElements(By.cssSelector("#sessions input[type=radio]"))
                .get(1)
                .click();
        page = page.press("do-cancel");
        assertThat(page.rows("sessions").get(1)).contains("Called off");
        assertThat(page.rows("sessions").get(2)).contains("Booked");
        looksRight(address, "series");
        assertThat(at("/schedule/series").rows("series")).hasSize(1);
    }

    @Test
    void whatIsOfferedIsTakenByOneTap() {
        var teacher = Staff.of(Role.TEACHER, school.desk.site);
        var owner = school.teacher();
        var taken = school.booked(school.wish(monday, 2, zone), owner);
        var waiting = SchedulingInside.waiting(school.desk.database, school.desk.clock, school.desk.calendar);
        assertThat(waiting.join(school.wish(monday, 2, zone), teacher.caller())).isInstanceOf(WaitAnswer.Waits.class);
        browser.signIn(teacher);
        var page = at("/schedule/waiting");
        assertThat(page.text("main")).contains("You are the first in line.");
        school.bookings.cancel(taken.id(), "", owner);
        SchedulingInside.offer(school.desk.database, waiting);
        looksRight("/schedule/waiting", "waiting");
        page = at("/schedule/waiting");
        assertThat(page.text("main")).contains("It is kept for you until");
        var button = browser.driver()
                .findElement(By.cssSelector("button[value=take]"))
                .getDomAttribute("id");
        page = page.press(String.valueOf(button));
        assertThat(page.text("done")).isEqualTo("It is booked.");
        assertThat(school.bookings.book(school.wish(monday, 2, zone), Optional.empty(), school.teacher()))
                .isInstanceOf(BookingAnswer.Refused.class);
    }

    @Test
    void aLibrarianLetsSomebodyStandInWhoSaysThatTheClassIsThere() {
        var session = booked(monday, Staff.of(Role.TEACHER, school.desk.site));
        var patron = school.desk.person(
                Map.of(PatronField.GIVEN_NAME, "Rosa", PatronField.CATEGORY, "TEACHER", PatronField.GRADE, ""));
        school.desk.database.transaction(connection -> Sql.update(
                connection,
                "update session_teacher set patron_id = ? where id = ?",
                patron,
                session.teacher().id()));
        var substitute = Staff.of(Role.SUBSTITUTE, school.desk.site);
        browser.signIn(Staff.of(Role.LIBRARIAN, school.desk.site));
        var page = at("/desk/substitutes");
        browser.driver()
                .findElement(By.cssSelector("#teacher option[value='" + patron + "']"))
                .click();
        browser.driver()
                .findElement(By.cssSelector(
                        "#account option[value='" + substitute.caller().account() + "']"))
                .click();
        day("from", monday);
        page = page.press("do-add");
        assertThat(page.text("done")).isEqualTo("Saved.");
        assertThat(page.rows("acting")).hasSize(1);
        looksRight("/desk/substitutes", "substitutes");
        page = at("/desk/substitutes").type("minutes", "0").press("do-minutes");
        assertThat(page.text("wrong")).contains("Write minutes from 1 to 240");

        browser.signIn(substitute);
        page = at("/schedule/substitute");
        looksRight("/schedule/substitute", "substitute");
        // Days before it there is nothing to say yet.
        assertThat(browser.driver().findElements(By.id("claim-" + session.id())))
                .isEmpty();
        isToday(session, patron);
        page = at("/schedule/substitute");
        page = page.press("claim-" + session.id());
        assertThat(page.text("done")).isEqualTo("Thank you: the class has come.");
        assertThat(school.bookings.find(session.id()).orElseThrow().claimed()).isPresent();
    }

    /** The session is going on, and who stands in does so today. */
    private void isToday(ClassSession session, long patron) {
        var now = Instant.now();
        school.desk.database.transaction(connection -> {
            Sql.update(
                    connection,
                    "update class_session set on_date = ?, starts_at = ?, ends_at = ? where id = ?",
                    LocalDate.now(CHICAGO),
                    Utc.of(now.minusSeconds(600)),
                    Utc.of(now.plusSeconds(1800)),
                    session.id());
            return Sql.update(
                    connection,
                    "update acting_for set from_on = ?, to_on = ? where teacher_id = (select id from session_teacher where patron_id = ?)",
                    LocalDate.now(CHICAGO),
                    LocalDate.now(CHICAGO),
                    patron);
        });
    }
}
