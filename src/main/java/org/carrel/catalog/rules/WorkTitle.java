package org.carrel.catalog.rules;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcRecord;

/** The title that all editions of a work have in common: without article, without what a publisher adds, with its part. */
final class WorkTitle {
    private static final String LANGUAGES = "english|spanish|french|german|italian|portuguese|chinese|japanese|korean|"
            + "vietnamese|russian|arabic|polish|haitian|tagalog|hmong|somali|spanish and english|english and spanish";
    /** Old records have the language in $a: "[Charlotte's web. Spanish]". */
    private static final Pattern LANGUAGE =
            Pattern.compile("\\s*[.,]\\s*(" + LANGUAGES + ")[\\]).\\s]*$", Pattern.CASE_INSENSITIVE);

    private static final String FORM = "(novel|novela|memoir|memoirs|memorias|roman)";
    private static final String ADJECTIVE =
            "(true|short|picture|complete|unabridged|illustrated|classic|young|first|new|original|funny|ghost|love|family|"
                    + "holiday|bedtime|historical|verse|mystery|adventure)";
    private static final String TALE =
            "(story|stories|tale|tales|picture book|book|mystery|adventure|thriller|fable|poem|"
                    + "poems|play|biography|autobiography|cuento|cuentos|historia|relato|libro|poemas|biografia)";
    private static final String READERS = "( (for|para) (children|kids|young readers|young people|ninos))?";

    /** Folded subtitles that tell the form and not the book. */
    private static final Pattern NOISE = Pattern.compile("((a|an|the|una?|el|la) )?("
            + "(" + ADJECTIVE + " )*" + FORM + "( .*)?"
            + "|(" + ADJECTIVE + " )*" + TALE + READERS
            + "|.*\\b(edition|edicion|anniversary|aniversario|unabridged|abridged|large print|letra grande|tie in))");

    /** "Holes (Spanish edition)", "Holes [large print]". */
    private static final Pattern IN_BRACKETS = Pattern.compile("[(\\[]([^()\\[\\]]*)[)\\]]\\s*$");

    private static final Pattern TRANSLATION = Pattern.compile(
            "\\s*(?:translation of|translated from|traduccion de|traducción de|titulo original|título original|"
                    + "original title)\\s*(?:the [a-z]+)?\\s*:\\s*(.+)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    private WorkTitle() {}

    /** 130 or 240, unless it only gathers what somebody wrote or names a choice of it. */
    static Optional<String> uniform(MarcRecord record) {
        return record.data("130", "240")
                .filter(field -> field.first('k').isEmpty())
                .map(field -> uniform(field, record))
                .filter(title -> !title.isEmpty())
                .findFirst();
    }

    private static String uniform(DataField field, MarcRecord record) {
        var text = LANGUAGE.matcher(FieldText.join(field, "a")).replaceFirst("");
        var nonfiling = field.tag().equals("130") ? field.ind1() : field.ind2();
        var title = TextFolding.fold(Articles.filing(text, nonfiling, "eng"));
        if (title.isEmpty() || WorkRules.isCollective(title)) return "";
        var parts = parts(field);
        var own = parts.isEmpty() ? TitleMapping.titleField(record).map(WorkTitle::parts) : Optional.of(parts);
        return title + own.orElse("");
    }

    /** What a translation says it is a translation of: 765 $t, or a note. */
    static Optional<String> original(MarcRecord record) {
        var linked = record.data("765").flatMap(field -> field.first('t').stream());
        var noted = record.data("500")
                .flatMap(field -> field.first('a').stream())
                .map(TRANSLATION::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1));
        return Stream.concat(linked, noted)
                .map(text -> TextFolding.fold(Articles.filing(Isbd.trim(FieldText.clean(text)), ' ', "eng")))
                .filter(title -> !title.isEmpty() && !WorkRules.isCollective(title))
                .findFirst()
                .map(title -> title
                        + TitleMapping.titleField(record).map(WorkTitle::parts).orElse(""));
    }

    /** 245: a subtitle is part of it unless it only tells the form, for many series tell their volumes apart by it. */
    static Optional<String> own(MarcRecord record) {
        return TitleMapping.titleField(record).map(WorkTitle::own).filter(title -> !title.isEmpty());
    }

    private static String own(DataField field) {
        var whole = FieldText.join(field, "a");
        var parallel = whole.indexOf(" = ");
        var titles = (parallel < 0 ? whole : whole.substring(0, parallel)).split("\\s:\\s", 2);
        var title = withoutBrackets(Isbd.trim(titles[0]));
        var folded = TextFolding.fold(Articles.filing(title, field.ind2(), "eng"));
        if (folded.isEmpty()) return "";
        var inTitle = titles.length > 1 ? subtitle(titles[1]) : "";
        var besides = whole.strip().endsWith("=") ? "" : subtitle(FieldText.join(field, "b"));
        return folded + inTitle + besides + parts(field);
    }

    private static String withoutBrackets(String title) {
        var brackets = IN_BRACKETS.matcher(title);
        var noise = brackets.find()
                && NOISE.matcher(TextFolding.fold(brackets.group(1))).matches();
        return noise ? title.substring(0, brackets.start()).strip() : title;
    }

    /** Of several subtitles those that tell something. */
    private static String subtitle(String text) {
        var own = text.split("\\s=\\s", 2)[0];
        return Stream.of(own.split("\\s[:;]\\s"))
                .map(part -> TextFolding.fold(withoutBrackets(Isbd.trim(part))))
                .filter(part -> !part.isEmpty() && !NOISE.matcher(part).matches())
                .map(part -> " : " + part)
                .collect(Collectors.joining());
    }

    /** $n and $p: "Vol. 1" and "Book one" are the same part. */
    private static String parts(DataField field) {
        return field.subfields().stream()
                .filter(subfield -> subfield.code() == 'n' || subfield.code() == 'p')
                .map(subfield -> subfield.code() == 'n' ? number(subfield.data()) : TextFolding.fold(subfield.data()))
                .filter(part -> !part.isEmpty())
                .map(part -> " / " + part)
                .collect(Collectors.joining());
    }

    private static String number(String text) {
        var number = SeriesNumber.parse(text);
        return number.isPresent() ? Double.toString(number.getAsDouble()) : TextFolding.fold(text);
    }
}
