package org.carrel.search.index;

import java.util.regex.Pattern;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;

/**
 * Makes two spellings of the same words the same text, before it is cut into words: case, accents, width, ligatures
 * and invisible characters go (Unicode UTR 30 and NFKC), "&" is "and", "20,000" is "20000", "C#" stays a word.
 */
final class Folding {
    /** What the word boundaries of UAX 29 would leave inside a word: "a_b", "a:b", "j.k.", "1;2". */
    private static final Pattern INSIDE_LETTERS = Pattern.compile("(?<=[\\p{L}\\p{M}])[.:_](?=\\p{L})");

    private static final Pattern DIGIT_GROUP = Pattern.compile("(?<=\\d),(?=\\d{3}(?!\\d))");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("(?<=\\d)[,;](?=\\d)");
    private static final Pattern PLUS_PLUS = Pattern.compile("(?<![\\p{L}\\p{N}])c\\+\\+(?![\\p{L}\\p{N}])");
    private static final Pattern SHARP = Pattern.compile("(?<![\\p{L}\\p{N}])([a-h])#(?![\\p{L}\\p{N}])");

    private Folding() {}

    /** Patterns are only tried on a text that has their characters: most have none, and folding is what indexing does most. */
    static String fold(String text) {
        var folded = letters(ICUFoldingFilter.NORMALIZER.normalize(withPlainCharacters(text)));
        if (folded.indexOf(',') >= 0 || folded.indexOf(';') >= 0) {
            folded = DIGIT_GROUP.matcher(folded).replaceAll("");
            folded = BETWEEN_DIGITS.matcher(folded).replaceAll(" ");
        }
        if (folded.contains("c++")) folded = PLUS_PLUS.matcher(folded).replaceAll("cplusplus");
        if (folded.indexOf('#') >= 0) folded = SHARP.matcher(folded).replaceAll("$1sharp");
        if (mayBeInsideLetters(folded)) folded = INSIDE_LETTERS.matcher(folded).replaceAll(" ");
        return folded.replace("&", " and ").replace('_', ' ').replace("·", "");
    }

    /** Controls and lone surrogates are spaces, every apostrophe is the plain one. */
    private static String withPlainCharacters(String text) {
        StringBuilder changed = null;
        for (var i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            var plain = plain(text, i, character);
            if (plain == character) continue;
            if (changed == null) changed = new StringBuilder(text);
            changed.setCharAt(i, plain);
        }
        return changed == null ? text : changed.toString();
    }

    private static char plain(String text, int at, char character) {
        return switch (character) {
            case '’', '‘', '‛', 'ʼ', 'ʻ', 'ʹ', '′', '＇', '`', '´', 'ꞌ' -> '\'';
            case '♯' -> '#';
            default -> Character.isISOControl(character) || isLoneSurrogate(text, at, character) ? ' ' : character;
        };
    }

    private static boolean isLoneSurrogate(String text, int at, char character) {
        if (Character.isHighSurrogate(character)) {
            return at + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(character) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }

    private static boolean mayBeInsideLetters(String text) {
        for (var i = 1; i + 1 < text.length(); i++) {
            var character = text.charAt(i);
            var mark = character == '.' || character == ':' || character == '_';
            if (mark && text.charAt(i + 1) > ' ' && text.charAt(i - 1) > ' ') return true;
        }
        return false;
    }

    /** Letters that no Unicode mapping takes apart, though people type them so. */
    private static String letters(String text) {
        var out = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            switch (letter) {
                case 'æ', 'ǽ' -> out.append("ae");
                case 'œ' -> out.append("oe");
                case 'þ' -> out.append("th");
                case 'ø' -> out.append('o');
                case 'ł' -> out.append('l');
                case 'đ', 'ð' -> out.append('d');
                case 'ı' -> out.append('i');
                case 'ħ' -> out.append('h');
                case 'ŋ' -> out.append('n');
                case 'ŧ' -> out.append('t');
                default -> out.append(letter);
            }
        }
        return out.toString();
    }
}
