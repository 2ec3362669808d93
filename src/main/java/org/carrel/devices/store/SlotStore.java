package org.carrel.devices.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.devices.CartRow;
import org.carrel.devices.CartSlot;
import org.carrel.devices.Device;
import org.carrel.devices.rules.Fates;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;

/** Slots of carts and kits, and the carts and kits themselves. Joins the caller's transaction. */
public final class SlotStore {
    private final DeviceStore devices = new DeviceStore();

    /** Where something belongs. */
    public record Place(long container, String name, String slot) {
        public String told() {
            return name + " · " + slot;
        }
    }

    private record Row(String slot, int position, OptionalLong device) {}

    /** In the order of the cart; what is inside a kit of the cart stands behind the kit. */
    public List<CartSlot> of(Connection connection, long container) throws SQLException {
        var sql = """
                select slot, position * 1000, device_id from container_slot where container_id = ?
                union all
                select concat(k.slot, '/', c.slot), k.position * 1000 + c.position, c.device_id
                from container_slot k join container_slot c on c.container_id = k.device_id where k.container_id = ?
                order by 2
                """;
        var rows = Sql.list(
                connection,
                sql,
                row -> new Row(row.getString(1), row.getInt(2), Utc.someNumber(row, 3)),
                container,
                container);
        var known = new HashMap<Long, Device>();
        var ids = rows.stream().flatMap(row -> row.device().stream().boxed()).toList();
        for (var device : devices.find(connection, ids)) known.put(device.id(), device);
        var slots = new ArrayList<CartSlot>();
        for (var row : rows) {
            var device = row.device().isPresent()
                    ? Optional.ofNullable(known.get(row.device().getAsLong()))
                    : Optional.<Device>empty();
            slots.add(new CartSlot(row.slot(), row.position(), device, Fates.of(device)));
        }
        return slots;
    }

    /** The cart or kit that a device has a slot in. */
    public Optional<Place> placeOf(Connection connection, long device) throws SQLException {
        var sql = "select c.container_id, coalesce(d.asset_tag, d.serial), c.slot from container_slot c "
                + "join device_record d on d.id = c.container_id where c.device_id = ?";
        return Sql.first(connection, sql, row -> new Place(row.getLong(1), row.getString(2), row.getString(3)), device);
    }

    public boolean holdsContainers(Connection connection, long container) throws SQLException {
        var sql = "select 1 from container_slot c join device_record d on d.id = c.device_id "
                + "join device_model m on m.id = d.model_id where c.container_id = ? and m.category in ('cart', 'kit') limit 1";
        return Sql.first(connection, sql, row -> true, container).isPresent();
    }

    public int lastPosition(Connection connection, long container) throws SQLException {
        var sql = "select coalesce(max(position), 0) from container_slot where container_id = ?";
        return Sql.first(connection, sql, row -> row.getInt(1), container).orElse(0);
    }

    public int count(Connection connection, long container) throws SQLException {
        var sql = "select count(*) from container_slot where container_id = ?";
        return Sql.first(connection, sql, row -> row.getInt(1), container).orElse(0);
    }

    /** Empty when there is no such slot; a number that is empty when it is free. */
    public Optional<OptionalLong> device(Connection connection, long container, String slot) throws SQLException {
        var sql = "select device_id from container_slot where container_id = ? and slot = ?";
        return Sql.first(connection, sql, row -> Utc.someNumber(row, 1), container, slot);
    }

    public Optional<String> firstFree(Connection connection, long container) throws SQLException {
        var sql =
                "select slot from container_slot where container_id = ? and device_id is null order by position limit 1";
        return Sql.first(connection, sql, row -> row.getString(1), container);
    }

    public void add(Connection connection, long container, String slot, int position) throws SQLException {
        var sql = "insert into container_slot (container_id, slot, position) values (?, ?, ?)";
        Sql.update(connection, sql, container, slot, position);
    }

    public boolean rename(Connection connection, long container, String slot, String name) throws SQLException {
        var sql = "update container_slot set slot = ? where container_id = ? and slot = ?";
        return Sql.update(connection, sql, name, container, slot) > 0;
    }

    public boolean remove(Connection connection, long container, String slot) throws SQLException {
        var sql = "delete from container_slot where container_id = ? and slot = ? and device_id is null";
        return Sql.update(connection, sql, container, slot) > 0;
    }

    /** Wherever it was before. */
    public void free(Connection connection, long device) throws SQLException {
        Sql.update(connection, "update container_slot set device_id = null where device_id = ?", device);
    }

    public void put(Connection connection, long container, String slot, long device) throws SQLException {
        free(connection, device);
        var sql = "update container_slot set device_id = ? where container_id = ? and slot = ?";
        Sql.update(connection, sql, device, container, slot);
    }

    private record Counts(int slots, int there, int owed, boolean incomplete, boolean counting) {}

    /** Carts and kits that are ours, by tag. @param site code; empty for all */
    public List<CartRow> list(Connection connection, String site) throws SQLException {
        var ids = Sql.list(
                connection,
                "select d.id " + DeviceStore.FROM
                        + " where m.category in ('cart', 'kit') and (? = '' or s.code = ?) and "
                        + DeviceSearchStore.CONDITION + " not in ('retired', 'stolen')",
                row -> row.getLong(1),
                site,
                site);
        var counts = counts(connection, ids);
        var rows = new ArrayList<CartRow>();
        for (var device : devices.find(connection, ids)) {
            var of = counts.getOrDefault(device.id(), new Counts(0, 0, 0, false, false));
            rows.add(new CartRow(device, of.slots(), of.there(), of.owed(), of.incomplete(), of.counting()));
        }
        return rows;
    }

    private static HashMap<Long, Counts> counts(Connection connection, List<Long> ids) throws SQLException {
        var counts = new HashMap<Long, Counts>();
        if (ids.isEmpty()) return counts;
        var sql = """
                select d.id, (select count(c.device_id) from container_slot c where c.container_id = d.id),
                    (select count(*) from container_out_item o join container_out u on u.id = o.out_id
                        where u.container_id = d.id and o.state = 'owed')
                    + (select count(*) from kit_part_owed p join container_out u on u.id = p.out_id
                        where u.container_id = d.id and p.settled_at is null),
                    exists (select 1 from kit_part p where p.kit_id = d.id and p.removed_at is null and p.missing > 0
                        and not p.optional),
                    exists (select 1 from container_round r where r.open_container = d.id and r.kind = 'in')
                from device_record d where d.id in (%s)
                """.formatted(Sql.marks(ids.size()));
        var there = there(connection, ids);
        record Found(long id, Counts counts) {}
        var found = Sql.list(
                connection,
                sql,
                row -> new Found(
                        row.getLong(1),
                        new Counts(
                                row.getInt(2),
                                there.getOrDefault(row.getLong(1), 0),
                                row.getInt(3),
                                row.getBoolean(4),
                                row.getBoolean(5))),
                ids.toArray());
        for (var one : found) counts.put(one.id(), one.counts());
        return counts;
    }

    /** How many devices are in their slots. */
    private static HashMap<Long, Integer> there(Connection connection, List<Long> ids) throws SQLException {
        var sql = "select c.container_id, count(*) " + DeviceStore.FROM + " where c.container_id in ("
                + Sql.marks(ids.size()) + ") and " + DeviceSearchStore.CUSTODY
                + " = 'in_container' group by c.container_id";
        var there = new HashMap<Long, Integer>();
        Sql.list(connection, sql, row -> new long[] {row.getLong(1), row.getLong(2)}, ids.toArray())
                .forEach(pair -> there.put(pair[0], (int) pair[1]));
        return there;
    }
}
