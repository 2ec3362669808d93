package org.carrel.scheduling;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.carrel.scheduling.store.TimetableStore;
import org.carrel.school.SchoolCalendar;

/** Timetables as transactions see them: read again only when somebody has changed them. */
final class KnownTimetables {
    private final SchoolCalendar calendars;
    private final TimetableStore store = new TimetableStore();
    private final Map<String, Versioned> known = new ConcurrentHashMap<>();

    private record Versioned(int version, Timetable timetable) {}

    KnownTimetables(SchoolCalendar calendars) {
        this.calendars = calendars;
    }

    /** As it stays until the transaction ends: first of all locks, shared with others who book. */
    Timetable shared(Connection connection, String site) throws SQLException {
        return read(connection, site, store.shareVersion(connection, site));
    }

    /** As it is at this moment. */
    Timetable now(Connection connection, String site) throws SQLException {
        return read(connection, site, store.version(connection, site));
    }

    private Timetable read(Connection connection, String site, int version) throws SQLException {
        var zone = calendars.of(site).zone();
        var kept = known.get(site);
        if (kept != null && kept.version() == version && kept.timetable().zone().equals(zone)) return kept.timetable();
        var timetable = store.read(connection, site, zone);
        known.put(site, new Versioned(version, timetable));
        return timetable;
    }
}
