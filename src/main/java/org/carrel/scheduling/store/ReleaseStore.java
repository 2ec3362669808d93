package org.carrel.scheduling.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;

/** When sessions to which nobody came are given back. */
public final class ReleaseStore {
    private static final int USUAL = 10;

    /** Minutes after the beginning; empty: never. */
    public OptionalInt after(Connection connection, String site) throws SQLException {
        var row = Sql.first(
                connection,
                "select r.after_minutes from session_release r join site s on s.id = r.site_id where s.code = ?",
                found -> Utc.someNumber(found, 1),
                site);
        if (row.isEmpty()) return OptionalInt.of(USUAL);
        var minutes = row.get();
        return minutes.isPresent() ? OptionalInt.of((int) minutes.getAsLong()) : OptionalInt.empty();
    }

    public void save(Connection connection, String site, OptionalInt minutes) throws SQLException {
        Sql.update(
                connection,
                "insert into session_release (site_id, after_minutes) select id, ? from site where code = ? "
                        + "on duplicate key update after_minutes = values(after_minutes)",
                minutes.isPresent() ? Integer.valueOf(minutes.getAsInt()) : null,
                site);
    }

    /** Sessions that go on, to which nobody has come in time, in the order of their numbers. */
    public List<Long> missed(Connection connection, Instant now) throws SQLException {
        var sql = """
                select c.id from class_session c left join session_release r on r.site_id = c.site_id
                where c.state = 'booked' and c.kind = 'research' and c.claimed_at is null and c.on_date between ? and ?
                    and c.ends_at > ? and if(r.site_id is null, %d, r.after_minutes) is not null
                    and c.starts_at + interval if(r.site_id is null, %d, r.after_minutes) minute <= ? order by c.id
                """.formatted(USUAL, USUAL);
        var moment = Utc.of(now);
        return Sql.list(
                connection,
                sql,
                row -> row.getLong(1),
                moment.toLocalDate().minusDays(2),
                moment.toLocalDate().plusDays(2),
                moment,
                moment);
    }
}
