package org.carrel.catalog.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;

/** Records that share a key, and what somebody has said about two of them. */
public final class DuplicateStore {
    /** By key; so many keys at most. */
    public Map<Long, List<Long>> findSharing(Connection connection, int keys) throws SQLException {
        var sql = """
                select k.key_hash, k.bib_id from bib_key k
                join (select key_hash from bib_key group by key_hash having count(*) > 1 order by key_hash limit ?) shared
                    on shared.key_hash = k.key_hash
                order by k.key_hash, k.bib_id
                """;
        var found = new LinkedHashMap<Long, List<Long>>();
        Sql.list(connection, sql, row -> Map.entry(row.getLong(1), row.getLong(2)), keys)
                .forEach(one -> found.computeIfAbsent(one.getKey(), key -> new ArrayList<>())
                        .add(one.getValue()));
        return found;
    }

    /** How many copies each of these records has that are ours; those without are left out. */
    public Map<Long, Integer> countCopies(Connection connection, Collection<Long> bibs) throws SQLException {
        var found = new LinkedHashMap<Long, Integer>();
        for (var some : Parts.of(bibs)) {
            var sql = "select bib_id, count(*) from item where withdrawn_on is null and bib_id in ("
                    + Sql.marks(some.size()) + ") group by bib_id";
            Sql.list(connection, sql, row -> Map.entry(row.getLong(1), row.getInt(2)), some.toArray())
                    .forEach(one -> found.put(one.getKey(), one.getValue()));
        }
        return found;
    }

    /** Each the lower number first. */
    public Set<List<Long>> findDismissed(Connection connection) throws SQLException {
        return new HashSet<>(Sql.list(
                connection,
                "select one_bib_id, other_bib_id from duplicate_dismissed",
                row -> List.of(row.getLong(1), row.getLong(2))));
    }

    /** Records that are not there are passed over. @param one the lower number */
    public void dismiss(Connection connection, long one, long other, long account, Instant at) throws SQLException {
        var sql = """
                insert into duplicate_dismissed (one_bib_id, other_bib_id, at, account_id)
                select a.id, b.id, ?, ? from bib_record a join bib_record b on b.id = ? where a.id = ?
                on duplicate key update at = values(at), account_id = values(account_id)
                """;
        Sql.update(connection, sql, Utc.of(at), account, other, one);
    }
}
