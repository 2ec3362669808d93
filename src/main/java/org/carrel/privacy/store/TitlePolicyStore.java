package org.carrel.privacy.store;

import static java.time.ZoneOffset.UTC;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.carrel.platform.Sql;
import org.carrel.privacy.TitlePolicies.Policy;
import org.carrel.privacy.TitleReaders;

/** The table of what each site may tell of titles. Times are UTC. */
public final class TitlePolicyStore {
    /** Of all sites, in the order of their names. */
    public List<Policy> all(Connection connection) throws SQLException {
        var sql =
                "select s.code, s.name, coalesce(p.readers, 'nobody'), coalesce(p.statute, ''), p.changed_at from site s "
                        + "left join title_policy p on p.site_id = s.id order by s.name, s.id";
        return Sql.list(
                connection,
                sql,
                row -> new Policy(
                        row.getString(1),
                        row.getString(2),
                        TitleReaders.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                        row.getString(4),
                        Optional.ofNullable(row.getObject(5, LocalDateTime.class))
                                .map(time -> time.toInstant(UTC))));
    }

    public Optional<Long> site(Connection connection, String code) throws SQLException {
        return Sql.first(connection, "select id from site where code = ?", row -> row.getLong(1), code);
    }

    public void set(
            Connection connection,
            long site,
            TitleReaders readers,
            String statute,
            String reason,
            Instant now,
            long account)
            throws SQLException {
        var sql = "replace into title_policy (site_id, readers, statute, reason, changed_at, changed_by) "
                + "values (?, ?, ?, ?, ?, ?)";
        var word = readers.name().toLowerCase(Locale.ROOT);
        Sql.update(connection, sql, site, word, statute, reason, LocalDateTime.ofInstant(now, UTC), account);
    }
}
