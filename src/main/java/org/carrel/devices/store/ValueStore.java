package org.carrel.devices.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.carrel.devices.DepreciationRule;
import org.carrel.devices.DeviceCategory;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;

/** What devices have cost, and how they lose their worth. */
public final class ValueStore {
    public List<DepreciationRule> rules(Connection connection) throws SQLException {
        var sql = "select category, life_months, residual_percent, version from depreciation_rule order by category";
        return Sql.list(
                connection,
                sql,
                row -> new DepreciationRule(
                        Words.constant(DeviceCategory.class, row.getString(1)),
                        row.getInt(2),
                        row.getInt(3),
                        row.getInt(4)));
    }

    /** False when somebody else has changed it meanwhile. */
    public boolean save(Connection connection, DepreciationRule rule) throws SQLException {
        var sql = "update depreciation_rule set life_months = ?, residual_percent = ?, version = version + 1 "
                + "where category = ? and version = ?";
        return Sql.update(
                        connection,
                        sql,
                        rule.lifeMonths(),
                        rule.residualPercent(),
                        Words.of(rule.category()),
                        rule.version())
                > 0;
    }

    /** What a device has cost. @param modelPrice of a new one, in cents */
    public record Cost(
            long device,
            String name,
            String serial,
            String manufacturer,
            String model,
            DeviceCategory category,
            String fund,
            String siteName,
            String room,
            OptionalInt price,
            OptionalInt modelPrice,
            Optional<LocalDate> acquired,
            Optional<LocalDate> supportEnds) {}

    /** Those that were ours on that day, in the order of tags. @param site code; empty for all */
    public List<Cost> costs(Connection connection, String site, LocalDate on) throws SQLException {
        var sql =
                "select d.id, coalesce(d.asset_tag, nullif(d.serial, ''), concat('#', d.id)), d.serial, d.manufacturer, m.name, "
                        + "m.category, i.fund, s.name, d.room, i.price_cents, m.price_cents, i.acquired_on, "
                        + DeviceStore.SUPPORT_ENDS
                        + " from device_record d join item i on i.id = d.item_id join device_model m on m.id = d.model_id "
                        + "join site s on s.id = i.site_id where (? = '' or s.code = ?) "
                        + "and not (d.device_condition in ('retired', 'stolen') and d.condition_since < ?) "
                        + "and (i.acquired_on is null or i.acquired_on <= ?) order by d.asset_tag is null, d.asset_tag, d.id";
        return Sql.list(
                connection,
                sql,
                row -> new Cost(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        Words.constant(DeviceCategory.class, row.getString(6)),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9),
                        Words.number(row, 10),
                        Words.number(row, 11),
                        Utc.someDay(row, 12),
                        Utc.someDay(row, 13)),
                site,
                site,
                on.plusDays(1).atStartOfDay(),
                on);
    }
}
