package org.carrel.catalog;

import java.io.Serializable;
import java.util.List;

/** A bibliographic record with its holdings: what search indexes and the record page shows. Items in shelf order. */
public record CatalogRecord(long id, BibRecord record, List<Item> items) implements Serializable {
    public CatalogRecord {
        items = List.copyOf(items);
    }
}
