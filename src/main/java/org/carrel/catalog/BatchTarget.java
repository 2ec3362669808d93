package org.carrel.catalog;

import java.util.List;

/** Which records or copies a batch is about. */
public sealed interface BatchTarget {
    /**
     * What a search finds; a batch about copies takes all of theirs that are ours.
     *
     * @param words what was asked, for people
     */
    record Records(List<Long> ids, String words) implements BatchTarget {
        public Records {
            ids = List.copyOf(ids);
        }
    }

    /** Copies with these barcodes; a batch about records takes the records that they are of. */
    record Barcodes(List<String> barcodes) implements BatchTarget {
        public Barcodes {
            barcodes = List.copyOf(barcodes);
        }
    }

    /** What an import added or changed, and is still as the import wrote it. */
    record OfImport(long number) implements BatchTarget {}
}
