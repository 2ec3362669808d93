package org.carrel.circulation.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.circulation.LoanRuleTable;
import org.carrel.circulation.RuleVersion;
import org.carrel.platform.Sql;

/** All versions of the loan rules. None is ever changed. */
public final class LoanRuleStore {
    private static final String SELECT = "select version, saved_at, saved_by, act, detail from loan_rule_version";

    /** The version that holds. */
    public Optional<Integer> newest(Connection connection) throws SQLException {
        return Sql.first(
                connection,
                "select version from loan_rule_version order by version desc limit 1",
                row -> row.getInt(1));
    }

    /** The same, and no other transaction adds one until this one ends. */
    public int lockNewest(Connection connection) throws SQLException {
        return Sql.first(
                        connection,
                        "select version from loan_rule_version order by version desc limit 1 for update",
                        row -> row.getInt(1))
                .orElse(0);
    }

    public Optional<LoanRuleTable> table(Connection connection, int version) throws SQLException {
        return Sql.first(
                connection,
                "select rules from loan_rule_version where version = ?",
                row -> RuleTableJson.read(row.getString(1)),
                version);
    }

    /** False when there is this version already. */
    public boolean add(Connection connection, RuleVersion version, LoanRuleTable table) throws SQLException {
        var sql = """
                insert ignore into loan_rule_version (version, saved_at, saved_by, act, detail, rules)
                values (?, ?, ?, ?, ?, ?)
                """;
        var by = version.by().isPresent() ? version.by().getAsLong() : null;
        return Sql.update(
                        connection,
                        sql,
                        version.version(),
                        LocalDateTime.ofInstant(version.at(), ZoneOffset.UTC),
                        by,
                        version.act(),
                        version.detail(),
                        RuleTableJson.write(table))
                == 1;
    }

    /** The newest first. */
    public List<RuleVersion> history(Connection connection, int most) throws SQLException {
        return Sql.list(connection, SELECT + " order by version desc limit ?", LoanRuleStore::version, most);
    }

    private static RuleVersion version(ResultSet row) throws SQLException {
        Instant at = row.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC);
        var by = row.getLong(3);
        var account = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(by);
        return new RuleVersion(row.getInt(1), at, account, row.getString(4), row.getString(5));
    }
}
