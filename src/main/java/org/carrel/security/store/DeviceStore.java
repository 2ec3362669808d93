package org.carrel.security.store;

import static java.time.ZoneOffset.UTC;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.carrel.platform.Sql;
import org.carrel.security.Device;
import org.carrel.security.Device.Audience;
import org.carrel.security.Device.Skin;

/** The table of devices. Times are UTC. */
public final class DeviceStore {
    private static final String SELECT = """
            select d.id, d.name, s.code, s.name, d.skin, d.audience, d.enrolled_at, d.switched_off_at
            from device d join site s on s.id = d.site_id
            """;

    public List<Device> list(Connection connection) throws SQLException {
        return Sql.list(
                connection,
                SELECT + "order by d.switched_off_at is not null, s.name, d.name, d.id",
                row -> device(row));
    }

    public Optional<Device> findByToken(Connection connection, byte[] hash) throws SQLException {
        return Sql.first(connection, SELECT + "where d.token_hash = ?", row -> device(row), (Object) hash);
    }

    /** Code of the site that it stands at. */
    public Optional<String> siteOf(Connection connection, long id) throws SQLException {
        var sql = "select s.code from device d join site s on s.id = d.site_id where d.id = ?";
        return Sql.first(connection, sql, row -> row.getString(1), id);
    }

    /** False when there is no such site. */
    public boolean add(
            Connection connection, String name, String siteCode, Skin skin, Audience audience, byte[] code, Instant end)
            throws SQLException {
        var sql = "insert into device (name, site_id, skin, audience, code_hash, code_ends_at) "
                + "select ?, id, ?, ?, ?, ? from site where code = ?";
        return Sql.update(connection, sql, name, word(skin), word(audience), code, utc(end), siteCode) == 1;
    }

    /** Gives the device a token for its code, which is used up by that; false when the code is wrong or over. */
    public boolean enrol(Connection connection, byte[] code, byte[] token, Instant now) throws SQLException {
        var sql = "update device set token_hash = ?, enrolled_at = ?, code_hash = null, code_ends_at = null "
                + "where code_hash = ? and code_ends_at > ? and switched_off_at is null";
        return Sql.update(connection, sql, token, utc(now), code, utc(now)) == 1;
    }

    /** False when there is none, or it is off already. */
    public boolean switchOff(Connection connection, long id, Instant now) throws SQLException {
        var sql = "update device set switched_off_at = ?, code_hash = null, code_ends_at = null "
                + "where id = ? and switched_off_at is null";
        return Sql.update(connection, sql, utc(now), id) == 1;
    }

    private static Device device(ResultSet row) throws SQLException {
        return new Device(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Skin.valueOf(row.getString(5).toUpperCase(Locale.ROOT)),
                Audience.valueOf(row.getString(6).toUpperCase(Locale.ROOT)),
                instant(row, 7),
                instant(row, 8));
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class)).map(time -> time.toInstant(UTC));
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, UTC);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
