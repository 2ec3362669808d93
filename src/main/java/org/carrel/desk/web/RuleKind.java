package org.carrel.desk.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.carrel.catalog.HouseRule;

/** The kinds of house rules as a form has them: which texts each needs. */
enum RuleKind {
    CALL_NUMBER("from", "to"),
    CUTTER("most"),
    LANGUAGE("language", "prefix"),
    SUBJECTS("source"),
    JUVENILE(),
    DROP_FIELDS("tags"),
    DELETE_SUBFIELD("tags", "code"),
    REPLACE_TEXT("tags", "code", "find", "replacement");

    private final List<String> fields;

    RuleKind(String... fields) {
        this.fields = List.of(fields);
    }

    List<String> fields() {
        return fields;
    }

    static RuleKind of(HouseRule rule) {
        return switch (rule) {
            case HouseRule.ReplaceCallNumberPrefix prefix -> CALL_NUMBER;
            case HouseRule.CutterLetters cutter -> CUTTER;
            case HouseRule.LanguagePrefix language -> LANGUAGE;
            case HouseRule.DropSubjects subjects -> SUBJECTS;
            case HouseRule.DropJuvenileSubdivisions juvenile -> JUVENILE;
            case HouseRule.DropFields dropped -> DROP_FIELDS;
            case HouseRule.DeleteSubfield subfield -> DELETE_SUBFIELD;
            case HouseRule.ReplaceText text -> REPLACE_TEXT;
        };
    }

    /** The texts of a rule by the names of its fields. */
    static Map<String, String> texts(HouseRule rule) {
        return switch (rule) {
            case HouseRule.ReplaceCallNumberPrefix prefix -> Map.of("from", prefix.from(), "to", prefix.to());
            case HouseRule.CutterLetters cutter -> Map.of("most", Integer.toString(cutter.most()));
            case HouseRule.LanguagePrefix language ->
                Map.of("language", language.language(), "prefix", language.prefix());
            case HouseRule.DropSubjects subjects -> Map.of("source", subjects.source());
            case HouseRule.DropJuvenileSubdivisions juvenile -> Map.of();
            case HouseRule.DropFields dropped -> Map.of("tags", dropped.tags());
            case HouseRule.DeleteSubfield subfield -> Map.of("tags", subfield.tags(), "code", subfield.code());
            case HouseRule.ReplaceText text ->
                Map.of(
                        "tags",
                        text.tags(),
                        "code",
                        text.code(),
                        "find",
                        text.find(),
                        "replacement",
                        text.replacement());
        };
    }

    /** The rule of these texts, sensible or not: what is no number is none that would be taken. */
    HouseRule rule(Function<String, String> texts) {
        return switch (this) {
            case CALL_NUMBER -> new HouseRule.ReplaceCallNumberPrefix(texts.apply("from"), texts.apply("to"));
            case CUTTER -> new HouseRule.CutterLetters(FormTexts.integer(texts.apply("most")));
            case LANGUAGE -> new HouseRule.LanguagePrefix(texts.apply("language"), texts.apply("prefix"));
            case SUBJECTS -> new HouseRule.DropSubjects(texts.apply("source"));
            case JUVENILE -> new HouseRule.DropJuvenileSubdivisions();
            case DROP_FIELDS -> new HouseRule.DropFields(texts.apply("tags"));
            case DELETE_SUBFIELD -> new HouseRule.DeleteSubfield(texts.apply("tags"), texts.apply("code"));
            case REPLACE_TEXT ->
                new HouseRule.ReplaceText(
                        texts.apply("tags"), texts.apply("code"), texts.apply("find"), texts.apply("replacement"));
        };
    }
}
