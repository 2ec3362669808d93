package org.carrel.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.carrel.fixtures.Staff;
import org.carrel.platform.Database;
import org.carrel.platform.DatabaseProblem;
import org.carrel.platform.Sql;
import org.carrel.school.SchoolProblem.Field;
import org.carrel.school.SchoolProblem.Kind;
import org.carrel.security.AuditEvent;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.AuditTrail;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Sites and calendars through their doors, on the product's database. Every test has a site of its own. */
class SchoolIT {
    /** The day before Thanksgiving, at ten in the morning in Denver. */
    private static final Clock DAY = Clock.fixed(Instant.parse("2026-11-25T17:00:00Z"), ZoneId.of("Pacific/Auckland"));

    private static final long ADMIN = 4711;

    private record Doors(Database database, Sites sites, SchoolCalendar calendar, AuditTrail audit) {}

    private static void with(Consumer<Doors> act) {
        Staff.at(DAY, doors -> {
            var database = doors.database();
            var sites = new Sites(database, DAY, doors.audit());
            act.accept(new Doors(database, sites, new SchoolCalendar(database, DAY, doors.audit()), doors.audit()));
            return true;
        });
    }

    private static SiteDraft draft(String code, String name, int version) {
        return new SiteDraft(code, name, "", "", "America/Denver", "BOTH", "", "books@example.org", version);
    }

    private static SchoolSite added(Doors doors) {
        var code = "ZZ-" + Long.toString(System.nanoTime(), 28);
        assertThat(doors.sites().add(draft(code, "School " + code, 0), ADMIN)).isEmpty();
        return doors.sites().find(code).orElseThrow();
    }

    @Test
    void theSampleSchoolHasItsCalendarFromTheFirstStart() {
        with(doors -> {
            var calendar = doors.calendar().of("lmc");
            assertThat(calendar.zone()).isEqualTo(ZoneId.of("America/Chicago"));
            assertThat(calendar.week().get(DayOfWeek.MONDAY).typed()).isEqualTo("07:30-12:00, 12:30-16:00");
            assertThat(calendar.terms()).extracting(Term::name).contains("Fall semester", "Spring semester");
            assertThat(calendar.closureOn(LocalDate.of(2026, 12, 24))
                            .orElseThrow()
                            .reasonEs())
                    .isEqualTo("Vacaciones de invierno");
            assertThat(calendar.isOpenOn(LocalDate.of(2026, 12, 18))).isTrue();
        });
    }

    @Test
    void aFirstStartIsOnlyOne() {
        with(doors -> {
            var first = new FirstCalendar(doors.database(), doors.audit());
            assertThat(first.isOver()).isTrue();
            assertThat(first.fill("site,ZZ-NEVER,Never,,,America/Denver,BOTH,,"))
                    .isEmpty();
            assertThat(doors.sites().find("ZZ-NEVER")).isEmpty();
            assertThat(first.fill("site,ZZ-NEVER,Never,,,UTC+7,BOTH,,"))
                    .as("B24")
                    .containsExactly(
                            SchoolProblem.of(Field.ZONE, Kind.NO_ZONE, "UTC+7").in(1));
        });
    }

    @Test
    void settingsAreSavedOnceAndWhoComesLateIsTold() {
        with(doors -> {
            var site = added(doors);
            assertThat(site.version()).isEqualTo(1);
            assertThat(doors.sites().save(draft(site.code(), "New name", 1), ADMIN))
                    .isEmpty();
            assertThat(doors.sites().save(draft(site.code(), "Late name", 1), ADMIN))
                    .extracting(SchoolProblem::kind)
                    .containsExactly(Kind.STALE);
            assertThat(doors.sites().find(site.code()).orElseThrow().name()).isEqualTo("New name");
            assertThat(doors.sites().add(draft(site.code(), "Twice", 0), ADMIN))
                    .containsExactly(SchoolProblem.of(Field.CODE, Kind.CODE_TAKEN, site.code()));
            assertThat(doors.sites().save(draft("ZZ-NOBODY", "Nobody", 0), ADMIN))
                    .extracting(SchoolProblem::kind)
                    .containsExactly(Kind.NO_CODE);
            assertThat(doors.audit().of(new Subject("site", site.id()), 5))
                    .extracting(AuditEvent::action)
                    .containsExactly("site_changed", "site_added");
        });
    }

