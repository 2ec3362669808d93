package org.carrel.circulation;

import java.time.Instant;
import org.carrel.patrons.PatronCategory;

/**
 * A check-out that nobody has made.
 *
 * @param site code
 * @param itemType code; empty for a copy without one
 */
public record ExplainWish(String site, PatronCategory category, String itemType, Instant lent, DueFacts facts) {}
