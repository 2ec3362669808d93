package org.carrel.scheduling;

import jakarta.inject.Inject;
import jakarta.json.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.scheduling.TimetableProblem.Kind;
import org.carrel.scheduling.rules.TimetableFile;
import org.carrel.scheduling.store.TimetableStore;
import org.carrel.school.SchoolCalendar;
import org.carrel.school.SchoolYear;
import org.carrel.school.SiteCalendar;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.AuditTrail;

/** Which day is of which type at a site, and when its bells ring. Every change is in the audit trail. */
@Door
public class Timetables {
    private static final int LONGEST_DETAIL = 500;

    private final Database database;
    private final Clock clock;
    private final SchoolCalendar calendars;
    private final AuditTrail audit;
    private final TimetableStore store = new TimetableStore();

    @Inject
    public Timetables(Database database, Clock clock, SchoolCalendar calendars, AuditTrail audit) {
        this.database = database;
        this.clock = clock;
        this.calendars = calendars;
        this.audit = audit;
    }

    /** As it is stored now; nothing but the zone where nobody has told one. @param site code */
    public Timetable of(String site) {
        var zone = calendars.of(site).zone();
        return database.read(connection -> store.read(connection, site, zone));
    }

    /** Types of days, those without a day too, in the order of their codes. */
    public List<DayType> types(String site) {
        return database.read(connection -> store.types(connection, site));
    }

    /**
     * Adds what a file says to the timetable: types by their codes, bells in place of those from the same day on, days in place of what
     * they were. All lines or none.
     *
     * @return what is wrong; nothing when it is taken
     */
    public List<TimetableProblem> load(String site, String text, long actor) {
        var calendar = calendars.read(site);
        return change(site, actor, "timetable_loaded", text, (connection, id) -> {
            var known =
                    store.types(connection, site).stream().map(DayType::code).toList();
            var first = clock.instant().atZone(calendar.zone()).toLocalDate();
            var read = TimetableFile.read(text, known, day -> !isClosed(calendar, day), start(first));
            if (read.plan().isPresent()) write(connection, id, site, read.plan().get());
            return read.problems();
        });
    }

    /** Closed by a closure: what the week says is of the media center, not of lessons. */
    private static boolean isClosed(SiteCalendar calendar, LocalDate day) {
        return calendar.closureOn(day)
                .filter(closure -> closure.hours().isClosed())
                .isPresent();
    }

    /** Bells without a day hold for the whole school year: from its August on. */
    private static LocalDate start(LocalDate today) {
        return LocalDate.of(SchoolYear.of(today), 8, 1);
    }

    private void write(Connection connection, int id, String site, TimetablePlan plan) throws SQLException {
        for (var type : plan.types()) store.save(connection, id, type);
        var ids = ids(connection, site);
        for (var bells : plan.bells())
            store.save(connection, Optional.ofNullable(ids.get(bells.type())).orElseThrow(), bells.bells());
        var days = new HashMap<LocalDate, Long>();
        plan.days()
                .forEach((day, type) ->
                        days.put(day, Optional.ofNullable(ids.get(type)).orElseThrow()));
        store.save(connection, id, days);
    }

    private Map<String, Long> ids(Connection connection, String site) throws SQLException {
        var ids = new HashMap<String, Long>();
        for (var type : store.types(connection, site)) ids.put(type.code(), type.id());
        return ids;
    }

    /**
     * One day is of this type from now on.
     *
     * @param code of the type; empty: the day has no lessons and no type
     */
    public List<TimetableProblem> paint(String site, LocalDate day, String code, long actor) {
        var type = code.toUpperCase(Locale.ROOT);
        return change(site, actor, "school_day_painted", day + " " + type, (connection, id) -> {
            if (type.isEmpty()) {
                store.clear(connection, id, day, day);
                return List.of();
            }
            var known = ids(connection, site).get(type);
            if (known == null) return List.of(new TimetableProblem(0, Kind.NO_TYPE, code));
            store.save(connection, id, Map.of(day, known));
            return List.of();
        });
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
            var id = store.lockSite(connection, site);
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
