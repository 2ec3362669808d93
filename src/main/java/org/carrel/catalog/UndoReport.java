package org.carrel.catalog;

import java.util.List;
import java.util.Map;

/**
 * What undoing an import did.
 *
 * @param number of the import
 * @param records how many records had each outcome, {@code copies} how many copies
 * @param kept what was left as it is, at most {@link #MAX_KEPT}
 */
public record UndoReport(
        long number, String file, Map<Outcome, Integer> records, Map<Outcome, Integer> copies, List<Kept> kept) {
    public static final int MAX_KEPT = 10_000;

    public UndoReport {
        records = Map.copyOf(records);
        copies = Map.copyOf(copies);
        kept = List.copyOf(kept);
    }

    /** What became of a record or copy. All but the first two leave it as it is, for a person to look at. */
    public enum Outcome {
        REMOVED,
        RESTORED,
        KEPT_EDITED,
        KEPT_LATER_IMPORT,
        KEPT_CIRCULATED,
        KEPT_HAS_COPIES
    }

    /** @param barcode of the copy; empty for the record itself, and for a copy without one */
    public record Kept(long bibId, boolean isCopy, String title, String barcode, Outcome why) {}
}
