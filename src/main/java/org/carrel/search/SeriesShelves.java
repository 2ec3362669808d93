package org.carrel.search;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carrel.catalog.Catalog;
import org.carrel.platform.Door;
import org.carrel.search.Choices.Order;
import org.carrel.search.rules.HeadingKey;
import org.carrel.search.rules.SeriesOrder;
import org.carrel.search.rules.SeriesOrder.Volume;
import org.jspecify.annotations.Nullable;

/** The series of the library, each in its order. */
@Door
public class SeriesShelves {
    private final CatalogSearch search;
    private final Catalog catalog;

    @Inject
    public SeriesShelves(CatalogSearch search, Catalog catalog) {
        this.search = search;
        this.catalog = catalog;
    }

    /**
     * A place in a series.
     *
     * @param number null for volumes without one, which stand at the end
     * @param hits empty for a number that the library does not have; several for editions of the same
     */
    public record Place(@Nullable Double number, List<SearchHit> hits) {}

    /** Empty when the library has nothing of the series; of very long ones the first {@value SearchRequest#MAX_PAGE_SIZE}. */
    public List<Place> find(String name) {
        if (name.isEmpty()) return List.of();
        var only = new Choices(Map.of(Facet.SERIES, List.of(name)), Order.TITLE);
        var asked = new SearchRequest("", 1, SearchRequest.MAX_PAGE_SIZE, List.of(), List.of(), true, Readers.ALL, only)
                .ofRecords();
        var hits = search.find(asked).hits().stream().collect(Collectors.toMap(SearchHit::id, Function.identity()));
        return SeriesOrder.of(volumes(name, hits.keySet().stream().toList())).stream()
                .map(place -> new Place(
                        place.number(),
                        place.ids().stream()
                                .map(hits::get)
                                .filter(Objects::nonNull)
                                .toList()))
                .toList();
    }

    private List<Volume> volumes(String name, List<Long> ids) {
        return catalog.records(ids).stream()
                .map(record -> new Volume(
                        record.id(),
                        record.record().series().stream()
                                .filter(series -> HeadingKey.same(series.title(), name))
                                .map(series -> series.number())
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(null)))
                .toList();
    }
}
