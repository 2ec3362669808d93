package org.carrel.catalog.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carrel.platform.Sql;

/** The tables of bibliographic records, their earlier versions and the keys by which they are recognised. */
public final class BibStore {
    private static final String COLUMNS = "id, source, control_number, title, version, marc, original, "
            + "original_format, original_encoding, incoming_hash, import_job_id";

    public List<Long> nextIds(Connection connection, int count) throws SQLException {
        return nextIds(connection, "bib_record_id", count);
    }

    static List<Long> nextIds(Connection connection, String sequence, int count) throws SQLException {
        if (count == 0) return List.of();
        var sql = "select nextval(" + sequence + ") from seq_1_to_" + count;
        return Sql.list(connection, sql, row -> row.getLong(1));
    }

    public void add(Connection connection, List<StoredBib> records) throws SQLException {
        var sql = "insert into bib_record (" + COLUMNS + ") values (" + Sql.marks(11) + ")";
        Sql.batch(connection, sql, records, (statement, bib) -> {
            statement.setLong(1, bib.id());
            statement.setString(2, bib.source());
            statement.setString(3, bib.controlNumber());
            statement.setString(4, bib.title());
            statement.setInt(5, bib.version());
            statement.setString(6, bib.marc());
            statement.setBytes(7, bib.original());
            statement.setString(8, bib.format());
            statement.setString(9, bib.encoding());
            statement.setBytes(10, bib.incomingHash());
            statement.setObject(11, bib.importJobId());
        });
    }

    /** Keeps what stands in the table as an earlier version, then writes the new state over it. */
    public void replace(Connection connection, List<StoredBib> records) throws SQLException {
        if (records.isEmpty()) return;
        var keep = """
                insert into bib_version (bib_id, version, marc, original, original_format, original_encoding,
                    incoming_hash, import_job_id)
                select id, version, marc, original, original_format, original_encoding, incoming_hash, import_job_id
                from bib_record where id in (%s)
                """.formatted(Sql.marks(records.size()));
        Sql.update(connection, keep, records.stream().map(StoredBib::id).toArray());
        var write = """
                update bib_record set source = ?, control_number = ?, title = ?, version = version + 1, marc = ?,
                    original = ?, original_format = ?, original_encoding = ?, incoming_hash = ?, import_job_id = ?,
                    updated_at = utc_timestamp(3)
                where id = ?
                """;
        Sql.batch(connection, write, records, (statement, bib) -> {
            statement.setString(1, bib.source());
            statement.setString(2, bib.controlNumber());
            statement.setString(3, bib.title());
            statement.setString(4, bib.marc());
            statement.setBytes(5, bib.original());
            statement.setString(6, bib.format());
            statement.setString(7, bib.encoding());
            statement.setBytes(8, bib.incomingHash());
            statement.setObject(9, bib.importJobId());
            statement.setLong(10, bib.id());
        });
        var ids = records.stream().map(StoredBib::id).toList();
        Sql.update(connection, "delete from bib_key where bib_id in (" + Sql.marks(ids.size()) + ")", ids.toArray());
    }

    public void addKeys(Connection connection, Map<Long, List<Long>> keysByRecord) throws SQLException {
        var pairs = new ArrayList<long[]>();
        keysByRecord.forEach((id, keys) -> keys.stream().distinct().forEach(key -> pairs.add(new long[] {key, id})));
        Sql.batch(connection, "insert into bib_key (key_hash, bib_id) values (?, ?)", pairs, (statement, pair) -> {
            statement.setLong(1, pair[0]);
            statement.setLong(2, pair[1]);
        });
    }

    /** Which records have one of these keys, by key. */
    public Map<Long, List<Long>> findByKey(Connection connection, Collection<Long> keys) throws SQLException {
        var found = new HashMap<Long, List<Long>>();
        if (keys.isEmpty()) return found;
        var sql = "select key_hash, bib_id from bib_key where key_hash in (" + Sql.marks(keys.size()) + ")";
        Sql.list(connection, sql, row -> new long[] {row.getLong(1), row.getLong(2)}, keys.toArray())
                .forEach(pair ->
                        found.computeIfAbsent(pair[0], key -> new ArrayList<>()).add(pair[1]));
        return found;
    }

    /** What an import must know of records it may meet again, by id, without their bytes. */
    public Map<Long, Known> findKnown(Connection connection, Collection<Long> ids) throws SQLException {
        var known = new HashMap<Long, Known>();
        if (ids.isEmpty()) return known;
        var sql = "select id, version, marc, incoming_hash, coalesce(import_job_id, 0) from bib_record where id in ("
                + Sql.marks(ids.size()) + ")";
        Sql.list(connection, sql, BibStore::known, ids.toArray()).forEach(one -> known.put(one.id(), one));
        return known;
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(row.getLong(1), row.getInt(2), row.getString(3), row.getBytes(4), row.getLong(5));
    }

    /** A record as it stands: {@code importJobId} is 0 when it did not come from a file. */
    @SuppressWarnings("ArrayRecordComponent") // a row on its way through, never compared
    public record Known(long id, int version, String marc, byte[] incomingHash, long importJobId) {}

    /** Not what the library lends and shows nowhere, and not what became part of another record. */
    static final String LISTED = "not exists (select 1 from bib_unlisted u where u.bib_id = bib_record.id) "
            + "and not exists (select 1 from bib_merged m where m.bib_id = bib_record.id)";

    /** MARC-in-JSON by id; missing ones are left out, and so is what is shown nowhere. */
    public Map<Long, String> findMarc(Connection connection, Collection<Long> ids) throws SQLException {
        var found = new HashMap<Long, String>();
        if (ids.isEmpty()) return found;
        var sql = "select id, marc from bib_record where id in (" + Sql.marks(ids.size()) + ") and " + LISTED;
        Sql.list(connection, sql, row -> Map.entry(row.getLong(1), row.getString(2)), ids.toArray())
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    /** When each record came into the catalog; missing ones are left out. */
    public Map<Long, Instant> findAdded(Connection connection, Collection<Long> ids) throws SQLException {
        var added = new HashMap<Long, Instant>();
        if (ids.isEmpty()) return added;
        var sql = "select id, created_at from bib_record where id in (" + Sql.marks(ids.size()) + ")";
        Sql.list(
                        connection,
                        sql,
                        row -> Map.entry(
                                row.getLong(1),
                                row.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC)),
                        ids.toArray())
                .forEach(entry -> added.put(entry.getKey(), entry.getValue()));
        return added;
    }

    /** The next ids above {@code after}, ascending: pages through what is shown in bounded memory. */
    public List<Long> findIdsAfter(Connection connection, long after, int limit) throws SQLException {
        var sql = "select id from bib_record where id > ? and " + LISTED + " order by id limit ?";
        return Sql.list(connection, sql, row -> row.getLong(1), after, limit);
    }

    public Optional<String> findTitle(Connection connection, long id) throws SQLException {
        return Sql.first(connection, "select title from bib_record where id = ?", row -> row.getString(1), id);
    }

    public long count(Connection connection) throws SQLException {
        return Sql.first(connection, "select count(*) from bib_record where " + LISTED, row -> row.getLong(1))
                .orElse(0L);
    }
}
