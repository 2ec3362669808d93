package org.carrel.catalog.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.carrel.platform.Sql;

/** The settings under which files of each vendor are imported. */
public final class ImportProfileStore {
    private static final String SELECT = "select id, version, name, settings from import_profile ";
    private static final Sql.Row<Row> ROW =
            row -> new Row(row.getLong(1), row.getInt(2), row.getString(3), row.getString(4));

    /** @param settings JSON */
    public record Row(long id, int version, String name, String settings) {}

    /**
     * A title as an import left it.
     *
     * @param bytes in the file, with {@code format}, {@code encoding} and {@code hash} of the incoming record
     */
    @SuppressWarnings("ArrayRecordComponent") // a row on its way through, never compared
    public record Original(byte[] bytes, String format, String encoding, byte[] hash) {}

    /** The first titles that an import wrote and nobody changed since. */
    public List<Original> findOriginals(Connection connection, long jobId, int limit) throws SQLException {
        var sql = "select original, original_format, original_encoding, incoming_hash from bib_record "
                + "where import_job_id = ? order by id limit ?";
        return Sql.list(
                connection,
                sql,
                row -> new Original(row.getBytes(1), row.getString(2), row.getString(3), row.getBytes(4)),
                jobId,
                limit);
    }

    public List<Row> findAll(Connection connection) throws SQLException {
        return Sql.list(connection, SELECT + "order by name", ROW);
    }

    public Optional<Row> find(Connection connection, long id) throws SQLException {
        return Sql.first(connection, SELECT + "where id = ?", ROW, id);
    }

    public Optional<Row> find(Connection connection, String name) throws SQLException {
        return Sql.first(connection, SELECT + "where name = ?", ROW, name);
    }

    /** The row cannot change until the transaction ends. */
    public Optional<Row> findForUpdate(Connection connection, long id) throws SQLException {
        return Sql.first(connection, SELECT + "where id = ? for update", ROW, id);
    }

    /** Its number; empty when the name is taken. */
    public Optional<Long> add(Connection connection, String name, String settings) throws SQLException {
        var sql = "insert ignore into import_profile (name, settings) values (?, ?) returning id";
        return Sql.first(connection, sql, row -> row.getLong(1), name, settings);
    }

    /** False when it is not at this version any more, or gone. The name must be free: see {@link #find}. */
    public boolean change(Connection connection, Row row) throws SQLException {
        var sql = "update import_profile set name = ?, settings = ?, version = version + 1, "
                + "updated_at = utc_timestamp(3) where id = ? and version = ?";
        return Sql.update(connection, sql, row.name(), row.settings(), row.id(), row.version()) == 1;
    }

    public boolean remove(Connection connection, long id) throws SQLException {
        return Sql.update(connection, "delete from import_profile where id = ?", id) == 1;
    }
}
