package org.carrel.search.index;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.carrel.catalog.BibRecord.Kind;
import org.carrel.search.Choices;
import org.carrel.search.Facet;
import org.carrel.search.SearchHit;
import org.carrel.search.SearchPage.FacetCount;
import org.carrel.search.SearchRequest;
import org.carrel.search.rules.Wish;
import org.carrel.search.rules.Wish.ByWords;

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
        var page = new Page(searcher, List.of(kinds, languages), List.copyOf(facets.values()));
        var order = QueryBuilder.order(wish, request.choices().order());
        UnaryOperator<Query> chosen = query -> chosen(query, request.choices(), newSince);
        var best = wish instanceof ByWords words && order == QueryBuilder.BEST_FIRST
                ? page.best(WordsQuery.of(words), chosen, order, needed)
                : page.all(chosen.apply(QueryBuilder.query(wish)), order, needed);
        var hits = from >= best.total()
                ? List.<SearchHit>of()
                : hits(searcher, Arrays.copyOfRange(best.first(), (int) from, best.first().length));
        return new Found(best.total(), hits, kinds.counts(), languages.counts(), counts(facets), limited);
    }

    /** The first documents of so many. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Ranked(int total, ScoreDoc[] first) {}

    /** Counts the facets of what is found while it is put in order. */
    private record Page(IndexSearcher searcher, List<FacetCounter> exact, List<FacetCounter> sampled) {
        Ranked all(Query query, Sort order, int needed) throws IOException {
            var ranking = new TopFieldCollectorManager(order, needed, Integer.MAX_VALUE).newCollector();
            searcher.search(new KnownTerms(searcher).in(query), new PageCollector(ranking, exact, sampled).alone());
            return new Ranked(ranking.getTotalHits(), ranking.topDocs().scoreDocs);
        }

        Ranked best(Ladder ladder, UnaryOperator<Query> chosen, Sort order, int needed) throws IOException {
            var known = new KnownTerms(searcher);
            var picked = new Picked(searcher);
            searcher.search(known.in(chosen.apply(ladder.found())), new PageCollector(picked, exact, sampled).alone());
            var best = BestFirst.of(searcher, ladder, known, picked, order, needed);
            return new Ranked(picked.count(), best.scoreDocs);
        }
    }

    /** What is chosen to be new is asked of the index, which has the dates in order. */
    private static Query chosen(Query query, Choices choices, Instant newSince) {
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

    private static List<SearchHit> hits(IndexSearcher searcher, ScoreDoc[] found) throws IOException {
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
