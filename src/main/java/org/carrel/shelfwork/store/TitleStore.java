package org.carrel.shelfwork.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carrel.platform.Sql;

/** Titles by number. */
public final class TitleStore {
    /** Versions of all titles that readers are shown and that have a copy that is ours. */
    public Map<Long, Integer> versions(Connection connection) throws SQLException {
        record Version(long bib, int version) {}
        var sql = "select b.id, b.version from bib_record b where exists (select 1 from item i where i.bib_id = b.id "
                + "and i.withdrawn_on is null) and not exists (select 1 from bib_unlisted u where u.bib_id = b.id)";
        var versions = new HashMap<Long, Integer>();
        Sql.list(connection, sql, row -> new Version(row.getLong(1), row.getInt(2)))
                .forEach(one -> versions.put(one.bib(), one.version()));
        return versions;
    }

    /**
     * What a site has of a title.
     *
     * @param copies that are ours and not lost
     * @param uses of all its copies, loans and in the room
     */
    public record Holding(long bib, int copies, int uses) {}

    /** Of titles with a copy at the site, withdrawn ones left out; counts of people are none of it. */
    public List<Holding> holdings(Connection connection, int site) throws SQLException {
        var sql = "select i.bib_id, sum(i.item_condition not in ('lost', 'missing')), "
                + "sum(coalesce(u.uses, 0) + coalesce(h.uses, 0)) from item i " + UseTables.JOINED
                + "where i.site_id = ? and i.withdrawn_on is null and" + ShelfCopyStore.LISTED + "group by i.bib_id";
        return Sql.list(
                connection, sql, row -> new Holding(row.getLong(1), row.getInt(2), row.getInt(3)), site, site, site);
    }
}
