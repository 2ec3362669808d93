package org.carrel.catalog.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.carrel.catalog.CallNumber;

/** Call numbers in one line of text: as some systems store them, and as people type them. */
public final class CallNumberText {
    private static final Pattern DEWEY_TYPED = Pattern.compile("[0-9]{3}(?:\\.[0-9]+)?");
    private static final Pattern LC_CUTTER = Pattern.compile("\\.?[A-Z][0-9].*", Pattern.CASE_INSENSITIVE);
    private static final Pattern LC_START =
            Pattern.compile("([A-HJ-NP-VWZ][A-Z]{0,2})([0-9]{1,4})(?![0-9]).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern LC_LETTERS = Pattern.compile("[A-HJ-NP-VWZ][A-Z]{0,2}", Pattern.CASE_INSENSITIVE);
    private static final Pattern SUFFIX_MARK =
            Pattern.compile("(?:v|vol|c|no|pt|bk|copy|ser|t|yr)\\.?|#|copy|ed\\.", Pattern.CASE_INSENSITIVE);
    private static final Pattern SUFFIX_WHOLE = Pattern.compile(
            "(?:v|vol|c|no|pt|bk|t)\\.[0-9].*|(?:v|vol|no|pt|bk)[0-9]+|#[0-9].*", Pattern.CASE_INSENSITIVE);
    private static final Pattern YEAR = Pattern.compile("1[5-9][0-9]{2}|20[0-9]{2}");
    /** PZ7 .R79, QA76.73: class letters, number, and a point with more behind it. */
    private static final Pattern LC_TYPED = Pattern.compile(
            "(?:[A-HJ-NP-VZ][A-Z]?|D[A-Z]{2}|K[A-Z]{2}) ?[0-9]{1,4}(?:\\.[0-9]+)? ?\\. ?[A-Z][0-9]+(?: .{1,20})?|[A-HJ-NP-VZ][A-Z] ?[0-9]{1,4}\\.[0-9]+",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CUTTER_TYPED = Pattern.compile("[\\p{L}'’]{3}");

    /** Section and prefix labels that are no words: "picture day" and "spanish 101" are titles. */
    private static final Set<String> TYPED_SECTIONS = Set.of("E", "ER", "FIC", "F", "GN", "SC", "B", "BIO", "BIOG");

    private static final Set<String> TYPED_PREFIXES =
            Set.of("REF", "R", "SP", "SPA", "J", "JUV", "YA", "PRO", "PROF", "LP", "DVD", "CD", "AV", "BCD");

    private CallNumberText() {}

    /** Takes a label apart; {@link CallNumber#text()} of the result reads like the label. */
    public static CallNumber split(String label) {
        var words = words(label);
        if (words.isEmpty()) return CallNumber.NONE;
        var prefixes = prefixes(words);
        var rest = words.subList(prefixes, words.size());
        var classes = classWords(rest);
        var behind = rest.subList(classes, rest.size());
        var isLc = isLc(rest);
        var suffix = suffixStart(behind, isLc);
        return new CallNumber(
                String.join(" ", words.subList(0, prefixes)),
                String.join(" ", rest.subList(0, classes)),
                String.join(" ", behind.subList(0, suffix)),
                String.join(" ", behind.subList(suffix, behind.size())));
    }

    /**
     * Is this typed text a call number rather than words? "599.5", "fic row", "e 551.21", "b lin" and "PZ7 .R79" are;
     * "e", "it" and "1984" are titles.
     */
    public static boolean looksLikeCallNumber(String typed) {
        var text = FieldText.clean(typed);
        if (LC_TYPED.matcher(text).matches()) return true;
        var words = words(text);
        var prefixes = 0;
        while (prefixes < words.size() - 1 && TYPED_PREFIXES.contains(upper(words.get(prefixes)))) prefixes++;
        var rest = words.subList(prefixes, words.size());
        return !rest.isEmpty() && rest.size() <= 5 && startsLikeCallNumber(rest);
    }

    /** The start that the shelf keys of all copies under this typed call number share; empty when it is none. */
    public static Optional<String> prefixKey(String typed) {
        return looksLikeCallNumber(typed) ? Optional.of(ShelfKey.of(split(typed))) : Optional.empty();
    }

    private static boolean startsLikeCallNumber(List<String> words) {
        var first = words.getFirst();
        if (DEWEY_TYPED.matcher(first).matches()) {
            var whole = !first.contains(".");
            return words.size() == 1
                    || (CUTTER_TYPED.matcher(words.get(1)).matches()
                            && (!whole || words.size() == 2 || isSuffix(words, 2)));
        }
        if (!TYPED_SECTIONS.contains(upper(first))) return false;
        if (words.size() == 1) return first.equalsIgnoreCase("fic") || first.equalsIgnoreCase("gn");
        var second = words.get(1);
        if (DEWEY_TYPED.matcher(second).matches())
            return words.size() == 2 || words.get(2).length() <= 3;
        return CUTTER_TYPED.matcher(second).matches() && (words.size() == 2 || isSuffix(words, 2));
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    private static boolean isSuffix(List<String> words, int at) {
        return suffixStart(words.subList(at, words.size()), false) == 0;
    }

    private static List<String> words(String label) {
        var words = new ArrayList<String>();
        for (var word : FieldText.clean(label).split(" ", -1)) {
            if (Isbd.hasWords(word) || word.equals("#")) words.add(word);
        }
        return words;
    }

    /** Known prefixes, as long as something follows; a section before a Dewey number is a prefix too. */
    private static int prefixes(List<String> words) {
        var count = 0;
        while (count < words.size() - 1
                && CallNumberPrefix.isKnown(words.get(count))
                && !isLc(words.subList(count, words.size()))) count++;
        var section = count < words.size() - 1 && Section.of(words.get(count)).isPresent();
        var beforeDewey = section && DEWEY_TYPED.matcher(words.get(count + 1)).matches();
        return beforeDewey && !isLc(words.subList(count, words.size())) ? count + 1 : count;
    }

    private static int classWords(List<String> words) {
        var apart = words.size() > 1 && LC_LETTERS.matcher(words.getFirst()).matches() && isLc(words);
        return apart ? 2 : Math.min(1, words.size());
    }

    /** "ML 410 M82", "PZ7.R79", "QA76.73 .J38": a number, and a cutter of letter and digits after it. */
    private static boolean isLc(List<String> words) {
        var first = words.getFirst();
        if (LC_START.matcher(first).matches()) return true;
        if (words.size() < 3 || !LC_LETTERS.matcher(first).matches()) return false;
        var number = words.get(1).toUpperCase(Locale.ROOT);
        return number.matches("[0-9]{1,4}(\\.[0-9]+)?(\\.[A-Z][0-9]+)?")
                && LC_CUTTER.matcher(words.get(2)).matches();
    }

    private static int suffixStart(List<String> words, boolean yearIsCutter) {
        for (var at = 0; at < words.size(); at++) {
            var word = words.get(at);
            if (SUFFIX_WHOLE.matcher(word).matches()) return at;
            if (!yearIsCutter && YEAR.matcher(word).matches()) return at;
            var next = at + 1 < words.size() ? words.get(at + 1) : "";
            if (SUFFIX_MARK.matcher(word).matches() && !next.isEmpty() && Character.isDigit(next.charAt(0))) return at;
        }
        return words.size();
    }
}
