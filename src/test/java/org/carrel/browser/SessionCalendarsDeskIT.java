package org.carrel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.carrel.fixtures.Staff;
import org.carrel.scheduling.TestBookings;
import org.carrel.scheduling.TodaysBookings;
import org.carrel.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Dimension;

/** The page of calendars and links, and what a class sees by a link. */
@TestInstance(Lifecycle.PER_CLASS)
class SessionCalendarsDeskIT {
    private static final List<Dimension> SIZES = List.of(new Dimension(1366, 900), new Dimension(390, 844));

    private TestBookings school;
    private Browser browser;
    private Staff librarian;

    @BeforeAll
    void open() {
        school = TodaysBookings.open();
        librarian = Staff.another(Role.LIBRARIAN);
        browser = Browser.open("en");
        browser.size(SIZES.getFirst());
        browser.signIn(librarian);
    }

    @AfterAll
    void close() {
        if (browser != null) browser.close();
        if (school != null) school.close();
    }

    @Test
    void anAddressIsShownOnceALinkIsMadeOpenedAndSwitchedOff() {
        var session = school.booked(school.wish(TodaysBookings.monday(), 2, school.zone(2, 60)), librarian.caller());
        browser.goAsIs("/schedule/calendar?site=" + school.desk.site);
        var page = new DeskForm(browser.driver());
        assertThat(page.texts("#feed-state").getFirst()).isEqualTo("You have no address yet.");
        var made = page.press("#make");
        assertThat(made.texts("#address-shown").getFirst())
                .matches("https?://.*/calendar/mine/[A-Za-z0-9_-]{43}\\.ics");
        look("made", "en");
        var linked = made.press("#make-link-" + session.id());
        assertThat(linked.texts("#done").getFirst()).isEqualTo("The session has a link now.");
        assertThat(linked.shows("#address-shown")).isFalse();
        var link = linked.texts("#link-" + session.id()).getFirst();

        browser.driver().manage().addCookie(new Cookie("carrel-language", "es"));
        browser.goAsIs("/schedule/calendar?site=" + school.desk.site);
        look("all", "es");
        browser.goAsIs(link.substring(link.indexOf("/s/")));
        assertThat(browser.driver().findElement(By.id("session-title")).getText())
                .isEqualTo("Grade 5, Chen: volcanoes");
        look("link", "es");
        browser.driver().manage().addCookie(new Cookie("carrel-language", "en"));
        browser.driver().findElement(By.id("books")).click();
        assertThat(browser.driver().getCurrentUrl()).contains("/search?q=volcanoes");

        browser.goAsIs("/schedule/calendar?site=" + school.desk.site);
        var off = new DeskForm(browser.driver()).press("#unlink-" + session.id());
        assertThat(off.texts("#done").getFirst()).isEqualTo("The link opens nothing any more.");
        assertThat(off.shows("#make-link-" + session.id())).isTrue();
        var none = off.press("#mail");
        assertThat(none.texts("#mail-state").getFirst()).isEqualTo("You get no letters about your sessions.");
        var stopped = none.press("#revoke");
        assertThat(stopped.texts("#feed-state").getFirst()).isEqualTo("You have no address yet.");
    }

    private void look(String what, String language) {
        for (var size : SIZES) {
            browser.size(size);
            Screenshots.take(browser.driver(), "session-calendars-" + what + "-" + language + "-" + size.getWidth());
            assertThat(Axe.violations(browser.driver())).as(what + " " + size).isEmpty();
            assertThat((Long) browser.driver().executeScript("return document.documentElement.scrollWidth"))
                    .as("scrolls sideways")
                    .isLessThanOrEqualTo(size.getWidth());
            assertThat(browser.complaints()).isEmpty();
        }
        browser.size(SIZES.getFirst());
    }
}
