package org.carrel.shelfwork;

import java.io.Serializable;
import java.util.List;

/**
 * What an inventory has found so far, or what came of it.
 *
 * @param lines those that were scanned in the order of scanning, then those that were not, in the order of the shelf
 * @param unknown codes that nobody knows
 */
public record ShelfSheet(ShelfInventory inventory, List<ShelfLine> lines, List<String> unknown)
        implements Serializable {
    public ShelfSheet {
        lines = List.copyOf(lines);
        unknown = List.copyOf(unknown);
    }

    public List<ShelfLine> of(ShelfOutcome outcome) {
        return lines.stream().filter(line -> line.outcome() == outcome).toList();
    }

    public int count(ShelfOutcome outcome) {
        return (int) lines.stream().filter(line -> line.outcome() == outcome).count();
    }

    public int scanned() {
        return (int) lines.stream().filter(line -> line.outcome().isScanned()).count();
    }

    /** What belongs to the place, seen or not. */
    public int expected() {
        return (int) lines.stream().filter(ShelfLine::expected).count();
    }

    public int expectedAndSeen() {
        return (int) lines.stream()
                .filter(line -> line.expected() && line.outcome().isScanned())
                .count();
    }

    /** Tells sheets apart on which other copies are missing: what a form showed is what is done. */
    public String missingKey() {
        var missing = of(ShelfOutcome.MISSING).stream()
                .map(line -> line.copy().id())
                .sorted()
                .toList();
        return missing.size() + "-" + Integer.toHexString(missing.hashCode());
    }
}
