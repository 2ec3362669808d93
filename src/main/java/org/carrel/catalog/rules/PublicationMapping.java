package org.carrel.catalog.rules;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.carrel.catalog.BibRecord.Publication;
import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcRecord;

/** 264 or 260, 250 and 300. */
final class PublicationMapping {
    private PublicationMapping() {}

    static Publication of(MarcRecord record, int thisYear) {
        var statements = statements(record);
        var date = first(statements, 'c');
        return new Publication(
                first(statements, 'b'),
                first(statements, 'a'),
                new YearRules(thisYear).of(record, date).orElse(0),
                date,
                firstOf(record.data("250").map(field -> Isbd.trim(FieldText.join(field, "ab")))),
                firstOf(record.data("300").map(field -> Isbd.trim(FieldText.join(field, "abcefg")))));
    }

    /** Publication before production, distribution and manufacture, and the bare copyright date last. */
    private static List<DataField> statements(MarcRecord record) {
        return record.data("264", "260")
                .sorted(Comparator.comparingInt(PublicationMapping::rank))
                .toList();
    }

    private static int rank(DataField field) {
        if (field.tag().equals("260")) return 1;
        return switch (field.ind2()) {
            case '1' -> 0;
            case '4' -> 3;
            default -> 2;
        };
    }

    private static String first(List<DataField> statements, char code) {
        return firstOf(statements.stream()
                .flatMap(field -> FieldText.wanted(field, String.valueOf(code)))
                .map(Isbd::trim));
    }

    private static String firstOf(Stream<String> texts) {
        return texts.filter(text -> !text.isEmpty()).findFirst().orElse("");
    }
}
