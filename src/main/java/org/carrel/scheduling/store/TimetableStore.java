package org.carrel.scheduling.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.carrel.platform.Sql;
import org.carrel.scheduling.BellPeriod;
import org.carrel.scheduling.BellSchedule;
import org.carrel.scheduling.DayType;
import org.carrel.scheduling.Timetable;

/** Types of days, their bells, and which date is of which type. */
public final class TimetableStore {
    /** Bells are kept on this day. */
    private static final LocalDate BELLS = LocalDate.of(2001, 1, 1);

    private static final String VERSION =
            "select version from timetable_version where site_id = (select id from site where code = ?)";

    /** Its number. Who changes its timetable locks the version, not the site: who books refers to the site while it reads the version. */
    public Optional<Integer> site(Connection connection, String site) throws SQLException {
        return Sql.first(connection, "select id from site where code = ?", row -> row.getInt(1), site);
    }

    /** Rises with every change of a site's timetable; 1 where nobody has changed it. */
    public int version(Connection connection, String site) throws SQLException {
        return Sql.first(connection, VERSION, row -> row.getInt(1), site).orElse(1);
    }

    /** As {@link #version}; it stays until the transaction ends, and others can read it so too. */
    public int shareVersion(Connection connection, String site) throws SQLException {
        var version = Sql.first(connection, VERSION + " lock in share mode", row -> row.getInt(1), site);
        if (version.isPresent()) return version.get();
        Sql.update(
                connection, "insert ignore into timetable_version (site_id) select id from site where code = ?", site);
        return Sql.first(connection, VERSION + " lock in share mode", row -> row.getInt(1), site)
                .orElse(1);
    }

    /**
     * It changes: whoever books or changes it meanwhile waits until the transaction ends. First of all locks.
     *
     * @param site number
     */
    public void raiseVersion(Connection connection, int site) throws SQLException {
        Sql.update(
                connection,
                "insert into timetable_version (site_id, version) values (?, 2) on duplicate key update version = version + 1",
                site);
    }

    /** In the order of their codes. */
    public List<DayType> types(Connection connection, String site) throws SQLException {
        var sql = """
                select t.id, t.code, t.name_en, t.name_es, t.school from day_type t join site s on s.id = t.site_id
                where s.code = ? order by t.code
                """;
        return Sql.list(
                connection,
                sql,
                row -> new DayType(
                        row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getBoolean(5)),
                site);
    }

    public Timetable read(Connection connection, String site, ZoneId zone) throws SQLException {
        var types = types(connection, site).stream().collect(Collectors.toMap(DayType::id, type -> type));
        record Day(LocalDate day, long type) {}
        var sql = "select d.on_date, d.day_type_id from school_day d join site s on s.id = d.site_id where s.code = ?";
        var days = new TreeMap<LocalDate, DayType>();
        for (var day :
                Sql.list(connection, sql, row -> new Day(row.getObject(1, LocalDate.class), row.getLong(2)), site)) {
            var type = types.get(day.type());
            if (type != null) days.put(day.day(), type);
        }
        return new Timetable(zone, days, bells(connection, site));
    }

    private static Map<Long, List<BellSchedule>> bells(Connection connection, String site) throws SQLException {
        var sql = """
                select b.day_type_id, b.from_on, p.number, p.name, p.starts_at, p.ends_at
                from bell_schedule b join day_type t on t.id = b.day_type_id join site s on s.id = t.site_id
                join bell_period p on p.schedule_id = b.id where s.code = ? order by b.day_type_id, b.from_on, p.starts_at
                """;
        record Row(long type, LocalDate from, BellPeriod period) {}
        var versions = new LinkedHashMap<Long, Map<LocalDate, List<BellPeriod>>>();
        for (var each : Sql.list(
                connection,
                sql,
                row -> new Row(
                        row.getLong(1),
                        row.getObject(2, LocalDate.class),
                        new BellPeriod(
                                row.getInt(3),
                                row.getString(4),
                                row.getObject(5, LocalDateTime.class).toLocalTime(),
                                row.getObject(6, LocalDateTime.class).toLocalTime())),
                site)) {
            versions.computeIfAbsent(each.type(), type -> new TreeMap<>())
                    .computeIfAbsent(each.from(), from -> new ArrayList<>())
                    .add(each.period());
        }
        var bells = new HashMap<Long, List<BellSchedule>>();
        versions.forEach((type, all) -> bells.put(
                type,
                all.entrySet().stream()
                        .map(version -> new BellSchedule(version.getKey(), version.getValue()))
                        .toList()));
        return bells;
    }

    /** Adds it, or changes the one with its code. */
    public void save(Connection connection, int site, DayType type) throws SQLException {
        var sql = """
                insert into day_type (site_id, code, name_en, name_es, school) values (?, ?, ?, ?, ?)
                on duplicate key update name_en = values(name_en), name_es = values(name_es), school = values(school)
                """;
        Sql.update(connection, sql, site, type.code(), type.nameEn(), type.nameEs(), type.school());
    }

    /** In place of the bells that the type has from the same day on. */
    public void save(Connection connection, long type, BellSchedule bells) throws SQLException {
        Sql.update(connection, "delete from bell_schedule where day_type_id = ? and from_on = ?", type, bells.from());
        var id = Sql.first(
                        connection,
                        "insert into bell_schedule (day_type_id, from_on) values (?, ?) returning id",
                        row -> row.getLong(1),
                        type,
                        bells.from())
                .orElseThrow();
        var sql = "insert into bell_period (schedule_id, number, name, starts_at, ends_at) values (?, ?, ?, ?, ?)";
        for (var period : bells.periods())
            Sql.update(
                    connection,
                    sql,
                    id,
                    period.number(),
                    period.name(),
                    BELLS.atTime(period.starts()),
                    BELLS.atTime(period.ends()));
    }

    public void removeBells(Connection connection, long type, LocalDate from) throws SQLException {
        Sql.update(connection, "delete from bell_schedule where day_type_id = ? and from_on = ?", type, from);
    }

    public void save(Connection connection, int site, Map<LocalDate, Long> days) throws SQLException {
        var sql = """
                insert into school_day (site_id, on_date, day_type_id) values (?, ?, ?)
                on duplicate key update day_type_id = values(day_type_id)
                """;
        for (var day : days.entrySet()) Sql.update(connection, sql, site, day.getKey(), day.getValue());
    }

    /** These days have no type any more. */
    public void clear(Connection connection, int site, LocalDate first, LocalDate last) throws SQLException {
        var sql = "delete from school_day where site_id = ? and on_date between ? and ?";
        Sql.update(connection, sql, site, first, last);
    }

    /** False when days are of this type, or the site has no such type. */
    public boolean removeType(Connection connection, int site, String code) throws SQLException {
        var sql = """
                delete from day_type where site_id = ? and code = ?
                and not exists (select 1 from school_day d where d.day_type_id = day_type.id)
                """;
        return Sql.update(connection, sql, site, code) == 1;
    }
}
