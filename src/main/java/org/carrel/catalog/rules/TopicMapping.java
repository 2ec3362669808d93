package org.carrel.catalog.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carrel.catalog.BibRecord.Topics;
import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcRecord;

/** What it is about (600 to 653, local 690) and what it is (655 and form subdivisions). */
final class TopicMapping {
    private static final String[] HEADINGS = {"600", "610", "611", "630", "647", "648", "650", "651", "690", "691"};
    private static final String SUBDIVISIONS = "vxyz";
    private static final String JOINT = " -- ";

    private TopicMapping() {}

    static Topics of(MarcRecord record) {
        var headings = LinkedFields.withAlternates(record, HEADINGS).map(field -> heading(field, main(field.tag())));
        var keywords = LinkedFields.withAlternates(record, "653")
                .flatMap(field -> FieldText.wanted(field, "a"))
                .map(Isbd::trim);
        return new Topics(FieldText.distinct(Stream.concat(headings, keywords)), genres(record));
    }

    private static List<String> genres(MarcRecord record) {
        var stated = LinkedFields.withAlternates(record, "655").map(field -> heading(field, "abc"));
        var forms = record.data(HEADINGS)
                .flatMap(field -> FieldText.wanted(field, "v"))
                .map(Isbd::trim);
        return FieldText.distinct(Stream.concat(stated, forms));
    }

    /** The heading's own subfields in one part, each subdivision in its own. */
    private static String heading(DataField field, String main) {
        var parts = new ArrayList<String>();
        parts.add(Isbd.trim(FieldText.join(field, main)));
        FieldText.wanted(field, SUBDIVISIONS).map(Isbd::trim).forEach(parts::add);
        return parts.stream().filter(Isbd::hasWords).collect(Collectors.joining(JOINT));
    }

    private static String main(String tag) {
        return switch (tag) {
            case "600" -> "abcdqtnpfl";
            case "610", "611" -> "abcdnqtpfle";
            case "630" -> "adnpflt";
            default -> "abcdg";
        };
    }
}
