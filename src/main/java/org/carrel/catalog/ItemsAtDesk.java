package org.carrel.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.carrel.catalog.rules.Isbn;
import org.carrel.catalog.rules.MatchKey;
import org.carrel.catalog.store.ChangeLog;
import org.carrel.catalog.store.DeskItemStore;
import org.carrel.catalog.store.ItemStore;
import org.carrel.platform.Door;

/** Copies for those who lend and mend them. Every method joins the caller's transaction. */
@Door
public class ItemsAtDesk {
    private final DeskItemStore store = new DeskItemStore();
    private final ItemStore items = new ItemStore();
    private final ChangeLog changes = new ChangeLog();

    /**
     * Copies with one of these barcodes, withdrawn ones too.
     *
     * @param barcodes as scanned; several spellings of one, as where zeros in front are not told apart
     */
    public List<ItemForLoan> byBarcode(Connection connection, Collection<String> barcodes) throws SQLException {
        return store.byBarcode(connection, barcodes);
    }

    /**
     * What is known by one of these besides its barcode, as a device is by its serial or a label that fell off. To be asked when
     * nothing else has the number.
     */
    public List<ItemForLoan> byAlias(Connection connection, Collection<String> codes) throws SQLException {
        return store.byAlias(connection, codes);
    }

    public Optional<ItemForLoan> find(Connection connection, long id) throws SQLException {
        return store.find(connection, List.of(id)).stream().findFirst();
    }

    /** In no particular order; who is not there is left out. */
    public List<ItemForLoan> find(Connection connection, Collection<Long> ids) throws SQLException {
        return store.find(connection, ids);
    }

    /** The same as {@link #find}, and nobody else lends or changes the copy until the transaction ends. */
    public Optional<ItemForLoan> lock(Connection connection, long id) throws SQLException {
        return store.lock(connection, id);
    }

    /** Copies of the records with this ISBN; none when the text is no ISBN. @param site code */
    public List<ItemForLoan> byIsbn(Connection connection, String typed, String site) throws SQLException {
        var isbn = Isbn.parse(typed);
        if (isbn.isEmpty()) return List.of();
        return store.byIsbn(
                connection, new MatchKey(MatchKey.Kind.ISBN, isbn.get().digits()), site);
    }

    public void setCondition(Connection connection, long id, ItemCondition condition) throws SQLException {
        store.setCondition(connection, id, condition);
    }

    /** Nobody else lends or changes any of these copies until the transaction ends. */
    public void lockAll(Connection connection, Collection<Long> ids) throws SQLException {
        store.lockAll(connection, ids);
    }

    /** Gives many copies one condition. They are to be locked before. */
    public void setConditions(Connection connection, Collection<Long> ids, ItemCondition condition)
            throws SQLException {
        store.setConditions(connection, ids, condition);
    }

    /**
     * Takes copies out of the collection, or back into it. What they were before is kept as an earlier version. They are to be locked
     * before.
     *
     * @param day since when they are no longer ours; empty: they are ours again
     */
    public void withdraw(Connection connection, Collection<Long> ids, Optional<LocalDate> day) throws SQLException {
        items.withdraw(connection, ids, day);
    }

    /** Says that search has to look at the copies of these records again. Nobody waits for anybody here. */
    public void changed(Connection connection, Collection<Long> bibIds) throws SQLException {
        changes.announce(connection, bibIds);
    }
}
