package org.carrel.search.index;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.FixedBitSet;

/** Looks at every found document once: counts works and facets, and gives on the documents within the filters. */
final class PageCollector implements Collector {
    /** From there on headings are counted by sample. */
    private static final int COUNTED = 20_000;

    private static final int SAMPLE = 16;

    private final Collector taken;
    private final EditionGroups works;
    private final FacetCounts facets;
    private final FixedBitSet seen;
    private int looked;
    private int rows;

    /**
     * @param taken gets the documents within the filters
     * @param works whose editions count as one
     */
    PageCollector(Collector taken, EditionGroups works, FacetCounts facets) {
        this.taken = taken;
        this.works = works;
        this.seen = new FixedBitSet(works.count() + 1);
        this.facets = facets;
    }

    /** Of how many works the documents within the filters are. */
    int rows() {
        return rows;
    }

    /** For a searcher without threads of its own: there is one collector and nothing to put together. */
    CollectorManager<PageCollector, PageCollector> alone() {
        return new CollectorManager<>() {
            @Override
            public PageCollector newCollector() {
                return PageCollector.this;
            }

            @Override
            public PageCollector reduce(Collection<PageCollector> collectors) {
                return PageCollector.this;
            }
        };
    }

    @Override
    public ScoreMode scoreMode() {
        return taken.scoreMode().needsScores() ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
        return new Leaf(taken.getLeafCollector(context), context);
    }

    private final class Leaf implements LeafCollector {
        private final LeafCollector takenHere;
        private final LeafReaderContext segment;
        private final FacetCounts.Leaf facetsHere;

        private Leaf(LeafCollector takenHere, LeafReaderContext segment) throws IOException {
            this.takenHere = takenHere;
            this.segment = segment;
            this.facetsHere = facets.in(segment);
        }

        @Override
        public void setScorer(Scorable scorer) throws IOException {
            takenHere.setScorer(scorer);
        }

        @Override
        public void collect(int doc) throws IOException {
            var work = works.of(segment, doc);
            if (facetsHere.count(doc, work, weight(work))) take(doc, work);
        }

        /** Of a work all editions are in the sample, or none. */
        private int weight(int work) {
            if (++looked <= COUNTED) return 1;
            return (work == 0 ? looked : work) % SAMPLE == 0 ? SAMPLE : 0;
        }

        private void take(int doc, int work) throws IOException {
            if (work == 0 || !seen.getAndSet(work)) rows++;
            takenHere.collect(doc);
        }

        @Override
        public void finish() throws IOException {
            facetsHere.finish();
            takenHere.finish();
        }
    }
}
