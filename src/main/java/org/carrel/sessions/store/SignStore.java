package org.carrel.sessions.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.carrel.platform.Sql;

/** What signs may say. */
public final class SignStore {
    public boolean names(Connection connection, String site) throws SQLException {
        var sql = "select g.names from sign_setting g join site s on s.id = g.site_id where s.code = ?";
        return Sql.first(connection, sql, row -> row.getBoolean(1), site).orElse(false);
    }

    public void setNames(Connection connection, String site, boolean names) throws SQLException {
        var sql = "insert into sign_setting (site_id, names) select id, ? from site where code = ? "
                + "on duplicate key update names = value(names)";
        Sql.update(connection, sql, names, site);
    }
}
