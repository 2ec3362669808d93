package org.carrel.devices.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.carrel.catalog.ItemCondition;
import org.carrel.devices.Custody;
import org.carrel.devices.Device;
import org.carrel.devices.DeviceCategory;
import org.carrel.devices.DeviceCondition;
import org.carrel.devices.DeviceField;
import org.carrel.devices.MdmSource;
import org.carrel.devices.rules.Conditions;
import org.carrel.devices.rules.CustodyFacts;
import org.carrel.devices.rules.CustodyRules;
import org.carrel.devices.rules.Serials;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.jspecify.annotations.Nullable;

/** Devices: the records, and of their items what people read. Other tables say where they are; nothing here does. */
public final class DeviceStore {
    static final String FROM = """
             from device_record d
             join item i on i.id = d.item_id
             join device_model m on m.id = d.model_id
             join site s on s.id = i.site_id
             left join item_on_loan l on l.item_id = d.item_id
             left join item_in_transfer t on t.item_id = d.item_id
             left join site w on w.id = t.to_site_id
             left join repair_ticket r on r.open_device = d.id and r.device_in
             left join device_assignment y on y.open_device = d.id
             left join container_slot c on c.device_id = d.id
             left join container_out_item gone on gone.open_device = d.id
             left join container_out cart_out on cart_out.id = gone.out_id
             left join device_record cart on cart.id = cart_out.container_id
             left join item_on_loan cart_loan on cart_loan.item_id = cart.item_id
            """;

    /** Its own, else what a console says of this very device, else its model's. */
    static final String SUPPORT_ENDS = "coalesce(d.support_ends, (select min(x.support_ends) from device_mdm x "
            + "where x.device_id = d.id), m.support_ends)";

    static final String SELECT = """
            select d.id, d.item_id, d.model_id, d.manufacturer, m.name, m.category, d.asset_tag, d.serial,
                   d.device_condition, i.item_condition, d.condition_reason, d.condition_since, s.id, s.code, s.name, d.room,
                   i.price_cents, i.acquired_on, i.vendor, i.fund, d.order_number, d.warranty_ends, %s,
                   d.support_ends is not null, i.note, d.local_fields, l.item_id, l.due_at, l.state, w.name, d.version,
                   r.id, y.id, c.container_id, c.slot, cart_out.container_id, gone.slot, cart_loan.due_at, gone.state,
                   exists (select 1 from device_keep k where k.open_device = d.id)
            """.formatted(SUPPORT_ENDS) + FROM;

    public Optional<Device> find(Connection connection, long id) throws SQLException {
        return Sql.first(connection, SELECT + " where d.id = ?", DeviceStore::device, id);
    }

    /** In the order of their tags; who is not there is left out. */
    public List<Device> find(Connection connection, Collection<Long> ids) throws SQLException {
        if (ids.isEmpty()) return List.of();
        var sql = SELECT + " where d.id in (" + Sql.marks(ids.size()) + ") order by d.asset_tag, d.id";
        return Sql.list(connection, sql, DeviceStore::device, ids.toArray());
    }

    /** The same as {@link #find}, and nobody else changes the device or lends it until the transaction ends. */
    public Optional<Device> lock(Connection connection, long id) throws SQLException {
        var item = Sql.first(connection, "select item_id from device_record where id = ?", row -> row.getLong(1), id);
        if (item.isEmpty()) return Optional.empty();
        // As the desk does: the item before what hangs on it.
        Sql.first(connection, "select id from item where id = ? for update", row -> row.getLong(1), item.get());
        Sql.first(connection, "select id from device_record where id = ? for update", row -> row.getLong(1), id);
        return find(connection, id);
    }

