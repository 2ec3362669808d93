package org.carrel.search.index;

import java.util.regex.Pattern;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;

/**
 * Makes two spellings of the same words the same text, before it is cut into words: case, accents, width, ligatures
 * and invisible characters go (Unicode UTR 30 and NFKC), "&" is "and", "20,000" is "20000", "C#" stays a word.
 */
final class Folding {
    private static final Pattern NOT_TEXT = Pattern.compile("[\\p{Cs}\\p{Cc}]");
    private static final Pattern APOSTROPHES = Pattern.compile("[’‘‛ʼʻʹ′＇`´ꞌ]");
    /** What the word boundaries of UAX 29 would leave inside a word: "a_b", "a:b", "j.k.", "1;2". */
    private static final Pattern INSIDE_LETTERS = Pattern.compile("(?<=[\\p{L}\\p{M}])[.:_](?=\\p{L})");

    private static final Pattern DIGIT_GROUP = Pattern.compile("(?<=\\d),(?=\\d{3}(?!\\d))");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("(?<=\\d)[,;](?=\\d)");
    private static final Pattern PLUS_PLUS = Pattern.compile("(?<![\\p{L}\\p{N}])c\\+\\+(?![\\p{L}\\p{N}])");
    private static final Pattern SHARP = Pattern.compile("(?<![\\p{L}\\p{N}])([a-h])#(?![\\p{L}\\p{N}])");

    private Folding() {}

    static String fold(String text) {
        var folded = APOSTROPHES.matcher(NOT_TEXT.matcher(text).replaceAll(" ")).replaceAll("'");
        folded = letters(ICUFoldingFilter.NORMALIZER.normalize(folded.replace('♯', '#')));
        folded = DIGIT_GROUP.matcher(folded).replaceAll("");
        folded = BETWEEN_DIGITS.matcher(folded).replaceAll(" ");
        folded = PLUS_PLUS.matcher(folded).replaceAll("cplusplus");
        folded = SHARP.matcher(folded).replaceAll("$1sharp");
        folded = INSIDE_LETTERS.matcher(folded).replaceAll(" ");
        return folded.replace("&", " and ").replace('_', ' ').replace("·", "");
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
