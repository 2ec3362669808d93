package org.carrel.patrons;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What people have from the library: one kind of it, such as loans. The feature that lends makes one a bean for each kind; until
 * there is one, nobody knows.
 */
public interface PatronHoldings {
    /** What it is called where it is kept what moved: a word that never changes, {@code loans}. */
    String kind();

    /** How many things these people have; who has nothing is left out. */
    Map<Long, Integer> counts(Collection<Long> people);

    /**
     * All that one person has is the other's from now on, in the transaction of whoever merges the two.
     *
     * @return ids of what moved: {@link #moveBack} gets them when the merge is taken back
     */
    List<Long> move(Connection connection, long from, long to) throws SQLException;

    /**
     * What moved once is the first one's again, as far as the other one has it still. What that one got since stays.
     *
     * @param from who has it
     * @return ids of what moved
     */
    List<Long> moveBack(Connection connection, List<Long> ids, long from, long to) throws SQLException;
}
