package org.carrel.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.carrel.catalog.Catalog;
import org.carrel.catalog.Items;
import org.carrel.platform.StartProblem;
import org.carrel.search.CatalogSearch;
import org.carrel.search.SearchHit;
import org.carrel.search.SearchLifecycle;
import org.carrel.search.SearchRequest;

/** What a search finds, all pages of it, from this node's index; which only one process at a time can have open. */
final class SearchedRecords implements AutoCloseable {
    private final SearchLifecycle index;
    private final CatalogSearch search;
    private final String words;

    private SearchedRecords(SearchLifecycle index, CatalogSearch search, String words) {
        this.index = index;
        this.search = search;
        this.words = words;
    }

    /** @throws StartProblem when the server is running and has the index open */
    static SearchedRecords open(CommandContext context, String words) {
        var catalog = new Catalog(context.database(), Clock.systemUTC());
        var index = new SearchLifecycle(catalog, Indexes.of(context, catalog));
        requireFree(context.settings().home().index());
        index.start();
        index.catchUp();
        return new SearchedRecords(index, new CatalogSearch(index, new Items(context.database())), words);
    }

    /** The index is locked by whoever writes it, in the way of Lucene: a lock on this file. */
    private static void requireFree(Path directory) {
        var lock = directory.resolve("carrel.lock");
        if (!Files.exists(lock)) return;
        try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                var mine = channel.tryLock()) {
            if (mine == null) {
                throw new StartProblem("The server is running and has the search index open. Stop it to use --query.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SearchLifecycle index() {
        return index;
    }

    /** Ids in the order of the search. */
    Iterator<Long> ids() {
        return IntStream.iterate(1, page -> page + 1)
                .mapToObj(this::page)
                .takeWhile(hits -> !hits.isEmpty())
                .flatMap(List::stream)
                .map(SearchHit::id)
                .iterator();
    }

    private List<SearchHit> page(int page) {
        return search.find(
                        new SearchRequest(words, page, SearchRequest.MAX_PAGE_SIZE, List.of(), List.of()).ofRecords())
                .hits();
    }

    @Override
    public void close() {
        index.close();
    }
}
