package org.carrel.catalog.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.carrel.catalog.DataField;
import org.carrel.catalog.HouseRule.DeleteSubfield;
import org.carrel.catalog.HouseRule.DropFields;
import org.carrel.catalog.HouseRule.ReplaceText;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.Subfield;
import org.carrel.catalog.TagPattern;
import org.jspecify.annotations.Nullable;

/** House rules about fields and subfields, whatever stands in them. */
final class FieldRules {
    private static final List<String> NEVER_DROPPED = List.of("001", "003", "245");

    private FieldRules() {}

    static MarcRecord apply(DropFields rule, MarcRecord record) {
        var tags = TagPattern.parse(rule.tags());
        return change(
                record, field -> matches(tags, field.tag()) && !NEVER_DROPPED.contains(field.tag()) ? null : field);
    }

    static MarcRecord apply(DeleteSubfield rule, MarcRecord record) {
        return changeData(
                record,
                TagPattern.parse(rule.tags()),
                subfields -> subfields.filter(subfield -> !isCode(rule.code(), subfield)));
    }

    /** A subfield of which nothing is left goes. */
    static MarcRecord apply(ReplaceText rule, MarcRecord record) {
        if (rule.find().isEmpty()) return record;
        return changeData(
                record,
                TagPattern.parse(rule.tags()),
                subfields -> subfields.flatMap(subfield -> {
                    if (!isCode(rule.code(), subfield) || !subfield.data().contains(rule.find()))
                        return Stream.of(subfield);
                    var text = subfield.data().replace(rule.find(), rule.replacement());
                    return text.isBlank() ? Stream.empty() : Stream.of(new Subfield(subfield.code(), text));
                }));
    }

    private static boolean isCode(String code, Subfield subfield) {
        return code.length() == 1 && subfield.code() == code.charAt(0);
    }

    private static boolean matches(Optional<TagPattern> tags, String tag) {
        return tags.filter(pattern -> pattern.matches(tag)).isPresent();
    }

    private static MarcRecord changeData(
            MarcRecord record, Optional<TagPattern> tags, UnaryOperator<Stream<Subfield>> how) {
        return change(
                record,
                field -> field instanceof DataField data && matches(tags, field.tag()) ? changed(data, how) : field);
    }

    /** Null for a field that has lost its last subfield. */
    private static @Nullable MarcField changed(DataField field, UnaryOperator<Stream<Subfield>> how) {
        var subfields = how.apply(field.subfields().stream()).toList();
        if (subfields.equals(field.subfields())) return field;
        return subfields.isEmpty() ? null : new DataField(field.tag(), field.ind1(), field.ind2(), subfields);
    }

    /** What {@code how} turns to null is left out; a record that nothing changes is the same object. */
    static MarcRecord change(MarcRecord record, FieldChanger how) {
        var fields = new ArrayList<MarcField>();
        for (var field : record.fields()) {
            var now = how.of(field);
            if (now != null) fields.add(now);
        }
        return fields.equals(record.fields()) ? record : new MarcRecord(record.leader(), fields);
    }

    @FunctionalInterface
    interface FieldChanger {
        @Nullable MarcField of(MarcField field);
    }
}
