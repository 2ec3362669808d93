package org.carrel.patrons.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.carrel.platform.Sql;

/** How scanners of a site read cards. */
public final class CardRuleStore {
    /** @param site code; empty: some site does so */
    public boolean zerosIgnored(Connection connection, String site) throws SQLException {
        var sql = "select 1 from card_rule r join site s on s.id = r.site_id "
                + "where r.zeros_ignored and (? = '' or s.code = ?) limit 1";
        return Sql.first(connection, sql, row -> true, site, site).isPresent();
    }

    /** False when there is no such site. */
    public boolean set(Connection connection, String site, boolean zerosIgnored) throws SQLException {
        var sql = "insert into card_rule (site_id, zeros_ignored) select id, ? from site where code = ? "
                + "on duplicate key update zeros_ignored = values(zeros_ignored)";
        return Sql.update(connection, sql, zerosIgnored, site) > 0;
    }

    /** Ids of people with a good card of one of these numbers. */
    public List<Long> holders(Connection connection, List<String> numbers) throws SQLException {
        var sql =
                "select distinct patron_id from patron_card where active_number in (" + Sql.marks(numbers.size()) + ")";
        return Sql.list(connection, sql, row -> row.getLong(1), numbers.toArray());
    }
}
