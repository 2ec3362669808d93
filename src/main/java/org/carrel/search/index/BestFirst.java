package org.carrel.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.carrel.search.index.Ladder.Step;
import org.jspecify.annotations.Nullable;

/**
 * The best of what a ladder finds. It is climbed down from its highest step until no record further down can be among the
 * best; only those on the steps so far are scored.
 */
final class BestFirst {
    /** So few times what is needed are scored at once: they would be on many steps. */
    private static final int FEW = 4;

    private final IndexSearcher searcher;
    private final Ladder ladder;
    private final KnownTerms known;
    private final @Nullable Picked among;
    private final Picked climbed;
    private final List<Level> levels = new ArrayList<>();

    /** So many more records that score at least so much. */
    private record Level(float least, int records) {}

    private BestFirst(IndexSearcher searcher, Ladder ladder, KnownTerms known, @Nullable Picked among) {
        this.searcher = searcher;
        this.ladder = ladder;
        this.known = known;
        this.among = among;
        this.climbed = new Picked(searcher);
    }

    /** The best so many of some of the records that the ladder finds, in this order, which begins with the score. */
    static TopFieldDocs of(
            IndexSearcher searcher, Ladder ladder, KnownTerms known, Picked among, Sort order, int needed)
            throws IOException {
        var ranking = new TopFieldCollectorManager(order, needed, Integer.MAX_VALUE);
        return searcher.search(new BestFirst(searcher, ladder, known, among).query(needed), ranking);
    }

    /** The highest score of all; 0 when nothing is found. */
    static float score(IndexSearcher searcher, Ladder ladder) throws IOException {
        var known = new KnownTerms(searcher);
        var best = searcher.search(new BestFirst(searcher, ladder, known, null).query(1), 1).scoreDocs;
        return best.length == 0 ? 0 : best[0].score;
    }

    private Query query(int needed) throws IOException {
        if (among != null && among.count() <= FEW * needed) return scored(0, among);
        for (var step : ladder.steps()) {
            if (records(step.most()) >= needed) return scored(step.most(), climbed);
            climb(step);
        }
        return scored(0, among);
    }

    private Query scored(float above, @Nullable Picked documents) throws IOException {
        var scored = known.in(ladder.scored(above));
        if (documents == null) return scored;
        return new BooleanQuery.Builder()
                .add(scored, Occur.MUST)
                .add(documents.query(), Occur.FILTER)
                .build();
    }

    /** How many of those seen so far score more than this. */
    private int records(float score) {
        var records = 0;
        for (var level : levels) if (level.least() > score) records += level.records();
        return records;
    }

    private void climb(Step step) throws IOException {
        var records = known.in(step.records());
        if (KnownTerms.matchesNothing(records)) return;
        var before = climbed.count();
        var weight = searcher.createWeight(
                searcher.rewrite(new ConstantScoreQuery(records)), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (var segment : searcher.getIndexReader().leaves()) {
            if (next(segment, 0) == DocIdSetIterator.NO_MORE_DOCS) continue;
            var scorer = weight.scorer(segment);
            if (scorer != null) climb(segment, scorer.iterator());
        }
        if (climbed.count() > before) levels.add(new Level(step.least(), climbed.count() - before));
    }

    private void climb(LeafReaderContext segment, DocIdSetIterator records) throws IOException {
        var doc = records.nextDoc();
        while (doc != DocIdSetIterator.NO_MORE_DOCS) {
            var possible = next(segment, doc);
            if (possible == DocIdSetIterator.NO_MORE_DOCS) return;
            if (possible == doc) climbed.add(segment, doc);
            doc = possible == doc ? records.nextDoc() : records.advance(possible);
        }
    }

    /** The first document from here on that counts. */
    private int next(LeafReaderContext segment, int doc) {
        if (among != null) return among.next(segment, doc);
        var reader = segment.reader();
        var live = reader.getLiveDocs();
        for (var next = doc; next < reader.maxDoc(); next++) if (live == null || live.get(next)) return next;
        return DocIdSetIterator.NO_MORE_DOCS;
    }
}
