package org.carrel.circulation;

import java.time.Instant;
import java.util.Optional;

/**
 * A loan on record, as far as its due date goes. Nothing in it says who has what.
 *
 * @param loan its number
 * @param rules as the loan keeps them
 * @param lent when it was lent, or renewed for the last time
 * @param renewed whether it has been renewed
 * @param due as it stands now; empty for a loan without a due date
 */
public record LoanFact(long loan, RuleSnapshot rules, Instant lent, boolean renewed, Optional<Instant> due) {}
