package org.carrel.circulation.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.carrel.platform.Sql;

/** One look for everything of the tables of circulation that could speak against a loan; mostly nothing does. */
public final class LendingFactsStore {
    /** Codes of item types have none of it. */
    private static final String BETWEEN = "\n";

    private static final String FACTS = Sql.KEPT_READY + "select " + HoldStore.CONCERNED + """
             or exists (select 1 from loan where open_item = ?),
            exists (select 1 from charge where patron_id = ?),
            (select group_concat(coalesce(t.code, ''), '\\n' separator '')
                from loan l join item i on i.id = l.item_id left join item_type t on t.id = i.item_type_id
                where l.patron_id = ? and l.ended is null)
            """;

    /**
     * What there is.
     *
     * @param idle nobody wants the title; the copy is neither on loan nor set aside nor on its way
     * @param everCharged the person may owe something
     * @param typesOnLoan code of the item type of each open loan of the person; empty for none
     */
    public record Facts(boolean idle, boolean everCharged, List<String> typesOnLoan) {
        public Facts {
            typesOnLoan = List.copyOf(typesOnLoan);
        }
    }

    /** The patron and the copy are locked already: what was true before that is of no use. */
    public Facts find(Connection connection, long patron, long bib, long item) throws SQLException {
        return Sql.first(connection, FACTS, LendingFactsStore::facts, bib, item, item, item, patron, patron)
                .orElseThrow();
    }

    private static Facts facts(ResultSet row) throws SQLException {
        var types = row.getString(3);
        // A separator behind each: one loan of something without type is not the same as no loan.
        var codes = types == null
                ? List.<String>of()
                : List.of(types.substring(0, types.length() - 1).split(BETWEEN, -1));
        return new Facts(!row.getBoolean(1), row.getBoolean(2), codes);
    }
}
