package org.carrel.search.index;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.FixedBitSet;

/** Looks at every found document once: counts works and facets, and gives on the documents within the filters. */
final class PageCollector implements Collector {
    /** From there on facets with many values are counted by sample. */
    private static final int COUNTED = 20_000;

    private static final int SAMPLE = 16;

    private final Collector taken;
    private final EditionGroups works;
    private final List<FacetCounter> exact;
    private final List<FacetCounter> sampled;
    private final FixedBitSet seen;
    private int looked;
    private int rows;

    /**
     * @param taken gets the documents within the filters
     * @param works whose editions count as one
     * @param exact counted for every document
     * @param sampled counted for every document until there are very many
     */
    PageCollector(Collector taken, EditionGroups works, List<FacetCounter> exact, List<FacetCounter> sampled) {
        this.taken = taken;
        this.works = works;
        this.seen = new FixedBitSet(works.count() + 1);
        this.exact = exact;
        this.sampled = sampled;
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
        private final FacetCounter.Leaf[] facets;
        /** Those that refuse documents, which have to be asked about each one. */
        private final boolean[] filters;

        private final int exactOnes = exact.size();
        private final boolean filtered;

        private Leaf(LeafCollector takenHere, LeafReaderContext segment) throws IOException {
            this.takenHere = takenHere;
            this.segment = segment;
            this.facets = new FacetCounter.Leaf[exact.size() + sampled.size()];
            this.filters = new boolean[facets.length];
            var any = false;
            for (var i = 0; i < facets.length; i++) {
                var counter = i < exactOnes ? exact.get(i) : sampled.get(i - exactOnes);
                facets[i] = counter.in(segment.reader());
                filters[i] = counter.isChosen();
                any |= filters[i];
            }
            this.filtered = any;
        }

        @Override
        public void setScorer(Scorable scorer) throws IOException {
            takenHere.setScorer(scorer);
        }

        @Override
        public void collect(int doc) throws IOException {
            var work = works.of(segment, doc);
            var sample = ++looked <= COUNTED || work == 0 ? looked : work;
            var weight = looked <= COUNTED ? 1 : sample % SAMPLE == 0 ? SAMPLE : 0;
            if (filtered) filter(doc, work, weight);
            else count(doc, work, weight);
        }

        private void count(int doc, int work, int weight) throws IOException {
            for (var i = 0; i < exactOnes; i++) facets[i].countUnasked(doc, work, 1);
            for (var i = exactOnes; i < facets.length && weight > 0; i++) facets[i].countUnasked(doc, work, weight);
            take(doc, work);
        }

        /** Each facet counts what the others let pass. */
        private void filter(int doc, int work, int weight) throws IOException {
            var refused = 0;
            var by = -1;
            for (var i = 0; i < facets.length; i++) {
                var asked = i < exactOnes || filters[i] || weight > 0;
                if (!asked || facets[i].accepts(doc)) continue;
                refused++;
                by = i;
            }
            for (var i = 0; i < facets.length; i++) {
                var documents = i < exactOnes ? 1 : weight;
                if (documents > 0 && (refused == 0 || refused == 1 && by == i)) facets[i].count(work, documents);
            }
            if (refused == 0) take(doc, work);
        }

        private void take(int doc, int work) throws IOException {
            if (work == 0 || !seen.getAndSet(work)) rows++;
            takenHere.collect(doc);
        }

        @Override
        public void finish() throws IOException {
            takenHere.finish();
        }
    }
}
