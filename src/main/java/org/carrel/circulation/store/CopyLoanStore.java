package org.carrel.circulation.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.carrel.circulation.LoansOfCopy.Past;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;

/** The loans of one copy. */
public final class CopyLoanStore {
    /** Those that were taken back at once are left out. */
    public List<Past> of(Connection connection, long item, int most) throws SQLException {
        var sql = "select id, patron_id, lent_at, due_at, returned_at from loan where item_id = ? "
                + "and not (ended <=> 'undone') order by id desc limit ?";
        return Sql.list(
                connection,
                sql,
                row -> new Past(
                        row.getLong(1),
                        Utc.someNumber(row, 2),
                        Utc.instant(row, 3),
                        Utc.someInstant(row, 4),
                        Utc.someInstant(row, 5)),
                item,
                most);
    }
}
