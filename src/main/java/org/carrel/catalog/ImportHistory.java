package org.carrel.catalog;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.carrel.catalog.LineFilter.Mark;
import org.carrel.catalog.imports.ImportPace;
import org.carrel.catalog.imports.ImportViews;
import org.carrel.catalog.store.ImportHistoryStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;

/** The imports so far and what became of each record, page by page. Reads only. */
@Door
public class ImportHistory {
    /** A rejected record may be a few megabytes of anything. */
    private static final int ORIGINALS_AT_ONCE = 20;

    private final Database database;
    private final Clock clock;
    private final ImportHistoryStore history = new ImportHistoryStore();

    @Inject
    public ImportHistory(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * The newest first.
     *
     * @param site code; empty: of all sites
     * @param page from 1
     */
    public ListPage<PastImport> imports(Optional<String> site, int page, int size) {
        return database.read(connection -> new ListPage<>(
                history.findImports(connection, site, ListPage.skipped(page, size), size),
                page,
                size,
                history.countImports(connection, site)));
    }

    /** Code of the site whose copies an import brings; empty when there is no such import. */
    public Optional<String> siteOf(long number) {
        return database.read(connection -> history.siteOf(connection, number));
    }

    public Optional<PastImport> find(long number) {
        return database.read(connection -> history.findImport(connection, number));
    }

    /**
     * The lines that a person wants to see: planned ones while the import waits, done ones afterwards.
     *
     * @param page from 1
     */
    public ListPage<ImportLine> lines(long number, LineFilter filter, int page, int size) {
        return database.read(connection -> {
            var store = history.lines(connection, number);
            var lines = store.find(connection, number, filter, ListPage.skipped(page, size), size);
            return new ListPage<>(
                    lines.stream().map(ImportViews::line).toList(),
                    page,
                    size,
                    store.count(connection, number, filter));
        });
    }

    /** How many lines have each mark, whatever their outcome. */
    public Map<Mark, Integer> marks(long number) {
        return database.read(connection -> history.lines(connection, number).countMarks(connection, number));
    }

    public Optional<ImportLine> line(long number, int line) {
        return database.read(
                connection -> history.lines(connection, number).find(connection, number, line - 1, 1).stream()
                        .filter(found -> found.at().number() == line)
                        .map(ImportViews::line)
                        .findFirst());
    }

    /** How far the work at an import is; empty when there is no such import. */
    public Optional<ImportProgress> progress(long number) {
        return database.read(connection -> history.findWork(connection, number))
                .map(work -> ImportPace.of(work, clock.instant()));
    }

    /** The very bytes of a record that was not taken in; empty when there is no such record, or it was. */
    public Optional<byte[]> original(long number, int line) {
        return database.read(connection -> history.findOriginal(connection, number, line));
    }

    /** In which formats the rejected records came. */
    public Set<DamagedRecord.Format> rejectedFormats(long number) {
        var formats = EnumSet.noneOf(DamagedRecord.Format.class);
        rejected(number, rejected -> formats.add(rejected.format()));
        return formats;
    }

    /** Hands out each rejected record, in the order of the file. */
    public void rejected(long number, Consumer<RejectedRecord> to) {
        for (var after = 0; ; ) {
            var last = after;
            var originals =
                    database.read(connection -> history.findRejected(connection, number, last, ORIGINALS_AT_ONCE));
            if (originals.isEmpty()) return;
            originals.forEach(original -> to.accept(RecordDoctor.rejected(original)));
            after = originals.getLast().number();
        }
    }
}
