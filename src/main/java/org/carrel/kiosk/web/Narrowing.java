package org.carrel.kiosk.web;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.carrel.search.SearchPage.FacetCount;

/**
 * A link that narrows the results to one kind or language, or widens them again when it is already chosen.
 *
 * @param value of the facet, part of the element's id
 */
public record Narrowing(String value, String label, long count, boolean chosen, String path) {

    /** One for each value that was found, and for each chosen one, so that it can be taken out again. */
    static List<Narrowing> of(
            List<FacetCount> found,
            List<String> chosen,
            Function<String, String> label,
            Function<String, SearchAddress> toggled) {
        var missing = chosen.stream()
                .filter(value -> found.stream().noneMatch(facet -> facet.is(value)))
                .map(value -> new FacetCount(value, 0));
        return Stream.concat(found.stream(), missing)
                .map(facet -> new Narrowing(
                        facet.value(),
                        label.apply(facet.value()),
                        facet.count(),
                        chosen.stream().anyMatch(facet::is),
                        toggled.apply(facet.value()).path()))
                .toList();
    }

    /** With another last part of its id. */
    Narrowing named(String name) {
        return new Narrowing(name, label, count, chosen, path);
    }
}
