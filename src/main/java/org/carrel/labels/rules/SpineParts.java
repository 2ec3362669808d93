package org.carrel.labels.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carrel.catalog.CallNumber;
import org.carrel.labels.LabelCopy;
import org.carrel.labels.rules.SpinePart.Break;

/**
 * What stands on a spine, from the top: prefix, class, cutter, suffix, volume, copy. Vendors write whole call numbers into one part, so that
 * parts are looked at, not trusted. Source: the labels of library suppliers; the Library of Congress breaks its numbers at letters, number,
 * each cutter and the year.
 */
public final class SpineParts {
    private static final Pattern DECIMALS = Pattern.compile("[0-9]{1,4}\\.[0-9]+.*");
    /** Letters and number, then a cutter; or nothing but letters and number, written as one. */
    private static final Pattern LC = Pattern.compile(
            "([A-Z]{1,3}) ?([0-9]{1,4}(?:\\.[0-9]+)?) ?(\\.?[A-Z][0-9].*)|([A-Z]{1,3})([0-9]{1,4}(?:\\.[0-9]+)?)");
    /** A cutter begins behind the digits of the one before. */
    private static final Pattern BEFORE_CUTTER = Pattern.compile("(?<=[0-9])(?=\\.?[A-Z][0-9])| ");

    private static final Pattern MARK = Pattern.compile("(?i)(v|vol|no|pt|bk|c|copy|ser|t|ej)\\.?");
    private static final Pattern COPY = Pattern.compile("(?i)(?:c|copy|ej)\\.? ?([0-9]{1,4})");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

    private SpineParts() {}

    public static List<SpinePart> of(LabelCopy copy) {
        var number = copy.callNumber();
        var parts = new ArrayList<SpinePart>();
        words(number.prefix()).forEach(word -> parts.add(part(word)));
        parts.addAll(classAndCutter(number));
        parts.addAll(units(words(number.suffix())));
        var volume = NUMBER.matcher(copy.volume().strip()).matches()
                ? "v. " + copy.volume().strip()
                : copy.volume();
        if (!isSaid(parts, volume)) parts.addAll(units(words(volume)));
        var which = copyText(copy);
        if (!isSaid(parts, which)) parts.add(new SpinePart(which, Break.WORDS));
        return List.copyOf(parts);
    }

    private static List<SpinePart> classAndCutter(CallNumber number) {
        var classWords = words(number.classNumber());
        var cutterWords = words(number.cutter());
        var together = new ArrayList<>(classWords);
        together.addAll(cutterWords);
        var lc = LC.matcher(String.join(" ", together));
        if (lc.matches()) return lc(lc);
        var parts = new ArrayList<>(units(classWords));
        if (cutterWords.size() > 1 && cutterWords.stream().noneMatch(SpineParts::isMark))
            parts.add(new SpinePart(String.join(" ", cutterWords), Break.WORDS));
        else parts.addAll(units(cutterWords));
        return parts;
    }

    private static List<SpinePart> lc(Matcher found) {
        var parts = new ArrayList<SpinePart>();
        var apart = found.group(1) != null;
        parts.add(new SpinePart(found.group(apart ? 1 : 4), Break.NOWHERE));
        parts.add(part(found.group(apart ? 2 : 5)));
        if (apart) parts.addAll(units(List.of(BEFORE_CUTTER.split(found.group(3), 0))));
        return parts;
    }

    /** "v." and "2" stand on one line. */
    private static List<SpinePart> units(List<String> words) {
        var parts = new ArrayList<SpinePart>();
        for (var at = 0; at < words.size(); at++) {
            var word = words.get(at);
            var next = at + 1 < words.size() ? words.get(at + 1) : "";
            if (isMark(word) && !next.isEmpty() && Character.isDigit(next.charAt(0))) {
                parts.add(new SpinePart(word + " " + next, Break.WORDS));
                at++;
            } else parts.add(part(word));
        }
        return parts;
    }

    private static boolean isMark(String word) {
        return MARK.matcher(word).matches();
    }

    private static SpinePart part(String word) {
        return new SpinePart(word, DECIMALS.matcher(word).matches() ? Break.DECIMALS : Break.NOWHERE);
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+")).stream()
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Said when the title has more copies here, or the number is another than the first; empty when nothing is to be said. */
    static String copyText(LabelCopy copy) {
        var typed = String.join(" ", words(copy.copyNumber()));
        var number = COPY.matcher(typed);
        var plain = NUMBER.matcher(typed).matches() ? typed : number.matches() ? number.group(1) : "";
        if (plain.isEmpty()) return typed;
        var value = Integer.parseInt(plain);
        return copy.copies() > 1 || value > 1 ? "c. " + value : "";
    }

    private static boolean isSaid(List<SpinePart> parts, String text) {
        var plain = plain(text);
        return plain.isEmpty()
                || parts.stream().anyMatch(part -> plain(part.text()).equals(plain));
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s.]", "").toLowerCase(Locale.ROOT);
    }
}
