package org.carrel.catalog.rules;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carrel.catalog.BibRecord.Notes;
import org.carrel.catalog.MarcRecord;

/** 520, 505, 586 and 585, and the general notes a reader may see. */
final class NoteMapping {
    private static final String[] OTHERS = {
        "500", "501", "502", "504", "508", "511", "513", "515", "516", "518", "522", "525", "530", "533", "534", "538",
        "545", "546", "547", "550", "555", "580"
    };
    private static final String EVERY_TEXT = "abcdefghilmnrtz";
    /** Tags whose 880 text has a home of its own elsewhere in the record. */
    private static final List<String> MAPPED_ELSEWHERE = List.of(
            "100", "110", "111", "130", "240", "242", "245", "246", "247", "490", "440", "505", "520", "600", "610",
            "611", "630", "647", "648", "650", "651", "653", "655", "690", "691", "700", "710", "711", "720", "730",
            "740", "800", "810", "811", "830", "880");

    private NoteMapping() {}

    static Notes of(MarcRecord record) {
        var summary = LinkedFields.withAlternates(record, "520")
                .map(field -> FieldText.join(field, "ab"))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        var contents = LinkedFields.withAlternates(record, "505").map(field -> FieldText.join(field, "agrt"));
        var awards = record.data("586", "585").map(field -> Isbd.trim(FieldText.join(field, "3a")));
        var others = record.data(OTHERS).map(field -> FieldText.join(field, EVERY_TEXT));
        return new Notes(
                summary,
                FieldText.distinct(contents),
                FieldText.distinct(awards),
                FieldText.distinct(Stream.concat(others, otherScripts(record))));
    }

    /** 880 text of imprint, edition, notes and whatever else: shown nowhere else, and people search for it. */
    private static Stream<String> otherScripts(MarcRecord record) {
        return LinkedFields.all(record)
                .filter(field -> !MAPPED_ELSEWHERE.contains(field.tag()))
                .map(field -> FieldText.join(field, EVERY_TEXT));
    }
}
