package org.carrel.devices.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.devices.Assignment;
import org.carrel.devices.DeviceModel;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;

/** Who has which device for the year. */
public final class AssignmentStore {
    private static final String SELECT = """
            select y.id, y.device_id, d.item_id, coalesce(d.asset_tag, nullif(d.serial, ''), concat('#', d.id)), m.manufacturer,
                   m.name, s.code, y.patron_id, y.room, y.assigned_at, coalesce(a.display_name, ''), y.until_on, y.ended_at,
                   y.end_reason, y.note
            from device_assignment y
            join device_record d on d.id = y.device_id
            join device_model m on m.id = d.model_id
            join item i on i.id = d.item_id
            join site s on s.id = i.site_id
            left join account a on a.id = y.assigned_by
            """;

    private static Assignment assignment(ResultSet row) throws SQLException {
        var end = row.getString(14);
        return new Assignment(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getString(4),
                DeviceModel.fullName(row.getString(5), row.getString(6)),
                row.getString(7),
                Words.someLong(row, 8),
                row.getString(9),
                Utc.instant(row, 10),
                row.getString(11),
                Utc.someDay(row, 12),
                Utc.someInstant(row, 13),
                end == null ? Optional.empty() : Optional.of(Words.constant(Assignment.End.class, end)),
                row.getString(15));
    }

    public Optional<Assignment> find(Connection connection, long id) throws SQLException {
        return Sql.first(connection, SELECT + " where y.id = ?", AssignmentStore::assignment, id);
    }

    /** Nobody else ends it until the transaction is over; person and item are locked before. */
    public Optional<Assignment> lock(Connection connection, long id) throws SQLException {
        Sql.first(connection, "select id from device_assignment where id = ? for update", row -> row.getLong(1), id);
        return find(connection, id);
    }

    public Optional<Assignment> byRequest(Connection connection, UUID request) throws SQLException {
        return Sql.first(
                connection, SELECT + " where y.request_id = ?", AssignmentStore::assignment, request.toString());
    }

    /** Who has the device now. */
    public Optional<Assignment> openOf(Connection connection, long device) throws SQLException {
        return Sql.first(connection, SELECT + " where y.open_device = ?", AssignmentStore::assignment, device);
    }

    /** What the person has now, the oldest first. */
    public List<Assignment> openOfPatron(Connection connection, long patron) throws SQLException {
        var sql = SELECT + " where y.patron_id = ? and y.ended_at is null order by y.id";
        return Sql.list(connection, sql, AssignmentStore::assignment, patron);
    }

    /** Everybody who had the device, the latest first; whom as long as somebody knows. */
    public List<Assignment> ofDevice(Connection connection, long device, int most) throws SQLException {
        var sql = SELECT + " where y.device_id = ? order by y.id desc limit ?";
        return Sql.list(connection, sql, AssignmentStore::assignment, device, most);
    }

    /** All that last at sites within reach, rooms first, then by person. @param site code; empty for all */
    public List<Assignment> open(Connection connection, String site, int most) throws SQLException {
        var sql = SELECT
                + " left join patron p on p.id = y.patron_id where y.ended_at is null and (? = '' or s.code = ?) "
                + "order by y.patron_id is not null, y.room, p.family_name, p.given_name, y.id limit ?";
        return Sql.list(connection, sql, AssignmentStore::assignment, site, site, most);
    }

    /** What ended in the last minutes, or began: what can be taken back. @param site code; empty for all */
    public List<Assignment> since(Connection connection, Instant since, String site, int most) throws SQLException {
        var sql = SELECT + " where (y.assigned_at >= ? or y.ended_at >= ?) and (? = '' or s.code = ?) "
                + "order by coalesce(y.ended_at, y.assigned_at) desc, y.id desc limit ?";
        var from = Utc.of(since);
        return Sql.list(connection, sql, AssignmentStore::assignment, from, from, site, site, most);
    }

