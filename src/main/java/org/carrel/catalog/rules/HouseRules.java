package org.carrel.catalog.rules;

import java.util.List;
import org.carrel.catalog.CallNumber;
import org.carrel.catalog.CopyStatement;
import org.carrel.catalog.DataField;
import org.carrel.catalog.HouseRule;
import org.carrel.catalog.HouseRule.CutterLetters;
import org.carrel.catalog.HouseRule.DeleteSubfield;
import org.carrel.catalog.HouseRule.DropFields;
import org.carrel.catalog.HouseRule.DropJuvenileSubdivisions;
import org.carrel.catalog.HouseRule.DropSubjects;
import org.carrel.catalog.HouseRule.LanguagePrefix;
import org.carrel.catalog.HouseRule.ReplaceCallNumberPrefix;
import org.carrel.catalog.HouseRule.ReplaceText;
import org.carrel.catalog.MarcRecord;

/** What a school's own rules make of a record and its copies. Pure. */
public final class HouseRules {
    private static final String TITLE = "245";
    private static final String HIDDEN = "title";

    private HouseRules() {}

    /** All rules about records, in their order. */
    public static MarcRecord record(List<HouseRule> rules, MarcRecord record) {
        var now = record;
        for (var rule : rules) now = record(rule, now);
        return now;
    }

    /** The record from which its copies are read: without a field in the catalog its copy still stands on the shelf. */
    public static MarcRecord forCopies(List<HouseRule> rules, MarcRecord record) {
        return record(
                rules.stream().filter(rule -> !(rule instanceof DropFields)).toList(), record);
    }

    /** One rule; a rule about copies changes nothing here. */
    public static MarcRecord record(HouseRule rule, MarcRecord record) {
        if (!(rule instanceof HouseRule.OfRecord ofRecord)) return record;
        var changed = changed(ofRecord, record);
        return hasTitle(changed) || !hasTitle(record) ? changed : withTitle(ofRecord, record);
    }

    private static MarcRecord changed(HouseRule.OfRecord rule, MarcRecord record) {
        return switch (rule) {
            case DropSubjects subjects -> SubjectRules.apply(subjects, record);
            case DropJuvenileSubdivisions juvenile -> SubjectRules.withoutJuvenile(record);
            case DropFields fields -> FieldRules.apply(fields, record);
            case DeleteSubfield subfield -> FieldRules.apply(subfield, record);
            case ReplaceText text -> FieldRules.apply(text, record);
        };
    }

    /** A title from which nothing would be left stays as it was: for a moment it has a tag that no rule can name. */
    private static MarcRecord withTitle(HouseRule.OfRecord rule, MarcRecord record) {
        return renamed(changed(rule, renamed(record, TITLE, HIDDEN)), HIDDEN, TITLE);
    }

    private static MarcRecord renamed(MarcRecord record, String from, String to) {
        return FieldRules.change(
                record,
                field -> field instanceof DataField data && data.tag().equals(from)
                        ? new DataField(to, data.ind1(), data.ind2(), data.subfields())
                        : field);
    }

    private static boolean hasTitle(MarcRecord record) {
        return record.data(TITLE)
                .flatMap(field -> field.subfields().stream())
                .anyMatch(subfield ->
                        !Character.isDigit(subfield.code()) && !subfield.data().isBlank());
    }

    /** @param record that states the copy, as {@link #forCopies} gives it */
    public static CopyStatement copy(List<HouseRule> rules, MarcRecord record, CopyStatement copy) {
        var now = copy;
        for (var rule : rules) now = copy(rule, record, now);
        return now;
    }

    /** One rule; a rule about records changes nothing here. */
    public static CopyStatement copy(HouseRule rule, MarcRecord record, CopyStatement copy) {
        if (!(rule instanceof HouseRule.OfCopy ofCopy)) return copy;
        var changed = callNumber(ofCopy, record, copy.callNumber());
        return changed.equals(copy.callNumber()) ? copy : copy.withCallNumber(changed);
    }

    /** @param record of which the copy is */
    public static CallNumber callNumber(HouseRule.OfCopy rule, MarcRecord record, CallNumber number) {
        return switch (rule) {
            case ReplaceCallNumberPrefix prefix -> CallNumberRules.apply(prefix, number);
            case CutterLetters cutter -> CallNumberRules.apply(cutter, number);
            case LanguagePrefix language -> CallNumberRules.apply(language, record, number);
        };
    }
}
