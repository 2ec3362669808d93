package org.carrel.search.index;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.carrel.catalog.BibRecord.Kind;
import org.carrel.search.Choices;
import org.carrel.search.Facet;
import org.carrel.search.SearchHit;
import org.carrel.search.SearchPage.FacetCount;
import org.carrel.search.SearchRequest;
import org.carrel.search.rules.Wish;

/** Reads one page of an answer out of an index. */
final class PageReader {
    /** Of one facet; nobody looks through more. */
    private static final int MOST_VALUES = 50;

    private PageReader() {}

    /** @param newSince what was added then or later is new */
    static Found read(IndexSearcher searcher, Wish wish, SearchRequest request, Instant newSince, boolean limited)
            throws IOException {
        var kinds = new FacetCounter(
                Fields.KIND, request.kinds().stream().map(Kind::name).collect(Collectors.toSet()));
        var languages = new FacetCounter(Fields.LANGUAGE, Set.copyOf(request.languages()));
        var from = (request.page() - 1L) * request.pageSize();
        var needed = Math.clamp(
                from + request.pageSize(),
                1,
                Math.max(1, searcher.getIndexReader().maxDoc()));
        var facets = facets(request.choices(), newSince);
        var order = QueryBuilder.order(wish, request.choices().order());
        var ranking = new TopFieldCollectorManager(order, needed, Integer.MAX_VALUE).newCollector();
        var collector = new PageCollector(ranking, List.of(kinds, languages), List.copyOf(facets.values()));
        var best = searcher.search(query(wish, request.choices(), newSince), collector.alone());
        var total = best.getTotalHits();
        var hits = from >= total
                ? List.<SearchHit>of()
                : hits(searcher, best.topDocs((int) from, request.pageSize()).scoreDocs);
        return new Found(total, hits, kinds.counts(), languages.counts(), counts(facets), limited);
    }

    /** What is chosen to be new is asked of the index, which has the dates in order. */
    private static Query query(Wish wish, Choices choices, Instant newSince) {
        var query = QueryBuilder.query(wish);
        return choices.of(Facet.NEW).isEmpty() ? query : QueryBuilder.addedSince(newSince, query);
    }

    private static Map<Facet, FacetCounter> facets(Choices choices, Instant newSince) {
        var facets = new EnumMap<Facet, FacetCounter>(Facet.class);
        for (var facet : Facet.values()) {
            var chosen = Set.copyOf(choices.of(facet));
            var counter = facet == Facet.NEW
                    ? new FacetCounter(reader -> AddedSince.of(reader, newSince), chosen)
                    : new FacetCounter(field(facet), chosen);
            facets.put(facet, counter);
        }
        return facets;
    }

    private static String field(Facet facet) {
        return switch (facet) {
            case IN -> Fields.IN;
            case NEW -> Fields.ADDED;
            case READERS -> Fields.READERS;
            case AWARD -> Fields.AWARDED;
            case TOPIC -> Fields.TOPIC;
            case SERIES -> Fields.SERIES_NAME;
            case AUTHOR -> Fields.AUTHOR_NAME;
            case LEXILE -> Fields.LEXILE_RANGE;
            case AR -> Fields.READER_RANGE;
        };
    }

    private static Map<Facet, List<FacetCount>> counts(Map<Facet, FacetCounter> facets) {
        var counts = new EnumMap<Facet, List<FacetCount>>(Facet.class);
        facets.forEach((facet, counter) ->
                counts.put(facet, counter.counts().stream().limit(MOST_VALUES).toList()));
        return counts;
    }

    private static List<SearchHit> hits(IndexSearcher searcher, org.apache.lucene.search.ScoreDoc[] found)
            throws IOException {
        var stored = searcher.storedFields();
        var hits = new ArrayList<SearchHit>();
        for (var each : found) hits.add(hit(stored.document(each.doc)));
        return hits;
    }

    private static SearchHit hit(Document document) {
        return new SearchHit(
                Long.parseLong(text(document, Fields.ID)),
                text(document, Fields.SHOWN_TITLE),
                text(document, Fields.SHOWN_AUTHOR),
                year(document),
                Kind.valueOf(text(document, Fields.SHOWN_KIND)),
                List.of(document.getValues(Fields.SHOWN_LANGUAGE)),
                text(document, Fields.SHOWN_SERIES),
                text(document, Fields.SHOWN_SUMMARY),
                text(document, Fields.SHOWN_CLASS),
                List.of(),
                false);
    }

    private static String text(Document document, String field) {
        var text = document.get(field);
        return text == null ? "" : text;
    }

    private static int year(Document document) {
        var field = document.getField(Fields.SHOWN_YEAR);
        var number = field == null ? null : field.numericValue();
        return number == null ? 0 : number.intValue();
    }
}
