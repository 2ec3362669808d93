package org.carrel.patrons.rules;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names as they are typed: Zoë is found as zoe, O’Neill as oneill, o'neill or neill, Nguyễn as nguyen, Müller-Lüdenscheidt as
 * muller, mueller or ludenscheidt.
 */
public final class NameFolding {
    /** Longest word that is kept, in characters. */
    public static final int LONGEST = 64;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    /** Straight and typographic ones, okina, modifier letters, grave and acute. */
    private static final Pattern APOSTROPHES = Pattern.compile("['’‘ʼʻʽ`´′＇]");

    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("ß", "ss"),
            Map.entry("æ", "ae"),
            Map.entry("œ", "oe"),
            Map.entry("ø", "o"),
            Map.entry("ł", "l"),
            Map.entry("đ", "d"),
            Map.entry("ð", "d"),
            Map.entry("þ", "th"),
            Map.entry("ı", "i"),
            Map.entry("ħ", "h"));

    private NameFolding() {}

    /** The words by which somebody with these names is found, each at most {@link #LONGEST} long. */
    public static Set<String> words(List<String> names) {
        var words = new LinkedHashSet<String>();
        for (var name : names) {
            var lower = lower(name);
            for (var part : GAPS.split(APOSTROPHES.matcher(lower).replaceAll(""))) add(words, plain(part));
            for (var part : GAPS.split(APOSTROPHES.matcher(lower).replaceAll(" "))) add(words, plain(part));
            for (var part : name.strip().split("\\s+"))
                add(words, typed(part).stream().reduce("", String::concat));
            var spelledOut = umlauts(lower);
            if (!spelledOut.equals(lower)) {
                for (var part : GAPS.split(APOSTROPHES.matcher(spelledOut).replaceAll(""))) add(words, plain(part));
            }
        }
        return words;
    }

    /** The words of what somebody typed; each must begin a word of the name. */
    public static List<String> typed(String text) {
        var together = APOSTROPHES.matcher(lower(text)).replaceAll("");
        return Stream.of(GAPS.split(together))
                .map(NameFolding::plain)
                .filter(word -> !word.isEmpty())
                .map(NameFolding::cut)
                .distinct()
                .toList();
    }

    private static void add(Set<String> words, String word) {
        if (!word.isEmpty()) words.add(cut(word));
    }

    private static String lower(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** As German names are written where there are no umlauts. */
    private static String umlauts(String lower) {
        return lower.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue");
    }

    private static String plain(String lower) {
        var folded =
                MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll("");
        for (var letter : LETTERS.entrySet()) folded = folded.replace(letter.getKey(), letter.getValue());
        return folded;
    }

    private static String cut(String word) {
        if (word.length() <= LONGEST) return word;
        var end = Character.isHighSurrogate(word.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return word.substring(0, end);
    }
}
