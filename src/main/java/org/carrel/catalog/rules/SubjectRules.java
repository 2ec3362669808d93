package org.carrel.catalog.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.carrel.catalog.DataField;
import org.carrel.catalog.HouseRule.DropSubjects;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.Subfield;

/** House rules about subject headings: 6XX, and the same in other scripts (880 with $6 6XX). */
final class SubjectRules {
    /** Fields whose second indicator names the thesaurus. In 653, 654, 658, 662 and 69X it means something else. */
    private static final Set<String> WITH_INDICATOR =
            Set.of("600", "610", "611", "630", "647", "648", "650", "651", "655");

    private static final Map<String, Character> INDICATORS = Map.of(
            "lcsh",
            '0',
            "lcshac",
            '1',
            "lcjsh",
            '1',
            "mesh",
            '2',
            "nal",
            '3',
            "cash",
            '5',
            "csh",
            '5',
            "rvm",
            '6',
            // OCLC's own value for Sears, not in MARC 21
            "sears",
            '8');

    private SubjectRules() {}

    static MarcRecord apply(DropSubjects rule, MarcRecord record) {
        if (rule.source().isEmpty()) return record;
        return FieldRules.change(
                record, field -> field instanceof DataField data && isOf(rule.source(), data) ? null : field);
    }

    private static boolean isOf(String source, DataField field) {
        var tag = tag(field);
        if (!tag.startsWith("6")) return false;
        var indicator = INDICATORS.get(source);
        if (indicator != null && field.ind2() == indicator && WITH_INDICATOR.contains(tag)) return true;
        var named = field.ind2() == '7' || !WITH_INDICATOR.contains(tag);
        return named && field.all('2').anyMatch(text -> isCode(source, text));
    }

    private static boolean isCode(String source, String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceFirst("[.,;]$", "").equals(source);
    }

    /** A heading that another one of the record says already, now that it is shorter, goes too. */
    static MarcRecord withoutJuvenile(MarcRecord record) {
        var fields = new ArrayList<MarcField>();
        var others = new HashSet<>(record.fields());
        for (var field : record.fields()) {
            if (!(field instanceof DataField data) || !tag(data).startsWith("6")) {
                fields.add(field);
                continue;
            }
            var shorter = withoutJuvenile(data);
            if (shorter.equals(field)) fields.add(field);
            else if (!shorter.subfields().isEmpty() && others.add(shorter)) fields.add(shorter);
        }
        return fields.equals(record.fields()) ? record : new MarcRecord(record.leader(), fields);
    }

    private static DataField withoutJuvenile(DataField field) {
        var kept = field.subfields().stream()
                .filter(subfield -> !isJuvenile(subfield))
                .toList();
        if (kept.size() == field.subfields().size()) return field;
        return new DataField(field.tag(), field.ind1(), field.ind2(), ended(kept, field.subfields()));
    }

    /** The full stop at the end of the heading moves to what is its end now; $0 to $9 are behind it. */
    private static List<Subfield> ended(List<Subfield> kept, List<Subfield> before) {
        var was = lastOfHeading(before);
        var is = lastOfHeading(kept);
        if (was < 0 || is < 0 || !isJuvenile(before.get(was)) || !endsWithStop(before.get(was))) return kept;
        var last = kept.get(is);
        if (last.data().isEmpty()
                || ".)-!?".indexOf(last.data().charAt(last.data().length() - 1)) >= 0) return kept;
        var ended = new ArrayList<>(kept);
        ended.set(is, new Subfield(last.code(), last.data() + "."));
        return ended;
    }

    private static int lastOfHeading(List<Subfield> subfields) {
        for (var i = subfields.size() - 1; i >= 0; i--) {
            if (!Character.isDigit(subfields.get(i).code())) return i;
        }
        return -1;
    }

    private static boolean endsWithStop(Subfield subfield) {
        return subfield.data().stripTrailing().endsWith(".");
    }

    private static boolean isJuvenile(Subfield subfield) {
        return (subfield.code() == 'v' || subfield.code() == 'x')
                && subfield.data().strip().toLowerCase(Locale.ROOT).startsWith("juvenile");
    }

    /** For 880 that of the field it stands beside. */
    private static String tag(DataField field) {
        if (!field.tag().equals("880")) return field.tag();
        var link = field.first('6').orElse("");
        return link.length() < 3 ? "" : link.substring(0, 3);
    }
}
