package org.carrel.patrons.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.carrel.platform.Sql;

/** Addresses and user names of people. */
public final class PatronLoginStore {
    private static final int AT_ONCE = 500;

    public Map<String, Long> find(Connection connection, Collection<String> logins) throws SQLException {
        var all = logins.stream()
                .map(login -> login.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        var found = new HashMap<String, Long>();
        for (var from = 0; from < all.size(); from += AT_ONCE) {
            find(connection, all.subList(from, Math.min(all.size(), from + AT_ONCE)), found);
        }
        return found;
    }

    private static void find(Connection connection, List<String> logins, Map<String, Long> found) throws SQLException {
        record One(long id, String login) {}
        var marks = Sql.marks(logins.size());
        var sql = "select id, email from patron where status <> 'merged' and email in (" + marks + ") "
                + "union all select id, username from patron where status <> 'merged' and username in (" + marks + ")";
        var parameters = new ArrayList<Object>(logins);
        parameters.addAll(logins);
        Sql.list(connection, sql, row -> new One(row.getLong(1), row.getString(2)), parameters.toArray())
                .forEach(one -> found.merge(one.login().toLowerCase(Locale.ROOT), one.id(), Math::min));
    }

    public List<String> loginsOf(Connection connection, long patron) throws SQLException {
        record Logins(String username, String email) {}
        return Sql.list(
                        connection,
                        "select username, email from patron where id = ?",
                        row -> new Logins(row.getString(1), row.getString(2)),
                        patron)
                .stream()
                .flatMap(one -> Stream.of(one.username(), one.email()))
                .filter(login -> !login.isBlank())
                .map(login -> login.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    public boolean knowsAny(Connection connection) throws SQLException {
        var sql = "select 1 from patron where email <> '' or username <> '' limit 1";
        return Sql.first(connection, sql, row -> true).isPresent();
    }
}
