package org.carrel.patrons;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Says whether something of the library is still out with a person: a book, a device, money that is owed. The feature that lends
 * makes a bean. Who has something is not erased.
 */
public interface PropertyOut {
    /** In the caller's transaction, in which the person is locked. */
    boolean isWith(Connection connection, long patron) throws SQLException;

    /** Cuts every link to a person who is erased, who has nothing out any more. In the transaction of the erasure. */
    default void forget(Connection connection, long patron) throws SQLException {}
}
