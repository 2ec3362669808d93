package org.carrel.search.index;

import static org.carrel.search.index.Clauses.any;
import static org.carrel.search.index.Clauses.every;
import static org.carrel.search.index.Clauses.term;
import static org.carrel.search.index.Clauses.tier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;

/** The words of a question, and queries for records that have them in one field or another. */
final class Question {
    /** Words that may be missing from a record as long as another word is asked for. They are never dropped. */
    private static final Set<String> SMALL = Set.of(
            "a", "an", "the", "and", "or", "of", "in", "on", "to", "for", "by", "with", "at", "from", "el", "la", "los",
            "las", "un", "una", "y", "o", "de", "del", "en", "le", "les", "du", "des", "et", "der", "die", "das",
            "und");

    /** "&" is a word only beside other words. */
    private static final Pattern ONLY_SIGNS = Pattern.compile("[\\p{P}\\p{Sm}\\p{Sc}\\p{Sk}\\p{Z}\\p{C}]*");

    private static final int MOST_WORDS = 18;
    private static final int MOST_PLACES = 40;
    private final List<List<String>> places;
    private final List<Slot> slots;
    private final String key;
    /** The key without small words at its ends: "harry potter" of "harry potter and the". */
    private final String core;

    /** One word of the question with all that stands for it. */
    private record Slot(List<String> words, List<String> joins, List<String> stems) {}

    private Question(List<List<String>> places, List<List<String>> stems) {
        this.places = places;
        this.slots = slots(places, stems);
        var words = places.stream().map(List::getFirst).toList();
        this.key = String.join(" ", words);
        this.core = String.join(" ", core(words));
    }

    /** All of the words when all are small. */
    private static List<String> core(List<String> words) {
        var from = 0;
        var to = words.size();
        while (from < to && SMALL.contains(words.get(from))) from++;
        while (to > from && SMALL.contains(words.get(to - 1))) to--;
        return from == to ? words : words.subList(from, to);
    }

    static Question of(String text) {
        if (ONLY_SIGNS.matcher(text).matches()) return new Question(List.of(), List.of());
        var places = Analysis.words(text).stream().limit(MOST_PLACES).toList();
        return new Question(places, Analysis.stems(text));
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    int size() {
        return places.size();
    }

    /** All words in order, as one text. */
    String key() {
        return key;
    }

    /** The same without small words at its ends. */
    String core() {
        return core;
    }

    private static List<Slot> slots(List<List<String>> places, List<List<String>> stems) {
        var slots = new LinkedHashMap<String, Slot>();
        for (var i = 0; i < places.size(); i++) {
            var word = places.get(i).getFirst();
            var joins = new ArrayList<String>();
            if (i > 0) joins.add(places.get(i - 1).getFirst() + word);
            if (i + 1 < places.size()) joins.add(word + places.get(i + 1).getFirst());
            slots.putIfAbsent(word, new Slot(places.get(i), joins, stems.get(i)));
        }
        var telling = slots.values().stream()
                .filter(slot -> !SMALL.contains(slot.words().getFirst()))
                .limit(MOST_WORDS)
                .toList();
        return telling.isEmpty() ? slots.values().stream().limit(MOST_WORDS).toList() : telling;
    }

    /** All of one to three words, all but one of four or five, beyond that seven in ten. */
    static int mustMatch(int words) {
        if (words <= 3) return words;
        return words <= 5 ? words - 1 : (int) Math.ceil(words * 0.7);
    }

    /** Every word, anywhere in the record. */
    Query everyWord() {
        return every(slots.stream().map(Question::anywhere).toList());
    }

    /** Enough of the words, anywhere in the record: one point for each. */
    Query anywhere() {
        var query = new BooleanQuery.Builder().setMinimumNumberShouldMatch(mustMatch(slots.size()));
        for (var slot : slots) {
            query.add(tier(1, anywhere(slot)), Occur.SHOULD);
        }
        return query.build();
    }

    private static Query anywhere(Slot slot) {
        var alternatives = new ArrayList<>(inField(slot, Fields.ALL));
        slot.words().forEach(word -> alternatives.add(term(Fields.ALL_JOINED, word)));
        slot.stems().forEach(stem -> alternatives.add(term(Fields.ALL_STEM, stem)));
        return any(alternatives);
    }

    Query phrase(String field) {
        var phrase = new MultiPhraseQuery.Builder();
        for (var place : places) {
            phrase.add(place.stream().map(word -> new Term(field, word)).toArray(Term[]::new));
        }
        return phrase.build();
    }

    Query all(String field) {
        return every(slots.stream().map(slot -> any(inField(slot, field))).toList());
    }

    Query allStems(String field) {
        return every(slots.stream()
                .map(slot ->
                        any(slot.stems().stream().map(stem -> term(field, stem)).toList()))
                .toList());
    }

    Query allInTitle() {
        return every(slots.stream().map(slot -> any(inTitle(slot))).toList());
    }

    Query everyWordInTitleOrName() {
        return every(slots.stream()
                .map(slot -> any(Stream.of(inTitle(slot), inField(slot, Fields.AUTHOR), inField(slot, Fields.SERIES))
                        .flatMap(List::stream)
                        .toList()))
                .toList());
    }

    private static List<Query> inTitle(Slot slot) {
        var queries = new ArrayList<>(inField(slot, Fields.TITLE));
        slot.words().forEach(word -> queries.add(term(Fields.TITLE_JOINED, word)));
        return queries;
    }

    private static List<Query> inField(Slot slot, String field) {
        return Stream.concat(slot.words().stream(), slot.joins().stream())
                .map(word -> term(field, word))
                .toList();
    }
}