    /** As {@link #lock} for many: items first, each in the order of their numbers. */
    public void lockAll(Connection connection, Collection<Long> ids) throws SQLException {
        if (ids.isEmpty()) return;
        var marks = Sql.marks(ids.size());
        var items = Sql.list(
                connection,
                "select item_id from device_record where id in (" + marks + ") order by item_id",
                row -> row.getLong(1),
                ids.toArray());
        if (items.isEmpty()) return;
        var locked = "select id from item where id in (" + Sql.marks(items.size()) + ") order by id for update";
        Sql.list(connection, locked, row -> row.getLong(1), items.toArray());
        var records = "select id from device_record where id in (" + marks + ") order by id for update";
        Sql.list(connection, records, row -> row.getLong(1), ids.toArray());
    }

    public Optional<Device> byItem(Connection connection, long item) throws SQLException {
        return Sql.first(connection, SELECT + " where d.item_id = ?", DeviceStore::device, item);
    }

    /** Without regard to case; whoever had the tag before is another question. */
    public Optional<Device> byTag(Connection connection, String tag) throws SQLException {
        return Sql.first(connection, SELECT + " where d.asset_tag = ?", DeviceStore::device, tag.strip());
    }

    /** Which device had this tag once. */
    public Optional<Device> byOldTag(Connection connection, String tag) throws SQLException {
        var sql = SELECT + " where d.id = (select device_id from device_old_tag where asset_tag = ?)";
        return Sql.first(connection, sql, DeviceStore::device, tag.strip());
    }

    /** Devices with this serial, of any manufacturer; none for a placeholder (V4). */
    public List<Device> bySerial(Connection connection, String serial) throws SQLException {
        var key = Serials.key(serial);
        if (key.isEmpty()) return List.of();
        return Sql.list(connection, SELECT + " where d.serial_key = ? order by d.id", DeviceStore::device, key.get());
    }

    /** By the number of a console. */
    public Optional<Device> byMdm(Connection connection, MdmSource source, String mdmId) throws SQLException {
        var sql = SELECT + " where d.id = (select device_id from device_mdm where source = ? and mdm_id = ?)";
        return Sql.first(connection, sql, DeviceStore::device, Words.of(source), mdmId);
    }

    static Device device(ResultSet row) throws SQLException {
        var condition = Conditions.now(
                Words.constant(DeviceCondition.class, row.getString(9)),
                Words.constant(ItemCondition.class, row.getString(10)));
        return new Device(
                row.getLong(1),
                row.getLong(2),
                row.getInt(3),
                row.getString(4),
                row.getString(5),
                Words.constant(DeviceCategory.class, row.getString(6)),
                Words.orEmpty(row.getString(7)),
                row.getString(8),
                condition,
                row.getString(11),
                Utc.instant(row, 12),
                row.getInt(13),
                row.getString(14),
                row.getString(15),
                row.getString(16),
                Words.number(row, 17),
                Utc.someDay(row, 18),
                row.getString(19),
                row.getString(20),
                row.getString(21),
                Utc.someDay(row, 22),
                Utc.someDay(row, 23),
                row.getBoolean(24),
                row.getString(25),
                DeviceField.parse(row.getString(26)),
                custody(row, condition),
                row.getBoolean(40),
                row.getInt(31));
    }

    private static Custody custody(ResultSet row, DeviceCondition condition) throws SQLException {
        var facts = CustodyFacts.at(condition, new Custody.InStock(row.getString(15), row.getString(16)));
        var to = row.getString(30);
        if (to != null) facts = facts.with(new Custody.InTransit(to));
        var ticket = row.getLong(32);
        if (!row.wasNull()) facts = facts.with(new Custody.AtRepair(OptionalLong.of(ticket)));
        var year = row.getLong(33);
        if (!row.wasNull()) facts = facts.with(new Custody.Assigned(year));
        var container = row.getLong(34);
        if (!row.wasNull()) facts = facts.with(new Custody.InContainer(container, row.getString(35)));
        var away = row.getLong(36);
        if (!row.wasNull()) facts = facts.with(away(row, away));
        var state = row.getString(29);
        if (state != null) facts = facts.with(new Custody.OnLoan(Utc.someInstant(row, 28), !state.equals("out")));
        return CustodyRules.of(facts);
    }

