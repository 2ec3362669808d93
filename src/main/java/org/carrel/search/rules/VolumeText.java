package org.carrel.search.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.carrel.search.rules.Wish.ByVolume;

/** A series and a number: "harry potter book seven", "magic tree house 10", "third harry potter book". */
final class VolumeText {
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern DECIMAL = Pattern.compile("#?\\d{1,3}\\.\\d");
    private static final Set<String> MARKS = Set.of(
            "book", "books", "bk", "bk.", "#", "no", "no.", "number", "num", "nr", "vol", "vol.", "volume", "v", "v.",
            "part", "pt", "episode", "issue", "libro", "numero", "número", "tomo", "volumen", "parte", "in", "of", "de",
            "the", "series", "serie", "el", "la");
    /** The largest number of a volume: more is a year. */
    private static final int LARGEST = 999;

    private VolumeText() {}

    static Optional<ByVolume> of(String text) {
        var words = List.of(SPACE.split(
                text.strip().toLowerCase(Locale.ROOT).replaceAll("[,;:]", " ").strip()));
        if (words.size() < 2) return Optional.empty();
        var at = numberAt(words);
        if (at < 0) return Optional.empty();
        var number = number(words.get(at)).orElseThrow();
        var series = series(words, at);
        return series.stream().noneMatch(VolumeText::hasLetter)
                ? Optional.empty()
                : Optional.of(new ByVolume(String.join(" ", series), number));
    }

    /** At the end, or at the start of a text that says "book" too. */
    private static int numberAt(List<String> words) {
        var last = words.size() - 1;
        while (last > 0 && MARKS.contains(words.get(last))) last--;
        if (last > 0 && number(words.get(last)).isPresent()) return last;
        var first = 0;
        while (first < last && MARKS.contains(words.get(first))) first++;
        var marked = words.stream().anyMatch(word -> !word.equals("the") && MARKS.contains(word));
        return marked && first < last && number(words.get(first)).isPresent() ? first : -1;
    }

    private static List<String> series(List<String> words, int at) {
        var before = new ArrayList<>(words.subList(0, at));
        while (!before.isEmpty() && MARKS.contains(before.getLast())) before.removeLast();
        if (!before.isEmpty()) return before;
        var after = new ArrayList<>(words.subList(at + 1, words.size()));
        while (!after.isEmpty() && MARKS.contains(after.getLast())) after.removeLast();
        while (!after.isEmpty() && MARKS.contains(after.getFirst())) after.removeFirst();
        return after;
    }

    private static boolean hasLetter(String word) {
        return word.chars().anyMatch(Character::isLetter);
    }

    private static Optional<String> number(String word) {
        if (DECIMAL.matcher(word).matches()) return Optional.of(word.replace("#", ""));
        return NumberWords.of(word).filter(number -> number <= LARGEST).map(String::valueOf);
    }
}
