package org.carrel.circulation;

import org.carrel.patrons.PatronCategory;
import org.carrel.platform.Door;

/** What holds for whom and what: the one place that asks the rules about it. */
@Door
public class HoldPolicies {
    /**
     * For a hold of such a person on such a thing.
     *
     * @param site code of the pick-up site
     * @param itemType code of the type; empty for none
     */
    public HoldPolicy of(String site, PatronCategory category, String itemType) {
        return HoldPolicy.USUAL;
    }
}
