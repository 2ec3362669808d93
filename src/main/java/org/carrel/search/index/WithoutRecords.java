package org.carrel.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** An index as if some of its records were deleted. */
final class WithoutRecords extends FilterDirectoryReader {
    private final Set<Long> ids;

    WithoutRecords(DirectoryReader all, Set<Long> ids) throws IOException {
        super(all, new SubReaderWrapper() {
            @Override
            public LeafReader wrap(LeafReader reader) {
                try {
                    return Without.of(reader, ids);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
        this.ids = ids;
    }

    @Override
    protected DirectoryReader doWrapDirectoryReader(DirectoryReader other) throws IOException {
        return new WithoutRecords(other, ids);
    }

    /** Nothing that is known of the whole is true of this. */
    @Override
    public @Nullable CacheHelper getReaderCacheHelper() {
        return null;
    }

    private static final class Without extends FilterLeafReader {
        private final Bits live;
        private final int count;

        private Without(LeafReader reader, FixedBitSet live) {
            super(reader);
            this.live = live;
            this.count = live.cardinality();
        }

        static Without of(LeafReader reader, Set<Long> ids) throws IOException {
            var live = new FixedBitSet(Math.max(1, reader.maxDoc()));
            var before = reader.getLiveDocs();
            for (var doc = 0; doc < reader.maxDoc(); doc++) {
                if (before == null || before.get(doc)) live.set(doc);
            }
            for (var id : ids) {
                var found = reader.postings(new Term(Fields.ID, Long.toString(id)), PostingsEnum.NONE);
                while (found != null && found.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) live.clear(found.docID());
            }
            return new Without(reader, live);
        }

        @Override
        public Bits getLiveDocs() {
            return live;
        }

        @Override
        public int numDocs() {
            return count;
        }

        @Override
        public CacheHelper getCoreCacheHelper() {
            return in.getCoreCacheHelper();
        }

        @Override
        public @Nullable CacheHelper getReaderCacheHelper() {
            return null;
        }
    }
}
