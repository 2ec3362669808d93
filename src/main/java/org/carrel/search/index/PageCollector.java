package org.carrel.search.index;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TopFieldCollector;

/** Looks at every found document once: counts the facets, and gives those within the filters to the ranking. */
final class PageCollector implements Collector {
    private final TopFieldCollector best;
    private final FacetCounter kinds;
    private final FacetCounter languages;

    PageCollector(TopFieldCollector best, FacetCounter kinds, FacetCounter languages) {
        this.best = best;
        this.kinds = kinds;
        this.languages = languages;
    }

    /** For a searcher without threads of its own: there is one collector and nothing to put together. */
    CollectorManager<PageCollector, TopFieldCollector> alone() {
        return new CollectorManager<>() {
            @Override
            public PageCollector newCollector() {
                return PageCollector.this;
            }

            @Override
            public TopFieldCollector reduce(Collection<PageCollector> collectors) {
                return best;
            }
        };
    }

    @Override
    public ScoreMode scoreMode() {
        return best.scoreMode().needsScores() ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
        var bestHere = best.getLeafCollector(context);
        var kindsHere = kinds.in(context.reader());
        var languagesHere = languages.in(context.reader());
        return new LeafCollector() {
            @Override
            public void setScorer(Scorable scorer) throws IOException {
                bestHere.setScorer(scorer);
            }

            @Override
            public void collect(int doc) throws IOException {
                var kindAccepted = kindsHere.accepts(doc);
                var languageAccepted = languagesHere.accepts(doc);
                if (languageAccepted) kindsHere.count();
                if (kindAccepted) languagesHere.count();
                if (kindAccepted && languageAccepted) bestHere.collect(doc);
            }

            @Override
            public void finish() throws IOException {
                bestHere.finish();
                kindsHere.finish();
                languagesHere.finish();
            }
        };
    }
}
