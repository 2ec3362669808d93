package org.carrel.search.rules;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.carrel.search.Synonym;
import org.carrel.search.Synonym.Sense;

/** All synonyms, ready to be looked up: without accents, plurals and singulars alike, in English and in Spanish. */
public final class Synonyms {
    private static final float SAME = 0.6f;
    private static final float WIDER = 0.35f;
    private static final int LONGEST_PHRASE = 5;
    private static final int MOST_WORDS = 10;
    private static final int MOST = 6;
    private static final Pattern SPACE = Pattern.compile("[^\\p{L}\\p{N}'’/-]+");
    private static final Pattern NOT_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Map<String, List<Rephrasing>> meanings = new HashMap<>();
    private final Set<String> words = new TreeSet<>();

    public Synonyms(Collection<Synonym> synonyms) {
        for (var each : synonyms) {
            add(each.said(), each.means(), each.sense() == Sense.SAME ? SAME : WIDER);
            if (each.sense() == Sense.SAME) add(each.means(), each.said(), SAME);
        }
    }

    private void add(String said, String means, float weight) {
        var list = meanings.computeIfAbsent(key(said), key -> new ArrayList<>());
        if (list.stream().noneMatch(known -> known.text().equals(means))) list.add(new Rephrasing(means, weight));
        words.addAll(List.of(NOT_LETTER.split(plain(said))));
    }

    /** Words that readers say: spelling may be corrected to them too. */
    public Set<String> words() {
        return words;
    }

    /** The text with its phrases said otherwise; empty when there is no synonym in it. */
    public List<Rephrasing> of(String text) {
        var words = List.of(SPACE.split(text.strip()));
        if (words.size() > MOST_WORDS) return List.of();
        var others = new LinkedHashMap<String, Rephrasing>();
        var texts = List.of(new Rephrasing("", 1));
        var at = 0;
        while (at < words.size()) {
            var length = longest(words, at);
            var phrase = String.join(" ", words.subList(at, at + Math.max(1, length)));
            texts = extended(texts, phrase, length == 0 ? List.of() : meanings.getOrDefault(key(phrase), List.of()));
            at += Math.max(1, length);
        }
        texts.stream()
                .filter(other -> other.weight() < 1)
                .sorted((a, b) -> Float.compare(b.weight(), a.weight()))
                .forEach(other -> others.putIfAbsent(other.text(), other));
        return others.values().stream().limit(MOST).toList();
    }

    private static List<Rephrasing> extended(List<Rephrasing> texts, String phrase, List<Rephrasing> meanings) {
        var next = new ArrayList<Rephrasing>();
        for (var text : texts) {
            next.add(joined(text, phrase, 1));
            for (var meaning : meanings) next.add(joined(text, meaning.text(), meaning.weight()));
        }
        return next.stream().limit(4 * MOST).toList();
    }

    /** A text in which two phrases were replaced by the same counts as one that has been replaced once. */
    private static Rephrasing joined(Rephrasing text, String phrase, float weight) {
        return new Rephrasing((text.text() + " " + phrase).strip(), Math.min(text.weight(), weight));
    }

    private int longest(List<String> words, int at) {
        for (var length = Math.min(LONGEST_PHRASE, words.size() - at); length > 0; length--) {
            if (meanings.containsKey(key(String.join(" ", words.subList(at, at + length))))) return length;
        }
        return 0;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }

    private static String key(String text) {
        var key = new StringBuilder();
        for (var word : NOT_LETTER.split(plain(text).replaceAll("['’]s\\b", "s"))) {
            if (!word.isEmpty()) key.append(key.isEmpty() ? "" : " ").append(singular(word));
        }
        return key.toString();
    }

    /** One form for singular and plural; it need not be a word. */
    private static String singular(String word) {
        if (word.length() < 4 || !word.endsWith("s") || word.endsWith("ss")) return word;
        if (word.endsWith("ies") && word.length() > 4) return word.substring(0, word.length() - 3) + "y";
        if (word.endsWith("ces")) return word.substring(0, word.length() - 3) + "z";
        if (word.matches(".*(sh|ch|x|z|[lnrdj])es")) return word.substring(0, word.length() - 2);
        return word.substring(0, word.length() - 1);
    }
}
