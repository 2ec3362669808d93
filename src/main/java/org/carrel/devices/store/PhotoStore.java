package org.carrel.devices.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.devices.DevicePhotos.Shown;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;

/** Pictures. */
public final class PhotoStore {
    /** @param ticket or {@code device}: one of them */
    @SuppressWarnings("ArrayRecordComponent") // bytes of a file, never compared
    public record Added(
            int site,
            OptionalLong ticket,
            OptionalLong device,
            byte[] jpeg,
            int width,
            int height,
            Instant at,
            long account,
            UUID request) {}

    public void add(Connection connection, Added photo) throws SQLException {
        var sql =
                "insert into device_photo (site_id, ticket_id, device_id, jpeg, width, height, added_at, added_by, request_id) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
        Sql.update(
                connection,
                sql,
                photo.site(),
                RepairStore.orNull(photo.ticket()),
                RepairStore.orNull(photo.device()),
                photo.jpeg(),
                photo.width(),
                photo.height(),
                Utc.of(photo.at()),
                photo.account(),
                photo.request().toString());
    }

    public boolean isDone(Connection connection, UUID request) throws SQLException {
        var sql = "select 1 from device_photo where request_id = ?";
        return Sql.first(connection, sql, row -> true, request.toString()).isPresent();
    }

    /** Numbers, the oldest first. */
    public List<Long> ofTicket(Connection connection, long ticket) throws SQLException {
        var sql = "select id from device_photo where ticket_id = ? order by id";
        return Sql.list(connection, sql, row -> row.getLong(1), ticket);
    }

    /** The same. */
    public List<Long> ofDevice(Connection connection, long device) throws SQLException {
        var sql = "select id from device_photo where device_id = ? order by id";
        return Sql.list(connection, sql, row -> row.getLong(1), device);
    }

    public Optional<Shown> find(Connection connection, long photo) throws SQLException {
        var sql = """
                select p.jpeg, s.code, t.opened_by from device_photo p join site s on s.id = p.site_id
                left join repair_ticket t on t.id = p.ticket_id where p.id = ?
                """;
        return Sql.first(
                connection, sql, row -> new Shown(row.getBytes(1), row.getString(2), Utc.someNumber(row, 3)), photo);
    }
}
