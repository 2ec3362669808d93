package org.carrel.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.carrel.catalog.CatalogRecord;
import org.carrel.search.Readers;
import org.carrel.search.SearchHit;

/** Other records that belong to one: the editions of its work, and what is like it. */
public final class RelatedRecords {
    private static final List<String> AUDIENCES = List.of("a", "b", "c", "d", "e", "j");
    /** MARC 21 008/22 of children's books, and of those that are too old for their readers. */
    private static final String CHILDREN = "abcj";

    private static final List<String> TOO_OLD = List.of("d", "e");
    /** A heading that more records have than one in so many says nothing. */
    private static final int COMMON = 5;
    /** In a library so small anything may be shared by many. */
    private static final int SMALL = 100;

    private static final int LEXILE_NEAR = 100;
    /** Accelerated Reader has one decimal; a grade is near. */
    private static final int TENTHS = 10;

    private static final int CANDIDATES = 60;
    private static final int OF_ITS_SERIES = 2;

    private final CatalogIndex index;

    public RelatedRecords(CatalogIndex index) {
        this.index = index;
    }

    /**
     * A record that is like another.
     *
     * @param score the higher the liker
     */
    public record Alike(SearchHit hit, float score) {}

    /** All records of its work, itself too, without their items; empty when the index does not have it. */
    public List<SearchHit> editions(long id) {
        return index.reading(
                (searcher, limited) -> {
                    var doc = find(searcher, id);
                    if (doc.isEmpty()) return List.of();
                    var stored = searcher.storedFields();
                    var hits = new ArrayList<SearchHit>();
                    for (var each : EditionGroups.of(searcher).editions(doc.getAsInt()))
                        hits.add(HitReader.hit(stored.document(each)));
                    return hits;
                },
                List.of());
    }

    /** EditionGroups that the library has a copy of, for these readers; the most alike first, at most so many. */
    public List<Alike> like(CatalogRecord record, Readers readers, int most) {
        return index.reading((searcher, limited) -> like(searcher, record, readers, most), List.of());
    }

    private static OptionalInt find(IndexSearcher searcher, long id) throws IOException {
        var found = searcher.search(new TermQuery(new Term(Fields.ID, Long.toString(id))), 1).scoreDocs;
        return found.length == 0 ? OptionalInt.empty() : OptionalInt.of(found[0].doc);
    }

    private static List<Alike> like(IndexSearcher searcher, CatalogRecord record, Readers readers, int most)
            throws IOException {
        var shared = shared(searcher, record);
        if (shared.isEmpty()) return List.of();
        var works = EditionGroups.of(searcher);
        var self = find(searcher, record.id());
        var taken = new ArrayList<Integer>();
        if (self.isPresent()) taken.add(works.editions(self.getAsInt())[0]);
        var facets = FacetValues.of(searcher);
        var series = record.record().series().stream()
                .mapToInt(each -> facets.ordinal(FacetField.SERIES, Headings.number(each.title())))
                .toArray();
        var alike = new ArrayList<Alike>();
        var stored = searcher.storedFields();
        var ofSeries = 0;
        for (var each : searcher.search(query(shared, record, readers), CANDIDATES).scoreDocs) {
            var work = works.editions(each.doc)[0];
            if (taken.contains(work)) continue;
            if (isIn(searcher, facets, each.doc, series) && ++ofSeries > OF_ITS_SERIES) continue;
            taken.add(work);
            alike.add(new Alike(HitReader.hit(stored.document(each.doc)), each.score));
            if (alike.size() == most) break;
        }
        return alike;
    }

    /** What it shares with others, each weighed by how few have it. */
    private static List<Query> shared(IndexSearcher searcher, CatalogRecord record) throws IOException {
        var reader = searcher.getIndexReader();
        var records = reader.numDocs();
        var shared = new ArrayList<Query>();
        for (var like : Likes.of(record)) {
            var term = new Term(Fields.LIKE, like.term());
            var with = reader.docFreq(term);
            if (with < 2 || records > SMALL && with > records / COMMON) continue;
            var rarity = (float) Math.log(1 + (double) records / with);
            shared.add(boosted(like.weight() * rarity, new TermQuery(term)));
        }
        return shared;
    }

    private static Query query(List<Query> shared, CatalogRecord record, Readers readers) {
        var any = new BooleanQuery.Builder();
        shared.forEach(each -> any.add(each, Occur.SHOULD));
        var query = new BooleanQuery.Builder()
                .add(any.build(), Occur.MUST)
                .add(term(Fields.HAS_COPY, "1"), Occur.FILTER)
                .add(term(Fields.ID, Long.toString(record.id())), Occur.MUST_NOT)
                .add(boosted(1, term(Fields.KIND_IS, record.record().kind().name())), Occur.SHOULD);
        for (var code : others(record, readers)) query.add(term(Fields.AUDIENCE_IS, code), Occur.MUST_NOT);
        for (var language : record.record().languages())
            query.add(boosted(2, term(Fields.LANGUAGE_IS, language)), Occur.SHOULD);
        var audience = String.valueOf(record.record().audience().code()).strip();
        if (!audience.isEmpty()) query.add(boosted(1, term(Fields.AUDIENCE_IS, audience)), Occur.SHOULD);
        var lexile = record.record().audience().lexile();
        if (lexile != null) query.add(near(Fields.LEXILE, lexile, LEXILE_NEAR), Occur.SHOULD);
        var reader = record.record().audience().arLevel();
        if (reader != null)
            query.add(near(Fields.READER_LEVEL, (int) Math.round(reader * TENTHS), TENTHS), Occur.SHOULD);
        return query.build();
    }

    /** Codes of readers for whom it is not: of a screen for all, those too old for a children's book. */
    private static List<String> others(CatalogRecord record, Readers readers) {
        if (readers != Readers.ALL)
            return AUDIENCES.stream()
                    .filter(code -> !readers.codes().contains(code))
                    .toList();
        return CHILDREN.indexOf(record.record().audience().code()) >= 0 ? TOO_OLD : List.of();
    }

    private static boolean isIn(IndexSearcher searcher, FacetValues facets, int doc, int[] series) throws IOException {
        if (series.length == 0) return false;
        var segments = searcher.getIndexReader().leaves();
        var segment = segments.get(ReaderUtil.subIndex(doc, segments));
        return facets.hasHeading(segment, doc - segment.docBase, series);
    }

    /** As hard to read, or nearly so. */
    private static Query near(String field, int level, int distance) {
        return boosted(1, IntPoint.newRangeQuery(field, level - distance, level + distance));
    }

    private static Query boosted(float score, Query query) {
        return new BoostQuery(new ConstantScoreQuery(query), score);
    }

    private static Query term(String field, String text) {
        return new TermQuery(new Term(field, text));
    }
}
