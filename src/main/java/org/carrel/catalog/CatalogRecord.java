package org.carrel.catalog;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * A bibliographic record with its holdings: what search indexes and the record page shows.
 *
 * @param items in shelf order
 * @param added when the record came into the catalog; later overlays and edits do not change it
 * @param work the same for all editions of one work; empty when it stands alone
 * @param otherForms under what else its headings are looked for
 */
public record CatalogRecord(
        long id, BibRecord record, List<Item> items, Instant added, String work, List<OtherForm> otherForms)
        implements Serializable {
    /** One whose headings are called nothing else. */
    public CatalogRecord(long id, BibRecord record, List<Item> items, Instant added, String work) {
        this(id, record, items, added, work, List.of());
    }

    /** One that stands alone. */
    public CatalogRecord(long id, BibRecord record, List<Item> items, Instant added) {
        this(id, record, items, added, "");
    }

    /** One that was there before anybody can remember. */
    public CatalogRecord(long id, BibRecord record, List<Item> items) {
        this(id, record, items, Instant.EPOCH);
    }

    public CatalogRecord {
        items = List.copyOf(items);
        otherForms = List.copyOf(otherForms);
    }

    /** The same, as an edition of this work. */
    public CatalogRecord ofWork(String other) {
        return new CatalogRecord(id, record, items, added, other, otherForms);
    }
}
