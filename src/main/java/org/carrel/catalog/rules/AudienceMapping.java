package org.carrel.catalog.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.carrel.catalog.BibRecord.Audience;
import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcRecord;
import org.jspecify.annotations.Nullable;

/** For whom it is: 008/22, 521 (grades, ages, Lexile) and 526 (Accelerated Reader). */
final class AudienceMapping {
    private static final String CODES = "abcdefgj";
    /** Leader types whose 008/22 is the target audience: text, music, projected, pictures, software, kits, objects. */
    private static final String TYPES_WITH_CODE = "acdgijkmort";

    private static final Pattern GRADE_WORD = Pattern.compile("\\b(grades?|gr|grados?|kindergarten|school)\\b");
    private static final Pattern AGE_WORD = Pattern.compile("\\b(ages?|aged|years?|yrs?|anos|months?)\\b");
    private static final Pattern PROGRAM = Pattern.compile("\\baccelerated reader\\b|^ar\\b");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,3}(?:[.,][0-9]{1,2})?");
    private static final List<String> INTEREST_LEVELS = List.of("LG", "MG", "MG+", "UG");

    private AudienceMapping() {}

    static Audience of(MarcRecord record) {
        var grades = range(record, '2', GRADE_WORD, NumberRange::grades);
        var ages = range(record, '1', AGE_WORD, NumberRange::ages);
        var lexile =
                record.data("521").map(Lexile::of).flatMap(Optional::stream).findFirst();
        var program =
                record.data("526").filter(AudienceMapping::isAcceleratedReader).findFirst();
        return new Audience(
                code(record),
                grades.map(NumberRange::from).orElse(null),
                grades.map(NumberRange::to).orElse(null),
                ages.map(NumberRange::from).orElse(null),
                ages.map(NumberRange::to).orElse(null),
                lexile.map(Lexile::number).orElse(null),
                lexile.map(Lexile::text).orElse(""),
                program.map(field -> decimal(field, 'c')).orElse(null),
                program.map(field -> decimal(field, 'd')).orElse(null),
                program.flatMap(field -> field.first('b'))
                        .map(AudienceMapping::interest)
                        .orElse(""));
    }

    private static char code(MarcRecord record) {
        var serial = "bsi".indexOf(record.leaderAt(7)) >= 0 && "at".indexOf(record.leaderAt(6)) >= 0;
        var code = FixedField.of(record, "008").at(22);
        var coded = !serial && TYPES_WITH_CODE.indexOf(record.leaderAt(6)) >= 0 && CODES.indexOf(code) >= 0;
        return coded ? code : ' ';
    }

    /** From the fields that say what they are by indicator, else by a word in the text. */
    private static Optional<NumberRange> range(
            MarcRecord record, char indicator, Pattern word, Function<String, Optional<NumberRange>> parse) {
        Predicate<DataField> byIndicator = field -> field.ind1() == indicator;
        Predicate<DataField> byWord = field -> field.ind1() == ' '
                && word.matcher(TextFolding.plain(text(field))).find();
        return Stream.of(byIndicator, byWord)
                .flatMap(which -> record.data("521").filter(which))
                .map(field -> parse.apply(text(field)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static String text(DataField field) {
        return FieldText.join(field, "a");
    }

    private static boolean isAcceleratedReader(DataField field) {
        return PROGRAM.matcher(TextFolding.fold(text(field))).find();
    }

    private static @Nullable Double decimal(DataField field, char code) {
        var matcher = DECIMAL.matcher(field.first(code).orElse(""));
        return matcher.find() ? Double.valueOf(matcher.group().replace(',', '.')) : null;
    }

    /** LG, MG, MG+ or UG, also when written out. */
    private static String interest(String text) {
        var upper = FieldText.without(FieldText.clean(text).toUpperCase(Locale.ROOT), ". ");
        if (INTEREST_LEVELS.contains(upper)) return upper;
        if (upper.startsWith("LOWER")) return "LG";
        if (upper.startsWith("UPPER")) return "UG";
        if (upper.startsWith("MIDDLE")) return upper.endsWith("+") || upper.endsWith("PLUS") ? "MG+" : "MG";
        return "";
    }
}
