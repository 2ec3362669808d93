package org.carrel.catalog;

import java.util.List;
import java.util.Map;

/**
 * How far a floor plan shows what a site has; withdrawn copies do not count.
 *
 * @param copies by the number of their row
 * @param missing copies that no row holds, together as they stand on the shelf
 */
public record ShelfCoverage(Map<Long, Integer> copies, List<Missing> missing) {
    /**
     * Neighbours on the shelf that no row holds.
     *
     * @param location 0 when they have none; {@code locationName} then is empty
     * @param name what their call numbers have in common: FIC, 500–599, SP E; empty when they have no call number
     * @param from a range that holds them all and meets no other; empty when they have no call number
     */
    public record Missing(int location, String locationName, String name, int copies, String from, String to) {}

    public int missingCopies() {
        return missing.stream().mapToInt(Missing::copies).sum();
    }
}
