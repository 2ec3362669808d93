package org.carrel.circulation;

import java.io.Serializable;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;
import org.carrel.catalog.ItemForLoan;
import org.carrel.patrons.Patron;

/**
 * Who stands at the desk, and what they have.
 *
 * @param loans due first comes first
 * @param limit how many loans the rules allow in all; empty for no limit
 * @param blocks why this person could borrow nothing now
 * @param owed for anything at any site
 * @param claims how often this person has said that something was returned, or never lent: from {@link ClaimResult#MANY} on somebody
 *     talks with them
 * @param zone of the desk
 */
public record PatronSummary(
        Patron patron, List<Line> loans, OptionalInt limit, List<Blocked> blocks, Owed owed, int claims, ZoneId zone)
        implements Serializable {
    public PatronSummary {
        loans = List.copyOf(loans);
        blocks = List.copyOf(blocks);
    }

    /** One loan with what is lent. */
    public record Line(Loan loan, ItemForLoan item, boolean overdue) implements Serializable {}

    public long overdue() {
        return loans.stream().filter(Line::overdue).count();
    }
}
