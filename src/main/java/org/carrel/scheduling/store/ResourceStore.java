package org.carrel.scheduling.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.carrel.scheduling.BookingResource;
import org.carrel.scheduling.BookingResource.Kind;
import org.jspecify.annotations.Nullable;

/** What classes book. */
public final class ResourceStore {
    private static final String SELECT = """
            select r.id, s.code, r.kind, r.name_en, r.name_es, r.class_capacity, r.seat_capacity, r.minutes_before, r.minutes_after,
                r.device_id, r.account_id, r.policy_id, r.position, r.retired_at is not null,
                if(r.kind = 'cart' and r.device_id is not null, (select count(*) from container_slot c
                    join device_record d on d.id = c.device_id
                    where c.container_id = r.device_id and d.device_condition = 'ready'), null)
            from booking_resource r join site s on s.id = r.site_id
            """;

    /** Those of a site by number, retired ones too, in the order in which they are shown. */
    public Map<Long, BookingResource> all(Connection connection, String site) throws SQLException {
        var found = new LinkedHashMap<Long, BookingResource>();
        Sql.list(
                        connection,
                        SELECT + "where s.code = ? order by r.kind, r.position, r.name_en",
                        ResourceStore::resource,
                        site)
                .forEach(resource -> found.put(resource.id(), resource));
        return found;
    }

    public Optional<BookingResource> find(Connection connection, long id) throws SQLException {
        return Sql.first(connection, SELECT + "where r.id = ?", ResourceStore::resource, id);
    }

    /** Nobody else books any of them until the transaction ends. Always in the order of their numbers, so that none waits in a circle. */
    public void lock(Connection connection, Collection<Long> ids) throws SQLException {
        if (ids.isEmpty()) return;
        var sql = "select id from booking_resource where id in (" + Sql.marks(ids.size()) + ") order by id for update";
        Sql.list(connection, sql, row -> row.getLong(1), ids.stream().sorted().toArray());
    }

    /** @return its number */
    public long insert(Connection connection, BookingResource resource) throws SQLException {
        Sql.update(
                connection,
                """
                insert into booking_resource (site_id, kind, name_en, name_es, class_capacity, seat_capacity, minutes_before,
                    minutes_after, device_id, account_id, policy_id, position)
                select id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? from site where code = ?
                """,
                resource.kind().name().toLowerCase(Locale.ROOT),
                resource.nameEn(),
                resource.nameEs(),
                resource.classes(),
                orNull(resource.seats()),
                resource.before().toMinutes(),
                resource.after().toMinutes(),
                orNull(resource.device()),
                orNull(resource.account()),
                orNull(resource.policy()),
                resource.position(),
                resource.site());
        return Sql.first(connection, "select last_insert_id()", row -> row.getLong(1))
                .orElseThrow();
    }

    /** All but its site, its kind and whether it is retired. */
    public void update(Connection connection, BookingResource resource) throws SQLException {
        Sql.update(
                connection,
                """
                update booking_resource set name_en = ?, name_es = ?, class_capacity = ?, seat_capacity = ?, minutes_before = ?,
                    minutes_after = ?, device_id = ?, account_id = ?, policy_id = ?, position = ? where id = ?
                """,
                resource.nameEn(),
                resource.nameEs(),
                resource.classes(),
                orNull(resource.seats()),
                resource.before().toMinutes(),
                resource.after().toMinutes(),
                orNull(resource.device()),
                orNull(resource.account()),
                orNull(resource.policy()),
                resource.position(),
                resource.id());
    }

    /** Whoever keeps resources of the site waits for the other. */
    public void lockSite(Connection connection, String site) throws SQLException {
        Sql.first(connection, "select id from site where code = ? for update", row -> row.getInt(1), site);
    }

    /** Whether the inventory of the site has it. */
    public boolean isDevice(Connection connection, long device, String site) throws SQLException {
        var sql = """
                select 1 from device_record d join item i on i.id = d.item_id join site s on s.id = i.site_id
                where d.id = ? and s.code = ? and d.device_condition not in ('retired', 'stolen')
                """;
        return Sql.first(connection, sql, row -> true, device, site).isPresent();
    }

    /** Whether somebody signs in by it, at this site or all of them. */
    public boolean isAccount(Connection connection, long account, String site) throws SQLException {
        var sql = """
                select 1 from account a left join site s on s.id = a.site_id
                where a.id = ? and a.disabled_at is null and (s.code = ? or a.site_id is null)
                """;
        return Sql.first(connection, sql, row -> true, account, site).isPresent();
    }

    public boolean isPolicy(Connection connection, long policy, String site) throws SQLException {
        var sql = "select 1 from booking_policy p join site s on s.id = p.site_id where p.id = ? and s.code = ?";
        return Sql.first(connection, sql, row -> true, policy, site).isPresent();
    }

    /** @param since empty: it can be booked again */
    public void retire(Connection connection, long id, Optional<Instant> since) throws SQLException {
        Sql.update(connection, "update booking_resource set retired_at = ? where id = ?", Utc.of(since), id);
    }

    /** @param policy empty: the usual one */
    public void policy(Connection connection, long id, OptionalLong policy) throws SQLException {
        Sql.update(connection, "update booking_resource set policy_id = ? where id = ?", orNull(policy), id);
    }

    private static @Nullable Integer orNull(OptionalInt number) {
        return number.isPresent() ? Integer.valueOf(number.getAsInt()) : null;
    }

    private static @Nullable Long orNull(OptionalLong number) {
        return number.isPresent() ? Long.valueOf(number.getAsLong()) : null;
    }

    private static BookingResource resource(ResultSet row) throws SQLException {
        var seats = Utc.someNumber(row, 7);
        var devices = Utc.someNumber(row, 15);
        return new BookingResource(
                row.getLong(1),
                row.getString(2),
                Kind.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                row.getString(4),
                row.getString(5),
                row.getInt(6),
                narrow(seats),
                Duration.ofMinutes(row.getInt(8)),
                Duration.ofMinutes(row.getInt(9)),
                Utc.someNumber(row, 10),
                Utc.someNumber(row, 11),
                narrow(devices),
                Utc.someNumber(row, 12),
                row.getInt(13),
                row.getBoolean(14));
    }

    private static OptionalInt narrow(OptionalLong number) {
        return number.isPresent() ? OptionalInt.of((int) number.getAsLong()) : OptionalInt.empty();
    }
}
