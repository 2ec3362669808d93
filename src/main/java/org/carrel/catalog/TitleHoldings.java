package org.carrel.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/**
 * What other features have about titles, when two records turn out to be one: one kind of it, such as holds. Each feature that has
 * any makes a bean for each kind. Copies are the catalog's own: they are locked, and moved, before.
 */
public interface TitleHoldings {
    /** What it is called where it is kept what moved: a word that never changes, {@code holds}. */
    String kind();

    /** How many there are for these records together. */
    int count(Collection<Long> records);

    /**
     * All that is about one record is about the other from now on, in the transaction of whoever merges the two.
     *
     * @return ids of what moved and can go back: {@link #moveBack} gets them when the merge is taken back
     */
    List<Long> move(Connection connection, long from, long to) throws SQLException;

    /** What moved once is about the first record again, as far as it is about the other one still. */
    void moveBack(Connection connection, List<Long> ids, long from, long to) throws SQLException;
}
