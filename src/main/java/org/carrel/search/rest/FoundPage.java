package org.carrel.search.rest;

import java.util.List;
import org.carrel.catalog.BibRecord.Kind;
import org.carrel.catalog.Item;
import org.carrel.search.SearchHit;
import org.carrel.search.SearchPage;
import org.carrel.search.SearchPage.FacetCount;
import org.carrel.search.SearchPage.Understood;
import org.jspecify.annotations.Nullable;

/** The JSON of an answer to a search. */
public record FoundPage(
        long total,
        String searched,
        Understood understoodAs,
        int page,
        int pageSize,
        int pages,
        boolean limited,
        List<Hit> hits,
        Facets facets) {

    /** @param year null when unknown */
    public record Hit(
            long id,
            String title,
            String author,
            @Nullable Integer year,
            Kind kind,
            String callNumber,
            Availability availability,
            List<String> barcodes,
            List<String> languages,
            String series,
            String summary) {}

    public record Facets(List<Facet> kinds, List<Facet> languages) {}

    public record Facet(String value, long count) {}

    static FoundPage of(SearchPage page) {
        return new FoundPage(
                page.total(),
                page.searched(),
                page.as(),
                page.page(),
                page.pageSize(),
                page.pages(),
                page.limited(),
                page.hits().stream().map(FoundPage::hit).toList(),
                new Facets(facets(page.kinds()), facets(page.languages())));
    }

    private static Hit hit(SearchHit hit) {
        return new Hit(
                hit.id(),
                hit.title(),
                hit.author(),
                hit.year().isPresent() ? hit.yearOrZero() : null,
                hit.kind(),
                hit.items().stream()
                        .map(item -> item.callNumber().text())
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse(""),
                Availability.of(hit.items(), hit.availabilityKnown()),
                hit.items().stream()
                        .map(Item::barcode)
                        .filter(barcode -> !barcode.isEmpty())
                        .toList(),
                hit.languages(),
                hit.series(),
                hit.summary());
    }

    private static List<Facet> facets(List<FacetCount> counts) {
        return counts.stream()
                .map(count -> new Facet(count.value(), count.count()))
                .toList();
    }
}
