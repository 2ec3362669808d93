package org.carrel.search.rules;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carrel.search.rules.Wish.ByLevel;
import org.carrel.search.rules.Wish.Measure;

/** Reading levels as teachers and children type them: "lexile 700-800", "700L", "5.5 ar", "grade 3", "3rd grade books". */
final class LevelText {
    private static final String TO = "\\s*(?:-|–|—|to|through|and|a|al|y)\\s*";
    private static final String LEXILE_NUMBER = "(br|ad|nc|hl|ig|gn|np)?\\s?(\\d{1,4})\\s?l?";
    private static final String DECIMAL = "(\\d{1,2}(?:[.,]\\d)?)";
    private static final String ORDINAL = "(\\d{1,2})(?:st|nd|rd|th|er|ro|do|to|o|º)?";
    private static final String WORDS =
            "(?: ?(?:levels?|range|measure|books?|libros|nivel(?:es)?|reading|reading levels?))*";
    private static final String LEXILE_NAME = "(?:lexiles?|nivel lexile|lexile level)";
    private static final String READER_NAME = "(?:ar|a\\.r\\.|accelerated reader|atos)";

    private static final Pattern LEXILE = either(LEXILE_NAME, range(LEXILE_NUMBER));
    private static final Pattern LEXILE_ALONE = Pattern.compile(
            "(?:br|ad|nc|hl|ig|gn|np)?\\s?\\d{1,4}l(?:" + TO + "\\d{1,4}l?)?|\\d{1,4}" + TO + "\\d{1,4}l");
    private static final Pattern LEXILE_RANGE = Pattern.compile(range(LEXILE_NUMBER));
    private static final Pattern READER = either(READER_NAME, range(DECIMAL));
    private static final Pattern GRADE = Pattern.compile(
            "(?:grades?|grados?)\\s" + range(ORDINAL) + WORDS + "|" + range(ORDINAL) + "\\s(?:grade|grado)" + WORDS);
    private static final Pattern KINDERGARTEN = Pattern.compile("(?:kindergarten|kinder)" + WORDS);

    /** One Lexile number means from 100 below to 50 above, as MetaMetrics advises. */
    private static final int LEXILE_BELOW = 100;

    private static final int LEXILE_ABOVE = 50;
    /** In tenths. */
    private static final int READER_NEAR = 3;

    private LevelText() {}

    static Optional<ByLevel> of(String text) {
        var plain = NumberWords.ordinalsAsDigits(text.toLowerCase(Locale.ROOT).strip());
        if (KINDERGARTEN.matcher(plain).matches()) return Optional.of(new ByLevel(Measure.GRADE, 0, 0));
        return lexile(plain).or(() -> reader(plain)).or(() -> grade(plain));
    }

    private static Optional<ByLevel> lexile(String text) {
        var named = LEXILE.matcher(text);
        if (named.matches()) return Optional.of(lexile(named, named.group(2) == null ? 4 : 0));
        if (!LEXILE_ALONE.matcher(text).matches()) return Optional.empty();
        var alone = LEXILE_RANGE.matcher(text);
        return alone.matches() ? Optional.of(lexile(alone, 0)) : Optional.empty();
    }

    private static ByLevel lexile(Matcher found, int before) {
        var from = lexile(found.group(before + 1), found.group(before + 2));
        if (found.group(before + 4) == null)
            return new ByLevel(Measure.LEXILE, from - LEXILE_BELOW, from + LEXILE_ABOVE);
        return sorted(Measure.LEXILE, from, lexile(found.group(before + 3), found.group(before + 4)));
    }

    private static int lexile(String letters, String digits) {
        var number = Integer.parseInt(digits);
        return "br".equals(letters) ? -number : number;
    }

    private static Optional<ByLevel> reader(String text) {
        var found = READER.matcher(text);
        if (!found.matches()) return Optional.empty();
        var before = found.group(1) == null ? 2 : 0;
        var from = tenths(found.group(before + 1));
        if (found.group(before + 2) != null)
            return Optional.of(sorted(Measure.ACCELERATED_READER, from, tenths(found.group(before + 2))));
        return Optional.of(new ByLevel(Measure.ACCELERATED_READER, from - READER_NEAR, from + READER_NEAR));
    }

    private static int tenths(String decimal) {
        return (int) Math.round(Double.parseDouble(decimal.replace(',', '.')) * 10);
    }

    private static Optional<ByLevel> grade(String text) {
        var found = GRADE.matcher(text);
        if (!found.matches()) return Optional.empty();
        var before = found.group(1) == null ? 2 : 0;
        var from = Integer.parseInt(found.group(before + 1));
        var to = found.group(before + 2) == null ? from : Integer.parseInt(found.group(before + 2));
        return Optional.of(sorted(Measure.GRADE, from, to));
    }

    private static ByLevel sorted(Measure measure, int one, int other) {
        return new ByLevel(measure, Math.min(one, other), Math.max(one, other));
    }

    private static String range(String number) {
        return number + "(?:" + TO + number + ")?";
    }

    /** The name before or after the range. */
    private static Pattern either(String name, String range) {
        return Pattern.compile(name + WORDS + "[: ]*" + range + WORDS + "|" + range + "\\s*" + name + WORDS);
    }
}
