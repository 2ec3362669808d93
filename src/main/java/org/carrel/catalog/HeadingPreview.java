package org.carrel.catalog;

import java.util.List;

/**
 * What changing a heading everywhere would do.
 *
 * @param titles how many would change
 * @param leads whether the old heading leads to the new one already; it does from then on in any case
 * @param samples some of the titles
 */
public record HeadingPreview(long titles, boolean leads, List<Sample> samples) {
    public HeadingPreview {
        samples = List.copyOf(samples);
    }

    /** A title and the fields in which it would change. */
    public record Sample(long id, String title, List<FieldChange> changes) {
        public Sample {
            changes = List.copyOf(changes);
        }
    }
}
