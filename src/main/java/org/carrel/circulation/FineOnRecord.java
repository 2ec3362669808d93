package org.carrel.circulation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A fine that is owed for a loan that has come back.
 *
 * @param charge its number
 * @param loan with the date on which it was due
 * @param amount what is still owed
 * @param price of the copy; empty when nobody knows it
 */
public record FineOnRecord(
        long charge, LoanFact loan, Instant returned, BigDecimal amount, Optional<BigDecimal> price) {}
