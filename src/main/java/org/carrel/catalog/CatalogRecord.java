package org.carrel.catalog;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * A bibliographic record with its holdings: what search indexes and the record page shows.
 *
 * @param items in shelf order
 * @param added when the record came into the catalog; later overlays and edits do not change it
 */
public record CatalogRecord(long id, BibRecord record, List<Item> items, Instant added) implements Serializable {
    /** One that was there before anybody can remember. */
    public CatalogRecord(long id, BibRecord record, List<Item> items) {
        this(id, record, items, Instant.EPOCH);
    }

    public CatalogRecord {
        items = List.copyOf(items);
    }
}
