package org.carrel.circulation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What other rules or another calendar would have made of the loans on record.
 *
 * @param loans how many were looked at
 * @param sooner how many would be due sooner
 * @param later how many would be due later, or never
 * @param undated how many could not have been lent without somebody saying a date
 * @param first some of those that would differ, in the order of the loans
 */
public record Simulated(int loans, int sooner, int later, int undated, List<Moved> first) {
    /** None looked at. */
    public static final Simulated NOTHING = new Simulated(0, 0, 0, 0, List.of());

    public Simulated {
        first = List.copyOf(first);
    }

    /** @param to empty for no due date @param undated whether somebody would have had to say a date */
    public record Moved(LoanFact loan, Optional<Instant> to, boolean undated) {}

    public int moved() {
        return sooner + later + undated;
    }
}
