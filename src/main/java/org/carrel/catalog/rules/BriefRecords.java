package org.carrel.catalog.rules;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.carrel.catalog.BibRecord.Kind;
import org.carrel.catalog.BriefRecord;
import org.carrel.catalog.BriefRecord.Audience;
import org.carrel.catalog.BriefRecord.Imprint;
import org.carrel.catalog.BriefRecord.Series;
import org.carrel.catalog.ControlField;
import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.Material;
import org.carrel.catalog.Subfield;

/**
 * The plain form and the MARC record behind it: a correct brief record made of what somebody typed, and the form filled
 * from a record. {@link BriefRecordEdit} brings a changed form back.
 */
public final class BriefRecords {
    static final Pattern YEAR = Pattern.compile("1[0-9]{3}|20[0-9]{2}");
    static final Pattern ISBN = Pattern.compile("[0-9][0-9 -]*[0-9Xx]");
    private static final Pattern BARE_NUMBER = Pattern.compile("[0-9]+");
    private static final DateTimeFormatter ENTERED = DateTimeFormatter.ofPattern("yyMMdd");
    private static final String HEADING_PARTS = "vxyz";
    private static final String SUBJECT_TAGS = "600 610 611 630 650";

    private BriefRecords() {}

    /** The form as a record fills it; what the form has no place for is left to the record. */
    public static BriefRecord of(MarcRecord record) {
        var title = record.data("245").findFirst();
        return new BriefRecord(
                material(record),
                title.map(field -> text(field, 'a')).orElse(""),
                title.map(field -> text(field, 'b')).orElse(""),
                record.data("100", "700")
                        .filter(BriefRecords::isPerson)
                        .map(BriefRecords::name)
                        .toList(),
                record.data("264", "260")
                        .filter(BriefRecords::isImprint)
                        .findFirst()
                        .map(field -> new Imprint(text(field, 'a'), text(field, 'b'), text(field, 'c')))
                        .orElse(new Imprint("", "", "")),
                record.data("300").findFirst().map(field -> text(field, 'a')).orElse(""),
                record.data("020")
                        .map(BriefRecords::isbn)
                        .filter(isbn -> !isbn.isEmpty())
                        .findFirst()
                        .orElse(""),
                record.data("490", "440", "830")
                        .filter(BriefRecords::isSeries)
                        .findFirst()
                        .map(field -> new Series(text(field, 'a'), text(field, 'v')))
                        .orElse(new Series("", "")),
                record.data("600", "610", "611", "630", "650")
                        .filter(BriefRecords::isHeading)
                        .map(BriefRecords::heading)
                        .toList(),
                record.data("651")
                        .filter(BriefRecords::isHeading)
                        .map(BriefRecords::heading)
                        .toList(),
                record.data("655")
                        .filter(BriefRecords::isHeading)
                        .map(BriefRecords::heading)
                        .toList(),
                record.data("520")
                        .filter(BriefRecords::isSummary)
                        .findFirst()
                        .map(field -> FieldText.clean(field.first('a').orElse("")))
                        .orElse(""),
                FixedField.of(record, "008").slice(35, 38).strip(),
                new Audience(
                        AudienceMapping.of(record).code(),
                        record.data("521")
                                .filter(BriefRecords::isGrades)
                                .findFirst()
                                .map(field -> text(field, 'a'))
                                .orElse("")));
    }

    /**
     * A correct MARC 21 brief record: Unicode, ISBD punctuation, RDA content, media and carrier; without a control number
     * and without the date of the last change, which the catalog gives.
     *
     * @param today the date entered on file
     */
    public static MarcRecord toMarc(BriefRecord brief, LocalDate today) {
        var template = MarcTemplates.of(brief.material() == Material.OTHER ? Material.BOOK : brief.material())
                .orElseThrow()
                .record();
        var fields = new ArrayList<MarcField>();
        for (var field : template.fields()) {
            if (field instanceof ControlField control && !control.tag().equals("008")) fields.add(control);
        }
        fields.add(new ControlField("008", template.control("008").orElseThrow()));
        for (var field : template.fields()) if (isRda(field)) fields.add(field);
        var edit = new RecordEdit(new MarcRecord(unicode(template.leader()), fields));
        edit.fixed(0, 6, ENTERED.format(today));
        edit.fixed(7, 11, BriefRecordEdit.UNKNOWN_YEAR);
        if (brief.material() != Material.PERIODICAL) {
            edit.fixed(6, 7, "n");
            edit.fixed(11, 15, BriefRecordEdit.UNKNOWN_YEAR);
        }
        edit.add(Subfields.field("040", "  ", List.of(new Subfield('b', "eng"), new Subfield('e', "rda"))));
        var empty = of(edit.record());
        return BriefRecordEdit.apply(cleaned(brief), empty, edit);
    }

