package org.carrel.circulation.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;

/** How often copies were used inside of the building. Whose use it was is never known. Who calls has locked the copy. */
public final class InHouseStore {
    /** When the copy was counted last; empty for never. */
    public Optional<Instant> last(Connection connection, long item) throws SQLException {
        var sql = "select max(last_at) from in_house_use where item_id = ?";
        return Sql.first(connection, sql, row -> Utc.someInstant(row, 1), item).flatMap(at -> at);
    }

    /** One more use. @param site number @param day at the site */
    public void count(Connection connection, long item, int site, LocalDate day, Instant now) throws SQLException {
        var sql = "insert into in_house_use (item_id, site_id, used_on, uses, last_at) values (?, ?, ?, 1, ?) "
                + "on duplicate key update uses = uses + 1, last_at = greatest(last_at, values(last_at))";
        Sql.update(connection, sql, item, site, day, Utc.of(now));
    }

    /** Of the copy at all sites, ever. */
    public long uses(Connection connection, long item) throws SQLException {
        var sql = "select coalesce(sum(uses), 0) from in_house_use where item_id = ?";
        return Sql.first(connection, sql, row -> row.getLong(1), item).orElse(0L);
    }
}
