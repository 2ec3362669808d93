package org.carrel.devices.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.carrel.devices.RepairPolicy;
import org.carrel.platform.Sql;

/** What schools have decided about repairs. */
public final class RepairPolicyStore {
    /** Empty: nothing. */
    public Optional<RepairPolicy> find(Connection connection, int site) throws SQLException {
        var sql = """
                select high_hours, normal_hours, low_hours, labor_rate, insured_percent, uninsured_percent, cap_cents, free_claims,
                       insured_claims, insured_by_default, district_mail, pattern_count, pattern_days, version
                from repair_policy where site_id = ?
                """;
        return Sql.first(
                connection,
                sql,
                row -> new RepairPolicy(
                        row.getInt(1),
                        row.getInt(2),
                        row.getInt(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getInt(6),
                        Words.number(row, 7),
                        row.getInt(8),
                        row.getInt(9),
                        row.getBoolean(10),
                        row.getString(11),
                        row.getInt(12),
                        row.getInt(13),
                        row.getInt(14)),
                site);
    }

    /** The same. @param site code */
    public Optional<RepairPolicy> ofSite(Connection connection, String site) throws SQLException {
        var id = Sql.first(connection, "select id from site where code = ?", row -> row.getInt(1), site);
        return id.isPresent() ? find(connection, id.get()) : Optional.empty();
    }

    /** False when somebody else has changed it since that version. */
    public boolean save(Connection connection, int site, RepairPolicy policy) throws SQLException {
        // Takes the row's lock at once where another was quicker.
        Sql.update(
                connection,
                "insert into repair_policy (site_id, version, high_hours, normal_hours, low_hours, labor_rate, insured_percent,"
                        + " uninsured_percent, free_claims, insured_claims, insured_by_default, pattern_count, pattern_days)"
                        + " values (?, 0, 1, 1, 1, 0, 0, 0, 0, 0, false, 2, 1) on duplicate key update version = version",
                site);
        var sql = """
                update repair_policy set version = version + 1, high_hours = ?, normal_hours = ?, low_hours = ?, labor_rate = ?,
                    insured_percent = ?, uninsured_percent = ?, cap_cents = ?, free_claims = ?, insured_claims = ?,
                    insured_by_default = ?, district_mail = ?, pattern_count = ?, pattern_days = ?
                where site_id = ? and version = ?
                """;
        var saved = Sql.update(
                connection,
                sql,
                policy.high(),
                policy.normal(),
                policy.low(),
                policy.laborRate(),
                policy.insuredPercent(),
                policy.uninsuredPercent(),
                Words.orNull(policy.cap()),
                policy.freeClaims(),
                policy.insuredClaims(),
                policy.insuredByDefault(),
                policy.districtMail(),
                policy.patternCount(),
                policy.patternDays(),
                site,
                policy.version());
        return saved > 0;
    }
}
