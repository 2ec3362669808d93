package org.carrel.devices.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.carrel.devices.AuditAct;
import org.carrel.devices.AuditHeader;
import org.carrel.devices.AuditLine;
import org.carrel.devices.AuditOutcome;
import org.carrel.devices.AuditRow;
import org.carrel.devices.Custody;
import org.carrel.devices.Device;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;

/** Audits of rooms and carts. Closed ones are never changed. */
public final class AuditStore {
    private static final String SELECT = """
            select a.id, s.id, s.code, s.name, a.room, a.container_id,
                   coalesce(c.asset_tag, nullif(c.serial, ''), concat('#', c.id), ''), a.state, a.started_at,
                   coalesce(b.display_name, ''), a.closed_at, coalesce(e.display_name, '')
            from device_audit a
            join site s on s.id = a.site_id
            left join device_record c on c.id = a.container_id
            left join account b on b.id = a.started_by
            left join account e on e.id = a.closed_by
            """;

    private static AuditHeader header(ResultSet row) throws SQLException {
        return new AuditHeader(
                row.getLong(1),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Utc.someNumber(row, 6),
                row.getString(7),
                Words.constant(AuditHeader.State.class, row.getString(8)),
                Utc.instant(row, 9),
                row.getString(10),
                Utc.someInstant(row, 11),
                row.getString(12));
    }

    public Optional<AuditHeader> find(Connection connection, long id) throws SQLException {
        return Sql.first(connection, SELECT + "where a.id = ?", AuditStore::header, id);
    }

    /** Nobody scans or closes it until the transaction ends. */
    public Optional<AuditHeader> lock(Connection connection, long id) throws SQLException {
        Sql.first(connection, "select id from device_audit where id = ? for update", row -> true, id);
        return find(connection, id);
    }

    /** The open audit of this place, else a new one. Whoever begins at the same time waits for the site's row. */
    public AuditHeader begin(
            Connection connection, int site, String room, OptionalLong container, Instant now, long account)
            throws SQLException {
        Sql.first(connection, "select id from site where id = ? for update", row -> true, site);
        var cart = container.isPresent() ? container.getAsLong() : null;
        var open = "where a.state = 'open' and if(? is null, a.container_id is null and a.site_id = ? and a.room = ?, "
                + "a.container_id = ?)";
        var known = Sql.first(connection, SELECT + open, AuditStore::header, cart, site, room, cart);
        if (known.isPresent()) return known.get();
        var sql =
                "insert into device_audit (site_id, room, container_id, started_at, started_by) values (?, ?, ?, ?, ?) "
                        + "returning id";
        var id = Sql.first(connection, sql, row -> row.getLong(1), site, room, cart, Utc.of(now), account);
        return find(connection, id.orElseThrow()).orElseThrow();
    }

    /** Rooms to which devices of ours belong, by name. */
    public List<String> rooms(Connection connection, String site) throws SQLException {
        var sql =
                "select distinct d.room from device_record d join item i on i.id = d.item_id join site s on s.id = i.site_id "
                        + "where s.code = ? and d.room <> '' and d.device_condition not in ('retired', 'stolen') order by d.room";
        return Sql.list(connection, sql, row -> row.getString(1), site);
    }

    /** Whether something has its slot in it. */
    public boolean isContainer(Connection connection, long device) throws SQLException {
        return Sql.first(connection, "select 1 from container_slot where container_id = ? limit 1", row -> true, device)
                .isPresent();
    }

    /** What belongs to the place, as our records have it. */
    public List<Device> belonging(Connection connection, AuditHeader audit) throws SQLException {
        if (audit.container().isPresent()) {
            var sql = DeviceStore.SELECT + " where c.container_id = ? order by c.position";
            return Sql.list(
                    connection, sql, DeviceStore::device, audit.container().getAsLong());
        }
        var sql = DeviceStore.SELECT + " where i.site_id = ? and d.room = ? and " + DeviceSearchStore.CONDITION
                + " not in ('retired', 'stolen', 'pre_receipt') order by d.asset_tag is null, d.asset_tag, d.id";
        return Sql.list(connection, sql, DeviceStore::device, audit.siteId(), audit.room());
    }

