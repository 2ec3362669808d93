package org.carrel.catalog.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.carrel.catalog.EditKind;
import org.carrel.catalog.RecordState;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;

/** Records as people change them, and who did. */
public final class EditStore {
    private static final String ROW =
            "select %s, source, control_number, title, version, marc, original, original_format, "
                    + "original_encoding, incoming_hash, import_job_id from ";

    /** No import decides anything about any record until the transaction ends. To be called first. */
    public void takeTurn(Connection connection) throws SQLException {
        Sql.first(connection, "select id from import_turn for update", row -> row.getInt(1));
    }

    /** Those of the records that are shown, locked in the order of their numbers. */
    public List<StoredBib> lock(Connection connection, Collection<Long> ids) throws SQLException {
        if (ids.isEmpty()) return List.of();
        var sql = ROW.formatted("id") + "bib_record where id in (" + Sql.marks(ids.size()) + ") and " + BibStore.LISTED
                + " order by id for update";
        return Sql.list(
                connection,
                sql,
                EditStore::row,
                ids.stream().distinct().sorted().toArray());
    }

    /** The same without a lock: for looking only. */
    public List<StoredBib> find(Connection connection, Collection<Long> ids) throws SQLException {
        if (ids.isEmpty()) return List.of();
        var sql = ROW.formatted("id") + "bib_record where id in (" + Sql.marks(ids.size()) + ") and " + BibStore.LISTED
                + " order by id";
        return Sql.list(
                connection,
                sql,
                EditStore::row,
                ids.stream().distinct().sorted().toArray());
    }

    /** The record and its version as they stand; empty when there is none that is shown. */
    public Optional<StoredBib> find(Connection connection, long id) throws SQLException {
        return Sql.first(
                connection, ROW.formatted("id") + "bib_record where id = ? and " + BibStore.LISTED, EditStore::row, id);
    }

    private static StoredBib row(ResultSet row) throws SQLException {
        return new StoredBib(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                row.getString(6),
                row.getBytes(7),
                row.getString(8),
                row.getString(9),
                row.getBytes(10),
                row.getObject(11, Long.class));
    }

    /** MARC-in-JSON of a version that stands or stood. */
    public Optional<String> findText(Connection connection, long id, int version) throws SQLException {
        var sql = "select marc from bib_record where id = ? and version = ? "
                + "union all select marc from bib_version where bib_id = ? and version = ?";
        return Sql.first(connection, sql, row -> row.getString(1), id, version, id, version);
    }

    /** @param account null when the program did it */
    public void log(
            Connection connection,
            Collection<StoredBib> written,
            EditKind kind,
            @org.jspecify.annotations.Nullable Long account,
            Instant at)
            throws SQLException {
        var sql = "insert into bib_edit (bib_id, version, kind, account_id, at) values (?, ?, ?, ?, ?)";
        var word = kind.name().toLowerCase(Locale.ROOT);
        Sql.batch(connection, sql, List.copyOf(written), (statement, bib) -> {
            statement.setLong(1, bib.id());
            statement.setInt(2, bib.version());
            statement.setString(3, word);
            statement.setObject(4, account);
            statement.setObject(5, Utc.of(at));
        });
    }

    /** All versions, the present one first. */
    public List<RecordState> history(Connection connection, long id) throws SQLException {
        var sql = """
                select w.version, coalesce(e.at, (select p.replaced_at from bib_version p
                        where p.bib_id = ? and p.version = w.version - 1), w.created_at), e.kind, a.display_name, j.file_name, w.present
                from (select version, import_job_id, created_at, true present from bib_record where id = ?
                      union all select v.version, v.import_job_id, b.created_at, false from bib_version v
                        join bib_record b on b.id = v.bib_id where v.bib_id = ?) w
                    left join bib_edit e on e.bib_id = ? and e.version = w.version
                    left join account a on a.id = e.account_id left join import_job j on j.id = w.import_job_id
                order by w.version desc
                """;
        return Sql.list(
                connection,
                sql,
                row -> new RecordState(
                        row.getInt(1),
                        Utc.instant(row, 2),
                        Optional.ofNullable(row.getString(3))
                                .map(kind -> EditKind.valueOf(kind.toUpperCase(Locale.ROOT))),
                        Optional.ofNullable(row.getString(4)),
                        Optional.ofNullable(row.getString(5)),
                        row.getBoolean(6)),
                id,
                id,
                id,
                id);
    }
}
