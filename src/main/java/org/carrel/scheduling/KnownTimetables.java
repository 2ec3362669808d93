package org.carrel.scheduling;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.carrel.scheduling.store.TimetableStore;
import org.carrel.school.SchoolCalendar;
import org.carrel.school.SiteCalendar;

/**
 * Timetables as transactions see them, without the days on which the calendar says closed: read again only when somebody has changed
 * one of both.
 */
final class KnownTimetables {
    private final SchoolCalendar calendars;
    private final TimetableStore store = new TimetableStore();
    private final Map<String, Versioned> known = new ConcurrentHashMap<>();

    private record Versioned(int version, SiteCalendar calendar, Timetable timetable) {}

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
        var calendar = calendars.of(site);
        var kept = known.get(site);
        if (kept != null && kept.version() == version && kept.calendar().equals(calendar)) return kept.timetable();
        var timetable = store.read(connection, site, calendar.zone()).within(calendar);
        known.put(site, new Versioned(version, calendar, timetable));
        return timetable;
    }
}
