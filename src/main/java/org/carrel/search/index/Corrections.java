package org.carrel.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.util.AttributeSource;
import org.carrel.search.index.WordList.Candidate;

/**
 * What a text may have been meant to say. A word that the library has stays as it is, unless the whole text is all but a
 * title: "dairy of a wimpy kid".
 */
final class Corrections {
    private static final int CANDIDATES = 25;
    private static final int MOST_TEXTS = 40;
    private static final int MOST_WORDS = 12;
    private static final int SHORTEST_TITLE = 8;
    private static final int TWO_SLIPS = 10;
    private static final int LONGEST_TITLE = 60;
    private static final int SHORTEST_HALF = 3;
    /** Known words are only taken for another when that is very near. */
    private static final float NEAR = 1.3f;

    private static final int FEW_WORDS = 2;
    private static final float TWO_WORDS = 0.2f;
    private static final float SPLIT = 0.9f;
    /** For a word that is left as it is. */
    private static final float KEPT = 1.5f;

    private static final float JOINED = 0.3f;
    private static final float WHOLE_TITLE = 0.5f;

    private final IndexReader reader;
    private final WordList list;
    private final WordList spoken;
    private final List<String> words;
    private final boolean[] known;

    private Corrections(IndexReader reader, WordList list, WordList spoken, List<List<String>> places)
            throws IOException {
        this.reader = reader;
        this.list = list;
        this.spoken = spoken;
        this.words = places.stream().map(List::getFirst).toList();
        this.known = new boolean[places.size()];
        for (var i = 0; i < known.length; i++) known[i] = isKnown(places, i);
    }

    /** The texts to try, the nearest first; empty when nothing is near. */
    static List<Correction> of(String text, IndexReader reader, WordList list, SpokenWords spoken) throws IOException {
        var places = Analysis.words(text);
        if (places.isEmpty() || places.size() > MOST_WORDS) return List.of();
        var corrections = new Corrections(reader, list, spoken.list(), places);
        var found = new LinkedHashMap<String, Correction>();
        for (var each : corrections.all()) {
            if (!each.text().equals(String.join(" ", corrections.words)))
                found.merge(each.text(), each, (a, b) -> a.distance() <= b.distance() ? a : b);
        }
        return found.values().stream()
                .sorted(Comparator.comparingDouble(Correction::distance))
                .limit(MOST_TEXTS)
                .toList();
    }

    /** Whether the library has every word, or it is no word that could be misspelled. */
    static boolean allKnown(String text, IndexReader reader) throws IOException {
        var places = Analysis.words(text);
        for (var i = 0; i < places.size(); i++) {
            if (!isKnown(places, i, reader)) return false;
        }
        return true;
    }

    private boolean isKnown(List<List<String>> places, int at) throws IOException {
        return spoken.count(places.get(at).getFirst()) > 0 || isKnown(places, at, reader);
    }

    private static boolean isKnown(List<List<String>> places, int at, IndexReader reader) throws IOException {
        for (var word : places.get(at)) {
            if (!WordList.isWord(word)) return true;
            if (has(reader, Fields.ALL, word) || has(reader, Fields.ALL_JOINED, word)) return true;
        }
        var word = places.get(at).getFirst();
        var joinedBefore = at > 0 && has(reader, Fields.ALL, places.get(at - 1).getFirst() + word);
        return joinedBefore
                || at + 1 < places.size()
                        && has(reader, Fields.ALL, word + places.get(at + 1).getFirst());
    }

    private static boolean has(IndexReader reader, String field, String word) throws IOException {
        return reader.docFreq(new Term(field, word)) > 0;
    }

    private List<Correction> all() throws IOException {
        var all = new ArrayList<Correction>();
        var unknown = false;
        for (var each : known) unknown |= !each;
        if (unknown) all.addAll(unknownWords());
        else all.addAll(knownWords());
        wholeTitles().forEach((title, slips) -> all.add(new Correction(title, WHOLE_TITLE * slips, true)));
        return all;
    }

    /** Every unknown word replaced, split, or joined to its neighbour. */
    private List<Correction> unknownWords() throws IOException {
        var texts = List.of(new Correction("", 0, false));
        for (var i = 0; i < words.size(); i++) {
            var next = new ArrayList<Correction>();
            var choices = known[i] ? List.of(new Candidate(words.get(i), 0)) : choices(words.get(i));
            for (var text : texts) {
                for (var choice : choices) next.add(with(text, choice));
            }
            texts = next.stream()
                    .sorted(Comparator.comparingDouble(Correction::distance))
                    .limit(MOST_TEXTS)
                    .toList();
        }
        var all = new ArrayList<>(texts);
        all.addAll(joined());
        return all;
    }

