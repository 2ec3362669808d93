package org.carrel.circulation.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.carrel.patrons.PatronCategory;
import org.carrel.platform.Sql;

/** What other tables say about what is wanted, and who has it. Reads only. */
public final class WisherStore {
    /**
     * A title.
     *
     * @param copies that can be lent some day, wherever they are now
     * @param itemType code of the type of one of them; empty for none
     */
    public record Title(int copies, String itemType) {}

    /** Zero copies for a title that is not there. */
    public Title title(Connection connection, long bib) throws SQLException {
        var sql =
                "select count(*), coalesce(max(t.code), '') from item i left join item_type t on t.id = i.item_type_id "
                        + "where i.bib_id = ? and " + HoldStore.LENDABLE
                        + " and not exists (select 1 from bib_unlisted u where u.bib_id = i.bib_id)";
        return Sql.first(connection, sql, row -> new Title(row.getInt(1), row.getString(2)), bib)
                .orElseThrow();
    }

    /** Whether this copy is of that title and can be lent some day. */
    public boolean isCopy(Connection connection, long bib, long item) throws SQLException {
        var sql = "select 1 from item i where i.id = ? and i.bib_id = ? and " + HoldStore.LENDABLE;
        return Sql.first(connection, sql, row -> true, item, bib).isPresent();
    }

    public boolean hasOnLoan(Connection connection, long patron, long bib) throws SQLException {
        var sql = "select 1 from loan l join item i on i.id = l.item_id "
                + "where l.patron_id = ? and l.ended is null and i.bib_id = ? limit 1";
        return Sql.first(connection, sql, row -> true, patron, bib).isPresent();
    }

    public PatronCategory category(Connection connection, long patron) throws SQLException {
        var sql = "select category from patron where id = ?";
        return Sql.first(connection, sql, row -> row.getString(1), patron)
                .map(word -> PatronCategory.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(PatronCategory.OTHER);
    }

    /** A site. */
    public record Place(int id, String code) {}

    public Optional<Place> site(Connection connection, String code) throws SQLException {
        return Sql.first(
                connection,
                "select id, code from site where code = ?",
                row -> new Place(row.getInt(1), row.getString(2)),
                code);
    }

    public Optional<Place> site(Connection connection, int site) throws SQLException {
        return Sql.first(
                connection,
                "select id, code from site where id = ?",
                row -> new Place(row.getInt(1), row.getString(2)),
                site);
    }
}
