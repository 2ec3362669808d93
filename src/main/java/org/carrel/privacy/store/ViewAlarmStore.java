package org.carrel.privacy.store;

import static java.time.ZoneOffset.UTC;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.carrel.platform.Sql;

/** The table of unusual looks at people's records. Times are UTC. */
public final class ViewAlarmStore {
    /** What is unusual. */
    public enum Kind {
        MANY,
        SAME_NAME
    }

    /** A row. */
    public record Row(long account, Instant hour, Kind kind, int views) {}

    /** True for the first in this hour; later ones raise its number only. */
    public boolean raise(Connection connection, long account, Instant hour, Kind kind, long views) throws SQLException {
        var sql = "insert into view_alarm (account_id, hour, kind, views) values (?, ?, ?, ?) "
                + "on duplicate key update views = greatest(view_alarm.views, values(views))";
        var word = kind.name().toLowerCase(Locale.ROOT);
        return Sql.update(connection, sql, account, LocalDateTime.ofInstant(hour, UTC), word, views) == 1;
    }

    /** @param site code of the accounts' site; empty: all */
    public List<Row> since(Connection connection, Instant since, Optional<String> site) throws SQLException {
        var sql =
                "select v.account_id, v.hour, v.kind, v.views from view_alarm v join account a on a.id = v.account_id "
                        + "left join site s on s.id = a.site_id where v.hour > ? and (? is null or s.code = ?) "
                        + "order by v.hour desc, v.account_id limit 100";
        return Sql.list(
                connection,
                sql,
                row -> new Row(
                        row.getLong(1),
                        row.getObject(2, LocalDateTime.class).toInstant(UTC),
                        Kind.valueOf(Objects.requireNonNull(row.getString(3)).toUpperCase(Locale.ROOT)),
                        row.getInt(4)),
                LocalDateTime.ofInstant(since, UTC),
                site.orElse(null),
                site.orElse(null));
    }

    public int forget(Connection connection, Instant before) throws SQLException {
        return Sql.update(connection, "delete from view_alarm where hour < ?", LocalDateTime.ofInstant(before, UTC));
    }
}
