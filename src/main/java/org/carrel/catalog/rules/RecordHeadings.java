package org.carrel.catalog.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carrel.catalog.AuthorityKind;
import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcRecord;

/** The headings of a title that authorities are about: main and added entries, subjects, kinds, traced series. */
public final class RecordHeadings {
    private static final Set<String> TAGS = Set.of(
            "100", "110", "111", "130", "600", "610", "611", "630", "648", "650", "651", "655", "700", "710", "711",
            "730", "800", "810", "811", "830");
    private static final int WIDTH = 500;

    private RecordHeadings() {}

    /**
     * One of them.
     *
     * @param place among the fields of the record, from 0
     * @param thesaurus as {@link org.carrel.catalog.Authority} has it; empty when the field does not say
     * @param text without subdivisions
     * @param mainKey without subdivisions
     * @param wholeKey with them; the same where it has none
     */
    public record Heading(
            int place, String tag, AuthorityKind kind, String thesaurus, String text, long mainKey, long wholeKey) {
        /** Whether a key is that of it, alone or with its subdivisions. */
        public boolean is(long key) {
            return mainKey == key || wholeKey == key;
        }
    }

    /** In the order of the record. */
    public static List<Heading> of(MarcRecord record) {
        var headings = new ArrayList<Heading>();
        for (var place = 0; place < record.fields().size(); place++)
            if (record.fields().get(place) instanceof DataField field)
                of(field, place).ifPresent(headings::add);
        return headings;
    }

    static Optional<Heading> of(DataField field, int place) {
        if (!TAGS.contains(field.tag())) return Optional.empty();
        var kind = AuthorityKind.of(field.tag()).orElseThrow();
        var main = HeadingText.main(kind, field);
        if (!HeadingText.hasWords(main)) return Optional.empty();
        var subdivisions = HeadingText.subdivisions(field);
        var key = HeadingText.key(kind, main, List.of());
        return Optional.of(new Heading(
                place,
                field.tag(),
                kind,
                thesaurus(field, kind),
                Texts.cut(HeadingText.text(main, List.of()), WIDTH),
                key,
                subdivisions.isEmpty() ? key : HeadingText.key(kind, main, subdivisions)));
    }

    /** MARC 21: second indicator of 6XX, with its $2; names elsewhere are of the one list of names. */
    private static String thesaurus(DataField field, AuthorityKind kind) {
        if (!field.tag().startsWith("6")) return "naf";
        return switch (field.ind2()) {
            case '0' -> HeadingText.thesaurus(kind, "lcsh");
            case '1' -> HeadingText.thesaurus(kind, "lcac");
            case '2' -> "mesh";
            case '3' -> "nal";
            case '5' -> "cash";
            case '6' -> "rvm";
            case '7' ->
                field.first('2').map(code -> HeadingText.thesaurus(kind, code)).orElse("");
            default -> "";
        };
    }

    /**
     * Whether an authority of one list speaks for a heading of another: children's headings are those of the Library of Congress unless
     * the children's list has its own, and where one of the two does not say, nothing speaks against it.
     */
    public static boolean answers(String ofAuthority, String ofHeading) {
        return ofAuthority.equals(ofHeading)
                || ofAuthority.isEmpty()
                || ofHeading.isEmpty()
                || ofHeading.equals("lcac") && ofAuthority.equals("lcsh");
    }
}
