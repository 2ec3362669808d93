package org.carrel.patrons;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;

/** What people have from the library. The feature that lends makes one a bean; until there is one, nobody knows. */
public interface PatronHoldings {
    /** How many things these people have; who has nothing is left out. */
    Map<Long, Integer> counts(Collection<Long> people);

    /** All that one person has is the other's from now on, in the transaction of whoever merges the two. */
    void move(Connection connection, long from, long to) throws SQLException;
}
