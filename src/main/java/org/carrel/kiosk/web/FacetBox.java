package org.carrel.kiosk.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.carrel.search.Facet;
import org.carrel.search.SearchPage;

/**
 * One way to narrow, with its values.
 *
 * @param name as addresses have it
 */
public record FacetBox(String name, String label, List<Narrowing> values) {
    private static final int SHOWN = 6;
    private static final Set<String> READERS = Set.of("young", "kids", "teen", "adult");

    /** Without values when none of them would change anything. */
    static FacetBox of(Facet facet, SearchPage page, SearchAddress address, Words words) {
        var chosen = address.choices().of(facet);
        var found = page.facets().getOrDefault(facet, List.of());
        var telling = found.stream()
                .filter(count -> chosen.contains(count.value()) || count.count() < page.total() || !chosen.isEmpty())
                .limit(SHOWN);
        var chosenBeyond = found.stream().skip(SHOWN).filter(count -> chosen.contains(count.value()));
        var values = Narrowing.of(
                Stream.concat(telling, chosenBeyond).distinct().toList(),
                chosen,
                value -> label(facet, value, words),
                value -> address.toggled(facet, value));
        return new FacetBox(SearchAddress.name(facet), words.text("facet." + facet), numbered(values));
    }

    /** Names are no good for ids of elements. */
    private static List<Narrowing> numbered(List<Narrowing> values) {
        return Stream.iterate(0, at -> at < values.size(), at -> at + 1)
                .map(at -> values.get(at).named(Integer.toString(at + 1)))
                .toList();
    }

    static String label(Facet facet, String value, Words words) {
        return switch (facet) {
            case IN, AWARD -> words.text("facet." + facet + ".yes");
            case READERS -> READERS.contains(value) ? words.text("facet.READERS." + value) : value;
            case TOPIC, SERIES, AUTHOR -> value;
        };
    }
}
