package org.carrel.testing.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.carrel.testing.TestCoordinators.Librarian;

/** Who coordinates tests. */
public final class CoordinatorStore {
    public boolean isNamed(Connection connection, long account) throws SQLException {
        return Sql.first(connection, "select 1 from test_coordinator where account_id = ?", row -> true, account)
                .isPresent();
    }

    /** Librarians who can sign in, by name. */
    public List<Librarian> librarians(Connection connection) throws SQLException {
        var sql = """
                select a.id, a.display_name, coalesce(s.code, ''), t.account_id is not null
                from account a left join site s on s.id = a.site_id left join test_coordinator t on t.account_id = a.id
                where a.role = 'librarian' and a.disabled_at is null and not a.program order by a.display_name, a.id
                """;
        return Sql.list(
                connection,
                sql,
                row -> new Librarian(row.getLong(1), row.getString(2), row.getString(3), row.getBoolean(4)));
    }

    public void name(Connection connection, long account, long by, Instant now) throws SQLException {
        Sql.update(
                connection,
                "insert ignore into test_coordinator (account_id, named_by, named_at) values (?, ?, ?)",
                account,
                by,
                Utc.of(now));
    }

    public void unname(Connection connection, long account) throws SQLException {
        Sql.update(connection, "delete from test_coordinator where account_id = ?", account);
    }
}
