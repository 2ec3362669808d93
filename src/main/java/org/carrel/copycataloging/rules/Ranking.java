package org.carrel.copycataloging.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.carrel.catalog.DataField;
import org.carrel.catalog.Isbns;
import org.carrel.catalog.MarcRecord;
import org.carrel.copycataloging.FoundRecord;
import org.carrel.copycataloging.RecordMerit;
import org.carrel.copycataloging.RecordMerit.Level;

/** Which of several records is the best for a school. Pure. */
public final class Ranking {
    /** Languages in which readers here read subjects and notes: MARC codes of 040 $b. */
    private static final Set<String> WANTED = Set.of("eng", "spa");
    /** MARC 21 leader/17, and what OCLC has there besides. */
    private static final String FULL = " 14IL";

    private static final String LESS = "237K";
    /** MARC 21 008/22 of books: pre-school to adolescent, juvenile. */
    private static final String YOUNG = "abcdj";

    private static final int AUDIENCE_AT = 22;
    private static final int LEVEL_AT = 17;

    /** The number asked for, a language one can read, how far it is cataloged, how much readers see and which of it; then sheer size. */
    private static final Comparator<RecordMerit> BETTER_LAST = Comparator.comparing(RecordMerit::isbn)
            .thenComparing(RecordMerit::wanted)
            .thenComparing(RecordMerit::level)
            .thenComparingInt(Ranking::completeness)
            .thenComparing(RecordMerit::callNumber)
            .thenComparing(RecordMerit::subjects)
            .thenComparing(RecordMerit::summary)
            .thenComparingInt(RecordMerit::fields);

    private Ranking() {}

    /** @param isbn that was asked for, thirteen digits */
    public static RecordMerit merit(MarcRecord record, String isbn) {
        return new RecordMerit(
                Isbns.of(record).contains(isbn),
                level(record.leaderAt(LEVEL_AT)),
                record.data("040")
                        .flatMap(field -> field.first('b').stream())
                        .map(language -> language.strip().toLowerCase(Locale.ROOT))
                        .findFirst()
                        .map(WANTED::contains)
                        .orElse(true),
                has(record, "082", "092", "050", "090"),
                has(record, "600", "610", "611", "630", "650", "651", "655"),
                has(record, "520"),
                has(record, "521") || isForTheYoung(record),
                record.fields().size());
    }

    private static Level level(char code) {
        if (FULL.indexOf(code) >= 0) return Level.FULL;
        return LESS.indexOf(code) >= 0 ? Level.LESS : Level.PRELIMINARY;
    }

    private static boolean has(MarcRecord record, String... tags) {
        return record.data(tags).anyMatch(field -> field.first('a').isPresent());
    }

    private static boolean isForTheYoung(MarcRecord record) {
        return record.control("008")
                .filter(coded -> coded.length() > AUDIENCE_AT && YOUNG.indexOf(coded.charAt(AUDIENCE_AT)) >= 0)
                .isPresent();
    }

    private static int completeness(RecordMerit merit) {
        return (int) Stream.of(merit.callNumber(), merit.subjects(), merit.summary(), merit.audience())
                .filter(has -> has)
                .count();
    }

    /** The best first; of those that are equally good the one that came first. What is the same record stands once. */
    public static List<FoundRecord> ranked(List<FoundRecord> found) {
        var sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparing(FoundRecord::merit, BETTER_LAST.reversed()));
        Map<String, FoundRecord> once = new LinkedHashMap<>();
        for (var one : sorted) once.merge(sameness(one.record()), one, Ranking::together);
        return List.copyOf(once.values());
    }

    private static FoundRecord together(FoundRecord better, FoundRecord other) {
        var targets = new LinkedHashSet<>(better.targets());
        targets.addAll(other.targets());
        return new FoundRecord(
                better.key(), better.record(), better.callNumber(), List.copyOf(targets), better.merit());
    }

    /** Records describe the same edition when their words of title, imprint and extent are the same. */
    private static String sameness(MarcRecord record) {
        var text = new StringBuilder();
        text.append(record.leaderAt(6)).append(words(record, "245", "abnp"));
        text.append('|')
                .append(
                        record.data("264").anyMatch(field -> field.ind2() == '1')
                                ? imprint(record)
                                : words(record, "260", "bc"));
        return text.append('|').append(words(record, "300", "a")).toString();
    }

    private static String imprint(MarcRecord record) {
        return record.data("264")
                .filter(field -> field.ind2() == '1')
                .findFirst()
                .map(field -> words(field, "bc"))
                .orElse("");
    }

    private static String words(MarcRecord record, String tag, String codes) {
        return record.data(tag).findFirst().map(field -> words(field, codes)).orElse("");
    }

    private static String words(DataField field, String codes) {
        var text = new StringBuilder();
        for (var subfield : field.subfields())
            if (codes.indexOf(subfield.code()) >= 0)
                text.append(subfield.data()).append(' ');
        return text.toString()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
