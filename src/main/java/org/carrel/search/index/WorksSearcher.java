package org.carrel.search.index;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.jspecify.annotations.Nullable;

/** A searcher that knows which of its documents are editions of one work, and how headings are written. */
final class WorksSearcher extends IndexSearcher {
    private final EditionGroups works;
    private final Headings headings;

    private WorksSearcher(IndexReader reader) throws IOException {
        super(reader);
        this.works = EditionGroups.of(reader);
        this.headings = new Headings(reader);
    }

    EditionGroups works() {
        return works;
    }

    Headings headings() {
        return headings;
    }

    /** Makes searchers ready before a search sees them. */
    static final class Factory extends SearcherFactory {
        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader before) throws IOException {
            return new WorksSearcher(reader);
        }
    }
}
