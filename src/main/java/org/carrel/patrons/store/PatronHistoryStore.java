package org.carrel.patrons.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.carrel.patrons.PatronEvent;
import org.carrel.patrons.PatronEvent.Kind;
import org.carrel.patrons.PatronFile.PatronClass;
import org.carrel.platform.Sql;

/** What was done to a person, under which ids rosters have the person, and the person's classes. */
public final class PatronHistoryStore {
    private static final int LONGEST_DETAIL = 500;
    private static final int MOST_EVENTS = 100;

    public void add(Connection connection, long patronId, Instant now, String by, Kind kind, String detail)
            throws SQLException {
        var sql = "insert into patron_event (patron_id, happened_at, by_whom, kind, detail) values (?, ?, ?, ?, ?)";
        var cut = detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) : detail;
        Sql.update(connection, sql, patronId, Times.utc(now), by, Times.word(kind), cut);
    }

    public List<PatronEvent> events(Connection connection, long patronId) throws SQLException {
        var sql = "select happened_at, by_whom, kind, detail from patron_event where patron_id = ? "
                + "order by id desc limit " + MOST_EVENTS;
        return Sql.list(
                connection,
                sql,
                row -> new PatronEvent(
                        Times.instant(row, 1),
                        row.getString(2),
                        Times.constant(Kind.class, row.getString(3)),
                        row.getString(4)),
                patronId);
    }

    public List<String> sourcedIds(Connection connection, long patronId) throws SQLException {
        var sql = "select sourced_id from patron_source_key where patron_id = ? order by latest desc, sourced_id";
        return Sql.list(connection, sql, row -> row.getString(1), patronId);
    }

    public List<PatronClass> classes(Connection connection, long patronId) throws SQLException {
        var sql = "select distinct c.title, e.role from enrolment e join school_class c on c.id = e.class_id "
                + "where e.patron_id = ? and not c.gone order by c.title, e.role";
        return Sql.list(connection, sql, row -> new PatronClass(row.getString(1), row.getString(2)), patronId);
    }
}
