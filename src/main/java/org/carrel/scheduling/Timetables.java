package org.carrel.scheduling;

import jakarta.inject.Inject;
import jakarta.json.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.scheduling.TimetableProblem.Kind;
import org.carrel.scheduling.store.TimetableStore;
import org.carrel.school.SchoolCalendar;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.AuditTrail;

/** Which day is of which type at a site, and when its bells ring. Every change is in the audit trail. */
@Door
public class Timetables {
    private static final int LONGEST_DETAIL = 500;

    private final Database database;
    private final SchoolCalendar calendars;
    private final AuditTrail audit;
    private final TimetableWriting writing;
    private final TimetableStore store = new TimetableStore();

    @Inject
    public Timetables(Database database, Clock clock, SchoolCalendar calendars, AuditTrail audit) {
        this.database = database;
        this.calendars = calendars;
        this.audit = audit;
        this.writing = new TimetableWriting(clock, calendars);
    }

    /** As it is painted now, whatever the calendar says of its days; nothing but the zone where nobody has told one. @param site code */
    public Timetable of(String site) {
        var zone = calendars.of(site).zone();
        return database.read(connection -> store.read(connection, site, zone));
    }

    /** As bookings go by it: days on which the calendar says closed have no school. @param site code */
    public Timetable held(String site) {
        return of(site).within(calendars.of(site));
    }

    /** Types of days, those without a day too, in the order of their codes. */
    public List<DayType> types(String site) {
        return database.read(connection -> store.types(connection, site));
    }

    /**
     * Adds what a file says to the timetable: types by their codes, bells in place of those from the same day on, days in place of what
     * they were. All lines or none. For a site at which nothing is booked yet: {@link TimetableMoves} takes sessions along.
     *
     * @return what is wrong; nothing when it is taken
     */
    public List<TimetableProblem> load(String site, String text, long actor) {
        calendars.read(site);
        return change(
                site,
                actor,
                "timetable_loaded",
                text,
                (connection, id) -> writing.write(connection, id, site, new TimetableChange.Load(text)));
    }

    /** A type that no day has. Its bells go with it. */
    public List<TimetableProblem> removeType(String site, String code, long actor) {
        return change(
                site,
                actor,
                "day_type_removed",
                code,
                (connection, id) -> store.removeType(connection, id, code)
                        ? List.of()
                        : List.of(new TimetableProblem(0, Kind.IN_USE, code)));
    }

    @FunctionalInterface
    private interface Work {
        List<TimetableProblem> on(Connection connection, int site) throws SQLException;
    }

    private List<TimetableProblem> change(String site, long actor, String action, String detail, Work work) {
        return database.transaction(connection -> {
            var id = store.site(connection, site);
            if (id.isEmpty()) return List.of(new TimetableProblem(0, Kind.NO_CODE, site));
            store.raiseVersion(connection, id.get());
            var problems = work.on(connection, id.get());
            if (problems.isEmpty()) note(connection, id.get(), actor, action, detail);
            return problems;
        });
    }

    private void note(Connection connection, int site, long actor, String action, String detail) throws SQLException {
        var cut = detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) : detail;
        audit.add(
                connection,
                OptionalLong.of(actor),
                action,
                Optional.of(new Subject("site", site)),
                Optional.of(Json.createObjectBuilder().add("what", cut).build().toString()));
    }
}
