package org.carrel.catalog.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.carrel.catalog.BatchRefusal;
import org.carrel.catalog.BatchStep;
import org.carrel.catalog.BatchStep.AddField;
import org.carrel.catalog.BatchStep.ChangeText;
import org.carrel.catalog.CallNumber;
import org.carrel.catalog.HouseRule;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.RecordProblem;

/** What a batch makes of one record or call number. The preview and the run ask the same question here. Pure. */
public final class BatchRules {
    /** What each part of a call number has room for. */
    private static final int LONGEST_PART = 100;

    private BatchRules() {}

    /** @param <T> what is changed */
    public sealed interface Result<T> {
        record Changed<T>(T becomes) implements Result<T> {}

        record Same<T>() implements Result<T> {}

        record Refused<T>(BatchRefusal why, String detail) implements Result<T> {}
    }

    /**
     * A record that was wrong before is not refused for that: only for what the step makes wrong.
     *
     * @param today the school's day
     */
    public static Result<MarcRecord> record(BatchStep.OfRecord step, MarcRecord record, LocalDate today) {
        if (step instanceof AddField add && isThere(add, record)) return new Result.Same<>();
        if (step instanceof AddField add && isTaken(add, record))
            return new Result.Refused<>(BatchRefusal.FIELD_ONCE, add.field().tag());
        var changed =
                switch (step) {
                    case ChangeText text -> HouseRules.record(text.rule(), record);
                    case AddField add -> with(add.field(), record);
                };
        if (EditRules.isSame(record, changed)) return new Result.Same<>();
        var clean = EditRules.clean(changed);
        var wrong = new ArrayList<>(
                EditRules.against(clean, today).stream().map(BatchRules::mark).toList());
        for (var old : EditRules.against(record, today)) wrong.remove(mark(old));
        return wrong.isEmpty()
                ? new Result.Changed<>(clean)
                : new Result.Refused<>(
                        BatchRefusal.NOT_STORABLE, wrong.getFirst().where());
    }

    /** A problem wherever its field stands in the record now. */
    private record Mark(RecordProblem.Kind kind, String where) {}

    private static Mark mark(RecordProblem problem) {
        return new Mark(problem.kind(), problem.place().tag() + problem.place().part());
    }

    private static boolean isThere(AddField add, MarcRecord record) {
        var wanted = EditRules.clean(new MarcRecord(record.leader(), List.of(add.field())));
        return record.fields().contains(wanted.fields().getFirst());
    }

    private static boolean isTaken(AddField add, MarcRecord record) {
        var tag = add.field().tag();
        return RecordMerge.isSingle(tag)
                && record.fields().stream().anyMatch(field -> field.tag().equals(tag));
    }

    private static MarcRecord with(MarcField field, MarcRecord record) {
        var fields = new ArrayList<MarcField>(record.fields());
        fields.add(RecordMerge.placeOf(field, fields), field);
        return new MarcRecord(record.leader(), fields);
    }

    /** @param record of which the copy is */
    public static Result<CallNumber> callNumber(HouseRule.OfCopy rule, MarcRecord record, CallNumber number) {
        var changed = HouseRules.callNumber(rule, record, number);
        if (changed.equals(number)) return new Result.Same<>();
        return isLong(changed.prefix()) || isLong(changed.classNumber()) || isLong(changed.cutter())
                ? new Result.Refused<>(BatchRefusal.TOO_LONG, changed.text())
                : new Result.Changed<>(changed);
    }

    private static boolean isLong(String part) {
        return part.length() > LONGEST_PART;
    }
}
