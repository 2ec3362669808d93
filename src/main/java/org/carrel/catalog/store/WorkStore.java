package org.carrel.catalog.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carrel.platform.Sql;
import org.jspecify.annotations.Nullable;

/** What was decided about editions of one work. */
public final class WorkStore {
    /** Keeps others from deciding until this transaction is over: decisions hang together. */
    public void lock(Connection connection) throws SQLException {
        Sql.list(connection, "select id from work_turn for update", row -> row.getInt(1));
    }

    public long nextSet(Connection connection) throws SQLException {
        return BibStore.nextIds(connection, "work_set_id", 1).getFirst();
    }

    /**
     * A decision.
     *
     * @param keyHash null when the record speaks only for itself
     */
    public record Decided(long bibId, long set, @Nullable Long keyHash) {}

    /** By record; those about which nothing was decided are left out. */
    public Map<Long, Decided> find(Connection connection, Collection<Long> bibIds) throws SQLException {
        return find(connection, "bib_id", bibIds);
    }

    /** Every decision about a record of these sets. */
    public Map<Long, Decided> findOfSets(Connection connection, Collection<Long> sets) throws SQLException {
        return find(connection, "work_set", sets);
    }

    private static Map<Long, Decided> find(Connection connection, String column, Collection<Long> numbers)
            throws SQLException {
        var found = new HashMap<Long, Decided>();
        if (numbers.isEmpty()) return found;
        var sql = "select bib_id, work_set, key_hash from work_decision where " + column + " in ("
                + Sql.marks(numbers.size()) + ")";
        Sql.list(
                        connection,
                        sql,
                        row -> new Decided(row.getLong(1), row.getLong(2), row.getObject(3, Long.class)),
                        numbers.toArray())
                .forEach(one -> found.put(one.bibId(), one));
        return found;
    }

    /** The set that records with such a key belong to, by the key's hash. */
    public Map<Long, Long> findSetsOfKeys(Connection connection, Set<Long> keyHashes) throws SQLException {
        var found = new HashMap<Long, Long>();
        if (keyHashes.isEmpty()) return found;
        var sql = "select key_hash, min(work_set) from work_decision where key_hash in (" + Sql.marks(keyHashes.size())
                + ") group by key_hash";
        Sql.list(connection, sql, row -> Map.entry(row.getLong(1), row.getLong(2)), keyHashes.toArray())
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    public void put(Connection connection, List<Decided> decisions, Instant now) throws SQLException {
        var sql = """
                insert into work_decision (bib_id, work_set, key_hash, decided_at) values (?, ?, ?, ?)
                on duplicate key update work_set = values(work_set), key_hash = values(key_hash),
                    decided_at = values(decided_at)
                """;
        var at = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        Sql.batch(connection, sql, decisions, (statement, one) -> {
            statement.setLong(1, one.bibId());
            statement.setLong(2, one.set());
            statement.setObject(3, one.keyHash());
            statement.setObject(4, at);
        });
    }

    public void forget(Connection connection, Collection<Long> bibIds) throws SQLException {
        if (bibIds.isEmpty()) return;
        Sql.update(
                connection,
                "delete from work_decision where bib_id in (" + Sql.marks(bibIds.size()) + ")",
                bibIds.toArray());
    }

    /** Of a key of the rule. */
    public static long hash(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
