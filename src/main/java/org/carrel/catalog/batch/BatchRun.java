package org.carrel.catalog.batch;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.carrel.catalog.BatchStep;
import org.carrel.catalog.RecordBatch.State;
import org.carrel.catalog.TitleHoldings;
import org.carrel.catalog.store.BatchStore;
import org.carrel.catalog.store.BatchStore.Fate;
import org.carrel.catalog.store.BatchStore.Line;
import org.carrel.catalog.store.BatchStore.Open;
import org.carrel.catalog.store.BatchStore.Row;
import org.carrel.catalog.store.EditStore;
import org.carrel.platform.Database;
import org.carrel.platform.PeopleFirst;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a batch, does it, or takes it back: page by page, each a transaction with its lines. What a line says is done, so whoever
 * breaks it off anywhere only has to start it again; two nodes at it take pages in turn.
 */
public final class BatchRun {
    /** So many lines are one transaction: short enough that nobody at a desk waits for it. */
    public static final int CHUNK = 200;

    private final PeopleFirst peopleFirst = new PeopleFirst();
    private final Database database;
    private final Clock clock;
    private final List<TitleHoldings> holdings;
    private final BatchStore batches = new BatchStore();
    private final EditStore edits = new EditStore();
    private final RecordLines records;
    private final CopyLines copies;

    public BatchRun(Database database, Clock clock, List<TitleHoldings> holdings) {
        this.database = database;
        this.clock = clock;
        this.holdings = List.copyOf(holdings);
        this.records = new RecordLines(clock);
        this.copies = new CopyLines(clock);
    }

    /** Until it waits for somebody, or is over. */
    public void run(long batch) {
        while (page(batch)) peopleFirst.standAside();
    }

    /** The next page. False when there is nothing to do for the server any more. */
    public boolean page(long batch) {
        return database.transaction(connection -> {
            var row = batches.lock(connection, batch);
            if (row.isEmpty()) return false;
            return switch (row.get().state()) {
                case PLANNING -> plan(connection, row.get());
                case RUNNING -> run(connection, row.get());
                case UNDOING -> undo(connection, row.get());
                case PLANNED, DONE, UNDONE, DROPPED -> false;
            };
        });
    }

    private boolean plan(Connection connection, Row batch) throws SQLException {
        var lines = batches.next(connection, batch.id(), Open.TO_PLAN, CHUNK);
        if (lines.isEmpty()) return !batches.change(connection, batch.id(), State.PLANNING, State.PLANNED);
        batches.plan(connection, batch.id(), fates(connection, batch, lines));
        return true;
    }

    /** What would become of the lines as everything stands now. Writes nothing. */
    private List<Fate> fates(Connection connection, Row batch, List<Line> lines) throws SQLException {
        return switch (BatchJson.read(batch.asked())) {
            case BatchStep.OfRecord step ->
                records.decide(step, lines, records.look(connection, lines)).fates();
            case BatchStep.OfCopy step ->
                copies.decide(connection, batch, step, lines, copies.look(connection, lines))
                        .fates();
            case BatchStep.Merge merge -> List.of();
        };
    }

    private boolean run(Connection connection, Row batch) throws SQLException {
        edits.takeTurn(connection);
        var lines = batches.next(connection, batch.id(), Open.TO_DO, CHUNK);
        if (lines.isEmpty()) {
            batches.finished(connection, batch.id(), clock.instant());
            return !batches.change(connection, batch.id(), State.RUNNING, State.DONE);
        }
        switch (BatchJson.read(batch.asked())) {
            case BatchStep.OfRecord step -> {
                var decided = records.decide(step, lines, records.lock(connection, lines));
                batches.done(connection, batch.id(), decided.fates());
                records.write(connection, decided, optional(batch.account()));
            }
            case BatchStep.OfCopy step -> {
                var decided = copies.decide(connection, batch, step, lines, copies.lock(connection, lines));
                batches.done(connection, batch.id(), decided.fates());
                copies.write(connection, decided, batch.account());
            }
            case BatchStep.Merge merge -> throw new IllegalStateException("A merge is one transaction: " + batch.id());
        }
        return true;
    }

    private boolean undo(Connection connection, Row batch) throws SQLException {
        edits.takeTurn(connection);
        // What was merged away is there again first: else nothing could be put back into it.
        batches.unmerge(connection, batch.id());
        var lines = batches.next(connection, batch.id(), Open.TO_UNDO, CHUNK);
        if (lines.isEmpty()) {
            moveBack(connection, batch);
            return !batches.change(connection, batch.id(), State.UNDOING, State.UNDONE);
        }
        var ofRecords = new ArrayList<Line>();
        var ofCopies = new ArrayList<Line>();
        for (var line : lines) (line.item() == 0 ? ofRecords : ofCopies).add(line);
        var step = BatchJson.read(batch.asked());
        var by = batches.undoneBy(connection, batch.id());
        var copiesBack = copies.back(connection, step instanceof BatchStep.Withdraw, ofCopies);
        var recordsBack = records.back(connection, ofRecords);
        batches.undone(connection, batch.id(), copiesBack.fates());
        batches.undone(connection, batch.id(), recordsBack.fates());
        copies.putBack(connection, copiesBack, by.isPresent() ? Long.valueOf(by.getAsLong()) : null);
        records.putBack(connection, recordsBack, by);
        return true;
    }

    private void moveBack(Connection connection, Row batch) throws SQLException {
        if (!(BatchJson.read(batch.asked()) instanceof BatchStep.Merge merge)) return;
        var moved = batches.findMoved(connection, batch.id());
        for (var kind : holdings) {
            var from = moved.stream()
                    .filter(one -> one.kind().equals(kind.kind()))
                    .map(BatchStore.Moved::bib)
                    .distinct()
                    .toList();
            for (var bib : from) {
                var ids = moved.stream()
                        .filter(one -> one.kind().equals(kind.kind()) && one.bib() == bib)
                        .map(BatchStore.Moved::thing)
                        .toList();
                kind.moveBack(connection, ids, bib, merge.keep());
            }
        }
    }

    private static OptionalLong optional(@Nullable Long number) {
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }
}
