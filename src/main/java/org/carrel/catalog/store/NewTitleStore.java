package org.carrel.catalog.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;

/** Copies that somebody has added, and whether their titles came with them. */
public final class NewTitleStore {
    /**
     * A copy as it was added.
     *
     * @param account who added it; empty when that account is no more
     * @param used whether it was changed or lent since
     * @param withTitle whether the same person added its title at the same time
     * @param copies of its title, at all sites
     */
    public record Made(
            long bib,
            String site,
            OptionalLong account,
            Instant at,
            boolean used,
            boolean withTitle,
            int bibVersion,
            int copies) {
        public boolean isBy(long other) {
            return account.isPresent() && account.getAsLong() == other;
        }
    }

    /** Empty when there is no such copy, or it came by an import. */
    public Optional<Made> find(Connection connection, long item) throws SQLException {
        var sql = """
                select i.bib_id, s.code, coalesce(e.account_id, 0), e.at,
                    i.version > 1 or i.circulations > 0 or exists (select 1 from item_lent l where l.item_id = i.id),
                    exists (select 1 from bib_edit t where t.bib_id = i.bib_id and t.version = 1 and t.kind = 'added'
                        and t.account_id = e.account_id and t.at between e.at - interval 30 second and e.at),
                    b.version, (select count(*) from item o where o.bib_id = i.bib_id)
                from item i join site s on s.id = i.site_id join bib_record b on b.id = i.bib_id
                    join item_edit e on e.item_id = i.id and e.version = 1 and e.kind = 'added'
                where i.id = ?
                """;
        return Sql.first(
                connection,
                sql,
                row -> new Made(
                        row.getLong(1),
                        row.getString(2),
                        row.getLong(3) == 0 ? OptionalLong.empty() : OptionalLong.of(row.getLong(3)),
                        Utc.instant(row, 4),
                        row.getBoolean(5),
                        row.getBoolean(6),
                        row.getInt(7),
                        row.getInt(8)),
                item);
    }
}
