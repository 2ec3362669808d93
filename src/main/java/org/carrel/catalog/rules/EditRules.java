package org.carrel.catalog.rules;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import org.carrel.catalog.ControlField;
import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.RecordProblem;
import org.carrel.catalog.Subfield;

/** Whether what somebody made of a record can be stored. */
public final class EditRules {
    private EditRules() {}

    /** Text in Unicode Normalization Form C, as all that is stored. */
    public static MarcRecord clean(MarcRecord record) {
        return new MarcRecord(
                record.leader(), record.fields().stream().map(EditRules::clean).toList());
    }

    private static MarcField clean(MarcField field) {
        return switch (field) {
            case ControlField control -> new ControlField(control.tag(), composed(control.data()));
            case DataField data ->
                new DataField(
                        data.tag(),
                        data.ind1(),
                        data.ind2(),
                        data.subfields().stream()
                                .map(each -> new Subfield(each.code(), composed(each.data())))
                                .toList());
        };
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** What stands against it; none when it can be stored. @param today the school's day */
    public static List<RecordProblem> against(MarcRecord record, LocalDate today) {
        return RecordRules.check(record, today).stream()
                .filter(problem -> problem.severity() == RecordProblem.Severity.ERROR)
                .toList();
    }

    /** Whether nothing is different, the date of the latest transaction (MARC 21 field 005) left out. */
    public static boolean isSame(MarcRecord one, MarcRecord other) {
        return one.leader().equals(other.leader()) && undated(one).equals(undated(other));
    }

    private static List<MarcField> undated(MarcRecord record) {
        return record.fields().stream()
                .filter(field -> !field.tag().equals("005"))
                .toList();
    }
}