    @Test
    void whatIsSavedIsReadAgain() {
        with(doors -> {
            var code = added(doors).code();
            var calendar = doors.calendar();
            assertThat(calendar.saveHours(
                            code, Map.of(DayOfWeek.WEDNESDAY, "8-12, 1pm-4pm", DayOfWeek.SUNDAY, "23:00-23:59"), ADMIN))
                    .isEmpty();
            assertThat(calendar.addClosure(
                            code, new ClosureDraft("11/26/2026", "11/27/2026", "Thanksgiving", "", ""), ADMIN))
                    .isEmpty();
            assertThat(calendar.addClosure(
                            code, new ClosureDraft("2026-12-02", "", "Fair", "Feria", "9-10,11-12"), ADMIN))
                    .isEmpty();
            assertThat(calendar.addTerm(code, new TermDraft("Fall", "2026-08-01", "2026-12-18"), ADMIN))
                    .isEmpty();
            var read = calendar.of(code);
            assertThat(read.zone()).isEqualTo(ZoneId.of("America/Denver"));
            assertThat(read.week()).containsOnlyKeys(DayOfWeek.WEDNESDAY, DayOfWeek.SUNDAY);
            assertThat(read.hoursOn(LocalDate.of(2026, 11, 25)).typed()).isEqualTo("08:00-12:00, 13:00-16:00");
            assertThat(read.hoursOn(LocalDate.of(2026, 12, 2)).typed()).isEqualTo("09:00-10:00, 11:00-12:00");
            assertThat(read.closureOn(LocalDate.of(2026, 11, 27))).isPresent();
            assertThat(read.closureOn(LocalDate.of(2026, 11, 28))).isEmpty();
            assertThat(read.terms()).extracting(Term::last).containsExactly(LocalDate.of(2026, 12, 18));
            assertThat(calendar.stateNow(code))
                    .as("T1: in the site's zone")
                    .isEqualTo(new OpenState.Open(LocalTime.NOON));
        });
    }

    @Test
    void nothingIsHalfDone() {
        with(doors -> {
            var code = added(doors).code();
            var calendar = doors.calendar();
            assertThat(calendar.addClosures(code, "2026-12-01,,Good\n2026-12-99,,Bad\n", ADMIN))
                    .containsExactly(SchoolProblem.of(Field.FIRST, Kind.NO_DAY, "2026-12-99")
                            .in(2));
            assertThat(calendar.of(code).closures()).isEmpty();
            assertThat(calendar.saveHours(code, Map.of(DayOfWeek.MONDAY, "8-12", DayOfWeek.TUESDAY, "12-8"), ADMIN))
                    .containsExactly(SchoolProblem.of(Field.TUESDAY, Kind.HOURS_BACKWARDS, "12-8"));
            assertThat(calendar.of(code).week()).isEmpty();
            assertThat(calendar.addClosures(code, "2026-12-01,,Good\n2026-12-02,,Better\n", ADMIN))
                    .isEmpty();
            var good = calendar.of(code).closures().getFirst();
            assertThat(calendar.removeClosure("LMC", good.id(), ADMIN))
                    .as("another site's")
                    .extracting(SchoolProblem::kind)
                    .containsExactly(Kind.STALE);
            assertThat(calendar.removeClosure(code, good.id(), ADMIN)).isEmpty();
            assertThat(calendar.removeClosure(code, good.id(), ADMIN)).isNotEmpty();
            assertThat(calendar.of(code).closures())
                    .extracting(Closure::reasonEn)
                    .containsExactly("Better");
        });
    }

    @Test
    @DisplayName("the schema itself refuses hours, closures and terms that overlap")
    void theSchemaRefusesWhatOverlaps() {
        with(doors -> {
            var site = added(doors).id();
            for (var insert : List.of(
                    "insert into opening_hour values (%d, '2001-01-01 08:00', '2001-01-01 12:00'),"
                            + " (%d, '2001-01-01 11:00', '2001-01-01 13:00')",
                    "insert into opening_hour values (%d, '2001-01-01 08:00', '2001-01-02 12:00')",
                    "insert into opening_hour values (%d, '2001-01-09 08:00', '2001-01-09 12:00')",
                    "insert into school_closure (site_id, first_on, after_on, reason_en) values"
                            + " (%d, '2026-12-01', '2026-12-03', 'One'), (%d, '2026-12-02', '2026-12-04', 'Two')",
                    "insert into school_term (site_id, name, first_on, after_on) values"
                            + " (%d, 'One', '2026-08-01', '2026-12-20'), (%d, 'Two', '2026-12-19', '2027-06-01')")) {
                assertThatThrownBy(() -> doors.database()
                                .transaction(connection -> Sql.update(connection, insert.replace("%d", "" + site))))
                        .as(insert)
                        .isInstanceOf(DatabaseProblem.class);
            }
        });
    }
}
