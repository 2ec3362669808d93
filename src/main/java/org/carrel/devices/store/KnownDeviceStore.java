package org.carrel.devices.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carrel.catalog.ItemCondition;
import org.carrel.devices.DeviceCondition;
import org.carrel.devices.DeviceField;
import org.carrel.devices.MdmField;
import org.carrel.devices.MdmSource;
import org.carrel.devices.MdmValues;
import org.carrel.devices.rules.Conditions;
import org.carrel.devices.rules.KnownDevice;
import org.carrel.devices.rules.KnownDevice.LastUse;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;

/** Devices as imports look at them: found by the keys of a page of rows. */
public final class KnownDeviceStore {
    /** What a page of rows can be recognised by. @param serials keys, zeros put back @param tags in any case */
    public record Keys(Collection<String> mdmIds, Collection<String> serials, Collection<String> tags) {}

    public List<KnownDevice> find(Connection connection, Optional<MdmSource> source, Keys keys) throws SQLException {
        var ids = new HashSet<Long>();
        var word = source.map(Words::of).orElse("");
        if (source.isPresent()) {
            ids.addAll(ids(
                    connection,
                    "select device_id from device_mdm where source = '" + word + "' and mdm_id in ",
                    keys.mdmIds()));
        }
        ids.addAll(ids(connection, "select id from device_record where serial_key in ", keys.serials()));
        ids.addAll(ids(connection, "select id from device_record where asset_tag in ", keys.tags()));
        return ids.isEmpty() ? List.of() : known(connection, word, ids);
    }

    private static List<Long> ids(Connection connection, String sql, Collection<String> keys) throws SQLException {
        if (keys.isEmpty()) return List.of();
        return Sql.list(connection, sql + "(" + Sql.marks(keys.size()) + ")", row -> row.getLong(1), keys.toArray());
    }

    private static List<KnownDevice> known(Connection connection, String source, Collection<Long> ids)
            throws SQLException {
        var macs = macs(connection, ids);
        var sql = """
                select d.id, d.asset_tag, d.serial, d.manufacturer, d.order_number, d.warranty_ends, d.local_fields,
                       d.device_condition, i.item_condition, d.condition_since, i.updated_at,
                       if(l.id is null, y.patron_id, l.patron_id),
                       u.user_name, u.since_at, u.seen_at,
                       x.mdm_id, x.device_name, x.os_version, x.status, x.enrolled_at, x.last_seen_at, x.support_ends,
                       x.annotated_tag, x.annotated_place, x.annotated_note, x.org_unit
                from device_record d
                join item i on i.id = d.item_id
                -- As item_holder has it, but by the keys of the page: a view of two parts is read as a whole.
                left join loan l on l.open_item = d.item_id
                left join device_assignment y on y.open_device = d.id
                left join device_mdm x on x.device_id = d.id and x.source = ?
                left join device_last_user u on u.device_id = d.id and u.source = ?
                where d.id in (%s) order by d.id
                """.formatted(Sql.marks(ids.size()));
        var parameters = new ArrayList<Object>(List.of(source, source));
        parameters.addAll(ids);
        return Sql.list(connection, sql, row -> device(row, macs), parameters.toArray());
    }

    private static Map<Long, Set<String>> macs(Connection connection, Collection<Long> ids) throws SQLException {
        var macs = new HashMap<Long, Set<String>>();
        var sql = "select device_id, mac from device_mac where device_id in (" + Sql.marks(ids.size()) + ")";
        Sql.list(
                connection,
                sql,
                row -> macs.computeIfAbsent(row.getLong(1), none -> new HashSet<>())
                        .add(row.getString(2)),
                ids.toArray());
        return macs;
    }

    private static KnownDevice device(ResultSet row, Map<Long, Set<String>> macs) throws SQLException {
        var id = row.getLong(1);
        var set = Words.constant(DeviceCondition.class, row.getString(8));
        var now = Conditions.now(set, Words.constant(ItemCondition.class, row.getString(9)));
        return new KnownDevice(
                id,
                Words.orEmpty(row.getString(2)),
                row.getString(3),
                row.getString(4),
                Words.orEmpty(row.getString(16)),
                values(row),
                macs.getOrDefault(id, Set.of()),
                lastUse(row),
                row.getString(5),
                Utc.someDay(row, 6),
                DeviceField.parse(row.getString(7)),
                now,
                since(row, now.equals(set)),
                holder(row));
    }

    /** What the desk has found out since people set the condition, it has found out later. */
    private static Instant since(ResultSet row, boolean asSet) throws SQLException {
        var set = Utc.instant(row, 10);
        var desk = Utc.instant(row, 11);
        return asSet || desk.isBefore(set) ? set : desk;
    }

    private static Optional<Long> holder(ResultSet row) throws SQLException {
        var patron = row.getLong(12);
        return row.wasNull() ? Optional.empty() : Optional.of(patron);
    }

    private static Optional<LastUse> lastUse(ResultSet row) throws SQLException {
        var name = row.getString(13);
        if (name == null) return Optional.empty();
        return Optional.of(new LastUse(name.toLowerCase(Locale.ROOT), Utc.instant(row, 14), Utc.instant(row, 15)));
    }

    private static MdmValues values(ResultSet row) throws SQLException {
        if (row.getString(16) == null) return MdmValues.NOTHING;
        var values = new EnumMap<MdmField, String>(MdmField.class);
        values.put(MdmField.NAME, Words.orEmpty(row.getString(17)));
        values.put(MdmField.OS_VERSION, Words.orEmpty(row.getString(18)));
        values.put(MdmField.STATUS, Words.orEmpty(row.getString(19)));
        values.put(
                MdmField.ENROLLED,
                Utc.someInstant(row, 20).map(Instant::toString).orElse(""));
        values.put(
                MdmField.LAST_SEEN,
                Utc.someInstant(row, 21).map(Instant::toString).orElse(""));
        values.put(
                MdmField.SUPPORT_END, Utc.someDay(row, 22).map(Object::toString).orElse(""));
        values.put(MdmField.TAG, Words.orEmpty(row.getString(23)));
        values.put(MdmField.LOCATION, Words.orEmpty(row.getString(24)));
        values.put(MdmField.NOTES, Words.orEmpty(row.getString(25)));
        values.put(MdmField.ORG_UNIT, Words.orEmpty(row.getString(26)));
        return new MdmValues(values);
    }

    /** Those of these tags that a copy, a device or an earlier label has already, in capitals. */
    public Set<String> takenTags(Connection connection, Collection<String> tags) throws SQLException {
        if (tags.isEmpty()) return Set.of();
        var marks = Sql.marks(tags.size());
        var sql = "select barcode from item where barcode in (" + marks + ") union select asset_tag from device_record "
                + "where asset_tag in (" + marks + ") union select asset_tag from device_old_tag where asset_tag in ("
                + marks
                + ")";
        var parameters = new ArrayList<Object>();
        for (var times = 0; times < 3; times++) parameters.addAll(tags);
        return Set.copyOf(
                Sql.list(connection, sql, row -> row.getString(1).toUpperCase(Locale.ROOT), parameters.toArray()));
    }

    /** Nobody else changes these devices until the transaction ends. */
    public void lock(Connection connection, Collection<Long> ids) throws SQLException {
        if (ids.isEmpty()) return;
        var sql = "select id from device_record where id in (" + Sql.marks(ids.size()) + ") order by id for update";
        Sql.list(connection, sql, row -> row.getLong(1), ids.toArray());
    }
}
