package org.carrel.catalog;

import java.util.List;

/**
 * How a vendor's files were, the newest first.
 *
 * @param repairs what was repaired in them or doubtful, the most frequent first; {@code place} without the number of the
 *     field
 */
public record ReportCard(List<File> files, List<Repaired> repairs) {
    public ReportCard {
        files = List.copyOf(files);
        repairs = List.copyOf(repairs);
    }

    /**
     * One file.
     *
     * @param past with its records by outcome
     * @param repairs how many repairs and doubts its records had
     */
    public record File(PastImport past, Copies copies, int repairs) {}

    /** @param leftOut because their barcode belongs to another copy */
    public record Copies(int added, int updated, int withoutBarcode, int leftOut) {
        public static final Copies NONE = new Copies(0, 0, 0, 0);
    }

    public record Repaired(Finding finding, int count) {}
}
