package org.carrel.devices.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carrel.devices.DeviceCondition;
import org.carrel.devices.MacAddress;
import org.carrel.devices.MdmField;
import org.carrel.devices.MdmSource;
import org.carrel.devices.MdmValues;
import org.carrel.devices.rules.KnownDevice;
import org.carrel.devices.rules.KnownDevice.LastUse;
import org.carrel.devices.rules.Serials;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.jspecify.annotations.Nullable;

/** Writes what an export says, many devices at once. */
public final class MdmWriteStore {
    /** A device that only the export tells of so far. @param item number of its item */
    public record Fresh(
            long item,
            int model,
            String manufacturer,
            String tag,
            String serial,
            String room,
            String orderNumber,
            Optional<LocalDate> warrantyEnds,
            DeviceCondition condition) {}

    /** Numbers of the devices by those of their items. */
    public Map<Long, Long> add(Connection connection, List<Fresh> devices, Instant now) throws SQLException {
        var sql = """
                insert into device_record (item_id, model_id, manufacturer, asset_tag, serial, serial_key, room, order_number,
                    warranty_ends, device_condition, condition_since, created_at, updated_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """;
        Sql.batch(connection, sql, devices, (insert, device) -> {
            insert.setLong(1, device.item());
            insert.setInt(2, device.model());
            insert.setString(3, device.manufacturer());
            insert.setString(4, Words.orNull(device.tag()));
            insert.setString(5, device.serial());
            insert.setString(6, Serials.key(device.serial()).orElse(null));
            insert.setString(7, device.room());
            insert.setString(8, device.orderNumber());
            insert.setObject(9, device.warrantyEnds().orElse(null));
            insert.setString(10, Words.of(device.condition()));
            for (var at = 11; at <= 13; at++) insert.setObject(at, Utc.of(now));
        });
        var ids = new HashMap<Long, Long>();
        if (devices.isEmpty()) return ids;
        var items = devices.stream().map(Fresh::item).toList();
        var find = "select item_id, id from device_record where item_id in (" + Sql.marks(items.size()) + ")";
        Sql.list(connection, find, row -> ids.put(row.getLong(1), row.getLong(2)), items.toArray());
        return ids;
    }

    /** What a console says of a device now. @param values with what it had said before where it says nothing now */
    public record Said(long device, String mdmId, MdmValues values) {}

    public void facts(Connection connection, MdmSource source, List<Said> said, Instant now) throws SQLException {
        var sql = """
                insert into device_mdm (source, mdm_id, device_id, device_name, os_version, status, enrolled_at, last_seen_at,
                    support_ends, annotated_tag, annotated_place, annotated_note, org_unit, read_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on duplicate key update mdm_id = values(mdm_id), device_name = values(device_name),
                    os_version = values(os_version), status = values(status), enrolled_at = values(enrolled_at),
                    last_seen_at = values(last_seen_at), support_ends = values(support_ends),
                    annotated_tag = values(annotated_tag), annotated_place = values(annotated_place),
                    annotated_note = values(annotated_note), org_unit = values(org_unit), read_at = values(read_at)
                """;
        Sql.batch(connection, sql, said, (insert, one) -> {
            insert.setString(1, Words.of(source));
            insert.setString(2, one.mdmId());
            insert.setLong(3, one.device());
            text(insert, 4, one, MdmField.NAME);
            text(insert, 5, one, MdmField.OS_VERSION);
            text(insert, 6, one, MdmField.STATUS);
            insert.setObject(7, Utc.of(one.values().moment(MdmField.ENROLLED)));
            insert.setObject(8, Utc.of(one.values().moment(MdmField.LAST_SEEN)));
            insert.setObject(9, day(one.values().get(MdmField.SUPPORT_END)));
            text(insert, 10, one, MdmField.TAG);
            text(insert, 11, one, MdmField.LOCATION);
            text(insert, 12, one, MdmField.NOTES);
            text(insert, 13, one, MdmField.ORG_UNIT);
            insert.setObject(14, Utc.of(now));
        });
    }

    private static void text(PreparedStatement insert, int at, Said said, MdmField field) throws SQLException {
        insert.setString(at, said.values().get(field));
    }