    public Set<Long> scanned(Connection connection, long audit) throws SQLException {
        var sql = "select device_id from device_audit_scan where audit_id = ?";
        return new HashSet<>(Sql.list(connection, sql, row -> row.getLong(1), audit));
    }

    public List<String> unknown(Connection connection, long audit) throws SQLException {
        return Sql.list(
                connection,
                "select code from device_audit_unknown where audit_id = ? order by at, code",
                row -> row.getString(1),
                audit);
    }

    /** The audit must be locked. False when it was scanned before. */
    public boolean scan(Connection connection, long audit, long device, Instant now, long account) throws SQLException {
        var known = "select 1 from device_audit_scan where audit_id = ? and device_id = ?";
        if (Sql.first(connection, known, row -> true, audit, device).isPresent()) return false;
        var sql = "insert into device_audit_scan (audit_id, device_id, at, account_id) values (?, ?, ?, ?)";
        Sql.update(connection, sql, audit, device, Utc.of(now), account);
        return true;
    }

    /** Takes a scan back. The audit must be locked. */
    public void unscan(Connection connection, long audit, long device) throws SQLException {
        Sql.update(connection, "delete from device_audit_scan where audit_id = ? and device_id = ?", audit, device);
    }

    /** The audit must be locked. */
    public void keepUnknown(Connection connection, long audit, String code, Instant now, long account)
            throws SQLException {
        var known = "select 1 from device_audit_unknown where audit_id = ? and code = ?";
        if (Sql.first(connection, known, row -> true, audit, code).isPresent()) return;
        var sql = "insert into device_audit_unknown (audit_id, code, at, account_id) values (?, ?, ?, ?)";
        Sql.update(connection, sql, audit, code, Utc.of(now), account);
    }

    /** When consoles saw devices last, by device. */
    public Map<Long, Instant> seen(Connection connection, List<Long> devices) throws SQLException {
        var seen = new HashMap<Long, Instant>();
        if (devices.isEmpty()) return seen;
        var sql =
                "select device_id, max(last_seen_at) from device_mdm where last_seen_at is not null and device_id in ("
                        + Sql.marks(devices.size()) + ") group by device_id";
        record Seen(long device, Instant at) {}
        Sql.list(connection, sql, row -> new Seen(row.getLong(1), Utc.instant(row, 2)), devices.toArray())
                .forEach(one -> seen.put(one.device(), one.at()));
        return seen;
    }

    /** In which cart each of these has its slot: how people call the cart, and the slot. */
    public Map<Long, String> slots(Connection connection, List<Long> devices) throws SQLException {
        var slots = new HashMap<Long, String>();
        if (devices.isEmpty()) return slots;
        var sql = """
                select c.device_id, concat(coalesce(k.asset_tag, nullif(k.serial, ''), concat('#', k.id)), ' / ', c.slot)
                from container_slot c join device_record k on k.id = c.container_id where c.device_id in (%s)
                """.formatted(Sql.marks(devices.size()));
        record Slot(long device, String name) {}
        Sql.list(connection, sql, row -> new Slot(row.getLong(1), row.getString(2)), devices.toArray())
                .forEach(one -> slots.put(one.device(), one.name()));
        return slots;
    }

    /** Gives up the slot that a device has, if any. */
    public void leaveSlot(Connection connection, long device) throws SQLException {
        Sql.update(connection, "update container_slot set device_id = null where device_id = ?", device);
    }

    /** Puts a device into the first free slot, which is returned; empty when there is none. The cart must be locked. */
    public Optional<String> takeSlot(Connection connection, long container, long device) throws SQLException {
        var free = Sql.first(
                connection,
                "select slot from container_slot where container_id = ? and device_id is null order by position limit 1 for update",
                row -> row.getString(1),
                container);
        if (free.isEmpty()) return free;
        var sql = "update container_slot set device_id = ? where container_id = ? and slot = ?";
        Sql.update(connection, sql, device, container, free.get());
        return free;
    }

    public int freeSlots(Connection connection, long container) throws SQLException {
        var sql = "select count(*) from container_slot where container_id = ? and device_id is null";
        return Sql.first(connection, sql, row -> row.getInt(1), container).orElse(0);
    }

