package org.carrel.search.index;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.jspecify.annotations.Nullable;

/**
 * A searcher that knows which of its documents are editions of one work, which values its facets have, and how headings are
 * written.
 */
final class WorksSearcher extends IndexSearcher {
    private final EditionGroups works;
    private final FacetValues facets;
    private final Headings headings;

    private WorksSearcher(IndexReader reader, SegmentFacets.Cache segments) throws IOException {
        super(reader);
        this.works = EditionGroups.of(reader);
        this.facets = FacetValues.of(segments.of(reader.leaves()));
        this.headings = new Headings(reader);
    }

    /** Of a reader that is opened for a while only. */
    static WorksSearcher of(IndexReader reader) throws IOException {
        return new WorksSearcher(reader, new SegmentFacets.Cache());
    }

    EditionGroups works() {
        return works;
    }

    FacetValues facets() {
        return facets;
    }

    Headings headings() {
        return headings;
    }

    /** Makes searchers ready before a search sees them. The manager of the searchers asks it from one thread at a time. */
    static final class Factory extends SearcherFactory {
        private final SegmentFacets.Cache segments = new SegmentFacets.Cache();

        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader before) throws IOException {
            return new WorksSearcher(reader, segments);
        }
    }
}
