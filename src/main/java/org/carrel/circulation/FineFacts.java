package org.carrel.circulation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A loan that has come back, or has not yet.
 *
 * @param returned when it came back; now, for an estimate
 * @param price of the copy; empty or zero when nobody knows it
 */
public record FineFacts(Instant due, Instant returned, Optional<BigDecimal> price) {}
