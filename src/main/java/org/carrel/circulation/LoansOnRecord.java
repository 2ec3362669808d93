package org.carrel.circulation;

import java.util.List;

/** The loans that are open now: for whoever asks what a change of rules or calendar would do to them. */
@FunctionalInterface
public interface LoansOnRecord {
    /** The newest first. @param most not more than these */
    List<LoanFact> open(int most);
}
