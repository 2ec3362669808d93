package org.carrel.devices.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.carrel.devices.LastUser;
import org.carrel.devices.MacAddress;
import org.carrel.devices.MdmFacts;
import org.carrel.devices.MdmSource;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;

/** What consoles say of devices. */
public final class MdmStore {
    public List<MdmFacts> facts(Connection connection, long device) throws SQLException {
        var sql = """
                select source, mdm_id, device_name, os_version, status, enrolled_at, last_seen_at, support_ends, annotated_tag,
                       annotated_place, annotated_note, org_unit, read_at
                from device_mdm where device_id = ? order by source
                """;
        return Sql.list(connection, sql, MdmStore::facts, device);
    }

    private static MdmFacts facts(ResultSet row) throws SQLException {
        return new MdmFacts(
                Words.constant(MdmSource.class, row.getString(1)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Utc.someInstant(row, 6),
                Utc.someInstant(row, 7),
                Utc.someDay(row, 8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                Utc.instant(row, 13));
    }

    /** Writes what a console says now over what it said before; its number of the device may be another one since. */
    public void write(Connection connection, long device, MdmFacts facts) throws SQLException {
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
        Sql.update(
                connection,
                sql,
                Words.of(facts.source()),
                facts.id(),
                device,
                facts.deviceName(),
                facts.osVersion(),
                facts.status(),
                Utc.of(facts.enrolled()),
                Utc.of(facts.lastSeen()),
                facts.supportEnds().orElse(null),
                facts.annotatedTag(),
                facts.annotatedPlace(),
                facts.annotatedNote(),
                facts.orgUnit(),
                Utc.of(facts.readAt()));
    }

    public List<LastUser> lastUsers(Connection connection, long device) throws SQLException {
        var sql =
                "select source, user_name, since_at, seen_at from device_last_user where device_id = ? order by seen_at desc";
        return Sql.list(
                connection,
                sql,
                row -> new LastUser(
                        Words.constant(MdmSource.class, row.getString(1)),
                        row.getString(2),
                        Utc.instant(row, 3),
                        Utc.instant(row, 4)),
                device);
    }

    /** When consoles saw devices last, by the number of their item; what is no device, or was never seen, is left out. */
    public Map<Long, Instant> lastSeen(Connection connection, Collection<Long> items) throws SQLException {
        if (items.isEmpty()) return Map.of();
        record Seen(long item, Instant at) {}
        var sql = "select d.item_id, max(x.last_seen_at) from device_record d join device_mdm x on x.device_id = d.id "
                + "where x.last_seen_at is not null and d.item_id in (" + Sql.marks(items.size())
                + ") group by d.item_id";
        return Sql.list(connection, sql, row -> new Seen(row.getLong(1), Utc.instant(row, 2)), items.toArray()).stream()
                .collect(Collectors.toMap(Seen::item, Seen::at));
    }

    /** This person is not known any more to have used a device, by user name or address. */
    public void forgetUser(Connection connection, long patron) throws SQLException {
        var sql = "delete u from device_last_user u join patron p on p.id = ? and u.user_name <> '' "
                + "and (u.user_name = p.username or u.user_name = p.email)";
        Sql.update(connection, sql, patron);
    }

    public List<MacAddress> macs(Connection connection, long device) throws SQLException {
        var sql = "select kind, mac from device_mac where device_id = ? order by kind, mac";
        return Sql.list(
                connection,
                sql,
                row -> new MacAddress(Words.constant(MacAddress.Kind.class, row.getString(1)), row.getString(2)),
                device);
    }

    /** Adds those that are not there yet. */
    public void addMacs(Connection connection, long device, Collection<MacAddress> macs) throws SQLException {
        var sql = "insert ignore into device_mac (device_id, mac, kind) values (?, ?, ?)";
        Sql.batch(connection, sql, List.copyOf(macs), (statement, mac) -> {
            statement.setLong(1, device);
            statement.setString(2, mac.digits());
            statement.setString(3, Words.of(mac.kind()));
        });
    }
}
