package org.carrel.devices.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.carrel.devices.MdmChange;
import org.carrel.devices.MdmOutcome;
import org.carrel.devices.MdmSource;
import org.carrel.devices.store.MdmWriteStore.KnownBefore;
import org.carrel.platform.Sql;

/** What a run wrote, to be taken back. */
public final class MdmUndoStore {
    /** A line that wrote something. @param item number of its item */
    public record Written(
            int number,
            MdmOutcome outcome,
            long device,
            long item,
            int version,
            List<MdmChange> changes,
            KnownBefore before) {}

    /** Lines after this number whose devices are there still. */
    public List<Written> page(Connection connection, long run, int after, int most) throws SQLException {
        var sql = """
                select r.number, r.outcome, r.device_id, d.item_id, d.version, r.changes, r.was
                from mdm_row r join device_record d on d.id = r.device_id
                where r.run_id = ? and r.number > ? and r.was is not null order by r.number limit ?
                """;
        return Sql.list(
                connection,
                sql,
                row -> new Written(
                        row.getInt(1),
                        Words.constant(MdmOutcome.class, row.getString(2)),
                        row.getLong(3),
                        row.getLong(4),
                        row.getInt(5),
                        MdmJson.changes(row.getString(6)),
                        MdmJson.before(Objects.requireNonNull(row.getString(7)))),
                run,
                after,
                most);
    }

    /** Those of these items that were lent, are waited for or on their way, or of which something was written down. */
    public Set<Long> used(Connection connection, Collection<Long> items) throws SQLException {
        if (items.isEmpty()) return Set.of();
        var marks = "(" + Sql.marks(items.size()) + ")";
        var tables = List.of("item_lent", "hold", "held_copy", "item_transfer", "damage_report", "in_house_use");
        var sql = String.join(
                " union ",
                tables.stream()
                        .map(table -> "select item_id from " + table + " where item_id in " + marks)
                        .toList());
        var parameters = new ArrayList<Object>();
        for (var times = 0; times < tables.size(); times++) parameters.addAll(items);
        return Set.copyOf(Sql.list(connection, sql, row -> row.getLong(1), parameters.toArray()));
    }

    /** Nobody lends these items or changes them until the transaction ends. */
    public void lock(Connection connection, Collection<Long> items, Collection<Long> devices) throws SQLException {
        if (items.isEmpty()) return;
        var itemRows = "select id from item where id in (" + Sql.marks(items.size()) + ") order by id for update";
        Sql.list(connection, itemRows, row -> row.getLong(1), items.toArray());
        new KnownDeviceStore().lock(connection, devices);
    }

    /** Every row of devices that a run added. */
    public void remove(Connection connection, Collection<Long> devices) throws SQLException {
        if (devices.isEmpty()) return;
        var marks = "(" + Sql.marks(devices.size()) + ")";
        for (var table : List.of(
                "device_discrepancy",
                "device_mdm",
                "device_last_user",
                "device_mac",
                "device_event",
                "device_old_tag")) {
            Sql.update(connection, "delete from " + table + " where device_id in " + marks, devices.toArray());
        }
        Sql.update(connection, "delete from device_record where id in " + marks, devices.toArray());
    }

    /** A console has said nothing of these devices. */
    public void unlink(Connection connection, MdmSource source, Collection<Long> devices) throws SQLException {
        forget(connection, "device_mdm", source, devices);
    }

    /** Nobody is known to have used these devices. */
    public void unuse(Connection connection, MdmSource source, Collection<Long> devices) throws SQLException {
        forget(connection, "device_last_user", source, devices);
    }

    private static void forget(Connection connection, String table, MdmSource source, Collection<Long> devices)
            throws SQLException {
        if (devices.isEmpty()) return;
        var parameters = new ArrayList<Object>(List.of(Words.of(source)));
        parameters.addAll(devices);
        var sql = "delete from " + table + " where source = ? and device_id in (" + Sql.marks(devices.size()) + ")";
        Sql.update(connection, sql, parameters.toArray());
    }

    public void kept(Connection connection, long run, Collection<Integer> numbers) throws SQLException {
        Sql.batch(
                connection,
                "update mdm_row set kept = true where run_id = ? and number = ?",
                numbers,
                (update, number) -> {
                    update.setLong(1, run);
                    update.setInt(2, number);
                });
    }

    /** How many times something was written down of each of these devices by people. */
    public Map<Long, Integer> touched(Connection connection, Collection<Long> devices) throws SQLException {
        var touched = new HashMap<Long, Integer>();
        if (devices.isEmpty()) return touched;
        var sql = "select device_id, count(*) from device_event where account_id is not null and device_id in ("
                + Sql.marks(devices.size()) + ") group by device_id";
        Sql.list(connection, sql, row -> touched.put(row.getLong(1), row.getInt(2)), devices.toArray());
        return touched;
    }
}
