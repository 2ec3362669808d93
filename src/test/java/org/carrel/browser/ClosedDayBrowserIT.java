package org.carrel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.carrel.fixtures.Staff;
import org.carrel.scheduling.BookingResource.Kind;
import org.carrel.scheduling.ClassSession.State;
import org.carrel.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;

/** Snow: the calendar closes a day, the schedule has no school on it, and what was booked is looked at (B-36). */
@TestInstance(Lifecycle.PER_CLASS)
class ClosedDayBrowserIT {
    private static final List<Dimension> SIZES = List.of(new Dimension(1366, 900), new Dimension(390, 844));

    private final ProductSchedule school = new ProductSchedule();
    private Browser browser;

    @BeforeAll
    void open() {
        browser = Browser.open("en");
        browser.size(SIZES.getFirst());
    }

    @AfterAll
    void close() {
        if (browser != null) browser.close();
    }

    private void isForEveryone(String name) {
        for (var language : List.of("en", "es")) {
            browser.speak(language);
            browser.driver().navigate().refresh();
            for (var size : SIZES) {
                browser.size(size);
                Screenshots.take(browser.driver(), "desk-closed-" + name + "-" + language + "-" + size.getWidth());
                assertThat(Axe.violations(browser.driver())).as(language + size).isEmpty();
                assertThat((Long) browser.driver().executeScript("return document.documentElement.scrollWidth"))
                        .isLessThanOrEqualTo(size.getWidth());
            }
            browser.size(SIZES.getFirst());
        }
        browser.speak("en");
        browser.driver().navigate().refresh();
    }

    @Test
    void aSnowDayLeadsFromTheCalendarToWhatIsBookedAndTheWeekSaysWhy() { // B-36
        var room = school.thing(Kind.ZONE, "Snowy room", 1);
        var teacher = school.somebody(Role.TEACHER);
        var off = school.booked(teacher.caller(), school.monday, 2, room);
        var moved = school.booked(teacher.caller(), school.monday, 3, room);
        browser.signIn(Staff.of(Role.ADMIN, school.site));
        browser.goAsIs("/desk/calendar?site=" + school.site);
        var page = new SchoolPage(browser.driver())
                .type("first", school.monday.toString())
                .type("reasonEn", "Snow")
                .type("reasonEs", "Nieve")
                .press("add-closure");
        assertThat(page.text("booked-says")).startsWith("2 class sessions are booked on these days.");
        isForEveryone("calendar");
        page = new SchoolPage(browser.driver()).press("to-booked");
        assertThat(page.text("effect-says")).startsWith("Nothing is changed yet");
        assertThat(browser.driver().findElements(By.cssSelector("#effect fieldset")))
                .hasSize(2);
        assertThat(Axe.violations(browser.driver())).isEmpty();
        assertThat(school.bookings.find(off.id()).orElseThrow().state()).isEqualTo(State.BOOKED);
        browser.driver().findElement(By.id("cancel-" + off.id())).click();
        browser.driver().findElement(By.id("move-" + moved.id())).click();
        page = page.type("effect-why", "Snow").press("agree");
        assertThat(page.text("done")).startsWith("Done:");
        assertThat(school.bookings.find(off.id()).orElseThrow().state()).isEqualTo(State.CANCELLED);
        assertThat(school.bookings.find(moved.id()).orElseThrow().day()).isNotEqualTo(school.monday);

        browser.signIn(teacher);
        browser.goAsIs("/schedule?site=" + school.site + "&day=" + school.monday);
        var week = new SchedulePage(browser.driver());
        assertThat(week.text("grid")).contains("Snow");
        assertThat(browser.driver().findElements(By.id(SchedulePage.free(school.monday, 1))))
                .isEmpty();
        browser.goAsIs("/schedule/book?site=" + school.site + "&day=" + school.monday + "&period=2&need=" + room);
        var form = new SchedulePage(browser.driver()).click("send");
        assertThat(form.text("main")).contains("no school");

        browser.signIn(Staff.of(Role.ADMIN, school.site));
        browser.goAsIs("/desk/timetable?site=" + school.site);
        page = new SchoolPage(browser.driver()).press("do-undo");
        assertThat(page.text("done")).isEqualTo("The last change is taken back.");
        assertThat(school.bookings.find(off.id()).orElseThrow().state()).isEqualTo(State.BOOKED);
        assertThat(school.bookings.find(moved.id()).orElseThrow().span()).isEqualTo(moved.span());
    }

    @Test
    void aListOfClosuresLeadsToWhatIsBookedOnItsDaysAndOnNoOther() { // B-36
        var room = school.thing(Kind.ZONE, "Listed room", 1);
        var teacher = school.somebody(Role.TEACHER);
        var week = school.monday.plusWeeks(2);
        school.booked(teacher.caller(), week, 2, room);
        school.booked(teacher.caller(), week.plusDays(1), 2, room);
        school.booked(teacher.caller(), week.plusDays(2), 2, room);
        browser.signIn(Staff.of(Role.ADMIN, school.site));
        browser.goAsIs("/desk/calendar?site=" + school.site);
        var page = new SchoolPage(browser.driver())
                .type(
                        "pasted",
                        week + "," + week + ",Storm,Tormenta\n" + week.plusDays(2) + "," + week.plusDays(2) + ",Flood,")
                .press("add-closures");
        assertThat(page.text("booked-says")).startsWith("2 class sessions are booked on these days.");
        page = new SchoolPage(browser.driver()).press("to-booked");
        assertThat(browser.driver().findElements(By.cssSelector("#effect fieldset")))
                .as("the open day between is not touched")
                .hasSize(2);
    }
}
