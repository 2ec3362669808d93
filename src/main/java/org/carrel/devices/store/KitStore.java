package org.carrel.devices.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carrel.devices.KitPart;
import org.carrel.devices.rules.KitRules.Seen;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;

/** Parts of kits. Joins the caller's transaction. */
public final class KitStore {
    public List<KitPart> parts(Connection connection, long kit) throws SQLException {
        var sql =
                "select id, name, quantity, optional, missing from kit_part where kit_id = ? and removed_at is null order by position";
        return Sql.list(
                connection,
                sql,
                row -> new KitPart(row.getLong(1), row.getString(2), row.getInt(3), row.getBoolean(4), row.getInt(5)),
                kit);
    }

    public void add(Connection connection, long kit, String name, int quantity, boolean optional) throws SQLException {
        var sql = "insert into kit_part (kit_id, name, quantity, optional, position) "
                + "select ?, ?, ?, ?, coalesce(max(position), 0) + 1 from kit_part where kit_id = ?";
        Sql.update(connection, sql, kit, name, quantity, optional, kit);
    }

    /** Its past stays. */
    public boolean remove(Connection connection, long kit, long part, Instant now) throws SQLException {
        var sql = "update kit_part set removed_at = ?, missing = 0 where id = ? and kit_id = ? and removed_at is null";
        return Sql.update(connection, sql, Utc.of(now), part, kit) > 0;
    }

    public void setMissing(Connection connection, long part, int missing) throws SQLException {
        Sql.update(connection, "update kit_part set missing = least(?, quantity) where id = ?", missing, part);
    }

    /** @param moment out or in */
    public void saw(Connection connection, long out, String moment, List<Seen> seen) throws SQLException {
        var sql = "insert into kit_part_seen (out_id, part_id, moment, there) values (?, ?, ?, ?) "
                + "on duplicate key update there = values(there)";
        for (var one : seen) {
            Sql.update(connection, sql, out, one.part().id(), moment, one.there());
            setMissing(connection, one.part().id(), one.part().quantity() - one.there());
        }
    }

    /** How many of each part went with it. */
    public Map<Long, Integer> went(Connection connection, long out) throws SQLException {
        var sql = "select part_id, there from kit_part_seen where out_id = ? and moment = 'out'";
        var there = new HashMap<Long, Integer>();
        Sql.list(connection, sql, row -> new long[] {row.getLong(1), row.getLong(2)}, out)
                .forEach(pair -> there.put(pair[0], (int) pair[1]));
        return there;
    }

    public void owe(Connection connection, long out, long part, int quantity, Instant now) throws SQLException {
        var sql = "insert into kit_part_owed (out_id, part_id, quantity, owed_at) values (?, ?, ?, ?)";
        Sql.update(connection, sql, out, part, quantity, Utc.of(now));
    }

    /** @param part its number @param quantity so many are owed */
    public record Owed(long kit, long part, int quantity) {}

    /** Locked; empty when it is settled. */
    public Optional<Owed> lockOwed(Connection connection, long id) throws SQLException {
        var sql = "select t.kit_id, t.id, p.quantity from kit_part_owed p join kit_part t on t.id = p.part_id "
                + "where p.id = ? and p.settled_at is null for update";
        return Sql.first(connection, sql, row -> new Owed(row.getLong(1), row.getLong(2), row.getInt(3)), id);
    }

    public void settle(Connection connection, long id, boolean brought, long account, Instant now) throws SQLException {
        var sql = "update kit_part_owed set settled_at = ?, settled_how = ?, settled_by = ? where id = ?";
        Sql.update(connection, sql, Utc.of(now), brought ? "brought" : "given_up", account, id);
    }

    /** So many of a part are there again. */
    public void brought(Connection connection, long part, int quantity) throws SQLException {
        var sql = "update kit_part set missing = if(missing > ?, missing - ?, 0) where id = ?";
        Sql.update(connection, sql, quantity, quantity, part);
    }
}
