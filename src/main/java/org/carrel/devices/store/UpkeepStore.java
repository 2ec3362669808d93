package org.carrel.devices.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.carrel.devices.DeviceCategory;
import org.carrel.devices.UpkeepDone;
import org.carrel.devices.UpkeepKind;
import org.carrel.devices.UpkeepPlan;
import org.carrel.devices.UpkeepSearch;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.jspecify.annotations.Nullable;

/** What is done to devices again and again, and when it was done. */
public final class UpkeepStore {
    private static final String PLAN = """
            select p.id, p.kind, p.name, p.category, p.model_id, coalesce(s.code, ''), p.every_days, p.every_hours, p.school_days,
                   p.counts_from, p.active, p.version
            from upkeep_plan p left join site s on s.id = p.site_id
            """;

    private static UpkeepPlan plan(ResultSet row) throws SQLException {
        var category = row.getString(4);
        return new UpkeepPlan(
                row.getInt(1),
                Words.constant(UpkeepKind.class, row.getString(2)),
                row.getString(3),
                category == null ? Optional.empty() : Optional.of(Words.constant(DeviceCategory.class, category)),
                Words.number(row, 5),
                row.getString(6),
                Words.number(row, 7),
                Words.number(row, 8),
                row.getBoolean(9),
                row.getObject(10, LocalDate.class),
                row.getBoolean(11),
                row.getInt(12));
    }

    public List<UpkeepPlan> plans(Connection connection) throws SQLException {
        return Sql.list(connection, PLAN + "order by p.name", UpkeepStore::plan);
    }

    /** Nobody else changes it until the transaction ends. */
    public Optional<UpkeepPlan> lockPlan(Connection connection, int id) throws SQLException {
        Sql.first(connection, "select id from upkeep_plan where id = ? for update", row -> true, id);
        return Sql.first(connection, PLAN + "where p.id = ?", UpkeepStore::plan, id);
    }

    public boolean isNameTaken(Connection connection, String name, int but) throws SQLException {
        var sql = "select 1 from upkeep_plan where name = ? and id <> ?";
        return Sql.first(connection, sql, row -> true, name, but).isPresent();
    }

    /** @param site number; null: every site */
    public int add(Connection connection, UpkeepPlan plan, @Nullable Integer site) throws SQLException {
        var sql = """
                insert into upkeep_plan (kind, name, category, model_id, site_id, every_days, every_hours, school_days, counts_from,
                    active)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                """;
        return Sql.first(
                        connection,
                        sql,
                        row -> row.getInt(1),
                        values(plan, site).toArray())
                .orElseThrow();
    }

    public void change(Connection connection, UpkeepPlan plan, @Nullable Integer site) throws SQLException {
        var sql = """
                update upkeep_plan set kind = ?, name = ?, category = ?, model_id = ?, site_id = ?, every_days = ?, every_hours = ?,
                    school_days = ?, counts_from = ?, active = ?, version = version + 1 where id = ?
                """;
        var values = values(plan, site);
        values.add(plan.id());
        Sql.update(connection, sql, values.toArray());
    }

    private static List<@Nullable Object> values(UpkeepPlan plan, @Nullable Integer site) {
        var values = new ArrayList<@Nullable Object>();
        values.add(Words.of(plan.kind()));
        values.add(plan.name());
        values.add(plan.category().map(Words::of).orElse(null));
        values.add(Words.orNull(plan.model()));
        values.add(site);
        values.add(Words.orNull(plan.everyDays()));
        values.add(Words.orNull(plan.everyHours()));
        values.add(plan.schoolDays());
        values.add(plan.countsFrom());
        values.add(plan.active());
        return values;
    }

    /**
     * A plan at a site, and by when what was done last is due.
     *
     * @param before the last day that is due by the day that was asked about; of no meaning for hours
     */
    public record Cutoff(int plan, int site, LocalDate before) {}

    /**
     * A device and a plan for it.
     *
     * @param since the day of the last time, else the one from which on it counts
     * @param meterThen what the meter said when it was done
     */
    public record Found(
            int plan,
            long device,
            String name,
            String manufacturer,
            String model,
            String site,
            String siteName,
            String room,
            LocalDate since,
            boolean done,
            OptionalInt meterThen,
            OptionalInt meter) {}

    /** Every device to which a plan of these applies; not those that are gone or at repair. */
    private static final String TASKS = DeviceStore.FROM + """
             join (%s) k on k.site_id = i.site_id
             join upkeep_plan p on p.id = k.plan_id and (p.model_id is null or p.model_id = d.model_id)
                  and (p.category is null or p.category = m.category)
             left join (select plan_id, device_id, max(id) as id from upkeep_done group by plan_id, device_id) n
                  on n.plan_id = p.id and n.device_id = d.id
             left join upkeep_done u on u.id = n.id
             left join (select device_id, max(id) as id from device_meter group by device_id) v on v.device_id = d.id
             left join device_meter h on h.id = v.id
            where %s not in ('gone', 'at_repair')
            """;

