package org.carrel.catalog;

import java.util.Optional;
import org.carrel.catalog.ImportReport.Outcome;

/**
 * Which lines of an import to show, and in which order.
 *
 * @param outcome only lines with this one; empty for all
 * @param mark only lines that have this; empty for all
 * @param words only lines whose title or control number holds this text, without regard to case; empty for all
 */
public record LineFilter(Optional<Outcome> outcome, Optional<Mark> mark, String words, Order order) {
    /** Every line, in the order of the file. */
    public static final LineFilter ALL = new LineFilter(Optional.empty(), Optional.empty(), "", Order.FILE);

    /** What a librarian looks for across all outcomes. */
    public enum Mark {
        /** Copies that the catalog has, or would have, without a barcode. */
        NEEDS_BARCODE,
        /** Copies that were not, or would not be, taken in. */
        COPIES_LEFT_OUT,
        /** Repairs and doubts. */
        REMARKED
    }

    /** A second line of the same title stands behind the first. */
    public enum Order {
        FILE,
        TITLE,
        OUTCOME
    }
}
