package org.carrel.catalog.rules;

import java.text.Normalizer;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.carrel.catalog.MarcRecord;

/** The year of this edition: from 008/06-14 when it can be believed, else from the date as printed. */
final class YearRules {
    private static final int FIRST = 1000;
    /** A range of more years than this ("between 1900 and 1999") is no year. */
    private static final int WIDEST_RANGE = 20;

    private static final Pattern CODED = Pattern.compile("[0-9]{4}");
    private static final Pattern CORRECTED = Pattern.compile(
            "(?:i\\.\\s?e\\.?|that is|d\\.\\s?h\\.|c\\.-à-d\\.|repr(?:int(?:ed)?)?\\.?)\\s*,?\\s*[c©]?\\s*([0-9]{4})(?![0-9])");
    /** "2024 [1967]": another calendar or a misprint, and what it means. */
    private static final Pattern EXPLAINED = Pattern.compile("[0-9]{4}\\s*\\[\\s*[c©]?([0-9]{4})\\??\\s*\\]");

    private static final Pattern YEAR = Pattern.compile("(?<![0-9])([0-9]{4})(?![0-9])");
    private static final Pattern ROMAN = Pattern.compile("(?<![A-Za-z])([MDCLXVI]{4,})(?![A-Za-z])");
    private static final Pattern BEFORE_CHRIST = Pattern.compile("B\\.?\\s?C\\.?", Pattern.CASE_INSENSITIVE);

    private final int last;

    /** @param thisYear books of the coming year are on sale already; anything later is a slip */
    YearRules(int thisYear) {
        this.last = thisYear + 1;
    }

    OptionalInt of(MarcRecord record, String printed) {
        var coded = coded(FixedField.of(record, "008"));
        return coded.isPresent() ? coded : printed(printed);
    }

    OptionalInt coded(FixedField fixed) {
        var first = year(fixed.slice(7, 11));
        var second = year(fixed.slice(11, 15));
        return switch (fixed.at(6)) {
            case 'b', 'n' -> OptionalInt.empty();
            case 'r' -> later(first, second);
            case 'q' -> ofRange(first, second);
            default -> first;
        };
    }

    OptionalInt printed(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        if (BEFORE_CHRIST.matcher(plain).find()) return OptionalInt.empty();
        for (var pattern : new Pattern[] {CORRECTED, EXPLAINED, YEAR}) {
            var matcher = pattern.matcher(plain);
            while (matcher.find()) {
                var year = year(matcher.group(1));
                if (year.isPresent()) return year;
            }
        }
        var roman = ROMAN.matcher(plain.replaceAll("(?<=[MDCLXVI])[. ](?=[MDCLXVI])", ""));
        return roman.find() ? believed(RomanNumerals.parse(roman.group(1))) : OptionalInt.empty();
    }

    /** A reprint comes after its original, whichever way round they were coded. */
    private static OptionalInt later(OptionalInt one, OptionalInt other) {
        if (one.isEmpty() || other.isEmpty()) return one;
        return one.getAsInt() >= other.getAsInt() ? one : other;
    }

    private static OptionalInt ofRange(OptionalInt from, OptionalInt to) {
        if (from.isEmpty() || to.isEmpty()) return OptionalInt.empty();
        return to.getAsInt() - from.getAsInt() <= WIDEST_RANGE ? from : OptionalInt.empty();
    }

    private OptionalInt year(String digits) {
        return CODED.matcher(digits).matches()
                ? believed(OptionalInt.of(Integer.parseInt(digits)))
                : OptionalInt.empty();
    }

    private OptionalInt believed(OptionalInt year) {
        return year.isPresent() && year.getAsInt() >= FIRST && year.getAsInt() <= last ? year : OptionalInt.empty();
    }
}
