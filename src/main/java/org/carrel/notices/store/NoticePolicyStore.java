package org.carrel.notices.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.carrel.notices.NoticePolicy;
import org.carrel.notices.NoticePolicy.Guardians;
import org.carrel.platform.Sql;

/** When sites write. */
public final class NoticePolicyStore {
    private static final String NEVER = "never";

    public Optional<NoticePolicy> find(Connection connection, int site) throws SQLException {
        var sql = "select due_soon_days, overdue_days, guardians, digest_day, send_at, version from notice_policy "
                + "where site_id = ?";
        return Sql.first(connection, sql, NoticePolicyStore::policy, site);
    }

    private static NoticePolicy policy(ResultSet row) throws SQLException {
        var digest = row.getString(4);
        return new NoticePolicy(
                row.getInt(1),
                numbers(row.getString(2)),
                Cells.constant(Guardians.class, row.getString(3)),
                digest.equals(NEVER) ? Optional.empty() : Optional.of(Cells.constant(DayOfWeek.class, digest)),
                Objects.requireNonNull(row.getObject(5, LocalTime.class)),
                row.getInt(6));
    }

    private static List<Integer> numbers(String list) {
        if (list.isEmpty()) return List.of();
        return Arrays.stream(list.split(",")).map(Integer::valueOf).toList();
    }

    public void save(Connection connection, int site, NoticePolicy policy) throws SQLException {
        var sql = """
                insert into notice_policy (site_id, due_soon_days, overdue_days, guardians, digest_day, send_at)
                values (?, ?, ?, ?, ?, ?)
                on duplicate key update due_soon_days = values(due_soon_days), overdue_days = values(overdue_days),
                    guardians = values(guardians), digest_day = values(digest_day), send_at = values(send_at),
                    version = version + 1
                """;
        Sql.update(
                connection,
                sql,
                site,
                policy.dueSoonDays(),
                policy.overdueDays().stream().map(String::valueOf).collect(Collectors.joining(",")),
                Cells.word(policy.guardians()),
                policy.digestDay().map(Cells::word).orElse(NEVER),
                policy.sendAt());
    }
}
