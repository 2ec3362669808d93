package org.carrel.desk.web;

import java.util.stream.Collectors;
import org.carrel.catalog.BatchLine;
import org.carrel.catalog.BatchStep;
import org.carrel.catalog.DataField;
import org.carrel.catalog.HouseRule;
import org.carrel.catalog.RecordBatch;

/** Batches in words. */
final class BatchWords {
    private BatchWords() {}

    /** What is done, in one sentence. */
    static String step(BatchStep step, StaffWords words) {
        return switch (step) {
            case BatchStep.ChangeText text -> rule(text.rule(), words);
            case BatchStep.ChangeCallNumber call -> rule(call.rule(), words);
            case BatchStep.AddField add ->
                words.text("batchStep.ADD_FIELD", add.field().tag(), text(add.field()));
            case BatchStep.MoveShelf move -> words.text("batchStep.MOVE_SHELF", move.location());
            case BatchStep.ChangeType change -> words.text("batchStep.CHANGE_TYPE", change.type());
            case BatchStep.Withdraw withdraw -> words.text("batchStep.WITHDRAW");
            case BatchStep.Merge merge -> words.text("batchStep.MERGE");
        };
    }

    /** What of a copy a step is about; empty for steps about records. */
    static String part(BatchStep step, StaffWords words) {
        return switch (step) {
            case BatchStep.MoveShelf move -> words.text("batchField.location");
            case BatchStep.ChangeType change -> words.text("batchField.type");
            case BatchStep.ChangeCallNumber call -> words.text("copyField.CALL_NUMBER");
            case BatchStep.Withdraw withdraw -> words.text("copyField.CALL_NUMBER");
            case BatchStep.OfRecord record -> "";
            case BatchStep.Merge merge -> "";
        };
    }

    private static String text(DataField field) {
        return field.subfields().stream()
                .map(subfield -> "$" + subfield.code() + " " + subfield.data())
                .collect(Collectors.joining(" "));
    }

    private static String rule(HouseRule rule, StaffWords words) {
        return switch (rule) {
            case HouseRule.ReplaceText text ->
                words.text("batchStep.REPLACE_TEXT", text.tags(), text.code(), text.find(), text.replacement());
            case HouseRule.DropFields fields -> words.text("batchStep.DROP_FIELDS", fields.tags());
            case HouseRule.DeleteSubfield subfield ->
                words.text("batchStep.DELETE_SUBFIELD", subfield.tags(), subfield.code());
            case HouseRule.DropSubjects subjects -> words.text("batchStep.DROP_SUBJECTS", subjects.source());
            case HouseRule.DropJuvenileSubdivisions juvenile -> words.text("batchStep.DROP_JUVENILE");
            case HouseRule.ReplaceCallNumberPrefix prefix ->
                words.text("batchStep.CALL_PREFIX", prefix.from(), prefix.to());
            case HouseRule.CutterLetters cutter -> words.text("batchStep.CUTTER", cutter.most());
            case HouseRule.LanguagePrefix language ->
                words.text("batchStep.LANGUAGE_PREFIX", language.language(), language.prefix());
        };
    }

    /** Where its records or copies come from. */
    static String source(RecordBatch batch, StaffWords words) {
        return words.text("batchSource." + batch.source(), batch.words());
    }

    /** How far it is, with how many lines came to what. */
    static String state(RecordBatch batch, StaffWords words) {
        return switch (batch.state()) {
            case PLANNING, RUNNING, UNDOING -> progress(batch, words);
            case PLANNED, DROPPED ->
                words.text(
                        "batchState." + batch.state(),
                        batch.total(),
                        batch.planned(RecordBatch.Outcome.CHANGED),
                        batch.planned(RecordBatch.Outcome.SAME),
                        batch.planned(RecordBatch.Outcome.REFUSED));
            case DONE ->
                words.text(
                        "batchState.DONE",
                        batch.total(),
                        batch.done(RecordBatch.Outcome.CHANGED),
                        batch.done(RecordBatch.Outcome.SAME),
                        batch.done(RecordBatch.Outcome.REFUSED));
            case UNDONE ->
                words.text(
                        "batchState.UNDONE",
                        batch.undone(RecordBatch.Undone.RESTORED),
                        batch.undone(RecordBatch.Undone.EDITED_SINCE),
                        batch.undone(RecordBatch.Undone.GONE));
        };
    }

    static String progress(RecordBatch batch, StaffWords words) {
        return words.text("batchState." + batch.state(), batch.behind(), all(batch));
    }

    /** How many lines the present work has before and behind it. */
    static int all(RecordBatch batch) {
        return batch.state() == RecordBatch.State.UNDOING ? batch.done(RecordBatch.Outcome.CHANGED) : batch.total();
    }

    /** Why a line is left as it is; empty when it is not. */
    static String why(BatchLine line, StaffWords words) {
        return line.why()
                .map(why -> words.text("batchRefusal." + why, line.detail()))
                .orElse("");
    }
}
