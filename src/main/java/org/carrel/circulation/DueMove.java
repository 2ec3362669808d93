package org.carrel.circulation;

import java.time.Instant;
import java.util.Optional;
import org.carrel.school.Closure;

/**
 * A due date that goes elsewhere because the calendar has changed.
 *
 * @param to later than before, or sooner when a closure has gone
 * @param closure on the day on which it was due; empty when there is none
 */
public record DueMove(LoanFact loan, Instant to, Optional<Closure> closure) {}
