package org.carrel.search.index;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/** Looks at every found document once: counts the facets, and gives on those within the filters. */
final class PageCollector implements Collector {
    /** From there on facets with many values are counted by sample. */
    private static final int COUNTED = 20_000;

    private static final int SAMPLE = 16;

    private final Collector taken;
    private final List<FacetCounter> exact;
    private final List<FacetCounter> sampled;
    private int looked;

    /**
     * @param taken gets the documents within the filters
     * @param exact counted for every document
     * @param sampled counted for every document until there are very many
     */
    PageCollector(Collector taken, List<FacetCounter> exact, List<FacetCounter> sampled) {
        this.taken = taken;
        this.exact = exact;
        this.sampled = sampled;
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
        return new Leaf(taken.getLeafCollector(context), context.reader());
    }

    private final class Leaf implements LeafCollector {
        private final LeafCollector takenHere;
        private final FacetCounter.Leaf[] facets;
        /** Those that refuse documents, which have to be asked about each one. */
        private final boolean[] filters;

        private final int exactOnes = exact.size();
        private final boolean filtered;

        private Leaf(LeafCollector takenHere, LeafReader reader) throws IOException {
            this.takenHere = takenHere;
            this.facets = new FacetCounter.Leaf[exact.size() + sampled.size()];
            this.filters = new boolean[facets.length];
            var any = false;
            for (var i = 0; i < facets.length; i++) {
                var counter = i < exactOnes ? exact.get(i) : sampled.get(i - exactOnes);
                facets[i] = counter.in(reader);
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
            var weight = ++looked <= COUNTED ? 1 : looked % SAMPLE == 0 ? SAMPLE : 0;
            if (filtered) filter(doc, weight);
            else count(doc, weight);
        }

        private void count(int doc, int weight) throws IOException {
            for (var i = 0; i < exactOnes; i++) facets[i].countUnasked(doc, 1);
            for (var i = exactOnes; i < facets.length && weight > 0; i++) facets[i].countUnasked(doc, weight);
            takenHere.collect(doc);
        }

        /** Each facet counts what the others let pass. */
        private void filter(int doc, int weight) throws IOException {
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
                if (documents > 0 && (refused == 0 || refused == 1 && by == i)) facets[i].count(documents);
            }
            if (refused == 0) takenHere.collect(doc);
        }

        @Override
        public void finish() throws IOException {
            takenHere.finish();
            for (var facet : facets) facet.finish();
        }
    }
}
