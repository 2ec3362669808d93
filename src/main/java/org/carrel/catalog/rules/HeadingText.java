package org.carrel.catalog.rules;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.carrel.catalog.AuthorityKind;
import org.carrel.catalog.DataField;
import org.carrel.catalog.Subfield;

/**
 * The parts of a heading and the key by which two spellings are one. The key goes by the Name Authority Cooperative's rule of
 * comparison: case, accents and punctuation do not count, but for the first comma of the first part, which tells "Li, Wei" from "Li Wei".
 */
public final class HeadingText {
    static final String JOINT = " -- ";
    private static final String SUBDIVISIONS = "vxyz";

    private HeadingText() {}

    /** Whether the subfield is part of the heading itself: no subdivision, no relator, no number, no link. */
    static boolean isMain(AuthorityKind kind, char code) {
        return main(kind).indexOf(code) >= 0;
    }

    private static String main(AuthorityKind kind) {
        return switch (kind) {
            case PERSONAL -> "abcdfgklmnopqrst";
            case CORPORATE -> "abcdfgklmnoprst";
            case MEETING -> "acdefgklnpqst";
            case TITLE -> "adfgklmnoprst";
            case PERIOD -> "a";
            case TOPIC -> "abcdg";
            case PLACE -> "ag";
            case GENRE -> "abc";
        };
    }

    /** Subdivisions are of subjects; in series fields the same codes are volume and number. */
    static boolean hasSubdivisions(String tag) {
        return tag.startsWith("6") || !tag.startsWith("7") && !tag.startsWith("8");
    }

    static List<Subfield> main(AuthorityKind kind, DataField field) {
        return field.subfields().stream()
                .filter(each -> isMain(kind, each.code()) && !each.data().isBlank())
                .toList();
    }

    static List<Subfield> subdivisions(DataField field) {
        if (!hasSubdivisions(field.tag())) return List.of();
        return field.subfields().stream()
                .filter(each -> isSubdivision(each.code()) && !each.data().isBlank())
                .toList();
    }

    static boolean isSubdivision(char code) {
        return SUBDIVISIONS.indexOf(code) >= 0;
    }

    /** One line for people, without the punctuation that ends a field. */
    static String text(List<Subfield> main, List<Subfield> subdivisions) {
        var parts = new ArrayList<String>();
        parts.add(Isbd.trim(main.stream()
                .map(each -> FieldText.clean(each.data()).strip())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "))));
        subdivisions.forEach(each -> parts.add(Isbd.trim(FieldText.clean(each.data()))));
        return parts.stream().filter(Isbd::hasWords).collect(Collectors.joining(JOINT));
    }

    /** The key of kind and words; never that of another heading, as good as. */
    static long key(AuthorityKind kind, List<Subfield> main, List<Subfield> subdivisions) {
        var words = new StringBuilder(kind.name()).append(':');
        var first = true;
        for (var each : main) {
            words.append(each.code() == 't' && !first ? "|" : " ");
            words.append(first ? withComma(each.data()) : TextFolding.fold(each.data()));
            first = false;
        }
        subdivisions.forEach(each -> words.append("--").append(TextFolding.fold(each.data())));
        return ByteBuffer.wrap(KeyHashes.sha256(words.toString())).getLong();
    }

    private static String withComma(String text) {
        var comma = text.indexOf(',');
        if (comma < 0) return TextFolding.fold(text);
        var rest = TextFolding.fold(text.substring(comma + 1));
        var start = TextFolding.fold(text.substring(0, comma));
        return rest.isEmpty() ? start : start + ", " + rest;
    }

    /** Whether there is anything to compare by. */
    static boolean hasWords(List<Subfield> main) {
        return main.stream().anyMatch(each -> !TextFolding.fold(each.data()).isEmpty());
    }

    /** As the code of a list of headings is compared; names have one list, whatever subjects they are among. */
    static String thesaurus(AuthorityKind kind, String code) {
        var plain = code.strip().toLowerCase(Locale.ROOT).replaceFirst("[.,;]+$", "");
        return switch (plain) {
            case "lcsh", "lcshac", "lcjsh", "lcac", "naf", "lcnaf" -> {
                if (kind.isName()) yield "naf";
                yield plain.equals("lcsh") || plain.endsWith("naf") ? "lcsh" : "lcac";
            }
            default -> Texts.cut(plain, 32);
        };
    }
}
