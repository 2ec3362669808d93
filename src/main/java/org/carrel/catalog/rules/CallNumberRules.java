package org.carrel.catalog.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.carrel.catalog.CallNumber;
import org.carrel.catalog.HouseRule.CutterLetters;
import org.carrel.catalog.HouseRule.LanguagePrefix;
import org.carrel.catalog.HouseRule.ReplaceCallNumberPrefix;
import org.carrel.catalog.MarcRecord;

/** House rules about what is printed on the spine. */
final class CallNumberRules {
    private CallNumberRules() {}

    /** Whole words, in the prefix or at the start of the class; F before digits is a Library of Congress class. */
    static CallNumber apply(ReplaceCallNumberPrefix rule, CallNumber number) {
        var from = words(rule.from());
        if (from.isEmpty()) return number;
        return new CallNumber(
                inPrefix(words(number.prefix()), from, rule.to(), number.prefix()),
                inClass(words(number.classNumber()), from, rule.to(), number.classNumber()),
                number.cutter(),
                number.suffix());
    }

    private static String inPrefix(List<String> words, List<String> from, String to, String unchanged) {
        for (var at = 0; at + from.size() <= words.size(); at++) {
            if (isAt(words, at, from)) return replaced(words, at, from.size(), to);
        }
        return unchanged;
    }

    private static String inClass(List<String> words, List<String> from, String to, String unchanged) {
        if (words.size() < from.size() || !isAt(words, 0, from)) return unchanged;
        var next = words.size() > from.size() ? words.get(from.size()) : "";
        var isLc = !next.isEmpty() && (Character.isDigit(next.charAt(0)) || next.charAt(0) == '.');
        return isLc ? unchanged : replaced(words, 0, from.size(), to);
    }

    private static boolean isAt(List<String> words, int at, List<String> from) {
        for (var i = 0; i < from.size(); i++) {
            if (!bare(words.get(at + i)).equalsIgnoreCase(bare(from.get(i)))) return false;
        }
        return true;
    }

    /** [Fic] and F. are FIC and F. */
    private static String bare(String word) {
        var bare = word.replaceAll("^[\\[(]+|[\\])]+$|\\.+$", "");
        return bare.isEmpty() ? word : bare;
    }

    private static String replaced(List<String> words, int at, int count, String to) {
        var all = new ArrayList<>(words.subList(0, at));
        all.addAll(words(to));
        all.addAll(words.subList(at + count, words.size()));
        return String.join(" ", all);
    }

    /** Numbers of Cutter and the Library of Congress keep all their signs. */
    static CallNumber apply(CutterLetters rule, CallNumber number) {
        var capitals = number.cutter().toUpperCase(Locale.ROOT);
        var isName = capitals.codePoints().noneMatch(Character::isDigit);
        return new CallNumber(
                number.prefix(),
                number.classNumber(),
                isName ? letters(capitals, rule.most()) : capitals,
                number.suffix());
    }

    /** The first so many letters with their accents, without the signs between them; a shorter name stays as it is. */
    private static String letters(String name, int most) {
        if (most < 1 || name.codePoints().filter(Character::isLetter).count() <= most) return name;
        var text = new StringBuilder();
        var letters = 0;
        for (var c : name.codePoints().toArray()) {
            var mark = Character.getType(c) == Character.NON_SPACING_MARK;
            if (Character.isLetter(c) && ++letters > most) break;
            if (Character.isLetter(c) || mark && letters > 0) text.appendCodePoint(c);
        }
        return text.toString();
    }

    /** A copy without call number stays without: a prefix alone is none. */
    static CallNumber apply(LanguagePrefix rule, MarcRecord record, CallNumber number) {
        var prefix = words(rule.prefix());
        if (prefix.isEmpty() || number.text().isEmpty() || !isIn(rule.language(), record)) return number;
        if (isThere(words(number.prefix()), prefix) || isThere(words(number.classNumber()), prefix)) return number;
        var joined = (String.join(" ", prefix) + " " + number.prefix()).strip();
        return new CallNumber(joined, number.classNumber(), number.cutter(), number.suffix());
    }

    private static boolean isThere(List<String> words, List<String> prefix) {
        return words.size() >= prefix.size() && isAt(words, 0, prefix);
    }

    private static boolean isIn(String language, MarcRecord record) {
        return LanguageMapping.ofText(record).contains(language);
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : Arrays.asList(FieldText.clean(text).split(" "));
    }
}
