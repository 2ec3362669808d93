package org.carrel.circulation.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.carrel.circulation.Blocked;
import org.carrel.circulation.LoanBlock;
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronBlock;
import org.carrel.patrons.PatronStatus;

/** What stands in a person's own entry against lending to them (rules O5, P2). A return is always possible. */
public final class PatronBlocksRule {
    private PatronBlocksRule() {}

    /** @param blocks those that hold today */
    public static List<Blocked> of(Patron patron, List<PatronBlock> blocks, LocalDate today) {
        var found = new ArrayList<Blocked>();
        if (patron.facts().status() != PatronStatus.ACTIVE) found.add(Blocked.of(LoanBlock.PATRON_LEFT));
        blocks.forEach(block -> found.add(Blocked.of(LoanBlock.PATRON_BLOCKED, block.reason())));
        patron.expires()
                .filter(last -> last.isBefore(today))
                .ifPresent(last -> found.add(Blocked.of(LoanBlock.CARD_EXPIRED, last)));
        return found;
    }
}
