package org.carrel.circulation.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.carrel.platform.Sql;

/** One look for everything of the tables of circulation that could speak against a loan; mostly nothing does. */
public final class LendingFactsStore {
    private static final int BUSY = 1;
    private static final int CHARGED = 2;
    private static final int ON_LOAN = 3;
    private static final int GUARDED = 4;
    private static final int PULLED = 5;

    /** Rows beside each other cost the server half of what the same questions cost it inside one row. */
    private static final String FACTS = Sql.KEPT_READY + """
            select %1$d, '' from hold_queue where bib_id = ?
            union all select %1$d, '' from held_copy where set_aside = ?
            union all select %1$d, '' from item_transfer where active_item = ?
            union all select %1$d, '' from loan where open_item = ?
            union all select %4$d, '' from bib_unlisted where bib_id = ?
            union all select %5$d, '' from pulled_copy where open_item = ?
            union all (select %2$d, '' from charge where patron_id = ? limit 1)
            union all select %3$d, coalesce(t.code, '') from loan l join item i on i.id = l.item_id
                left join item_type t on t.id = i.item_type_id where l.patron_id = ? and l.ended is null
            """.formatted(BUSY, CHARGED, ON_LOAN, GUARDED, PULLED);

    /**
     * What there is.
     *
     * @param idle nobody wants the title, or ever did; the copy is neither on loan nor set aside nor on its way
     * @param everCharged the person may owe something
     * @param guarded other features may know more of the copy: its title is one that the catalog does not show
     * @param pulled it stands on the book cart of a class, of which another feature knows
     * @param typesOnLoan code of the item type of each open loan of the person; empty for none
     */
    public record Facts(boolean idle, boolean everCharged, boolean guarded, boolean pulled, List<String> typesOnLoan) {
        public Facts {
            typesOnLoan = List.copyOf(typesOnLoan);
        }
    }

    /** The patron and the copy are locked already: what was true before that is of no use. */
    public Facts find(Connection connection, long patron, long bib, long item) throws SQLException {
        var rows = Sql.list(
                connection,
                FACTS,
                row -> new Row(row.getInt(1), row.getString(2)),
                bib,
                item,
                item,
                item,
                bib,
                item,
                patron,
                patron);
        return new Facts(
                rows.stream().noneMatch(row -> row.kind() == BUSY),
                rows.stream().anyMatch(row -> row.kind() == CHARGED),
                rows.stream().anyMatch(row -> row.kind() == GUARDED),
                rows.stream().anyMatch(row -> row.kind() == PULLED),
                rows.stream()
                        .filter(row -> row.kind() == ON_LOAN)
                        .map(Row::type)
                        .toList());
    }

    /** Whether other features may know more of this copy. */
    public boolean guarded(Connection connection, long item) throws SQLException {
        var sql = Sql.KEPT_READY + "select 1 from item i join bib_unlisted u on u.bib_id = i.bib_id where i.id = ? "
                + "union all select 1 from pulled_copy where item_id = ? and (ended_at is null or end_why = 'missing')";
        return Sql.first(connection, sql, row -> true, item, item).isPresent();
    }

    private record Row(int kind, String type) {}
}
