package org.carrel.school.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carrel.platform.Sql;
import org.carrel.school.Closure;
import org.carrel.school.DayHours;
import org.carrel.school.OpenHours;
import org.carrel.school.Term;

/** When sites are open. Ends are kept as the day after the last, as periods want them. */
public final class CalendarStore {
    /** The Monday of the week that stands for every week. */
    private static final LocalDate MONDAY = LocalDate.of(2001, 1, 1);

    /** Hours with whose they are. */
    private record Owned(long owner, DayOfWeek day, OpenHours hours) {}

    /** A day that is closed in the usual week is not there. */
    public Map<DayOfWeek, DayHours> week(Connection connection, int site) throws SQLException {
        var sql = "select site_id, opens_at, closes_at from opening_hour where site_id = ? order by opens_at";
        var days = new EnumMap<DayOfWeek, List<OpenHours>>(DayOfWeek.class);
        for (var one : Sql.list(connection, sql, CalendarStore::owned, site))
            days.computeIfAbsent(one.day(), day -> new ArrayList<>()).add(one.hours());
        var week = new EnumMap<DayOfWeek, DayHours>(DayOfWeek.class);
        days.forEach((day, hours) -> week.put(day, new DayHours(hours)));
        return week;
    }

    public void replaceWeek(Connection connection, int site, Map<DayOfWeek, DayHours> week) throws SQLException {
        Sql.update(connection, "delete from opening_hour where site_id = ?", site);
        var sql = "insert into opening_hour (site_id, opens_at, closes_at) values (?, ?, ?)";
        for (var day : week.entrySet()) {
            var date = MONDAY.plusDays(day.getKey().getValue() - 1L);
            for (var hours : day.getValue().intervals())
                Sql.update(connection, sql, site, date.atTime(hours.opens()), date.atTime(hours.closes()));
        }
    }

    /** In their order. */
    public List<Closure> closures(Connection connection, int site) throws SQLException {
        var hours = closureHours(connection, site);
        var sql = """
                select id, first_on, after_on, reason_en, reason_es from school_closure where site_id = ?
                order by first_on
                """;
        return Sql.list(
                connection,
                sql,
                row -> new Closure(
                        row.getLong(1),
                        day(row, 2),
                        day(row, 3).minusDays(1),
                        row.getString(4),
                        row.getString(5),
                        new DayHours(hours.getOrDefault(row.getLong(1), List.of()))),
                site);
    }

    private static Map<Long, List<OpenHours>> closureHours(Connection connection, int site) throws SQLException {
        var sql = """
                select h.closure_id, h.opens_at, h.closes_at
                from school_closure_hour h join school_closure c on c.id = h.closure_id
                where c.site_id = ?
                """;
        var all = new HashMap<Long, List<OpenHours>>();
        for (var one : Sql.list(connection, sql, CalendarStore::owned, site))
            all.computeIfAbsent(one.owner(), owner -> new ArrayList<>()).add(one.hours());
        return all;
    }

    public void addClosure(Connection connection, int site, Closure closure) throws SQLException {
        var sql = """
                insert into school_closure (site_id, first_on, after_on, reason_en, reason_es) values (?, ?, ?, ?, ?)
                returning id
                """;
        var id = Sql.first(
                        connection,
                        sql,
                        row -> row.getLong(1),
                        site,
                        closure.first(),
                        closure.last().plusDays(1),
                        closure.reasonEn(),
                        closure.reasonEs())
                .orElseThrow();
        var hoursSql = "insert into school_closure_hour (closure_id, opens_at, closes_at) values (?, ?, ?)";
        for (var hours : closure.hours().intervals())
            Sql.update(connection, hoursSql, id, MONDAY.atTime(hours.opens()), MONDAY.atTime(hours.closes()));
    }

    /** False when it is not there, or another site's. */
    public boolean removeClosure(Connection connection, int site, long id) throws SQLException {
        return Sql.update(connection, "delete from school_closure where id = ? and site_id = ?", id, site) == 1;
    }

    /** In their order. */
    public List<Term> terms(Connection connection, int site) throws SQLException {
        var sql = "select id, name, first_on, after_on from school_term where site_id = ? order by first_on";
        return Sql.list(
                connection,
                sql,
                row -> new Term(
                        row.getLong(1),
                        row.getString(2),
                        day(row, 3),
                        day(row, 4).minusDays(1)),
                site);
    }

    public void addTerm(Connection connection, int site, Term term) throws SQLException {
        var sql = "insert into school_term (site_id, name, first_on, after_on) values (?, ?, ?, ?)";
        Sql.update(connection, sql, site, term.name(), term.first(), term.last().plusDays(1));
    }

    /** False when it is not there, or another site's. */
    public boolean removeTerm(Connection connection, int site, long id) throws SQLException {
        return Sql.update(connection, "delete from school_term where id = ? and site_id = ?", id, site) == 1;
    }

    private static Owned owned(ResultSet row) throws SQLException {
        var opens = row.getObject(2, LocalDateTime.class);
        var closes = row.getObject(3, LocalDateTime.class);
        return new Owned(
                row.getLong(1), opens.getDayOfWeek(), new OpenHours(opens.toLocalTime(), closes.toLocalTime()));
    }

    private static LocalDate day(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
