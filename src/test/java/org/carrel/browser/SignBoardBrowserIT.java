package org.carrel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.carrel.fixtures.Staff;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.carrel.school.SchoolCalendar;
import org.carrel.security.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A sign at a door and the first tile of the start page, on screens that belong to the library. */
class SignBoardBrowserIT {
    private static final String SITE = "LMC";
    private static final String TOPIC = "glaciers of " + Long.toString(System.nanoTime(), 28);

    private final List<Long> sessions = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private long room;

    @BeforeEach
    void book() {
        now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MINUTES);
        Staff.with(doors -> doors.database().transaction(connection -> {
            Sql.update(
                    connection,
                    "insert into booking_resource (site_id, kind, name_en, name_es, class_capacity) "
                            + "select id, 'zone', ?, ?, 2 from site where code = ?",
                    "Room of " + TOPIC,
                    "Sala de " + TOPIC,
                    SITE);
            room = id(connection);
            return true;
        }));
        add("research", TOPIC, Duration.ofMinutes(-5), Duration.ofMinutes(30));
        add("testing", "", Duration.ofMinutes(-4), Duration.ofMinutes(30));
    }

    private static long id(Connection connection) throws SQLException {
        return Sql.first(connection, "select last_insert_id()", row -> row.getLong(1))
                .orElseThrow();
    }

    /** A session of today of the class of Ms. Secret, which has come. */
    private void add(String kind, String topic, Duration from, Duration until) {
        var teacher = Staff.of(Role.LIBRARIAN, SITE).caller().account();
        Staff.with(doors -> {
            var calendar = new SchoolCalendar(doors.database(), Clock.systemUTC(), doors.audit()).of(SITE);
            return doors.database().transaction(connection -> {
                Sql.update(
                        connection,
                        "insert into session_teacher (account_id) values (?) on duplicate key update id = last_insert_id(id)",
                        teacher);
                var owner = id(connection);
                Sql.update(
                        connection,
                        """
                        insert into class_session (site_id, kind, state, uid, teacher_id, class_name, heads, purpose, topic, on_date,
                            first_period, last_period, starts_at, ends_at, claimed_at, request_id, booked_at, changed_at)
                        select id, ?, 'booked', uuid(), ?, 'Class of Ms. Secret', 20, 'Extended time for some', ?, ?, 1, 1, ?, ?,
                            utc_timestamp(3), uuid(), utc_timestamp(3), utc_timestamp(3) from site where code = ?
                        """,
                        kind,
                        owner,
                        topic,
                        calendar.today(now),
                        Utc.of(now.plus(from)),
                        Utc.of(now.plus(until)),
                        SITE);
                var session = id(connection);
                sessions.add(session);
                return Sql.update(
                        connection,
                        "insert into session_part (session_id, resource_id, quantity) values (?, ?, 20)",
                        session,
                        room);
            });
        });
    }

    @AfterEach
    void clear() {
        Staff.with(doors -> doors.database().transaction(connection -> {
            for (var session : sessions) {
                Sql.update(connection, "delete from session_part where session_id = ?", session);
                Sql.update(connection, "delete from class_session where id = ?", session);
            }
            return Sql.update(connection, "delete from booking_resource where id = ?", room);
        }));
    }

    @Test
    void aScreenAtTheDoorSaysWhatIsOnAndNobodysName() { // TS-8
        try (var screen = KioskScreen.enrol("At the door", "STANDARD", false)) {
            var driver = screen.driver();
            screen.browser().goAsIs("/sign?of=" + room);
            assertThat(text(driver, "sign-title")).contains(TOPIC);
            assertThat(text(driver, "sign-now")).contains(TOPIC).containsAnyOf("Testing: quiet, please", "Examen");
            assertThat(driver.getPageSource())
                    .as("who, for what, and what somebody is allowed")
                    .doesNotContain("Secret", "Extended time");
            assertThat(Axe.violations(driver)).isEmpty();
            Screenshots.take(driver, "kiosk-sign-now");
            var title = text(driver, "sign-title");
            new WebDriverWait(driver, Duration.ofSeconds(60))
                    .ignoring(StaleElementReferenceException.class)
                    .until(now -> !text(now, "sign-title").equals(title));
            assertThat(text(driver, "sign-title"))
                    .as("in the other language by itself")
                    .contains(TOPIC);
            screen.browser().goAsIs("/sign?of=999999999");
            assertThat(driver.findElements(By.id("sign-now"))).isEmpty();
            assertThat(text(driver, "sign-unknown")).isNotEmpty();
        }
    }

    private static String text(WebDriver driver, String id) {
        return driver.findElement(By.id(id)).getText();
    }

    @Test
    void aScreenThatIsNotTheLibrarysSaysNothing() {
        try (var stranger = Browser.open("en")) {
            stranger.driver().manage().deleteAllCookies();
            stranger.goAsIs("/sign?of=" + room);
            assertThat(stranger.driver().getPageSource()).doesNotContain(TOPIC);
        }
    }

    @Test
    void whatTheClassHasComeForIsTheFirstTileAndLeadsToItsBooks() {
        try (var screen = KioskScreen.enrol("In the reading room", "STANDARD", false)) {
            var home = new HomePage(screen.driver());
            assertThat(home.topics().getFirst()).isEqualTo(TOPIC);
            assertThat(screen.driver().getPageSource()).doesNotContain("Secret");
            screen.driver().findElement(By.cssSelector("#topics a")).click();
            Patience.forAPage(screen.driver())
                    .until(driver -> String.valueOf(driver.getCurrentUrl()).contains("/search?q=glaciers"));
            Staff.with(doors -> doors.database()
                    .transaction(connection -> Sql.update(
                            connection,
                            "update class_session set ends_at = utc_timestamp() where id = ?",
                            sessions.getFirst())));
            assertThat(screen.browser().home().topics())
                    .as("gone with the class")
                    .isNotEmpty()
                    .doesNotContain(TOPIC);
        }
    }
}
