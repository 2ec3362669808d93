package org.carrel.search.index;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Documents of one searcher, one bit each; takes those that are collected. */
final class Picked implements Collector {
    private final @Nullable FixedBitSet[] segments;
    private int count;

    Picked(IndexSearcher searcher) {
        segments = new FixedBitSet[searcher.getIndexReader().leaves().size()];
    }

    /** How many. */
    int count() {
        return count;
    }

    /** True when it was not there yet. */
    boolean add(LeafReaderContext segment, int doc) {
        var bits = segments[segment.ord];
        if (bits == null)
            segments[segment.ord] = bits = new FixedBitSet(segment.reader().maxDoc());
        if (bits.getAndSet(doc)) return false;
        count++;
        return true;
    }

    /** The first one of the segment from this document on; {@link DocIdSetIterator#NO_MORE_DOCS} when there is none. */
    int next(LeafReaderContext segment, int doc) {
        var bits = segments[segment.ord];
        return bits == null || doc >= bits.length() ? DocIdSetIterator.NO_MORE_DOCS : bits.nextSetBit(doc);
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext segment) {
        return new LeafCollector() {
            @Override
            public void setScorer(Scorable scorer) {}

            @Override
            public void collect(int doc) {
                add(segment, doc);
            }
        };
    }

    /** These documents and no others, for the searcher that they are of. */
    Query query() {
        return new Documents(segments);
    }

    /** Equal only to itself. */
    private static final class Documents extends Query {
        private final @Nullable FixedBitSet[] segments;

        private Documents(@Nullable FixedBitSet[] segments) {
            this.segments = segments;
        }

        @Override
        public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
            return new ConstantScoreWeight(this, boost) {
                @Override
                public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext segment) {
                    var bits = segments[segment.ord];
                    if (bits == null) return null;
                    var documents = bits.cardinality();
                    return new ScorerSupplier() {
                        @Override
                        public Scorer get(long leadCost) {
                            return new ConstantScoreScorer(score(), scoreMode, new BitSetIterator(bits, documents));
                        }

                        @Override
                        public long cost() {
                            return documents;
                        }
                    };
                }

                @Override
                public boolean isCacheable(LeafReaderContext segment) {
                    return false;
                }
            };
        }

        @Override
        public String toString(String field) {
            return "picked";
        }

        @Override
        public void visit(QueryVisitor visitor) {
            visitor.visitLeaf(this);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(segments);
        }
    }
}
