package org.carrel.catalog.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.carrel.catalog.UndoReport.Outcome;
import org.carrel.catalog.marc.MarcJson;
import org.carrel.catalog.rules.KeyHashes;
import org.carrel.catalog.rules.RecordMapping;
import org.carrel.catalog.store.BibStore;
import org.carrel.catalog.store.ChangeLog;
import org.carrel.catalog.store.RemovalStore;
import org.carrel.catalog.store.RemovalStore.Removed;
import org.carrel.catalog.store.RemovalStore.RemovedCopy;
import org.carrel.catalog.store.UndoStore;
import org.carrel.catalog.store.UndoStore.Line;

/** Brings back the titles that an import deleted, with their copies, unless they came back by another way. */
final class UndoDeletions {
    private final RemovalStore removals = new RemovalStore();
    private final BibStore bibs = new BibStore();
    private final UndoStore undo = new UndoStore();
    private final ChangeLog changes = new ChangeLog();
    private final long jobId;
    private final int thisYear;

    UndoDeletions(long jobId, int thisYear) {
        this.jobId = jobId;
        this.thisYear = thisYear;
    }

    /** The id behind which the next page begins; negative after the last. */
    long page(Connection connection, long after, int limit) throws SQLException {
        var page = removals.find(connection, jobId, after, limit);
        if (page.isEmpty()) return -1;
        var log = new ArrayList<Line>();
        var changed = new ArrayList<Long>();
        for (var title : page) {
            if (title.replaced()) {
                log.addAll(kept(title, removals.findCopies(connection, title.bibId())));
                log.add(new Line(title.bibId(), 0, title.title(), "", Outcome.KEPT_LATER_IMPORT));
            } else {
                log.addAll(bringBack(connection, title));
                changed.add(title.bibId());
            }
        }
        undo.log(connection, jobId, log);
        changes.append(connection, changed);
        return page.getLast().bibId();
    }

    /** What an undone import wrote is not logged here: it becomes this import's own, to be undone as such. */
    private List<Line> bringBack(Connection connection, Removed title) throws SQLException {
        var id = title.bibId();
        var copies = removals.findCopies(connection, id);
        removals.bringBack(connection, id);
        var bib = RecordMapping.matchFacts(MarcJson.read(title.marc()), thisYear);
        bibs.addKeys(connection, Map.of(id, KeyHashes.of(bib)));
        var away = removals.findCopies(connection, id);
        var notOurs = new HashSet<>(removals.takeOver(connection, id, jobId));
        var log = new ArrayList<>(kept(title, away));
        copies.stream()
                .filter(copy -> !away.contains(copy) && !notOurs.contains(copy.id()))
                .forEach(copy -> log.add(line(title, copy, Outcome.RESTORED)));
        if (!title.undone()) log.add(new Line(id, 0, title.title(), "", Outcome.RESTORED));
        return log;
    }

    private static List<Line> kept(Removed title, List<RemovedCopy> copies) {
        return copies.stream()
                .map(copy -> line(title, copy, Outcome.KEPT_LATER_IMPORT))
                .toList();
    }

    private static Line line(Removed title, RemovedCopy copy, Outcome outcome) {
        return new Line(title.bibId(), copy.id(), title.title(), copy.barcode(), outcome);
    }
}
