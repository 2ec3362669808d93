package org.carrel.desk.web;

import java.util.List;
import java.util.Optional;
import org.carrel.catalog.BatchStep;
import org.carrel.catalog.DataField;
import org.carrel.catalog.HouseRule;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.Subfield;

/** What can be done to many at once, as the form has it. The words stand under {@code batchDo.NAME}. */
enum BatchDo {
    REPLACE_TEXT("tags", "code", "find", "replacement"),
    ADD_FIELD("tags", "ind1", "ind2", "text"),
    DROP_FIELDS("tags"),
    DELETE_SUBFIELD("tags", "code"),
    DROP_SUBJECTS("source"),
    DROP_JUVENILE,
    CALL_PREFIX("from", "to"),
    CUTTER("most"),
    LANGUAGE_PREFIX("language", "prefix"),
    MOVE_SHELF("location"),
    CHANGE_TYPE("type"),
    WITHDRAW;

    private final List<String> fields;

    BatchDo(String... fields) {
        this.fields = List.of(fields);
    }

    /** What has to be said for it. The words stand under {@code batchField.NAME}. */
    List<String> fields() {
        return fields;
    }

    /** @param added the field that is to be added; empty when it cannot be read */
    BatchStep step(FormTexts texts, Optional<MarcField> added) {
        return switch (this) {
            case REPLACE_TEXT ->
                new BatchStep.ChangeText(new HouseRule.ReplaceText(
                        texts.get("tags"), texts.get("code"), texts.get("find"), texts.get("replacement")));
            case ADD_FIELD -> new BatchStep.AddField(data(texts, added));
            case DROP_FIELDS -> new BatchStep.ChangeText(new HouseRule.DropFields(texts.get("tags")));
            case DELETE_SUBFIELD ->
                new BatchStep.ChangeText(new HouseRule.DeleteSubfield(texts.get("tags"), texts.get("code")));
            case DROP_SUBJECTS -> new BatchStep.ChangeText(new HouseRule.DropSubjects(texts.get("source")));
            case DROP_JUVENILE -> new BatchStep.ChangeText(new HouseRule.DropJuvenileSubdivisions());
            case CALL_PREFIX ->
                new BatchStep.ChangeCallNumber(
                        new HouseRule.ReplaceCallNumberPrefix(texts.get("from"), texts.get("to")));
            case CUTTER ->
                new BatchStep.ChangeCallNumber(new HouseRule.CutterLetters(FormTexts.integer(texts.get("most"))));
            case LANGUAGE_PREFIX ->
                new BatchStep.ChangeCallNumber(
                        new HouseRule.LanguagePrefix(texts.get("language"), texts.get("prefix")));
            case MOVE_SHELF -> new BatchStep.MoveShelf(texts.get("location"));
            case CHANGE_TYPE -> new BatchStep.ChangeType(texts.get("type"));
            case WITHDRAW -> new BatchStep.Withdraw();
        };
    }

    /** What cannot be read is a field without text: the batch says what is wrong with it. */
    private static DataField data(FormTexts texts, Optional<MarcField> added) {
        if (added.isPresent() && added.get() instanceof DataField field) return field;
        return new DataField(texts.get("tags").strip(), ' ', ' ', List.of(new Subfield('a', "")));
    }
}
