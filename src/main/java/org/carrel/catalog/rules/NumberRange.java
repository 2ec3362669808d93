package org.carrel.catalog.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * "Grades 3-6", "K-3", "8 years and up": the school grades or ages something is meant for.
 *
 * @param from K is 0 and the year before it -1
 * @param to null when open ("and up")
 */
record NumberRange(int from, @Nullable Integer to) {
    private static final int LAST_GRADE = 12;
    private static final int LAST_AGE = 21;
    private static final int MONTHS = 12;
    private static final String NUMBER = "(pk|k|[0-9]{1,3})(?:\\.[0-9]+)?";
    private static final Pattern AGE_IN_MONTHS = Pattern.compile("month|\\bmos\\b|meses");
    private static final Pattern RANGE =
            Pattern.compile("(?<![a-z0-9.])" + NUMBER + "(?![a-z0-9])\\s*(?:-\\s*" + NUMBER + "(?![a-z0-9])|(\\+))?");

    /** What people write in words, and the sign that means it; in this order. */
    private record Wording(Pattern pattern, String sign) {
        static Wording of(String pattern, String sign) {
            return new Wording(Pattern.compile(pattern), sign);
        }
    }

    private static final List<Wording> WORDINGS = List.of(
            Wording.of("\\bpre-?\\s?k(indergarten)?\\b|\\bpreschool\\b|\\bp-?k\\b", "pk"),
            Wording.of("\\bkinder(garten)?\\b|\\bkg\\b", "k"),
            Wording.of("\\b([0-9]{1,2})(st|nd|rd|th)\\b", "$1"),
            Wording.of(
                    "\\s*(?:\\b(?:and|&)\\s+)?\\b(?:up|older|over|above)\\b|\\s*&\\s*up\\b|\\s+en adelante|\\s+y mas",
                    "+"),
            Wording.of("[\\u2010-\\u2015]|\\b(?:to|through|thru|a)\\b", "-"),
            Wording.of(
                    "\\b(?:grades?|gr|years?|yrs?|ages?|anos|edad(?:es)?|grados?|old|level|months?|mos|meses)\\b\\.?:?",
                    " "),
            Wording.of("\\s+", " "),
            Wording.of(" ?\\+ ?", "+"));

    /** Interest grades as 521 with first indicator 2 has them. */
    static Optional<NumberRange> grades(String text) {
        var plain = plain(text);
        if (plain.contains("middle school")) return Optional.of(new NumberRange(6, 8));
        if (plain.contains("high school")) return Optional.of(new NumberRange(9, LAST_GRADE));
        return parse(plain).filter(range -> range.within(-1, LAST_GRADE));
    }

    /** Interest ages in years, as 521 with first indicator 1 has them. */
    static Optional<NumberRange> ages(String text) {
        var plain = plain(text);
        var range = parse(plain);
        var years = AGE_IN_MONTHS.matcher(text.toLowerCase(Locale.ROOT)).find()
                ? range.map(found -> found.monthsToYears(TextFolding.plain(text).matches("(?s).*(year|ano).*")))
                : range;
        return years.filter(found -> found.within(0, LAST_AGE));
    }

    private static Optional<NumberRange> parse(String plain) {
        var matcher = RANGE.matcher(plain);
        if (!matcher.find()) return Optional.empty();
        var from = value(matcher.group(1));
        if (matcher.group(3) != null) return Optional.of(new NumberRange(from, null));
        var to = matcher.group(2) == null ? from : value(matcher.group(2));
        return Optional.of(new NumberRange(Math.min(from, to), Math.max(from, to)));
    }

    private static int value(String number) {
        return switch (number) {
            case "pk" -> -1;
            case "k" -> 0;
            default -> Integer.parseInt(number);
        };
    }

    private static String plain(String text) {
        var plain = TextFolding.plain(text);
        for (var wording : WORDINGS) plain = wording.pattern().matcher(plain).replaceAll(wording.sign());
        return plain.strip();
    }

    /** @param mixed years are stated too: then only numbers that no baby has in years are months */
    private NumberRange monthsToYears(boolean mixed) {
        var first = mixed && from < MONTHS ? from : from / MONTHS;
        if (to == null) return new NumberRange(first, null);
        var last = mixed && to < MONTHS ? to : to / MONTHS;
        return new NumberRange(Math.min(first, last), Math.max(first, last));
    }

    private boolean within(int lowest, int highest) {
        return from >= lowest && from <= highest && (to == null || to <= highest);
    }
}
