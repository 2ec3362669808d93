package org.carrel.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.carrel.catalog.BibRecord.Kind;
import org.carrel.search.SearchHit;
import org.carrel.search.SearchRequest;
import org.carrel.search.rules.Wish;

/** Reads one page of an answer out of an index. */
final class PageReader {
    private PageReader() {}

    static Found read(IndexSearcher searcher, Wish wish, SearchRequest request, boolean limited) throws IOException {
        var kinds = new FacetCounter(
                Fields.KIND, request.kinds().stream().map(Kind::name).collect(Collectors.toSet()));
        var languages = new FacetCounter(Fields.LANGUAGE, Set.copyOf(request.languages()));
        var from = (request.page() - 1L) * request.pageSize();
        var needed = Math.clamp(
                from + request.pageSize(),
                1,
                Math.max(1, searcher.getIndexReader().maxDoc()));
        var ranking = new TopFieldCollectorManager(QueryBuilder.order(wish), needed, Integer.MAX_VALUE);
        var best = searcher.search(
                QueryBuilder.query(wish), new PageCollector(ranking.newCollector(), kinds, languages).alone());
        var total = best.getTotalHits();
        var hits = from >= total
                ? List.<SearchHit>of()
                : hits(searcher, best.topDocs((int) from, request.pageSize()).scoreDocs);
        return new Found(total, hits, kinds.counts(), languages.counts(), limited);
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
