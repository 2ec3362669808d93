package org.carrel.search.index;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.IOUtils;
import org.carrel.catalog.CatalogRecord;
import org.carrel.search.SearchRequest;
import org.carrel.search.rules.Wish;
import org.jspecify.annotations.Nullable;

/** The index with some records as they would be: those in memory, the rest as it is. For one thread. */
public final class IndexToBe implements Closeable {
    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final IndexWriter writer;
    private final RecordWords words = new RecordWords();
    private final Set<Long> changed = new HashSet<>();

    public IndexToBe() {
        try {
            this.writer = new IndexWriter(directory, new IndexWriterConfig(Analysis.ofRecords()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that was put before counts as it is now. */
    public void put(CatalogRecord record) {
        try {
            var document = DocumentMapping.of(record, words);
            if (changed.add(record.id())) writer.addDocument(document);
            else writer.updateDocument(new Term(Fields.ID, Long.toString(record.id())), document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks the whole as it would be at this moment. */
    public <T> T asking(CatalogIndex index, Function<SearchedIndex, T> questions, T otherwise) {
        return index.reading((searcher, limited) -> asking(searcher, questions), otherwise);
    }

    private <T> T asking(IndexSearcher searcher, Function<SearchedIndex, T> questions) throws IOException {
        var now = (DirectoryReader) searcher.getIndexReader();
        try (var planned = DirectoryReader.open(writer);
                var both = new MultiReader(new IndexReader[] {new WithoutRecords(now, changed), planned}, false)) {
            return questions.apply(new Whole(WorksSearcher.of(both)));
        }
    }

    private static final class Whole implements SearchedIndex {
        private final IndexSearcher searcher;
        private @Nullable WordList words;

        Whole(IndexSearcher searcher) {
            this.searcher = searcher;
        }

        @Override
        public Found find(Wish wish, SearchRequest request, Instant newSince) {
            return reading(
                    (whole, limited) -> PageReader.read(whole, wish, request, newSince, limited), Found.NOTHING_YET);
        }

        @Override
        public <T> T reading(CatalogIndex.Answer<T> answer, T otherwise) {
            try {
                return answer.from(searcher, false);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public WordList words(IndexReader reader) throws IOException {
            if (words == null) words = WordList.of(reader);
            return words;
        }
    }

    @Override
    public void close() {
        try {
            IOUtils.close(writer, directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