    private static Correction with(Correction text, Candidate choice) {
        var words = text.text().isEmpty() ? choice.word() : text.text() + " " + choice.word();
        return new Correction(words, text.distance() + choice.distance(), false);
    }

    /** What an unknown word may be; the word itself when nothing is near. */
    private List<Candidate> choices(String word) {
        var choices = new ArrayList<>(list.like(word, CANDIDATES));
        choices.addAll(spoken.like(word, CANDIDATES));
        for (var at = SHORTEST_HALF; at <= word.length() - SHORTEST_HALF; at++)
            choices.addAll(split(word.substring(0, at), word.substring(at)));
        if (choices.isEmpty()) choices.add(new Candidate(word, KEPT));
        return choices;
    }

    /** Two words that were written as one; one of them may be misspelled. */
    private List<Candidate> split(String left, String right) {
        var hasLeft = list.count(left) > 0;
        var hasRight = list.count(right) > 0;
        if (hasLeft && hasRight) return List.of(new Candidate(left + " " + right, SPLIT));
        if (hasLeft && left.length() > SHORTEST_HALF)
            return list.like(right, 1).stream()
                    .map(half -> new Candidate(left + " " + half.word(), SPLIT + half.distance()))
                    .toList();
        if (hasRight && right.length() > SHORTEST_HALF)
            return list.like(left, 1).stream()
                    .map(half -> new Candidate(half.word() + " " + right, SPLIT + half.distance()))
                    .toList();
        return List.of();
    }

    /** Two words as one, as it is or corrected: "moking bird". */
    private List<Correction> joined() {
        var all = new ArrayList<Correction>();
        for (var i = 0; i + 1 < words.size(); i++) {
            if (known[i] && known[i + 1]) continue;
            for (var candidate : list.like(words.get(i) + words.get(i + 1), 2)) {
                var text = new ArrayList<>(words.subList(0, i));
                text.add(candidate.word());
                text.addAll(words.subList(i + 2, words.size()));
                all.add(new Correction(String.join(" ", text), candidate.distance() + JOINED, false));
            }
        }
        return all;
    }

    /** One word that exists taken for a near one; of two words, both. */
    private List<Correction> knownWords() {
        if (words.size() < 2) return List.of();
        var near = words.stream()
                .map(word -> list.like(word, CANDIDATES).stream()
                        .filter(candidate -> candidate.distance() <= NEAR)
                        .toList())
                .toList();
        var all = new ArrayList<Correction>();
        for (var i = 0; i < words.size(); i++) {
            for (var first : near.get(i)) {
                var text = new ArrayList<>(words);
                text.set(i, first.word());
                all.add(new Correction(String.join(" ", text), first.distance(), true));
                if (words.size() > FEW_WORDS || i + 1 == words.size()) continue;
                for (var second : near.get(i + 1)) {
                    text.set(i + 1, second.word());
                    var distance = first.distance() + second.distance() + TWO_WORDS;
                    all.add(new Correction(String.join(" ", text), distance, true));
                }
            }
        }
        return all;
    }

    /** Titles and series that differ from the whole text by a slip or two. */
    private Map<String, Integer> wholeTitles() throws IOException {
        var text = String.join(" ", words);
        if (words.size() < 2 || text.length() < SHORTEST_TITLE || text.length() > LONGEST_TITLE) return Map.of();
        var slips = text.length() < TWO_SLIPS ? 1 : 2;
        var found = new LinkedHashMap<String, Integer>();
        var slipping = new Slipping(text, slips);
        for (var field : List.of(Fields.TITLE_START, Fields.SERIES_START, Fields.OTHER_TITLE_START)) {
            var terms = MultiTerms.getTerms(reader, field);
            if (terms == null) continue;
            var near = slipping.in(terms);
            for (var term = near.next(); term != null; term = near.next()) {
                var title = term.utf8ToString();
                found.merge(title, title.equals(text) ? 0 : 1, Math::min);
            }
        }
        found.remove(text);
        return found;
    }

    /** A text with slips, for several fields: to work out what may become of a long one costs more than to look for that. */
    private static final class Slipping extends FuzzyQuery {
        private final AttributeSource worked = new AttributeSource();

        Slipping(String text, int slips) {
            super(new Term(Fields.TITLE_START, text), slips, 1);
        }

        TermsEnum in(Terms terms) throws IOException {
            return getTermsEnum(terms, worked);
        }
    }
}
