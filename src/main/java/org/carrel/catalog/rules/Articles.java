package org.carrel.catalog.rules;

import static java.util.Map.entry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Where a title starts to be filed: past the initial article and past leading punctuation. */
public final class Articles {
    private static final Map<String, List<String>> BY_LANGUAGE = Map.ofEntries(
            entry("eng", List.of("a", "an", "the")),
            entry("spa", List.of("el", "la", "los", "las", "lo", "un", "una", "unos", "unas")),
            entry("fre", List.of("le", "la", "les", "l'", "un", "une", "des")),
            entry("ger", List.of("der", "die", "das", "ein", "eine")),
            entry("ita", List.of("il", "lo", "la", "i", "gli", "le", "l'", "gl'", "un", "uno", "una", "un'")),
            entry("por", List.of("o", "a", "os", "as", "um", "uma", "uns", "umas")),
            entry("dut", List.of("de", "het", "een", "'t", "'n")),
            entry("cat", List.of("el", "la", "els", "les", "l'", "un", "una")),
            entry("swe", List.of("en", "ett", "den", "det", "de")),
            entry("dan", List.of("en", "et", "den", "det", "de")),
            entry("nor", List.of("en", "et", "ei", "den", "det", "de")),
            entry("hun", List.of("a", "az", "egy")),
            entry("rum", List.of("un", "o")),
            entry("tgl", List.of("ang", "mga")),
            entry("fil", List.of("ang", "mga")),
            entry("haw", List.of("he", "ka", "ke", "na")),
            entry("wel", List.of("y", "yr")),
            entry("gle", List.of("an", "na")),
            entry("afr", List.of("die", "'n")));

    /** "A" followed by one of these is the letter, not the article: "A is for apple", "A to Z". */
    private static final Set<String> AFTER_LETTER = Set.of(
            "is", "was", "to", "for", "and", "or", "in", "from", "through", "thru", "b", "z", "an", "the", "de", "es");

    /** Places whose article is part of the name. */
    private static final List<String> NAMES = List.of(
            "el salvador",
            "el paso",
            "el dorado",
            "el nino",
            "la paz",
            "la rochelle",
            "la fontaine",
            "la mancha",
            "los angeles",
            "los alamos",
            "las vegas",
            "le havre",
            "le mans",
            "den haag",
            "des moines");

    private Articles() {}

    /**
     * The title as it is filed; never empty unless the title is.
     *
     * @param nonfiling 245 second indicator: 1 to 9 says how many characters to skip and is believed, unless it points
     *     past the end or into the middle of a word; otherwise the articles of the language decide
     * @param language MARC code, empty when unknown: then the English articles count
     */
    public static String filing(String title, char nonfiling, String language) {
        var skip = believable(title, nonfiling) ? nonfiling - '0' : 0;
        var rest = skip > 0 ? title.substring(title.offsetByCodePoints(0, skip)) : withoutArticle(title, language);
        var filed = withoutLeadingPunctuation(rest);
        if (!filed.isEmpty()) return filed;
        var whole = withoutLeadingPunctuation(title);
        return whole.isEmpty() ? title : whole;
    }

    /** The title without an initial article of the language, as far as that can be told without an indicator. */
    static String withoutArticle(String title, String language) {
        var start = withoutQuotes(title);
        var plain = TextFolding.plain(start).replace('’', '\'');
        if (isName(plain)) return title;
        for (var article : BY_LANGUAGE.getOrDefault(language.isEmpty() ? "eng" : language, List.of())) {
            if (follows(plain, article))
                return start.substring(article.length()).strip();
        }
        return title;
    }

    /** How many characters the initial article and its space take, leading quotes included; 0 when there is none. */
    static int skip(String title, String language) {
        var whole = title.stripTrailing();
        var rest = withoutArticle(whole, language);
        return rest.length() == whole.length() ? 0 : whole.codePointCount(0, whole.length() - rest.length());
    }

    /** Are there articles to look for in this language? */
    static boolean knows(String language) {
        return BY_LANGUAGE.containsKey(language);
    }

    /** Does a nonfiling indicator of 1 to 9 point to the start of a word inside the title? */
    static boolean believable(String title, char nonfiling) {
        if (nonfiling < '1' || nonfiling > '9') return false;
        var skip = nonfiling - '0';
        if (skip >= title.codePointCount(0, title.length())) return false;
        var at = title.offsetByCodePoints(0, skip);
        var before = title.codePointBefore(at);
        return !(isLatin(before) && isLatin(title.codePointAt(at))) && Isbd.hasWords(title.substring(at));
    }

    private static boolean isName(String plain) {
        for (var name : NAMES) if (plain.startsWith(name)) return true;
        return false;
    }

    private static boolean follows(String plain, String article) {
        if (!plain.startsWith(article)) return false;
        var rest = plain.substring(article.length());
        if (article.endsWith("'") && article.length() > 1) return Isbd.hasWords(rest);
        if (!rest.startsWith(" ")) return false;
        var next = rest.strip().split("[\\s,]+", 2)[0].toLowerCase(Locale.ROOT);
        if (!Isbd.hasWords(rest) || !Character.isLetterOrDigit(next.codePointAt(0))) return false;
        return !(article.length() == 1 && (AFTER_LETTER.contains(next) || next.length() == 1));
    }

    private static String withoutQuotes(String title) {
        var start = 0;
        while (start < title.length() && "\"“«¿¡[(".indexOf(title.charAt(start)) >= 0) start++;
        return title.substring(start).strip();
    }

    private static String withoutLeadingPunctuation(String title) {
        var start = 0;
        while (start < title.length()) {
            var c = title.codePointAt(start);
            if (Isbd.hasWords(Character.toString(c))) return title.substring(start);
            start += Character.charCount(c);
        }
        return "";
    }

    private static boolean isLatin(int c) {
        return Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
    }
}