    private static final String SINCE = "coalesce(u.done_on, greatest(p.counts_from, date(d.created_at)))";
    private static final String HOURS =
            "if(coalesce(h.hours, 0) < coalesce(u.meter_hours, 0), coalesce(h.hours, 0), coalesce(h.hours, 0) - coalesce(u.meter_hours, 0))";
    private static final String DUE =
            "(if(p.every_hours is null, " + SINCE + " <= k.before_day, " + HOURS + " >= p.every_hours))";

    private record Where(String sql, List<@Nullable Object> parameters) {}

    private static Where where(UpkeepSearch wish, List<Cutoff> cutoffs) {
        var each = new ArrayList<String>();
        var values = new ArrayList<@Nullable Object>();
        for (var cutoff : cutoffs) {
            each.add("select ? as plan_id, ? as site_id, cast(? as date) as before_day");
            values.add(cutoff.plan());
            values.add(cutoff.site());
            values.add(cutoff.before());
        }
        var sql = new StringBuilder(TASKS.formatted(String.join(" union all ", each), DeviceSearchStore.CUSTODY));
        if (wish.when() != UpkeepSearch.When.ALL) sql.append(" and ").append(DUE);
        if (wish.when() == UpkeepSearch.When.OVERDUE) sql.append(" and p.every_hours is null");
        if (!wish.site().isEmpty()) {
            sql.append(" and s.code = ?");
            values.add(wish.site());
        }
        if (wish.device().isPresent()) {
            sql.append(" and d.id = ?");
            values.add(wish.device().getAsLong());
        }
        return new Where(sql.toString(), values);
    }

    /** How many there are. @param cutoffs for the plans and sites that are asked about */
    public long count(Connection connection, UpkeepSearch wish, List<Cutoff> cutoffs) throws SQLException {
        if (cutoffs.isEmpty()) return 0;
        var where = where(wish, cutoffs);
        return Sql.first(
                        connection,
                        "select count(*)" + where.sql(),
                        row -> row.getLong(1),
                        where.parameters().toArray())
                .orElse(0L);
    }

    /** What was done longest ago first. */
    public List<Found> find(Connection connection, UpkeepSearch wish, List<Cutoff> cutoffs, long from, int most)
            throws SQLException {
        if (cutoffs.isEmpty()) return List.of();
        var where = where(wish, cutoffs);
        var sql =
                "select p.id, d.id, coalesce(d.asset_tag, nullif(d.serial, ''), concat('#', d.id)), d.manufacturer, m.name, s.code, "
                        + "s.name, d.room, " + SINCE + ", u.id is not null, u.meter_hours, h.hours" + where.sql()
                        + " order by p.every_hours is not null, datediff(" + SINCE
                        + ", k.before_day), d.room, d.asset_tag, d.id, p.id "
                        + "limit ? offset ?";
        var parameters = new ArrayList<>(where.parameters());
        parameters.add(most);
        parameters.add(from);
        return Sql.list(
                connection,
                sql,
                row -> new Found(
                        row.getInt(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getObject(9, LocalDate.class),
                        row.getBoolean(10),
                        Words.number(row, 11),
                        Words.number(row, 12)),
                parameters.toArray());
    }

    /** Whether this very form was done already. The device must be locked. */
    public boolean isDone(Connection connection, UpkeepDone done) throws SQLException {
        var sql = "select 1 from upkeep_done where request_id = ? and device_id = ? and plan_id = ?";
        return Sql.first(connection, sql, row -> true, done.request().toString(), done.device(), done.plan())
                .isPresent();
    }

    public void write(Connection connection, UpkeepDone done, LocalDate day, Instant now, long account)
            throws SQLException {
        var sql = """
                insert into upkeep_done (plan_id, device_id, done_at, done_on, account_id, meter_hours, note, cost_cents, request_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """;
        Sql.update(
                connection,
                sql,
                done.plan(),
                done.device(),
                Utc.of(now),
                day,
                account,
                Words.orNull(done.meter()),
                done.note(),
                Words.orNull(done.cost()),
                done.request().toString());
    }

    public void read(Connection connection, long device, int hours, Instant now, long account) throws SQLException {
        var sql = "insert into device_meter (device_id, hours, at, account_id) values (?, ?, ?, ?)";
        Sql.update(connection, sql, device, hours, Utc.of(now), account);
    }

    /** What was read last. */
    public OptionalInt meter(Connection connection, long device) throws SQLException {
        var sql = "select hours from device_meter where device_id = ? order by id desc limit 1";
        return Sql.first(connection, sql, row -> OptionalInt.of(row.getInt(1)), device)
                .orElse(OptionalInt.empty());
    }
}
