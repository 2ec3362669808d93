package org.carrel.patrons;

import java.io.Serializable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What people have of ours. Implemented by whoever lends: this feature knows of no loans. Works on the connection of the
 * caller, so that people and what they hold change in one transaction.
 */
public interface HoldingsOf {
    /**
     * One thing that a person has.
     *
     * @param name as people say it: "1 Chromebook", or a title where the reader may see it
     */
    record Holding(String name) implements Serializable {}

    /** Only people who hold something, or owe it, are in the answer. */
    Map<Long, List<Holding>> of(Connection connection, Collection<Long> patrons) throws SQLException;

    /** Everybody who holds something or owes it. */
    Collection<Long> everybody(Connection connection) throws SQLException;

    /** All that the one has is the other's from now on. */
    void move(Connection connection, long from, long to) throws SQLException;
}