    private static @Nullable LocalDate day(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    /** Who used a device last. */
    public record Used(long device, LastUse last) {}

    public void lastUsers(Connection connection, MdmSource source, List<Used> users) throws SQLException {
        var sql =
                "insert into device_last_user (device_id, source, user_name, since_at, seen_at) values (?, ?, ?, ?, ?) "
                        + "on duplicate key update user_name = values(user_name), since_at = values(since_at), "
                        + "seen_at = values(seen_at)";
        Sql.batch(connection, sql, users, (insert, one) -> {
            insert.setLong(1, one.device());
            insert.setString(2, Words.of(source));
            insert.setString(3, one.last().name());
            insert.setObject(4, Utc.of(one.last().since()));
            insert.setObject(5, Utc.of(one.last().seen()));
        });
    }

    /** An address of a device. */
    public record Mac(long device, MacAddress.Kind kind, String digits) {}

    public void macs(Connection connection, List<Mac> macs) throws SQLException {
        var sql = "insert ignore into device_mac (device_id, mac, kind) values (?, ?, ?)";
        Sql.batch(connection, sql, macs, (insert, mac) -> {
            insert.setLong(1, mac.device());
            insert.setString(2, mac.digits());
            insert.setString(3, Words.of(mac.kind()));
        });
    }

    public void removeMacs(Connection connection, List<Mac> macs) throws SQLException {
        Sql.batch(connection, "delete from device_mac where device_id = ? and mac = ?", macs, (delete, mac) -> {
            delete.setLong(1, mac.device());
            delete.setString(2, mac.digits());
        });
    }

    /** What nobody had filled in. */
    public record Filled(long device, MdmField field, String value) {}

    public void fill(Connection connection, List<Filled> filled, Instant now) throws SQLException {
        for (var field : List.of(MdmField.PO_NUMBER, MdmField.WARRANTY_END)) {
            var some = filled.stream().filter(one -> one.field() == field).toList();
            var sql = "update device_record set " + column(field)
                    + " = ?, version = version + 1, updated_at = ? where id = ?";
            Sql.batch(connection, sql, some, (update, one) -> {
                update.setString(1, one.value());
                update.setObject(2, Utc.of(now));
                update.setLong(3, one.device());
            });
        }
    }

    /** Takes back what {@link #fill} wrote, where it still stands. */
    public void empty(Connection connection, List<Filled> filled, Instant now) throws SQLException {
        for (var field : List.of(MdmField.PO_NUMBER, MdmField.WARRANTY_END)) {
            var some = filled.stream().filter(one -> one.field() == field).toList();
            var sql = "update device_record set " + column(field) + " = "
                    + (field == MdmField.PO_NUMBER ? "''" : "null")
                    + ", version = version + 1, updated_at = ? where id = ? and "
                    + column(field) + " = ?";
            Sql.batch(connection, sql, some, (update, one) -> {
                update.setObject(1, Utc.of(now));
                update.setLong(2, one.device());
                update.setString(3, one.value());
            });
        }
    }

    private static String column(MdmField field) {
        return field == MdmField.PO_NUMBER ? "order_number" : "warranty_ends";
    }

    /** The rows of the run get the devices that were added for them, and what the console had said before. */
    public record Done(int number, long device, KnownBefore before) {}

    /** What was known of a device before a run. @param version after it */
    public record KnownBefore(int version, String mdmId, MdmValues values, Optional<LastUse> lastUser) {
        /** Of a new device. */
        public static final KnownBefore NOTHING = new KnownBefore(1, "", MdmValues.NOTHING, Optional.empty());

        public static KnownBefore of(KnownDevice device, int version) {
            return new KnownBefore(version, device.mdmId(), device.values(), device.lastUser());
        }
    }

    public void done(Connection connection, long run, List<Done> rows) throws SQLException {
        var sql = "update mdm_row set device_id = ?, was = ? where run_id = ? and number = ?";
        Sql.batch(connection, sql, rows, (update, row) -> {
            update.setLong(1, row.device());
            update.setString(2, MdmJson.before(row.before()));
            update.setLong(3, run);
            update.setInt(4, row.number());
        });
    }

    public Map<Long, Integer> versions(Connection connection, Collection<Long> devices) throws SQLException {
        var versions = new HashMap<Long, Integer>();
        if (devices.isEmpty()) return versions;
        var sql = "select id, version from device_record where id in (" + Sql.marks(devices.size()) + ")";
        Sql.list(connection, sql, row -> versions.put(row.getLong(1), row.getInt(2)), devices.toArray());
        return versions;
    }
}
