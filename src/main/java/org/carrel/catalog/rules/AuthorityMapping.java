package org.carrel.catalog.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.carrel.catalog.Authority;
import org.carrel.catalog.Authority.Reference;
import org.carrel.catalog.Authority.Sense;
import org.carrel.catalog.AuthorityKind;
import org.carrel.catalog.ControlField;
import org.carrel.catalog.DataField;
import org.carrel.catalog.Finding;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;

/** Reads a MARC 21 authority record: its heading (1XX), and what leads to it (4XX) and from it (5XX). */
public final class AuthorityMapping {
    private static final int WIDTH = 500;
    /** 008/09: a heading that is used, alone or as a subdivision too. */
    private static final String ESTABLISHED = "af";

    private static final int KIND_OF_RECORD = 9;
    private static final int SYSTEM = 11;

    private AuthorityMapping() {}

    /** A record as it was understood. */
    public sealed interface Read {
        record Usable(Authority authority, DataField heading) implements Read {}

        record Unusable(Finding why) implements Read {}
    }

    public static Read of(MarcRecord record) {
        if (record.leaderAt(6) != 'z')
            return unusable(AuthorityProblem.NOT_AN_AUTHORITY, "leader/06", String.valueOf(record.leaderAt(6)));
        if ("dosx".indexOf(record.leaderAt(5)) >= 0)
            return unusable(AuthorityProblem.AUTHORITY_DELETED, "leader/05", number(record));
        var fixed = record.control("008").orElse("");
        if (fixed.length() > KIND_OF_RECORD && "bcdeg".indexOf(fixed.charAt(KIND_OF_RECORD)) >= 0)
            return unusable(
                    AuthorityProblem.AUTHORITY_NOT_ESTABLISHED, "008/09", String.valueOf(fixed.charAt(KIND_OF_RECORD)));
        if (number(record).isEmpty()) return unusable(AuthorityProblem.AUTHORITY_WITHOUT_NUMBER, "001", "");
        return heading(record, fixed);
    }

    private static Read heading(MarcRecord record, String fixed) {
        var field = record.fields().stream()
                .filter(each -> each instanceof DataField && each.tag().startsWith("1"))
                .map(DataField.class::cast)
                .findFirst();
        if (field.isEmpty()) return unusable(AuthorityProblem.AUTHORITY_WITHOUT_HEADING, "1XX", "");
        var kind = AuthorityKind.of(field.get().tag());
        if (kind.isEmpty())
            return unusable(
                    AuthorityProblem.AUTHORITY_OF_OTHER_KIND, field.get().tag(), "");
        var main = HeadingText.main(kind.get(), field.get());
        if (!HeadingText.hasWords(main))
            return unusable(
                    AuthorityProblem.AUTHORITY_WITHOUT_HEADING, field.get().tag(), "");
        var subdivisions = HeadingText.subdivisions(field.get());
        return new Read.Usable(
                new Authority(
                        Texts.cut(record.control("003").orElse("").strip(), 64),
                        number(record),
                        kind.get(),
                        HeadingText.thesaurus(kind.get(), system(record, kind.get(), fixed)),
                        Texts.cut(HeadingText.text(main, subdivisions), WIDTH),
                        Texts.cut(shown(kind.get(), field.get()), WIDTH),
                        HeadingText.key(kind.get(), main, subdivisions),
                        references(record)),
                field.get());
    }

    /** Names without their dates, as search shows them. */
    private static String shown(AuthorityKind kind, DataField field) {
        var named = kind == AuthorityKind.PERSONAL || kind == AuthorityKind.CORPORATE || kind == AuthorityKind.MEETING;
        if (named && field.first('t').isEmpty()) return NameMapping.text(field);
        return HeadingText.text(HeadingText.main(kind, field), HeadingText.subdivisions(field));
    }

    private static String number(MarcRecord record) {
        return Texts.cut(record.control("001").orElse("").strip(), 190);
    }

    private static Read unusable(AuthorityProblem problem, String place, String detail) {
        return new Read.Unusable(new Finding(problem, place, detail));
    }

    /** 008/11, with the code of 040 $f where that says that it stands there. */
    private static String system(MarcRecord record, AuthorityKind kind, String fixed) {
        var code = fixed.length() > SYSTEM ? fixed.charAt(SYSTEM) : ' ';
        return switch (code) {
            case 'b' -> "lcac";
            case 'c' -> "mesh";
            case 'd' -> "nal";
            case 'k' -> "cash";
            case 'r' -> "aat";
            case 's' -> "sears";
            case 'v' -> "rvm";
            case 'z' ->
                record.data("040")
                        .findFirst()
                        .flatMap(field -> field.first('f'))
                        .orElse("");
            default -> kind.isName() ? "naf" : "lcsh";
        };
    }

    private static List<Reference> references(MarcRecord record) {
        var references = new ArrayList<Reference>();
        var seen = new HashSet<Long>();
        for (var each : record.fields()) {
            var sense = sense(each);
            var kind = AuthorityKind.of(each.tag());
            if (sense == null || kind.isEmpty() || !(each instanceof DataField field)) continue;
            var main = HeadingText.main(kind.get(), field);
            if (!HeadingText.hasWords(main)) continue;
            var subdivisions = HeadingText.subdivisions(field);
            var key = HeadingText.key(kind.get(), main, subdivisions);
            if (seen.add(key))
                references.add(new Reference(
                        sense, relation(field), Texts.cut(HeadingText.text(main, subdivisions), WIDTH), key));
        }
        return references;
    }

    private static @org.jspecify.annotations.Nullable Sense sense(MarcField field) {
        if (field instanceof ControlField) return null;
        return switch (field.tag().charAt(0)) {
            case '4' -> Sense.SEE;
            case '5' -> Sense.ALSO;
            default -> null;
        };
    }

    /** MARC 21 $w; what is not displayed leads all the same: it is how older records say it. */
    private static char relation(DataField field) {
        var codes = field.first('w').orElse("");
        if (codes.isEmpty()) return ' ';
        var code = codes.charAt(0);
        return Character.isLetter(code) && code < 0x80 && code != 'n' && code != 'i' ? code : ' ';
    }
}
