package org.carrel.catalog;

import java.util.List;

/**
 * The codes that stand for places here, in their order.
 *
 * @param locations shelf locations of whatever site
 */
public record KnownPlaces(List<String> sites, List<String> locations, List<String> itemTypes) {
    public KnownPlaces {
        sites = List.copyOf(sites);
        locations = List.copyOf(locations);
        itemTypes = List.copyOf(itemTypes);
    }

    public List<String> of(PlaceAnswer.Kind kind) {
        return switch (kind) {
            case SITE -> sites;
            case LOCATION -> locations;
            case ITEM_TYPE -> itemTypes;
        };
    }
}
