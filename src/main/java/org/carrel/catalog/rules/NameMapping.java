package org.carrel.catalog.rules;

import java.util.List;
import java.util.stream.Stream;
import org.carrel.catalog.BibRecord.Names;
import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcRecord;

/** People, bodies and meetings, in catalog form, without dates and without what they did. */
final class NameMapping {
    private static final String[] MAIN = {"100", "110", "111"};
    private static final String[] ADDED = {"700", "710", "711", "720"};

    private NameMapping() {}

    static Names of(MarcRecord record) {
        var main = LinkedFields.withAlternates(record, MAIN)
                .map(NameMapping::text)
                .filter(Isbd::hasWords)
                .findFirst()
                .orElse("");
        var added = record.data(ADDED).filter(NameMapping::tookPart).map(NameMapping::text);
        var repeatedMain = record.data(MAIN).map(NameMapping::text);
        var alternates = Stream.concat(
                LinkedFields.of(record, MAIN).map(NameMapping::text),
                LinkedFields.of(record, ADDED).filter(NameMapping::tookPart).map(NameMapping::text));
        return new Names(main, without(main, added), without(main, Stream.concat(repeatedMain, alternates)));
    }

    /** The name of a 1XX, 6XX, 7XX or 8XX field, relators, dates and titles left out. */
    static String text(DataField field) {
        return Isbd.trim(FieldText.join(field, codes(field.tag())));
    }

    private static String codes(String tag) {
        if (tag.endsWith("10")) return "ab";
        if (tag.endsWith("11")) return "aceq";
        return tag.endsWith("20") ? "a" : "abcq";
    }

    /** A name with a title names a work: the author counts only when that work is inside (second indicator 2). */
    private static boolean tookPart(DataField field) {
        return field.ind2() == '2' || field.first('t').isEmpty();
    }

    private static List<String> without(String main, Stream<String> names) {
        var folded = TextFolding.fold(main);
        return FieldText.distinct(names.filter(Isbd::hasWords)
                .filter(name -> main.isEmpty() || !TextFolding.fold(name).equals(folded)));
    }
}
