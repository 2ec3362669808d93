package org.carrel.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.IntConsumer;
import org.carrel.catalog.Catalog;
import org.carrel.catalog.ImportRequest;
import org.carrel.catalog.Items;
import org.carrel.catalog.MarcImports;
import org.carrel.platform.DataSources;
import org.carrel.platform.Database;
import org.carrel.platform.DatabaseSettings;
import org.carrel.platform.Migrations;
import org.carrel.search.CatalogSearch;
import org.carrel.search.FakeItems;
import org.carrel.search.IndexSettings;
import org.carrel.search.Readers;
import org.carrel.search.SearchLifecycle;
import org.carrel.search.SearchRequest;

/** The doors that a server has, in this JVM: imports go into the catalog while search follows it. */
final class MediaCenterInside implements AutoCloseable {
    private static final String SITE = "BENCH";
    private static final int SUGGESTIONS = 8;

    private final HikariDataSource connections;
    private final SearchLifecycle search;
    private final MarcImports imports;
    private final CatalogSearch questions;
    private final CatalogSearch engine;

    private MediaCenterInside(HikariDataSource connections, Path index) {
        this.connections = connections;
        var database = new Database(connections);
        var catalog = new Catalog(database, Clock.systemUTC());
        search = new SearchLifecycle(catalog, new IndexSettings(index, catalog.databaseId(), IndexSettings.INTERVAL));
        imports = new MarcImports(database, Clock.systemUTC());
        questions = new CatalogSearch(search, new Items(database));
        engine = new CatalogSearch(search, new FakeItems());
    }

    static MediaCenterInside open(DatabaseSettings access, Path index) {
        var connections = DataSources.open(access, Duration.ZERO);
        new Migrations().migrate(connections);
        var center = new MediaCenterInside(connections, index);
        center.search.start();
        return center;
    }

    /** How many records the file had. */
    long importFile(Path file, IntConsumer progress) {
        return imports.run(new ImportRequest(file, SITE, true), progress).records();
    }

    /** Searches find all that was imported, and it is safe on disk. */
    void catchUp() {
        search.catchUp();
    }

    long find(String text) {
        return questions.find(page(text)).total();
    }

    /** The same without asking the database for the copies. */
    long findInIndex(String text) {
        return engine.find(page(text)).total();
    }

    private static SearchRequest page(String text) {
        return new SearchRequest(text, 1, 20, List.of(), List.of());
    }

    int suggest(String text) {
        return questions.suggest(text, Readers.ALL, SUGGESTIONS).size();
    }

    @Override
    public void close() {
        search.close();
        connections.close();
    }
}
