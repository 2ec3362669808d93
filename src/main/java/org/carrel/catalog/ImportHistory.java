package org.carrel.catalog;

import jakarta.inject.Inject;
import java.util.Optional;
import org.carrel.catalog.ImportReport.Outcome;
import org.carrel.catalog.store.ImportHistoryStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;

/** The imports so far and what became of each record, page by page. Reads only. */
@Door
public class ImportHistory {
    private final Database database;
    private final ImportHistoryStore history = new ImportHistoryStore();

    @Inject
    public ImportHistory(Database database) {
        this.database = database;
    }

    /**
     * The newest first.
     *
     * @param page from 1
     */
    public ListPage<PastImport> imports(int page, int size) {
        return database.read(connection -> new ListPage<>(
                history.findImports(connection, ListPage.skipped(page, size), size),
                page,
                size,
                history.countImports(connection)));
    }

    public Optional<PastImport> find(long number) {
        return database.read(connection -> history.findImport(connection, number));
    }

    /**
     * Records in the order of the file.
     *
     * @param outcome only records with this one; empty for all
     * @param page from 1
     */
    public ListPage<PastImport.Line> lines(PastImport of, Optional<Outcome> outcome, int page, int size) {
        var total = outcome.map(of::count).orElseGet(of::records);
        return database.read(connection -> new ListPage<>(
                history.findLines(connection, of.number(), outcome, ListPage.skipped(page, size), size),
                page,
                size,
                total));
    }

    public Optional<PastImport.Line> line(long number, int line) {
        return database.read(connection -> history.findLine(connection, number, line));
    }

    /** The very bytes of a record that was not taken in; empty when there is no such record, or it was. */
    public Optional<byte[]> original(long number, int line) {
        return database.read(connection -> history.findOriginal(connection, number, line));
    }
}
