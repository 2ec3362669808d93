package org.carrel.scheduling.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.carrel.scheduling.BookingPolicy;
import org.carrel.scheduling.BookingPolicy.Booker;

/** Policies of booking. */
public final class PolicyStore {
    /** Those of a site by number. */
    public Map<Long, BookingPolicy> all(Connection connection, String site) throws SQLException {
        record Numbered(long id, BookingPolicy policy) {}
        var sql = """
                select p.id, p.roles, p.latest_minutes, p.days_ahead, p.per_day, p.per_week, p.per_term, p.days_in_a_row, p.approval,
                    p.cancel_minutes
                from booking_policy p join site s on s.id = p.site_id where s.code = ? order by p.name
                """;
        var found = new LinkedHashMap<Long, BookingPolicy>();
        Sql.list(connection, sql, row -> new Numbered(row.getLong(1), policy(row)), site)
                .forEach(each -> found.put(each.id(), each.policy()));
        return found;
    }

    private static BookingPolicy policy(ResultSet row) throws SQLException {
        var roles = Arrays.stream(row.getString(2).split(","))
                .filter(role -> !role.isEmpty())
                .map(role -> Booker.valueOf(role.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
        return new BookingPolicy(
                roles,
                Duration.ofMinutes(row.getLong(3)),
                limit(row, 4),
                limit(row, 5),
                limit(row, 6),
                limit(row, 7),
                limit(row, 8),
                row.getBoolean(9),
                Duration.ofMinutes(row.getLong(10)));
    }

    private static OptionalInt limit(ResultSet row, int column) throws SQLException {
        var number = Utc.someNumber(row, column);
        return number.isPresent() ? OptionalInt.of((int) number.getAsLong()) : OptionalInt.empty();
    }
}