    /** How many devices these people have; who has none is left out. */
    public Map<Long, Integer> counts(Connection connection, Collection<Long> people) throws SQLException {
        if (people.isEmpty()) return Map.of();
        var sql = "select patron_id, count(*) from device_assignment where ended_at is null and patron_id in ("
                + Sql.marks(people.size()) + ") group by patron_id";
        var counts = new HashMap<Long, Integer>();
        Sql.list(connection, sql, row -> counts.put(row.getLong(1), row.getInt(2)), people.toArray());
        return counts;
    }

    /** An assignment that begins. @param patron empty for a room */
    public record New(
            UUID request,
            long device,
            OptionalLong patron,
            String room,
            Instant at,
            OptionalLong account,
            Optional<LocalDate> until,
            String note) {}

    public long add(Connection connection, New wish) throws SQLException {
        var sql =
                "insert into device_assignment (request_id, device_id, patron_id, room, assigned_at, assigned_by, until_on, note) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?) returning id";
        return Sql.first(
                        connection,
                        sql,
                        row -> row.getLong(1),
                        wish.request().toString(),
                        wish.device(),
                        Words.orNull(wish.patron()),
                        wish.room(),
                        Utc.of(wish.at()),
                        Words.orNull(wish.account()),
                        wish.until().orElse(null),
                        wish.note())
                .orElseThrow();
    }

    /** @param forget from when on nobody need know who it was */
    public void end(
            Connection connection, long id, Assignment.End why, Instant at, OptionalLong account, Instant forget)
            throws SQLException {
        var sql = "update device_assignment set ended_at = ?, ended_by = ?, end_reason = ?, forget_after = ? "
                + "where id = ? and ended_at is null";
        Sql.update(connection, sql, Utc.of(at), Words.orNull(account), Words.of(why), Utc.of(forget), id);
    }

    /** It lasts after all; it must be forgotten by nobody yet. */
    public boolean reopen(Connection connection, long id) throws SQLException {
        var sql =
                "update device_assignment set ended_at = null, ended_by = null, end_reason = null, forget_after = null "
                        + "where id = ? and ended_at is not null and (patron_id is not null or room <> '')";
        return Sql.update(connection, sql, id) > 0;
    }

    /** Whose time was over before that is known by nobody any more; tickets know themselves who had a device. How many. */
    public int forget(Connection connection, Instant before) throws SQLException {
        var sql =
                "update device_assignment set patron_id = null, note = '', forget_after = null where ended_at is not null "
                        + "and patron_id is not null and forget_after <= ?";
        return Sql.update(connection, sql, Utc.of(before));
    }

    /** Nothing here says anything of this person any more, who has no device. */
    public void erase(Connection connection, long patron) throws SQLException {
        var sql = "update device_assignment set patron_id = null, note = '', forget_after = null "
                + "where patron_id = ? and ended_at is not null";
        Sql.update(connection, sql, patron);
    }

    /** Numbers of what was moved. */
    public List<Long> move(Connection connection, long from, long to) throws SQLException {
        var ids = Sql.list(
                connection,
                "select id from device_assignment where patron_id = ? order by id for update",
                row -> row.getLong(1),
                from);
        Sql.update(connection, "update device_assignment set patron_id = ? where patron_id = ?", to, from);
        return ids;
    }

    /** Those of these that are still the first one's become the other's. */
    public List<Long> moveBack(Connection connection, List<Long> ids, long from, long to) throws SQLException {
        if (ids.isEmpty()) return List.of();
        var marks = Sql.marks(ids.size());
        var parameters = new Object[ids.size() + 1];
        parameters[0] = from;
        for (var at = 0; at < ids.size(); at++) parameters[at + 1] = ids.get(at);
        var still = Sql.list(
                connection,
                "select id from device_assignment where patron_id = ? and id in (" + marks + ") for update",
                row -> row.getLong(1),
                parameters);
        for (var id : still) Sql.update(connection, "update device_assignment set patron_id = ? where id = ?", to, id);
        return still;
    }

    /** The open ticket of the device, whoever has the device meanwhile. */
    public Optional<Long> openTicket(Connection connection, long device) throws SQLException {
        return Sql.first(
                connection, "select id from repair_ticket where open_device = ?", row -> row.getLong(1), device);
    }
}
