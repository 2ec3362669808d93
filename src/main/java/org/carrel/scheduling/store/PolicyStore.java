package org.carrel.scheduling.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.carrel.scheduling.BookingPolicy;
import org.carrel.scheduling.BookingPolicy.Booker;
import org.carrel.scheduling.NamedPolicy;
import org.jspecify.annotations.Nullable;

/** Policies of booking. */
public final class PolicyStore {
    private static final String NAMED = """
            select p.id, p.roles, p.latest_minutes, p.days_ahead, p.per_day, p.per_week, p.per_term, p.days_in_a_row, p.approval,
                p.cancel_minutes, s.code, p.name,
                (select group_concat(r.id) from booking_resource r where r.policy_id = p.id)
            from booking_policy p join site s on s.id = p.site_id
            """;

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

    /** Those of a site with what goes by them, by name. */
    public List<NamedPolicy> list(Connection connection, String site) throws SQLException {
        return Sql.list(connection, NAMED + "where s.code = ? order by p.name", PolicyStore::named, site);
    }

    public Optional<NamedPolicy> find(Connection connection, long id) throws SQLException {
        return Sql.first(connection, NAMED + "where p.id = ?", PolicyStore::named, id);
    }

    private static NamedPolicy named(ResultSet row) throws SQLException {
        var resources = Optional.ofNullable(row.getString(13)).stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(Long::valueOf)
                .collect(Collectors.toSet());
        return new NamedPolicy(row.getLong(1), row.getString(11), row.getString(12), policy(row), resources);
    }

    /** Without what goes by it. @return its number */
    public long insert(Connection connection, NamedPolicy named) throws SQLException {
        var sql = """
                insert into booking_policy (site_id, name, roles, latest_minutes, days_ahead, per_day, per_week, per_term, days_in_a_row,
                    approval, cancel_minutes)
                select id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? from site where code = ?
                """;
        Sql.update(connection, sql, values(named, named.site()));
        return Sql.first(connection, "select last_insert_id()", row -> row.getLong(1))
                .orElseThrow();
    }

    /** All but its site and what goes by it. @return its number */
    public long update(Connection connection, NamedPolicy named) throws SQLException {
        var sql = """
                update booking_policy set name = ?, roles = ?, latest_minutes = ?, days_ahead = ?, per_day = ?, per_week = ?, per_term = ?,
                    days_in_a_row = ?, approval = ?, cancel_minutes = ? where id = ?
                """;
        Sql.update(connection, sql, values(named, named.id()));
        return named.id();
    }

    private static @Nullable Object[] values(NamedPolicy named, Object last) {
        var policy = named.policy();
        return new @Nullable Object[] {
            named.name(),
            policy.roles().stream()
                    .map(role -> role.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(",")),
            policy.latest().toMinutes(),
            orNull(policy.daysAhead()),
            orNull(policy.perDay()),
            orNull(policy.perWeek()),
            orNull(policy.perTerm()),
            orNull(policy.daysInARow()),
            policy.approval(),
            policy.cancel().toMinutes(),
            last
        };
    }

    private static @Nullable Integer orNull(OptionalInt number) {
        return number.isPresent() ? Integer.valueOf(number.getAsInt()) : null;
    }

    /** False when something goes by it. */
    public boolean remove(Connection connection, long id) throws SQLException {
        var sql = "delete from booking_policy where id = ? and not exists (select 1 from booking_resource r "
                + "where r.policy_id = booking_policy.id)";
        return Sql.update(connection, sql, id) == 1;
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
