package org.carrel.scheduling;

import java.sql.Connection;
import java.sql.SQLException;

/** Is told when a session that somebody waits for is offered to them, in the transaction that offers it. */
@FunctionalInterface
public interface OfferWatch {
    /** @param offered as it was before the offer */
    void offered(Connection connection, WaitingWish offered) throws SQLException;
}
