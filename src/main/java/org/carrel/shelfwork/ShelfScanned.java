package org.carrel.shelfwork;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/** What an inventory says to a scan. */
public sealed interface ShelfScanned extends Serializable {
    /**
     * A copy is here.
     *
     * @param scan number of the scan
     * @param again whether it was scanned before: it counts once
     * @param between where it stands if it stands wrong; empty when it stands right
     * @param earlier title of a copy scanned before that stands wrong, as this scan shows; empty for none
     * @param earlierBetween where that one belongs
     * @param count how many copies were scanned by now
     */
    record Scanned(
            long scan,
            ShelfCopy copy,
            ShelfOutcome outcome,
            boolean again,
            Optional<Between> between,
            Optional<ShelfCopy> earlier,
            Optional<Between> earlierBetween,
            int count)
            implements ShelfScanned {}

    /** @param before label and title of the copy in front; empty at the beginning @param after likewise */
    record Between(String before, String after) implements Serializable {}

    /** No copy is known by it; that is kept. */
    record Unknown(String code, int count) implements ShelfScanned {}

    /** Several copies have this number but for zeros in front: look at their labels. */
    record Several(List<String> titles) implements ShelfScanned {
        public Several {
            titles = List.copyOf(titles);
        }
    }

    /** Nothing was scanned. */
    record Empty() implements ShelfScanned {}

    /** The inventory is closed. */
    record Over() implements ShelfScanned {}
}
