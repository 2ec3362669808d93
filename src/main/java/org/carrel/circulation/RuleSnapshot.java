package org.carrel.circulation;

import java.time.ZoneId;
import org.carrel.patrons.PatronCategory;

/**
 * The rules under which something was lent, as the loan keeps them: a change of the table changes no loan (B48).
 *
 * @param site code of the site that lent it, whose rules hold for renewals too
 * @param zone in which its dates were worked out
 * @param itemType code; empty for a copy without one
 */
public record RuleSnapshot(String site, ZoneId zone, PatronCategory category, String itemType, ResolvedRule rule) {}
