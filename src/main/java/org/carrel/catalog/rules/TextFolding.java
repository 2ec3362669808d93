package org.carrel.catalog.rules;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reduces text to what matters when two spellings are compared: plain lower-case words with single spaces. */
public final class TextFolding {
    /** Accents of Latin, Greek and Cyrillic, Hebrew points, Arabic vowels. Vowel signs of Indic scripts are letters and stay. */
    private static final Pattern ACCENTS = Pattern.compile(
            "[\\u0300-\\u036F\\u0591-\\u05BD\\u05BF\\u05C1\\u05C2\\u05C4\\u05C5\\u05C7\\u064B-\\u065F\\u0670"
                    + "\\u1AB0-\\u1AFF\\u1DC0-\\u1DFF\\u20D0-\\u20FF\\uFE20-\\uFE2F]");

    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    /** Apostrophes, primes and the modifier letters that transliteration uses for ayn, alif and soft signs. */
    private static final Pattern APOSTROPHES =
            Pattern.compile("['`\\u00B4\\u2018\\u2019\\u201B\\u2032\\u02B9-\\u02BF\\u02EE]");

    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    /** Letters that Unicode does not decompose. */
    private static final Map<Integer, String> LETTERS = Map.ofEntries(
            Map.entry((int) 'ł', "l"),
            Map.entry((int) 'ø', "o"),
            Map.entry((int) 'đ', "d"),
            Map.entry((int) 'ð', "d"),
            Map.entry((int) 'þ', "th"),
            Map.entry((int) 'ß', "ss"),
            Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'ı', "i"),
            Map.entry((int) 'ħ', "h"),
            Map.entry((int) 'ŋ', "n"),
            Map.entry((int) 'ŧ', "t"),
            Map.entry((int) 'ĸ', "k"),
            Map.entry((int) 'ơ', "o"),
            Map.entry((int) 'ư', "u"));

    private TextFolding() {}

    /** Lower-case words without accents, apostrophes and punctuation; {@code &} is "and". Empty for punctuation only. */
    public static String fold(String text) {
        return isAscii(text) ? foldAscii(text) : foldUnicode(text);
    }

    private static boolean isAscii(String text) {
        for (var i = 0; i < text.length(); i++) if (text.charAt(i) > 0x7E) return false;
        return true;
    }

    /** The same in one pass: most titles are plain. */
    private static String foldAscii(String text) {
        var folded = new StringBuilder(text.length());
        var pending = false;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '\'' || c == '`') continue;
            if (!Character.isLetterOrDigit(c) && c != '&') {
                pending = true;
                continue;
            }
            if ((pending || c == '&') && !folded.isEmpty()) folded.append(' ');
            if (c == '&') folded.append("and");
            else folded.append(Character.toLowerCase(c));
            pending = c == '&';
        }
        return folded.toString();
    }

    private static String foldUnicode(String text) {
        var plain = INVISIBLE.matcher(plain(text)).replaceAll("");
        var joined = APOSTROPHES.matcher(plain.replace("&", " and ")).replaceAll("");
        return NOT_WORD.matcher(joined).replaceAll(" ").strip();
    }

    /** Lower case without accents, punctuation kept. */
    static String plain(String text) {
        if (isAscii(text)) return text.toLowerCase(Locale.ROOT);
        var decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var bare = ACCENTS.matcher(decomposed).replaceAll("");
        var folded = new StringBuilder(bare.length());
        bare.codePoints().forEach(letter -> {
            var other = LETTERS.get(letter);
            if (other == null) folded.appendCodePoint(letter);
            else folded.append(other);
        });
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }
}