    private static Custody.WithContainer away(ResultSet row, long container) throws SQLException {
        var owed = "owed".equals(row.getString(39));
        var due = owed ? Optional.<Instant>empty() : Utc.someInstant(row, 38);
        return new Custody.WithContainer(container, Words.orEmpty(row.getString(37)), due, owed);
    }

    /**
     * What stands in the record beside its item.
     *
     * @param tag empty for none
     * @param supportEnds null: the model's
     */
    public record Facts(
            int model,
            String manufacturer,
            String tag,
            String serial,
            String room,
            String orderNumber,
            @Nullable LocalDate warrantyEnds,
            @Nullable LocalDate supportEnds,
            Set<DeviceField> local) {}

    /** The tag and the serial must be nobody's: look before. */
    public long add(Connection connection, long item, Facts facts, DeviceCondition condition, Instant now)
            throws SQLException {
        var sql = """
                insert into device_record (item_id, model_id, manufacturer, asset_tag, serial, serial_key, room, order_number,
                    warranty_ends, support_ends, local_fields, device_condition, condition_since, created_at, updated_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                """;
        var at = Utc.of(now);
        return Sql.first(
                        connection,
                        sql,
                        row -> row.getLong(1),
                        item,
                        facts.model(),
                        facts.manufacturer(),
                        Words.orNull(facts.tag()),
                        facts.serial(),
                        Serials.key(facts.serial()).orElse(null),
                        facts.room(),
                        facts.orderNumber(),
                        facts.warrantyEnds(),
                        facts.supportEnds(),
                        DeviceField.list(facts.local()),
                        Words.of(condition),
                        at,
                        at,
                        at)
                .orElseThrow();
    }

    /** False when the device is not at this version any more. */
    public boolean change(Connection connection, long id, int version, Facts facts, Instant now) throws SQLException {
        var sql = """
                update device_record set model_id = ?, manufacturer = ?, asset_tag = ?, serial = ?, serial_key = ?, room = ?,
                    order_number = ?, warranty_ends = ?, support_ends = ?, local_fields = ?, version = version + 1,
                    updated_at = ?
                where id = ? and version = ?
                """;
        return Sql.update(
                        connection,
                        sql,
                        facts.model(),
                        facts.manufacturer(),
                        Words.orNull(facts.tag()),
                        facts.serial(),
                        Serials.key(facts.serial()).orElse(null),
                        facts.room(),
                        facts.orderNumber(),
                        facts.warrantyEnds(),
                        facts.supportEnds(),
                        DeviceField.list(facts.local()),
                        Utc.of(now),
                        id,
                        version)
                > 0;
    }

    public void setCondition(Connection connection, long id, DeviceCondition condition, String reason, Instant now)
            throws SQLException {
        var sql = "update device_record set device_condition = ?, condition_reason = ?, condition_since = ?, "
                + "version = version + 1, updated_at = ? where id = ?";
        Sql.update(connection, sql, Words.of(condition), reason, Utc.of(now), Utc.of(now), id);
    }

    /** The tag that the device had until now stays its own: who scans the old label still finds it. */
    public void keepOldTag(Connection connection, long id, String tag, Instant now) throws SQLException {
        var sql = "insert into device_old_tag (asset_tag, device_id, until_at) values (?, ?, ?)";
        Sql.update(connection, sql, tag, id, Utc.of(now));
    }

    /** A device gets a tag back that it had before. */
    public void takeOldTag(Connection connection, long id, String tag) throws SQLException {
        Sql.update(connection, "delete from device_old_tag where asset_tag = ? and device_id = ?", tag, id);
    }

    public List<String> oldTags(Connection connection, long id) throws SQLException {
        var sql = "select asset_tag from device_old_tag where device_id = ? order by until_at desc";
        return Sql.list(connection, sql, row -> row.getString(1), id);
    }
}
