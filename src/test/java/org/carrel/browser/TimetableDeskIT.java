package org.carrel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.carrel.fixtures.Staff;
import org.carrel.platform.Sql;
import org.carrel.scheduling.DayType;
import org.carrel.scheduling.Timetable;
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

/** Types of days, their bells, and painting days in the calendar. */
@TestInstance(Lifecycle.PER_CLASS)
class TimetableDeskIT {
    private static final List<Dimension> SIZES = List.of(new Dimension(1366, 900), new Dimension(390, 844));
    private static final String LINES = """
            type, A, A day, Día A
            type, B, B day, Día B
            type, OFF, No school, Sin clases, closed
            bell, A, 1, Period 1, 8:10, 8:55
            bell, A, 2, Period 2, 9:00, 9:45
            bell, A, 1, Period 1, 8:30, 9:10, 2036-03-17
            bell, B, 1, Period 1, 8:10, 8:50
            days, 2036-03-03, 2036-03-14, A B
            day, 2036-03-05, OFF
            """;

    private final String code = "ZT-" + Long.toString(System.nanoTime(), 28).toUpperCase();
    private Browser browser;

    @BeforeAll
    void open() {
        Staff.with(doors -> new Sites(doors.database(), Clock.systemUTC(), doors.audit())
                .add(new SiteDraft(code, "Timely School", "", "", "Pacific/Auckland", "BOTH", "", "", 0), 1));
        browser = Browser.open("en");
        browser.size(SIZES.getFirst());
    }

    @AfterAll
    void close() {
        Staff.with(doors -> doors.database().transaction(connection -> {
            var site = Sql.first(connection, "select id from site where code = ?", row -> row.getInt(1), code);
            Sql.update(connection, "delete from school_day where site_id = ?", site.orElseThrow());
            Sql.update(connection, "delete from day_type where site_id = ?", site.orElseThrow());
            Sql.update(connection, "delete from timetable_change where site_id = ?", site.orElseThrow());
            Sql.update(connection, "delete from timetable_version where site_id = ?", site.orElseThrow());
            Sql.update(connection, "delete from site_setting where site_id = ?", site.orElseThrow());
            return Sql.update(connection, "delete from site where id = ?", site.orElseThrow());
        }));
        if (browser != null) browser.close();
    }

    private SchoolPage at(String more) {
        browser.go("/desk/timetable?site=" + code + more);
        return new SchoolPage(browser.driver());
    }

    private void load(String lines) {
        browser.driver().findElement(By.id("lines")).clear();
        browser.driver().findElement(By.id("lines")).sendKeys(lines);
        var before = browser.driver().findElement(By.id("load-lines"));
        before.click();
        Gone.await(browser.driver(), before);
    }

    private Timetable stored() {
        return Staff.with(doors -> {
            var calendars = new SchoolCalendar(doors.database(), Clock.systemUTC(), doors.audit());
            return new Timetables(doors.database(), Clock.systemUTC(), calendars, doors.audit()).of(code);
        });
    }

    @Test
    void linesAreTakenAllOrNoneAndADayIsPaintedByOneTap() {
        var page = at("");
        load(LINES + "bell, B, 2, Period 2, 8:40, 9:30\nday, 2036-02-30, A");
        assertThat(page.text("load-problems"))
                .contains("Line 10: It overlaps “Period 1”.", "Line 11: “2036-02-30” is not a day.");
        assertThat(stored().days()).isEmpty();
        load(LINES);
        assertThat(page.text("done")).isEqualTo("All lines are added.");
        assertThat(page.text("type-A")).contains("A day", "Period 2", "From Mon, Mar 17, 2036 on");
        var monday = LocalDate.of(2036, 3, 3);
        assertThat(stored().typeOn(monday).map(DayType::code)).contains("A");
        assertThat(stored().isSchoolDay(monday.plusDays(2))).isFalse();
        assertThat(stored().schoolDays(monday, monday.plusDays(30))).hasSize(9);
        assertThat(stored().period(monday, 2)).isPresent();

        page = at("&month=2036-03");
        assertThat(page.text("month-2036-03")).contains("No school: 1");
        browser.driver().findElement(By.id("brush-B")).click();
        var day = browser.driver().findElement(By.id("day-2036-03-03"));
        assertThat(day.getAccessibleName()).isEqualTo("Mon, Mar 3, 2036: A day");
        day.click();
        Gone.await(browser.driver(), day);
        assertThat(page.text("done")).isEqualTo("Mon, Mar 3, 2036 is now: B day.");
        assertThat(stored().typeOn(monday).map(DayType::code)).contains("B");
        assertThat(browser.driver().findElement(By.id("brush-B")).isSelected())
                .as("the same type paints on")
                .isTrue();
        assertThat(browser.driver().findElements(By.id("untype-B")))
                .as("some days are of it")
                .isEmpty();

        for (var language : List.of("en", "es")) {
            browser.speak(language);
            at("&month=2036-03");
            for (var size : SIZES) {
                browser.size(size);
                Screenshots.take(browser.driver(), "desk-timetable-" + language + "-" + size.getWidth());
                assertThat(Axe.violations(browser.driver())).as(language + size).isEmpty();
                assertThat((Long) browser.driver().executeScript("return document.documentElement.scrollWidth"))
                        .isLessThanOrEqualTo(size.getWidth());
            }
            browser.size(SIZES.getFirst());
        }
        browser.speak("en");
    }

    @Test
    void aLibrarianReadsAndChangesNothing() {
        try (var other = Browser.open("en")) {
            other.signIn(Staff.of(Role.LIBRARIAN, "LMC"));
            other.goAsIs("/desk/timetable");
            assertThat(other.driver().findElements(By.id("months"))).isNotEmpty();
            assertThat(other.driver().findElements(By.cssSelector("#main button")))
                    .isEmpty();
        }
    }
}
