package org.carrel.catalog.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carrel.catalog.UndoReport.Outcome;
import org.carrel.catalog.marc.MarcJson;
import org.carrel.catalog.rules.KeyHashes;
import org.carrel.catalog.rules.RecordMapping;
import org.carrel.catalog.rules.UndoRules;
import org.carrel.catalog.store.BibStore;
import org.carrel.catalog.store.ChangeLog;
import org.carrel.catalog.store.ItemStore;
import org.carrel.catalog.store.RemovalStore;
import org.carrel.catalog.store.StoredBib;
import org.carrel.catalog.store.UndoStore;
import org.carrel.catalog.store.UndoStore.Line;
import org.carrel.catalog.store.UndoStore.TouchedBib;
import org.carrel.catalog.store.UndoStore.TouchedCopy;
import org.carrel.platform.Database;
import org.carrel.platform.Sql;

/**
 * Takes back what an import did: first the copies it wrote, then the records, then its deletions, page by page, each page a
 * transaction with its log lines. What the log has is done, so a broken-off undo only has to be started again.
 */
final class UndoRun {
    private static final int PAGE = 200;

    private final Database database;
    private final long jobId;
    private final int thisYear;
    private final UndoStore undo = new UndoStore();
    private final BibStore bibs = new BibStore();
    private final ItemStore items = new ItemStore();
    private final ChangeLog changes = new ChangeLog();

    UndoRun(Database database, Clock clock, long jobId) {
        this.database = database;
        this.jobId = jobId;
        this.thisYear = Year.now(clock).getValue();
    }

    void run() {
        pages(this::copies);
        pages(this::records);
        pages(this::deletions);
        // What came back may be the work of an import that is undone: it goes like this import's own.
        pages(this::copies);
        pages(this::records);
        database.transaction(connection -> {
            new RemovalStore().logDeletedSince(connection, jobId);
            undo.finish(connection, jobId);
            return jobId;
        });
    }

    /** Gets the id behind which a page begins, and says where the next one does; negative after the last. */
    private interface Page {
        long after(Connection connection, long last) throws SQLException;
    }

    private void pages(Page page) {
        for (var after = 0L; after >= 0; ) {
            var last = after;
            after = database.transaction(connection -> page.after(connection, last));
        }
    }

    private long deletions(Connection connection, long after) throws SQLException {
        takeTurn(connection);
        return new UndoDeletions(jobId, thisYear).page(connection, after, PAGE);
    }

    private long copies(Connection connection, long after) throws SQLException {
        takeTurn(connection);
        var ids = undo.findCopies(connection, jobId, after, PAGE).stream()
                .map(copy -> copy.touched().id())
                .toList();
        if (ids.isEmpty()) return -1;
        // Whoever lends one of them meanwhile was first, or comes too late: looked at again behind the lock.
        undo.lockCopies(connection, ids);
        var page = undo.findCopies(connection, jobId, after, ids.size());
        if (page.isEmpty()) return ids.getLast();
        var removed = new ArrayList<Long>();
        var log = new ArrayList<Line>();
        for (var copy : page) {
            var touched = copy.touched();
            var outcome = UndoRules.copy(
                    touched.written(), touched.byImport(), touched.earlier().isPresent(), copy.circulations());
            if (outcome == Outcome.RESTORED) restore(connection, copy);
            if (outcome == Outcome.REMOVED) removed.add(touched.id());
            log.add(new Line(copy.bibId(), touched.id(), copy.title(), copy.barcode(), outcome));
        }
        undo.removeCopies(connection, removed);
        write(connection, log);
        return page.getLast().touched().id();
    }

    private void restore(Connection connection, TouchedCopy copy) throws SQLException {
        var id = copy.touched().id();
        var version = copy.touched().earlier().orElseThrow();
        var earlier = items.findVersion(connection, id, version).orElseThrow();
        var job = undo.findJobOfCopyVersion(connection, id, version).orElse(null);
        items.update(connection, List.of(earlier), job);
    }

    private long records(Connection connection, long after) throws SQLException {
        takeTurn(connection);
        var page = undo.findBibs(connection, jobId, after, PAGE);
        if (page.isEmpty()) return -1;
        var removed = new ArrayList<Long>();
        var restored = new ArrayList<TouchedBib>();
        var log = new ArrayList<Line>();
        for (var bib : page) {
            var touched = bib.touched();
            var outcome = UndoRules.record(
                    touched.written(), touched.byImport(), touched.earlier().isPresent(), bib.copies());
            if (outcome == Outcome.RESTORED) restored.add(bib);
            if (outcome == Outcome.REMOVED) removed.add(touched.id());
            log.add(new Line(touched.id(), 0, bib.title(), "", outcome));
        }
        restore(connection, restored);
        undo.removeBibs(connection, removed);
        write(connection, log);
        return page.getLast().touched().id();
    }

    private void restore(Connection connection, List<TouchedBib> records) throws SQLException {
        var rows = new ArrayList<StoredBib>();
        Map<Long, List<Long>> keys = new HashMap<>();
        for (var record : records) {
            var id = record.touched().id();
            var earlier = undo.findBibVersion(
                    connection, id, record.touched().earlier().orElseThrow());
            var bib = RecordMapping.matchFacts(MarcJson.read(earlier.marc()), thisYear);
            rows.add(StoredBib.of(id, bib, earlier));
            keys.put(id, KeyHashes.of(bib));
        }
        bibs.replace(connection, rows);
        bibs.addKeys(connection, keys);
    }

    /** No import decides anything about these records meanwhile. */
    private static void takeTurn(Connection connection) throws SQLException {
        Sql.first(connection, "select id from import_turn for update", row -> row.getInt(1));
    }

    private void write(Connection connection, List<Line> log) throws SQLException {
        undo.log(connection, jobId, log);
        var changed = log.stream()
                .filter(line -> line.outcome() == Outcome.REMOVED || line.outcome() == Outcome.RESTORED)
                .map(Line::bibId)
                .toList();
        changes.append(connection, changed);
    }
}