    /** Texts as typed without the blanks and the punctuation that the record adds itself. */
    static BriefRecord cleaned(BriefRecord brief) {
        return new BriefRecord(
                brief.material(),
                clean(brief.title()),
                clean(brief.subtitle()),
                lines(brief.authors()),
                new Imprint(
                        clean(brief.imprint().place()),
                        clean(brief.imprint().publisher()),
                        clean(brief.imprint().year())),
                extent(clean(brief.extent())),
                FieldText.clean(brief.isbn()),
                new Series(clean(brief.series().title()), clean(brief.series().number())),
                lines(brief.subjects()),
                lines(brief.places()),
                lines(brief.genres()),
                FieldText.clean(brief.summary()),
                brief.language().strip(),
                new Audience(brief.audience().code(), clean(brief.audience().grades())));
    }

    private static String clean(String typed) {
        return Isbd.trim(FieldText.clean(typed));
    }

    private static List<String> lines(List<String> typed) {
        return typed.stream()
                .map(BriefRecords::clean)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String extent(String typed) {
        return BARE_NUMBER.matcher(typed).matches() ? typed + " pages" : typed;
    }

    private static String unicode(String leader) {
        return leader.substring(0, 9) + 'a' + leader.substring(10);
    }

    private static boolean isRda(MarcField field) {
        return field.tag().equals("336")
                || field.tag().equals("337")
                || field.tag().equals("338");
    }

    static String text(DataField field, char code) {
        return Isbd.trim(FieldText.clean(field.first(code).orElse("")));
    }

    /** A person, and not the author of a work that the record only names. */
    static boolean isPerson(DataField field) {
        var tag = field.tag();
        return (tag.equals("100") || tag.equals("700"))
                && field.first('t').isEmpty()
                && !name(field).isEmpty();
    }

    static String name(DataField field) {
        return Isbd.trim(FieldText.join(field, "abc"));
    }

    static boolean isImprint(DataField field) {
        return field.tag().equals("260") || field.tag().equals("264") && field.ind2() == '1';
    }

    static boolean isSeries(DataField field) {
        var tag = field.tag();
        return (tag.equals("490") || tag.equals("440") || tag.equals("830"))
                && !text(field, 'a').isEmpty();
    }

    static boolean isSubject(DataField field) {
        return SUBJECT_TAGS.contains(field.tag()) && isHeading(field);
    }

    static boolean isHeading(DataField field) {
        return !heading(field).isEmpty();
    }

    static boolean isSummary(DataField field) {
        return field.tag().equals("520")
                && " 238".indexOf(field.ind1()) >= 0
                && field.first('a').isPresent();
    }

    static boolean isGrades(DataField field) {
        return field.tag().equals("521")
                && field.ind1() == '2'
                && field.first('a').isPresent();
    }

    /** "Friendship -- Fiction". */
    static String heading(DataField field) {
        var text = new StringBuilder();
        for (var subfield : field.subfields()) {
            var code = subfield.code();
            var part = Isbd.trim(FieldText.clean(subfield.data()));
            if (part.isEmpty() || code < 'a' || code > 'z' || code == 'e' || code == 'w' || code == 'u') continue;
            if (!text.isEmpty()) text.append(HEADING_PARTS.indexOf(code) >= 0 ? " -- " : " ");
            text.append(part);
        }
        return text.toString();
    }

    static boolean hasIsbn(DataField field) {
        return field.tag().equals("020") && !isbn(field).isEmpty();
    }

    /** The number alone, without what binding it is for and what it cost. */
    static String isbn(DataField field) {
        var matcher = ISBN.matcher(field.first('a').orElse(""));
        return matcher.find() ? matcher.group() : "";
    }

    private static Material material(MarcRecord record) {
        return switch (KindRules.of(record)) {
            case BOOK, LARGE_PRINT, BRAILLE -> isPictureBook(record) ? Material.PICTURE_BOOK : Material.BOOK;
            case GRAPHIC_NOVEL -> Material.GRAPHIC_NOVEL;
            case AUDIOBOOK -> Material.AUDIOBOOK;
            case VIDEO -> Material.DVD;
            case KIT, OBJECT -> Material.KIT;
            case MAGAZINE -> Material.PERIODICAL;
            case EBOOK -> Material.EBOOK;
            case MUSIC, MAP, SCORE, PICTURE, SOFTWARE, WEBSITE, OTHER -> Material.OTHER;
        };
    }

    private static boolean isPictureBook(MarcRecord record) {
        var content = record.data("336").flatMap(field -> field.all('b')).collect(Collectors.toSet());
        return content.contains("sti") && content.contains("txt") && KindRules.of(record) == Kind.BOOK;
    }
}
