package org.carrel.circulation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Hears of loans that are over, and of which nothing is left to settle: their person can be forgotten. */
public interface SettledLoans {
    /** @param notBefore what was paid could still be given back until then */
    record Settled(long loan, Instant notBefore) {}

    /** In the transaction that settled them. */
    void settled(Connection connection, List<Settled> loans) throws SQLException;
}
