package org.carrel.search;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** A catalog in memory with its search, as an application has it. */
public final class SearchedCatalog implements AutoCloseable {
    public static final String DATABASE = "0b9a4c1e-0000-4000-8000-000000000001";

    /** What was added in the 90 days before is new. */
    public static final Clock NOON = Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC);

    private final FakeCatalog catalog;
    private final FakeItems items = new FakeItems();
    private final SearchLifecycle lifecycle;
    private final CatalogSearch search;

    public SearchedCatalog(Path directory, FakeCatalog catalog) {
        this.catalog = catalog;
        lifecycle = new SearchLifecycle(catalog, new IndexSettings(directory, DATABASE, Duration.ofMillis(5)));
        search = new CatalogSearch(lifecycle, items, new NewBooks(90, NOON));
        lifecycle.start();
        lifecycle.catchUp();
    }

    public static SearchedCatalog of(Path directory, Records... records) {
        var catalog = new FakeCatalog();
        for (var record : records) catalog.put(record);
        var searched = new SearchedCatalog(directory, catalog);
        for (var record : records) searched.items.put(record.make().id(), record.items());
        return searched;
    }

    public SearchPage find(String text) {
        return find(new SearchRequest(text, 1, 50, List.of(), List.of()));
    }

    public SearchPage find(SearchRequest request) {
        return search.find(request);
    }

    public List<String> titles(String text) {
        return find(text).hits().stream().map(SearchHit::title).toList();
    }

    public List<Suggestion> suggest(String typed, int most) {
        return suggest(typed, Readers.ALL, most);
    }

    public List<Suggestion> suggest(String typed, Readers readers, int most) {
        return search.suggest(typed, readers, most);
    }

    public RelatedBooks related() {
        return new RelatedBooks(lifecycle, items);
    }

    public SearchScore run(List<SearchCase> cases) {
        return new SearchCases(search, catalog).run(cases);
    }

    CatalogSearch search() {
        return search;
    }

    SearchWarmUp warmUp(SearchLog log) {
        return new SearchWarmUp(search, log);
    }

    public FakeCatalog catalog() {
        return catalog;
    }

    public FakeItems items() {
        return items;
    }

    public SearchLifecycle lifecycle() {
        return lifecycle;
    }

    @Override
    public void close() {
        lifecycle.close();
    }
}
