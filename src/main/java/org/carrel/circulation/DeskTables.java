package org.carrel.circulation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.carrel.catalog.ItemsAtDesk;
import org.carrel.circulation.store.DeskRequestStore;
import org.carrel.circulation.store.LoanStore;
import org.carrel.patrons.Borrowers;
import org.carrel.security.AuditTrail;
import org.carrel.security.Caller;

/** What every act of a desk needs. */
record DeskTables(
        ItemsAtDesk items,
        Borrowers people,
        LoanStore loans,
        DeskRequestStore requests,
        LendingTerms terms,
        AuditTrail audit,
        Clock clock) {
    /** Who stands at a desk in which transaction, and when it happened. */
    record Act(Connection connection, Caller by, DeskPlace place, Instant now) {
        /** Whether an entry of this site is within reach of who is at the desk. @param site code; empty for none */
        boolean reaches(String site) {
            return site.isEmpty() || by.isOf(site);
        }
    }

    Act act(Connection connection, Scan scan, Caller by) {
        return new Act(connection, by, scan.place(), clock.instant().minus(scan.ago()));
    }

    void changed(Act act, long bib) throws SQLException {
        items.changed(act.connection(), List.of(bib));
    }
}
