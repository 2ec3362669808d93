package org.carrel.circulation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.carrel.patrons.Borrowers;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.AuditTrail;

/** What acts about holds need of other features. */
record HoldTables(Borrowers people, Supplier<LoanRuleTable> rules, AuditTrail audit) {
    /** What staff did with the holds of a person. What people do with their own is not written down. To be the last write. */
    void audit(Connection connection, HoldActor by, String action, OptionalLong patron) throws SQLException {
        if (!by.isStaff() || patron.isEmpty()) return;
        audit.add(connection, by.account(), action, new Subject("patron", patron.getAsLong()));
    }
}
