package org.carrel.catalog.batch;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carrel.catalog.BatchLine;
import org.carrel.catalog.BatchLine.Sample;
import org.carrel.catalog.BatchStep;
import org.carrel.catalog.RecordBatch.Outcome;
import org.carrel.catalog.marc.MarcJson;
import org.carrel.catalog.rules.RecordDifferences;
import org.carrel.catalog.store.BatchStore;
import org.carrel.catalog.store.BatchStore.Line;
import org.carrel.catalog.store.BatchStore.Row;
import org.carrel.catalog.store.BatchStore.Wanted;

/** What a batch would change, shown on the first lines of it as everything stands now. */
public final class BatchSamples {
    private final BatchStore batches = new BatchStore();
    private final RecordLines records;
    private final CopyLines copies;

    public BatchSamples(Clock clock) {
        this.records = new RecordLines(clock);
        this.copies = new CopyLines(clock);
    }

    public List<Sample> of(Connection connection, Row batch, int most) throws SQLException {
        var lines = batches.wouldChange(connection, batch.id(), most);
        if (lines.isEmpty()) return List.of();
        var shown = batches.lines(
                connection, batch.id(), new Wanted(Optional.of(Outcome.CHANGED), Optional.empty(), 0, most));
        return switch (BatchJson.read(batch.asked())) {
            case BatchStep.OfRecord step -> ofRecords(connection, step, lines, shown);
            case BatchStep.OfCopy step -> ofCopies(connection, batch, step, lines, shown);
            case BatchStep.Merge merge -> List.of();
        };
    }

    private List<Sample> ofRecords(
            Connection connection, BatchStep.OfRecord step, List<Line> lines, List<BatchLine> shown)
            throws SQLException {
        var samples = new ArrayList<Sample>();
        for (var change :
                records.decide(step, lines, records.look(connection, lines)).changes()) {
            var before = MarcJson.read(change.standing().marc());
            shown.stream()
                    .filter(line -> line.bibId() == change.standing().id())
                    .findFirst()
                    .ifPresent(line ->
                            samples.add(new Sample(line, RecordDifferences.of(before, change.becomes()), "", "")));
        }
        return samples;
    }

    private List<Sample> ofCopies(
            Connection connection, Row batch, BatchStep.OfCopy step, List<Line> lines, List<BatchLine> shown)
            throws SQLException {
        var samples = new ArrayList<Sample>();
        var decided = copies.decide(connection, batch, step, lines, copies.look(connection, lines));
        for (var change : decided.changes())
            copy(shown, change.open().id(), before(step, change), after(step, change))
                    .ifPresent(samples::add);
        for (var copy : decided.withdrawn())
            copy(shown, copy.id(), copy.form().callNumber(), "").ifPresent(samples::add);
        return samples;
    }

    private static Optional<Sample> copy(List<BatchLine> shown, long item, String before, String after) {
        return shown.stream()
                .filter(line -> line.item().orElse(0) == item)
                .findFirst()
                .map(line -> new Sample(line, List.of(), before, after));
    }

    private static String before(BatchStep.OfCopy step, CopyLines.Change change) {
        var form = change.open().form();
        return switch (step) {
            case BatchStep.ChangeCallNumber call -> form.callNumber();
            case BatchStep.MoveShelf move -> form.location();
            case BatchStep.ChangeType type -> form.itemType();
            case BatchStep.Withdraw withdraw -> form.callNumber();
        };
    }

    private static String after(BatchStep.OfCopy step, CopyLines.Change change) {
        return switch (step) {
            case BatchStep.ChangeCallNumber call ->
                change.becomes().callNumber().text();
            case BatchStep.MoveShelf move -> move.location();
            case BatchStep.ChangeType type -> type.type();
            case BatchStep.Withdraw withdraw -> "";
        };
    }
}
