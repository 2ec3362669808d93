package org.carrel.lists.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;

/** Pictures of covers. */
public final class CoverStore {
    /** By number of the title: the print of its cover, as hexadecimal digits; those without are left out. */
    public Map<Long, String> prints(Connection connection, Collection<Long> bibs) throws SQLException {
        var prints = new HashMap<Long, String>();
        if (bibs.isEmpty()) return prints;
        var sql = "select bib_id, print from cover where bib_id in (" + Sql.marks(bibs.size()) + ")";
        Sql.list(
                connection,
                sql,
                row -> prints.put(row.getLong(1), HexFormat.of().formatHex(row.getBytes(2))),
                bibs.toArray());
        return prints;
    }

    /** A JPEG of a title that the catalog shows. */
    public Optional<byte[]> find(Connection connection, long bib, boolean large) throws SQLException {
        var sql = "select " + (large ? "c.large" : "c.small")
                + " from cover c join bib_record b on b.id = c.bib_id where c.bib_id = ?";
        return Sql.first(connection, sql, row -> row.getBytes(1), bib);
    }

    /** In place of the one before. */
    public void put(
            Connection connection, long bib, byte[] print, byte[] small, byte[] large, long account, Instant now)
            throws SQLException {
        var sql = """
                insert into cover (bib_id, print, small, large, account_id, added_at) values (?, ?, ?, ?, ?, ?)
                on duplicate key update print = value(print), small = value(small), large = value(large),
                    account_id = value(account_id), added_at = value(added_at)
                """;
        Sql.update(connection, sql, bib, print, small, large, account, Utc.of(now));
    }

    public boolean remove(Connection connection, long bib) throws SQLException {
        return Sql.update(connection, "delete from cover where bib_id = ?", bib) == 1;
    }

    /** How many of these titles have one. */
    public int count(Connection connection, Collection<Long> bibs) throws SQLException {
        if (bibs.isEmpty()) return 0;
        var sql = "select count(*) from cover where bib_id in (" + Sql.marks(bibs.size()) + ")";
        return Sql.first(connection, sql, row -> row.getInt(1), bibs.toArray()).orElse(0);
    }

    /** The cover of one title is that of another one which has none. */
    public boolean move(Connection connection, long from, long to) throws SQLException {
        return Sql.update(connection, "update ignore cover set bib_id = ? where bib_id = ?", to, from) == 1;
    }

    /** Whether the catalog has the title. */
    public boolean isThere(Connection connection, long bib) throws SQLException {
        return Sql.first(connection, "select 1 from bib_record where id = ?", row -> true, bib)
                .isPresent();
    }
}
