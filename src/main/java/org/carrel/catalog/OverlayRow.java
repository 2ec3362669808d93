package org.carrel.catalog;

import java.util.Locale;

/**
 * What happens to some fields when a file brings a record that the catalog has.
 *
 * @param tags a {@link TagPattern}; the first row with just the tag counts, else the narrowest pattern
 */
public record OverlayRow(String tags, Way way) {
    public OverlayRow {
        tags = tags.strip().toUpperCase(Locale.ROOT);
    }

    public enum Way {
        /** Ours stay and theirs are left out; where we have none, theirs come in. */
        KEEP_OURS,
        /** Theirs, and only theirs. */
        TAKE_THEIRS,
        /** Theirs, and ours that they lack. Of a field that a record can have but once: theirs, else ours. */
        UNION
    }
}