    public void close(
            Connection connection, long audit, AuditHeader.State state, Instant now, long account, UUID request)
            throws SQLException {
        var sql = "update device_audit set state = ?, closed_at = ?, closed_by = ?, closed_request = ? where id = ?";
        Sql.update(connection, sql, Words.of(state), Utc.of(now), account, request.toString(), audit);
    }

    /** Whether this very form closed it. */
    public boolean isClosedBy(Connection connection, long audit, UUID request) throws SQLException {
        var sql = "select 1 from device_audit where id = ? and closed_request = ?";
        return Sql.first(connection, sql, row -> true, audit, request.toString())
                .isPresent();
    }

    public void write(Connection connection, long audit, List<AuditLine> lines) throws SQLException {
        var sql = "insert into device_audit_line (audit_id, device_id, outcome, act, custody, last_seen_at) "
                + "values (?, ?, ?, ?, ?, ?)";
        Sql.batch(connection, sql, lines, (statement, line) -> {
            statement.setLong(1, audit);
            statement.setLong(2, line.device().id());
            statement.setString(3, Words.of(line.outcome()));
            statement.setString(4, Words.of(line.act()));
            statement.setString(5, Words.of(line.custody()));
            statement.setObject(6, Utc.of(line.seen()));
        });
    }

    /** A line as it was written. */
    public record Written(
            long device, AuditOutcome outcome, AuditAct act, Custody.Kind custody, Optional<Instant> seen) {}

    public List<Written> lines(Connection connection, long audit) throws SQLException {
        var sql = "select device_id, outcome, act, custody, last_seen_at from device_audit_line where audit_id = ?";
        return Sql.list(
                connection,
                sql,
                row -> new Written(
                        row.getLong(1),
                        Words.constant(AuditOutcome.class, row.getString(2)),
                        Words.constant(AuditAct.class, row.getString(3)),
                        Words.constant(Custody.Kind.class, row.getString(4)),
                        Utc.someInstant(row, 5)),
                audit);
    }

    /** The latest first. @param site code; empty for all */
    public List<AuditRow> history(Connection connection, String site, int from, int most) throws SQLException {
        var sql = """
                select h.*, (select count(*) from device_audit_scan n where n.audit_id = h.id), coalesce(sum(l.outcome = 'present'), 0),
                       coalesce(sum(l.outcome in ('foreign', 'out_but_here')), 0), coalesce(sum(l.outcome = 'missing'), 0),
                       coalesce(sum(l.outcome = 'elsewhere'), 0), coalesce(sum(l.outcome = 'found'), 0),
                       (select count(*) from device_audit_unknown u where u.audit_id = h.id)
                from (%s) h left join device_audit_line l on l.audit_id = h.id group by h.id order by h.id desc
                """.formatted("select a.id, s.id as site_id, s.code, s.name, a.room, a.container_id, "
                + "coalesce(c.asset_tag, nullif(c.serial, ''), concat('#', c.id), '') as cart, a.state, a.started_at, "
                + "coalesce(b.display_name, '') as started, a.closed_at, coalesce(e.display_name, '') as closed "
                + SELECT.substring(SELECT.indexOf("from device_audit a"))
                + "where (? = '' or s.code = ?) order by a.id desc limit ? offset ?");
        return Sql.list(
                connection,
                sql,
                row -> new AuditRow(
                        header(row),
                        row.getInt(13),
                        row.getInt(14),
                        row.getInt(15),
                        row.getInt(16),
                        row.getInt(17),
                        row.getInt(18),
                        row.getInt(19)),
                site,
                site,
                most,
                from);
    }

    public long count(Connection connection, String site) throws SQLException {
        var sql = "select count(*) from device_audit a join site s on s.id = a.site_id where ? = '' or s.code = ?";
        return Sql.first(connection, sql, row -> row.getLong(1), site, site).orElse(0L);
    }

    /** How many are open. @param site code; empty for all */
    public long open(Connection connection, String site) throws SQLException {
        var sql = "select count(*) from device_audit a join site s on s.id = a.site_id "
                + "where a.state = 'open' and (? = '' or s.code = ?)";
        return Sql.first(connection, sql, row -> row.getLong(1), site, site).orElse(0L);
    }
}
