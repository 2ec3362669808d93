package org.carrel.search.index;

import java.io.IOException;
import java.time.Instant;
import org.apache.lucene.index.IndexReader;
import org.carrel.search.SearchRequest;
import org.carrel.search.rules.Wish;

/** What can be searched: the index as it is, or as it would be. */
public interface SearchedIndex {
    /**
     * One page of what fits the wish. Never fails because of the state of the index.
     *
     * @param newSince what was added then or later is new
     */
    Found find(Wish wish, SearchRequest request, Instant newSince);

    /** @param otherwise what to say while there is nothing that can be read */
    <T> T reading(CatalogIndex.Answer<T> answer, T otherwise);

    /** All words of what is read. */
    WordList words(IndexReader reader) throws IOException;
}
