package org.carrel.devices.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.devices.CollectionPage;
import org.carrel.devices.CollectionPlan;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;

/** Collections at the end of a year. Joins the caller's transaction. */
public final class CollectionStore {
    private static final String SELECT =
            "select p.id, s.id, s.code, s.name, p.name, p.starts_on, p.ends_on, p.closed_at "
                    + "from collection_plan p join site s on s.id = p.site_id ";

    /** The latest first. @param site code; empty for all */
    public List<CollectionPlan> list(Connection connection, String site) throws SQLException {
        return Sql.list(
                connection,
                SELECT + "where ? = '' or s.code = ? order by p.id desc limit 100",
                CollectionStore::plan,
                site,
                site);
    }

    public Optional<CollectionPlan> find(Connection connection, long id) throws SQLException {
        return Sql.first(connection, SELECT + "where p.id = ?", CollectionStore::plan, id);
    }

    private static CollectionPlan plan(ResultSet row) throws SQLException {
        return new CollectionPlan(
                row.getLong(1),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Utc.someDay(row, 6).orElseThrow(),
                Utc.someDay(row, 7).orElseThrow(),
                Utc.someInstant(row, 8));
    }

    /** The same request again gets the same plan. */
    public long add(Connection connection, CollectionPlan plan, UUID request, long account, Instant now)
            throws SQLException {
        var sql = "insert into collection_plan (site_id, name, starts_on, ends_on, made_at, made_by, request_id) "
                + "values (?, ?, ?, ?, ?, ?, ?) on duplicate key update id = last_insert_id(id)";
        Sql.update(
                connection,
                sql,
                plan.siteId(),
                plan.name(),
                plan.starts(),
                plan.ends(),
                Utc.of(now),
                account,
                request.toString());
        return Sql.first(
                        connection,
                        "select id from collection_plan where request_id = ?",
                        row -> row.getLong(1),
                        request.toString())
                .orElseThrow();
    }

    public void close(Connection connection, long id, Instant now) throws SQLException {
        var sql = "update collection_plan set closed_at = ? where id = ? and closed_at is null";
        Sql.update(connection, sql, Utc.of(now), id);
    }

    /** A device that somebody has: on loan, or for the year. */
    public record Out(long patron, CollectionPage.Held held) {}

    /** Devices of this site that somebody has, carts and kits left out: teachers bring those back. @param site number */
    public List<Out> out(Connection connection, int site) throws SQLException {
        var sql = """
                select coalesce(h.patron_id, y.patron_id), d.id, coalesce(d.asset_tag, d.serial),
                    trim(concat(m.manufacturer, ' ', m.name)), l.due_at, h.item_id is null
                from device_record d join item i on i.id = d.item_id join device_model m on m.id = d.model_id
                left join item_holder h on h.item_id = d.item_id left join item_on_loan l on l.item_id = d.item_id
                left join device_assignment y on y.open_device = d.id
                where i.site_id = ? and m.category not in ('cart', 'kit') and coalesce(h.patron_id, y.patron_id) is not null
                order by d.asset_tag, d.id
                """;
        return Sql.list(
                connection,
                sql,
                row -> new Out(
                        row.getLong(1),
                        new CollectionPage.Held(
                                row.getLong(2),
                                Words.orEmpty(row.getString(3)),
                                row.getString(4),
                                Utc.someInstant(row, 5),
                                row.getBoolean(6))),
                site);
    }

    /** Who has a device: by its loan, else for the year. */
    public OptionalLong holder(Connection connection, long device) throws SQLException {
        var sql =
                "select coalesce(h.patron_id, y.patron_id) from device_record d left join item_holder h on h.item_id = d.item_id "
                        + "left join device_assignment y on y.open_device = d.id where d.id = ?";
        return Sql.first(connection, sql, row -> Utc.someNumber(row, 1), device).orElse(OptionalLong.empty());
    }

    /** @param homeroom of who had it */
    public record Seen(
            long plan,
            UUID request,
            long device,
            String homeroom,
            boolean wasOut,
            String cause,
            Instant at,
            LocalDate day,
            long account) {}

    public void add(Connection connection, Seen seen) throws SQLException {
        var sql =
                "insert into collection_scan (plan_id, request_id, device_id, homeroom, outcome, cause, at, day, account_id) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
        Sql.update(
                connection,
                sql,
                seen.plan(),
                seen.request().toString(),
                seen.device(),
                seen.homeroom(),
                seen.wasOut() ? "collected" : "idle",
                seen.cause(),
                Utc.of(seen.at()),
                seen.day(),
                seen.account());
    }

    public record Told(long id, boolean wasOut, boolean chargerMissing) {}

    public Optional<Told> told(Connection connection, UUID request) throws SQLException {
        var sql = "select id, outcome = 'collected', charger_missing from collection_scan where request_id = ?";
        return Sql.first(
                connection,
                sql,
                row -> new Told(row.getLong(1), row.getBoolean(2), row.getBoolean(3)),
                request.toString());
    }

    /** @param device its name @param cause what it had gone out with; empty for nothing */
    public record Scanned(String device, String cause) {}

    /** Empty when the scan is none of this plan. */
    public Optional<Scanned> charger(Connection connection, long plan, long scan, boolean missing) throws SQLException {
        var known = Sql.first(
                connection,
                "select coalesce(d.asset_tag, d.serial), c.cause from collection_scan c "
                        + "join device_record d on d.id = c.device_id where c.id = ? and c.plan_id = ? for update",
                row -> new Scanned(Words.orEmpty(row.getString(1)), Words.orEmpty(row.getString(2))),
                scan,
                plan);
        if (known.isPresent())
            Sql.update(connection, "update collection_scan set charger_missing = ? where id = ?", missing, scan);
        return known;
    }

    public Map<LocalDate, Integer> days(Connection connection, long plan) throws SQLException {
        var sql = "select day, count(*) from collection_scan where plan_id = ? and outcome = 'collected' group by day";
        record Count(LocalDate day, int number) {}
        var counts = new HashMap<LocalDate, Integer>();
        Sql.list(connection, sql, row -> new Count(Utc.someDay(row, 1).orElseThrow(), row.getInt(2)), plan)
                .forEach(one -> counts.put(one.day(), one.number()));
        return counts;
    }

    public Map<String, Integer> rooms(Connection connection, long plan) throws SQLException {
        var sql =
                "select homeroom, count(*) from collection_scan where plan_id = ? and outcome = 'collected' group by homeroom";
        record Count(String room, int number) {}
        var counts = new HashMap<String, Integer>();
        Sql.list(connection, sql, row -> new Count(Objects.requireNonNull(row.getString(1)), row.getInt(2)), plan)
                .forEach(one -> counts.put(one.room(), one.number()));
        return counts;
    }

    public int collected(Connection connection, long plan) throws SQLException {
        var sql = "select count(*) from collection_scan where plan_id = ? and outcome = 'collected'";
        return Sql.first(connection, sql, row -> row.getInt(1), plan).orElse(0);
    }

    public List<CollectionPage.Charger> chargers(Connection connection, long plan) throws SQLException {
        var sql = "select c.id, coalesce(d.asset_tag, d.serial), c.homeroom, c.day from collection_scan c "
                + "join device_record d on d.id = c.device_id where c.plan_id = ? and c.charger_missing order by c.id desc";
        return Sql.list(
                connection,
                sql,
                row -> new CollectionPage.Charger(
                        row.getLong(1),
                        Words.orEmpty(row.getString(2)),
                        row.getString(3),
                        Utc.someDay(row, 4).orElseThrow()),
                plan);
    }
}
