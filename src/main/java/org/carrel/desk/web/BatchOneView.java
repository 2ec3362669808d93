package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carrel.catalog.BatchLine;
import org.carrel.catalog.BatchLine.Sample;
import org.carrel.catalog.RecordBatch;
import org.carrel.catalog.RecordBatch.Outcome;
import org.carrel.catalog.RecordBatch.State;
import org.carrel.catalog.RecordBatch.Undone;
import org.carrel.catalog.RecordBatches;
import org.carrel.catalog.RecordEdits;
import org.carrel.security.CurrentCaller;

/** desk/batch-one.xhtml: how far a batch is, what it would change, what it has left and why. */
@Named
@RequestScoped
public class BatchOneView {
    private static final int SAMPLES = 10;
    private static final int LEFT = 200;

    @Inject
    HttpServletRequest request;

    @Inject
    RecordBatches batches;

    @Inject
    RecordEdits edits;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private Optional<RecordBatch> batch = Optional.empty();

    @PostConstruct
    void load() {
        var number = Numbered.importNumber(request);
        if (number.isPresent()) batch = batches.find(number.getAsLong(), caller.required());
    }

    /** For an address with the number of no batch. */
    public void check() throws IOException {
        if (batch.isEmpty()) Pages.notFound();
    }

    public long getNumber() {
        return batch.map(RecordBatch::number).orElse(0L);
    }

    public String getTitle() {
        return batch.map(one -> BatchWords.step(one.step(), words)).orElse("");
    }

    public String getFacts() {
        return batch.map(one -> one.by()
                        .map(by -> words.text("batch.facts", BatchWords.source(one, words), words.time(one.at()), by))
                        .orElseGet(() ->
                                words.text("batch.factsAlone", BatchWords.source(one, words), words.time(one.at()))))
                .orElse("");
    }

    public String getState() {
        return batch.map(one -> BatchWords.state(one, words)).orElse("");
    }

    private boolean is(State state) {
        return batch.filter(one -> one.state() == state).isPresent();
    }

    public boolean isMoving() {
        return batch.filter(one -> one.state().isMoving()).isPresent();
    }

    public boolean isPlanned() {
        return is(State.PLANNED);
    }

    /** Whether saying yes would change anything. */
    public boolean isStartable() {
        return isPlanned() && batch.orElseThrow().planned(Outcome.CHANGED) > 0;
    }

    public boolean isUndoable() {
        return is(State.DONE) && batch.orElseThrow().done(Outcome.CHANGED) > 0;
    }

    /** Somebody else was quicker with the button. */
    public boolean isLate() {
        return FormTexts.of(request).get("done").equals("late");
    }

    public int getPercent() {
        return batch.map(one -> 100 * one.behind() / Math.max(1, BatchWords.all(one)))
                .orElse(0);
    }

    public String getStart() {
        return words.text(
                "batch.start", batch.map(one -> one.planned(Outcome.CHANGED)).orElse(0));
    }

    /** What would change in a line. */
    public record Change(String tag, String before, String after) {}

    /** A line with what would change. */
    public record Example(long bib, String title, String barcode, List<Change> changes) {}

    /** The first lines that would change; none when nobody waits for an answer. */
    public List<Example> getSamples() {
        if (!isPlanned()) return List.of();
        return batches.samples(getNumber(), SAMPLES).stream().map(this::example).toList();
    }

    private Example example(Sample sample) {
        var changes = new ArrayList<Change>();
        sample.fields()
                .forEach(change -> changes.add(new Change(
                        change.tag(),
                        RecordView.line(edits, change.before()),
                        RecordView.line(edits, change.after()))));
        if (sample.line().item().isPresent()) changes.add(new Change(part(), sample.before(), sample.after()));
        return new Example(
                sample.line().bibId(), sample.line().title(), sample.line().barcode(), changes);
    }

    /** What of a copy the batch is about. */
    private String part() {
        return batch.map(one -> BatchWords.part(one.step(), words)).orElse("");
    }

    /** A line that is left as it is. */
    public record Left(long bib, String title, String barcode, String why) {}

    /** Lines that are refused, or that taking back has left; the first ones, as the sentences above count all. */
    public List<Left> getLeft() {
        if (batch.isEmpty()) return List.of();
        if (!is(State.UNDONE))
            return batches.lines(getNumber(), Outcome.REFUSED, 0, LEFT).stream()
                    .map(line -> left(line, BatchWords.why(line, words)))
                    .toList();
        var left = new ArrayList<Left>();
        for (var undone : List.of(Undone.EDITED_SINCE, Undone.GONE))
            batches.lines(getNumber(), undone, 0, LEFT)
                    .forEach(line -> left.add(left(line, words.text("batchUndone." + undone))));
        return left;
    }

    private static Left left(BatchLine line, String why) {
        return new Left(line.bibId(), line.title(), line.barcode(), why);
    }

    /** Barcodes that are on no copy, in one line; empty for none. */
    public String getUnknown() {
        var unknown = batch.map(RecordBatch::unknown).orElse(List.of());
        return unknown.isEmpty() ? "" : words.text("batch.unknown", unknown.size(), String.join(" · ", unknown));
    }
}
