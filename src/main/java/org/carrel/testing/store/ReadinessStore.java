package org.carrel.testing.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.carrel.testing.TestProgram;
import org.carrel.testing.TestProgram.Check;
import org.carrel.testing.rules.ReadinessRules.Seen;

/** Programs, their checks, and the latest look at each on each device. */
public final class ReadinessStore {
    /** All of them, by name. */
    public List<TestProgram> programs(Connection connection) throws SQLException {
        record Of(int program, Check check) {}
        var checks = new LinkedHashMap<Integer, List<Check>>();
        Sql.list(
                        connection,
                        "select program_id, id, name_en, name_es, days from testing_check where retired_at is null "
                                + "order by program_id, position, id",
                        row -> new Of(
                                row.getInt(1),
                                new Check(row.getInt(2), row.getString(3), row.getString(4), row.getInt(5))))
                .forEach(each -> checks.computeIfAbsent(each.program(), id -> new ArrayList<>())
                        .add(each.check()));
        return Sql.list(
                connection,
                "select id, name, retired_at is not null from testing_program order by name",
                row -> new TestProgram(
                        row.getInt(1),
                        row.getString(2),
                        row.getBoolean(3),
                        checks.getOrDefault(row.getInt(1), List.of())));
    }

    /** False when there is one of this name, in use or not: then that one is in use again. */
    public boolean addProgram(Connection connection, String name) throws SQLException {
        return Sql.update(
                        connection,
                        "insert into testing_program (name) values (?) on duplicate key update retired_at = null",
                        name)
                == 1;
    }

    public void retireProgram(Connection connection, int program, Instant now) throws SQLException {
        Sql.update(connection, "update testing_program set retired_at = ? where id = ?", Utc.of(now), program);
    }

    /** A new one, or the one of this name in English as it is to be from now on. */
    public void saveCheck(Connection connection, int program, String nameEn, String nameEs, int days)
            throws SQLException {
        Sql.update(connection, """
                insert into testing_check (program_id, name_en, name_es, days, position)
                select p.id, ?, ?, ?, (select coalesce(max(c.position), 0) + 1 from testing_check c where c.program_id = p.id)
                from testing_program p where p.id = ?
                on duplicate key update name_es = values(name_es), days = values(days), retired_at = null
                """, nameEn, nameEs, days, program);
    }

    public void retireCheck(Connection connection, int check, Instant now) throws SQLException {
        Sql.update(connection, "update testing_check set retired_at = ? where id = ?", Utc.of(now), check);
    }

    /** By device and check. */
    public Map<Long, Map<Integer, Seen>> seen(Connection connection, Collection<Long> devices) throws SQLException {
        record Of(long device, int check, Seen seen) {}
        var all = new HashMap<Long, Map<Integer, Seen>>();
        if (devices.isEmpty()) return all;
        Sql.list(
                        connection,
                        "select device_id, check_id, at, passed from device_readiness where device_id in ("
                                + Sql.marks(devices.size()) + ")",
                        row -> new Of(row.getLong(1), row.getInt(2), new Seen(Utc.instant(row, 3), row.getBoolean(4))),
                        devices.toArray())
                .forEach(each -> all.computeIfAbsent(each.device(), id -> new HashMap<>())
                        .put(each.check(), each.seen()));
        return all;
    }

    /** @param passed by check */
    public void look(Connection connection, long device, Map<Integer, Boolean> passed, long account, Instant now)
            throws SQLException {
        Sql.batch(
                connection,
                "insert into device_readiness (device_id, check_id, passed, at, account_id) values (?, ?, ?, ?, ?) "
                        + "on duplicate key update passed = values(passed), at = values(at), account_id = values(account_id)",
                passed.entrySet(),
                (statement, each) -> {
                    statement.setLong(1, device);
                    statement.setInt(2, each.getKey());
                    statement.setBoolean(3, each.getValue());
                    statement.setObject(4, Utc.of(now));
                    statement.setLong(5, account);
                });
    }

    /** Numbers of devices of a site on which tests can be taken, those that are gone left out. */
    public List<Long> devices(Connection connection, String site) throws SQLException {
        var sql = """
                select d.id from device_record d join item i on i.id = d.item_id join site s on s.id = i.site_id
                    join device_model m on m.id = d.model_id
                where s.code = ? and m.category in ('chromebook', 'laptop', 'tablet')
                    and d.device_condition not in ('retired', 'stolen', 'missing')
                order by d.asset_tag, d.id
                """;
        return Sql.list(connection, sql, row -> row.getLong(1), site);
    }
}
