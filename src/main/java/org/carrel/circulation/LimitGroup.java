package org.carrel.circulation;

import java.util.List;
import java.util.Optional;
import org.carrel.patrons.PatronCategory;

/**
 * How many of several item types together: two devices of whatever kind.
 *
 * @param site code; empty for all sites
 * @param category empty for all patrons
 * @param most 0 for none at all
 * @param itemTypes codes
 */
public record LimitGroup(
        String name, Optional<String> site, Optional<PatronCategory> category, int most, List<String> itemTypes) {
    /** Longest name, in characters. */
    public static final int MAX_NAME = 60;

    public LimitGroup {
        itemTypes = List.copyOf(itemTypes);
    }

    public boolean isFor(String siteCode, PatronCategory who) {
        return (site.isEmpty() || site.get().equalsIgnoreCase(siteCode))
                && (category.isEmpty() || category.get() == who);
    }

    public boolean has(String itemType) {
        return itemTypes.stream().anyMatch(itemType::equalsIgnoreCase);
    }
}
