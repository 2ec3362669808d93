package org.carrel.catalog.batch;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carrel.catalog.BatchRefusal;
import org.carrel.catalog.BatchStep;
import org.carrel.catalog.EditKind;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.RecordBatch.Outcome;
import org.carrel.catalog.RecordBatch.Undone;
import org.carrel.catalog.edits.RecordWriting;
import org.carrel.catalog.edits.RecordWriting.Change;
import org.carrel.catalog.edits.RecordWriting.Return;
import org.carrel.catalog.marc.MarcJson;
import org.carrel.catalog.rules.BatchRules;
import org.carrel.catalog.rules.BatchRules.Result;
import org.carrel.catalog.store.BatchStore.Fate;
import org.carrel.catalog.store.BatchStore.Line;
import org.carrel.catalog.store.EditStore;
import org.carrel.catalog.store.StoredBib;
import org.carrel.catalog.store.UndoStore;

/** Lines of a batch that are records. The caller has locked them, or only looks. */
final class RecordLines {
    private final Clock clock;
    private final EditStore edits = new EditStore();
    private final UndoStore versions = new UndoStore();
    private final RecordWriting writing;

    RecordLines(Clock clock) {
        this.clock = clock;
        this.writing = new RecordWriting(clock);
    }

    /** What becomes of the lines, and what is to be written for it. */
    record Decided(List<Fate> fates, List<Change> changes) {}

    Map<Long, StoredBib> look(Connection connection, List<Line> lines) throws SQLException {
        return byNumber(edits.find(connection, numbers(lines)));
    }

    Map<Long, StoredBib> lock(Connection connection, List<Line> lines) throws SQLException {
        return byNumber(edits.lock(connection, numbers(lines)));
    }

    private static List<Long> numbers(List<Line> lines) {
        return lines.stream().map(Line::bib).distinct().toList();
    }

    private static Map<Long, StoredBib> byNumber(List<StoredBib> records) {
        return records.stream().collect(Collectors.toMap(StoredBib::id, Function.identity()));
    }

    Decided decide(BatchStep.OfRecord step, List<Line> lines, Map<Long, StoredBib> standing) {
        var today = LocalDate.now(clock);
        var fates = new ArrayList<Fate>();
        var changes = new ArrayList<Change>();
        for (var line : lines) {
            var record = standing.get(line.bib());
            if (record == null) {
                fates.add(refused(line, BatchRefusal.GONE, ""));
                continue;
            }
            switch (BatchRules.record(step, MarcJson.read(record.marc()), today)) {
                case Result.Changed<MarcRecord> changed -> {
                    changes.add(new Change(record, changed.becomes()));
                    fates.add(changed(line, record.version()));
                }
                case Result.Same<MarcRecord> same -> fates.add(same(line));
                case Result.Refused<MarcRecord> no -> fates.add(refused(line, no.why(), no.detail()));
            }
        }
        return new Decided(fates, changes);
    }

    static Fate changed(Line line, int version) {
        return new Fate(line.number(), Outcome.CHANGED, Optional.empty(), "", version, version + 1);
    }

    static Fate same(Line line) {
        return new Fate(line.number(), Outcome.SAME, Optional.empty(), "", 0, 0);
    }

    static Fate refused(Line line, BatchRefusal why, String detail) {
        return new Fate(line.number(), Outcome.REFUSED, Optional.of(why), detail, 0, 0);
    }

    /** To be called last in a transaction. */
    void write(Connection connection, Decided decided, OptionalLong account) throws SQLException {
        writing.replace(connection, decided.changes(), EditKind.BATCH, account);
    }

    /** What taking back does to the lines, and what is to be written for it. */
    record Back(Map<Integer, Undone> fates, List<Return> returns) {}

    Back back(Connection connection, List<Line> lines) throws SQLException {
        var standing = lock(connection, lines);
        var fates = new HashMap<Integer, Undone>();
        var returns = new ArrayList<Return>();
        for (var line : lines) {
            var record = standing.get(line.bib());
            if (record == null) fates.put(line.number(), Undone.GONE);
            else if (record.version() != line.after().orElseThrow()) fates.put(line.number(), Undone.EDITED_SINCE);
            else {
                var earlier = versions.findBibVersion(
                        connection, line.bib(), line.before().orElseThrow());
                returns.add(new Return(record, earlier));
                fates.put(line.number(), Undone.RESTORED);
            }
        }
        return new Back(fates, returns);
    }

    /** To be called last in a transaction. */
    void putBack(Connection connection, Back back, OptionalLong account) throws SQLException {
        writing.putBack(connection, back.returns(), EditKind.UNDONE, account);
    }
}
