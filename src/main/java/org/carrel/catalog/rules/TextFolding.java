package org.carrel.catalog.rules;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reduces text to what matters when two spellings are compared: plain lower-case words with single spaces. */
public final class TextFolding {
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
        var folded = new StringBuilder(decomposed.length());
        for (var i = 0; i < decomposed.length(); i++) {
            var letter = decomposed.charAt(i);
            if (isAccent(letter)) continue;
            var other = letter < 0x80 ? null : LETTERS.get((int) letter);
            if (other == null) folded.append(letter);
            else folded.append(other);
        }
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    /** Accents of Latin, Greek and Cyrillic, Hebrew points, Arabic vowels. Vowel signs of Indic scripts are letters and stay. */
    private static boolean isAccent(char c) {
        if (c < 0x300) return false;
        return c <= 0x36F
                || c >= 0x591 && c <= 0x5C7 && c != 0x5BE && c != 0x5C0 && c != 0x5C3 && c != 0x5C6
                || c >= 0x64B && c <= 0x65F
                || c == 0x670
                || c >= 0x1AB0 && c <= 0x1AFF
                || c >= 0x1DC0 && c <= 0x1DFF
                || c >= 0x20D0 && c <= 0x20FF
                || c >= 0xFE20 && c <= 0xFE2F;
    }
}
