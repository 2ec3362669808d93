package org.carrel.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.carrel.circulation.BellMoves;
import org.carrel.circulation.TestDesk;
import org.carrel.fixtures.Staff;
import org.carrel.scheduling.TimetableProblem.Kind;
import org.carrel.security.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The timetable of a site, and what is lent by it. */
class TimetablesIT {
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 10, 14);

    private TestDesk desk;
    private Timetables timetables;

    @BeforeEach
    void open() {
        desk = TestDesk.open();
        timetables = new Timetables(desk.database, desk.clock, desk.calendar, desk.audit);
        desk.bells = new TimetableBells(timetables).of(desk.site);
    }

    @AfterEach
    void close() {
        if (desk != null) desk.close();
    }

    private List<TimetableProblem> load(String lines) {
        return timetables.load(desk.site, lines, desk.technician().account());
    }

    @Test
    void whatIsLentUntilTheEndOfAPeriodGoesByTheBellsOfItsDay() { // D2
        desk.rule("period=period 4");
        assertThat(load("""
                type, A, A day
                type, EARLY, Early release
                bell, A, 4, Period 4, 10:40, 11:25, 2026-08-01
                bell, EARLY, 4, Period 4, 9:55, 10:25, 2026-08-01
                day, 2026-10-14, A
                day, 2026-10-15, EARLY
                """)).isEmpty();
        var today =
                desk.scan(desk.student("Ana"), desk.copy("Volcanoes")).loan().orElseThrow();
        assertThat(today.due())
                .contains(WEDNESDAY.atTime(11, 25).atZone(CHICAGO).toInstant());
        desk.clock.set(WEDNESDAY.atTime(12, 0).atZone(CHICAGO).toInstant());
        var next = desk.scan(desk.student("Bo"), desk.copy("Maps")).loan().orElseThrow();
        assertThat(next.due())
                .as("the next day that has it")
                .contains(WEDNESDAY.plusDays(1).atTime(10, 25).atZone(CHICAGO).toInstant());
    }

    @Test
    void aTypeOfDaysThatAreThereStays() {
        load("type, A, A day\nbell, A, 1, One, 8:10, 8:55\nday, 2026-10-14, A");
        assertThat(timetables.removeType(desk.site, "A", 1)).containsExactly(new TimetableProblem(0, Kind.IN_USE, "A"));
        var moves = new TimetableMoves(
                desk.database,
                desk.clock,
                desk.calendar,
                desk.audit,
                new BellMoves(desk.clock, desk.calendar),
                List.of());
        var nothing = new TimetableChange.Paint(WEDNESDAY, WEDNESDAY, "");
        var admin = Staff.another(Role.ADMIN).caller();
        assertThat(moves.apply(desk.site, nothing, Map.of(), "", UUID.randomUUID(), admin))
                .isInstanceOf(TimetableAnswer.Done.class);
        assertThat(timetables.of(desk.site).isSchoolDay(WEDNESDAY)).isFalse();
        assertThat(timetables.removeType(desk.site, "A", 1)).isEmpty();
        assertThat(timetables.types(desk.site)).isEmpty();
    }

    @Test
    void newBellsTakeThePlaceOfThoseFromTheSameDayOn() {
        load("type, A, A day\nbell, A, 1, One, 8:10, 8:55, 2026-08-01\nday, 2026-10-14, A");
        load("bell, A, 1, One, 8:30, 9:15, 2026-08-01\nbell, A, 2, Two, 9:20, 10:05, 2026-08-01");
        assertThat(timetables.of(desk.site).periodsOn(WEDNESDAY))
                .extracting(period -> period.starts().toString())
                .containsExactly("08:30", "09:20");
    }

    @Test
    void ofLinesOfWhichOneIsWrongNothingIsTaken() {
        assertThat(load("type, A, A day\nday, 2026-10-14, B"))
                .containsExactly(new TimetableProblem(2, Kind.NO_TYPE, "B"));
        assertThat(timetables.types(desk.site)).isEmpty();
    }
}
