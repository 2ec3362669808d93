package org.carrel.search.index;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.function.UnaryOperator;
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

/** Reads one page of an answer out of an index: a row for each work, or for each record when those are asked for. */
final class PageReader {
    /** Of one facet; nobody looks through more. */
    private static final int MOST_VALUES = 50;
    /** So many more documents than rows are ranked at first. */
    private static final int SPARE = 10;
    /** Of one work on a row. */
    private static final int MOST_EDITIONS = 50;

    private final IndexSearcher searcher;
    private final EditionGroups works;
    private final SearchRequest request;
    private final Instant newSince;

    private PageReader(IndexSearcher searcher, SearchRequest request, Instant newSince) throws IOException {
        this.searcher = searcher;
        this.works = request.rows() == SearchRequest.Rows.WORKS ? EditionGroups.of(searcher) : EditionGroups.NONE;
        this.request = request;
        this.newSince = newSince;
    }

    /** @param newSince what was added then or later is new */
    static Found read(IndexSearcher searcher, Wish wish, SearchRequest request, Instant newSince, boolean limited)
            throws IOException {
        return new PageReader(searcher, request, newSince).found(wish, limited);
    }

    private Found found(Wish wish, boolean limited) throws IOException {
        var from = (request.page() - 1L) * request.pageSize();
        var needed = (int) Math.clamp(
                from + request.pageSize(),
                1L,
                Math.max(1, searcher.getIndexReader().maxDoc()));
        var order = QueryBuilder.order(wish, request.choices().order());
        UnaryOperator<Query> chosen = query -> chosen(query, request.choices(), newSince);
        var page = wish instanceof ByWords words && order == QueryBuilder.BEST_FIRST
                ? best(WordsQuery.of(words), chosen, order, needed)
                : all(chosen.apply(QueryBuilder.query(wish)), order, needed);
        var rows = Rows.of(page.ranked(), works);
        var here = rows.subList((int) Math.min(from, rows.size()), Math.min(needed, rows.size()));
        return found(page, from >= page.rows() ? List.of() : hits(here), limited);
    }

    private Found found(Page page, List<Found.Row> rows, boolean limited) throws IOException {
        var headings = searcher instanceof WorksSearcher knowing
                ? knowing.headings()
                : new Headings(searcher.getIndexReader());
        var counts = new EnumMap<Facet, List<FacetCount>>(Facet.class);
        for (var facet : Facet.values())
            counts.put(facet, page.facets().of(FacetField.of(facet), headings, MOST_VALUES));
        return new Found(
                page.rows(),
                rows,
                page.facets().of(FacetField.KIND, headings, Integer.MAX_VALUE),
                page.facets().of(FacetField.LANGUAGE, headings, Integer.MAX_VALUE),
                counts,
                limited);
    }

    private FacetCounts facets() throws IOException {
        var chosen = new EnumMap<FacetField, List<String>>(FacetField.class);
        chosen.put(FacetField.KIND, request.kinds().stream().map(Kind::name).toList());
        chosen.put(FacetField.LANGUAGE, request.languages());
        for (var facet : Facet.values())
            chosen.put(FacetField.of(facet), List.copyOf(request.choices().of(facet)));
        return new FacetCounts(FacetValues.of(searcher), works, chosen, newSince);
    }

    /** Documents that give as many rows as are needed, of so many rows in all. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Page(int rows, ScoreDoc[] ranked, FacetCounts facets) {}

    /** Ranks everything while it is counted. */
    private Page all(Query query, Sort order, int needed) throws IOException {
        var known = new KnownTerms(searcher).in(query);
        for (var asked = needed + Math.min(works.surplus(), needed + SPARE); ; asked *= 2) {
            var facets = facets();
            var ranking = new TopFieldCollectorManager(order, asked, Integer.MAX_VALUE).newCollector();
            var collector = new PageCollector(ranking, works, facets);
            searcher.search(known, collector.alone());
            var ranked = ranking.topDocs().scoreDocs;
            if (suffices(ranked, asked, Math.min(needed, collector.rows())))
                return new Page(collector.rows(), ranked, facets);
        }
    }

    /** Counts everything, and then ranks as much as can be among the best. */
    private Page best(Ladder ladder, UnaryOperator<Query> chosen, Sort order, int needed) throws IOException {
        var known = new KnownTerms(searcher);
        var facets = facets();
        var picked = new Picked(searcher);
        var collector = new PageCollector(picked, works, facets);
        searcher.search(known.in(chosen.apply(ladder.found())), collector.alone());
        var surplus = picked.count() - collector.rows();
        for (var asked = needed + Math.min(surplus, needed + SPARE); ; asked *= 2) {
            var ranked = BestFirst.of(searcher, ladder, known, picked, order, asked).scoreDocs;
            if (suffices(ranked, asked, Math.min(needed, collector.rows())))
                return new Page(collector.rows(), ranked, facets);
        }
    }

    /** Whether they give the rows, or are all there are. */
    private boolean suffices(ScoreDoc[] ranked, int asked, int rows) {
        if (ranked.length < asked || works.surplus() == 0) return true;
        return Rows.of(ranked, works).size() >= rows;
    }

    /** What is chosen to be new is asked of the index, which has the dates in order. */
    private static Query chosen(Query query, Choices choices, Instant newSince) {
        return choices.of(Facet.NEW).isEmpty() ? query : QueryBuilder.addedSince(newSince, query);
    }

    private List<Found.Row> hits(List<Rows.Row> rows) throws IOException {
        var stored = searcher.storedFields();
        var hits = new ArrayList<Found.Row>();
        for (var row : rows) {
            var others = new ArrayList<SearchHit>();
            var alike = new HashSet<Long>();
            for (var doc : works.editions(row.best())) {
                if (doc == row.best() || others.size() >= MOST_EDITIONS) continue;
                var other = HitReader.hit(stored.document(doc));
                others.add(other);
                if (row.alike().contains(doc)) alike.add(other.id());
            }
            hits.add(new Found.Row(HitReader.hit(stored.document(row.best())), others, alike));
        }
        return hits;
    }
}
