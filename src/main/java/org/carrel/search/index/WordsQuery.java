package org.carrel.search.index;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.carrel.search.rules.Weights;
import org.carrel.search.rules.Wish.ByWords;

/**
 * Typed words as a query. A record's score is the best tier it reaches, so that an exact title always stands first and
 * records that match alike are told apart by volume and title alone, not by the length of their fields.
 */
final class WordsQuery {
    /** Words that may be missing from a record as long as another word is asked for. They are never dropped. */
    private static final Set<String> SMALL = Set.of(
            "a", "an", "the", "and", "or", "of", "in", "on", "to", "for", "by", "with", "at", "from", "el", "la", "los",
            "las", "un", "una", "y", "o", "de", "del", "en", "le", "les", "du", "des", "et", "der", "die", "das",
            "und");

    /** "&" is a word only beside other words. */
    private static final Pattern ONLY_SIGNS = Pattern.compile("[\\p{P}\\p{Sm}\\p{Sc}\\p{Sk}\\p{Z}\\p{C}]*");

    private static final int MOST_WORDS = 18;
    private static final int MOST_PLACES = 40;
    /** Lucene counts the clauses of a query and refuses too many. */
    private static final int MOST_WORDS_OF_ALL_WAYS = 24;

    /** How much a volume's number can add; less than the distance of two tiers. */
    private static final float VOLUME = 10f;
    /** The school's language: of records that fit alike, those in it come first. */
    private static final String MAIN_LANGUAGE = "eng";

    private static final float OF_TWO_EDITIONS = 0.5f;
    /** What a copy adds to an exact title: more than main and other titles differ. */
    private static final float COPY = 50;
    /** More than any record gets by its words. */
    private static final float PINNED = 20_000;

    private final List<List<String>> places;
    private final List<Slot> slots;
    private final Weights weights;
    private final String key;
    /** The key without small words at its ends: "harry potter" of "harry potter and the". */
    private final String core;

    /** One word of the question with all that stands for it. */
    private record Slot(List<String> words, List<String> joins, List<String> stems) {}

    private WordsQuery(List<List<String>> places, List<List<String>> stems, Weights weights) {
        this.weights = weights;
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

    /** What was typed, with less weight what else it may be called, and above all what the librarian wants first. */
    static Query of(ByWords wish) {
        var weights = wish.leaning().weights();
        var typed = words(wish.text(), weights);
        var ways = new ArrayList<Query>(List.of(typed.query()));
        var count = typed.places.size();
        for (var other : wish.others()) {
            var words = words(other.text(), weights);
            count += words.places.size();
            if (count > MOST_WORDS_OF_ALL_WAYS) break;
            ways.add(new BoostQuery(words.query(), other.weight()));
        }
        var pinned = wish.leaning().pinned();
        for (var i = 0; i < pinned.size(); i++)
            ways.add(tier(PINNED - i, term(Fields.ID, pinned.get(i).toString())));
        return ways.size() == 1 ? ways.getFirst() : new DisjunctionMaxQuery(ways, 0);
    }

    private Query query() {
        if (places.isEmpty()) return new MatchNoDocsQuery("no word in it");
        return new BooleanQuery.Builder()
                .add(anywhere(), Occur.MUST)
                .add(new DisjunctionMaxQuery(tiers(), 0), Occur.SHOULD)
                .add(tier(OF_TWO_EDITIONS, term(Fields.LANGUAGE_IS, MAIN_LANGUAGE)), Occur.SHOULD)
                .build();
    }

    /** The words in their order, in the main title or another one. */
    static Query inTitle(String text) {
        var words = words(text);
        if (words.places.isEmpty()) return new MatchNoDocsQuery("no word in it");
        return any(List.of(words.phrase(Fields.TITLE), words.phrase(Fields.OTHER_TITLE)));
    }

    /** Records with every word: the few that a stronger match can be among. */
    static Query everyWord(String text) {
        var words = words(text);
        if (words.places.isEmpty()) return new MatchNoDocsQuery("no word in it");
        return every(words.slots.stream().map(words::anywhere).toList());
    }

    /** The whole of a title. */
    static Query titleIs(String text) {
        var words = words(text);
        if (words.places.isEmpty()) return new MatchNoDocsQuery("no word in it");
        return any(List.of(exact(Fields.TITLE_EXACT, words.key), exact(Fields.OTHER_TITLE_EXACT, words.key)));
    }

    /** The words in their order in a subject, or all of them in a genre. */
    static Query inHeading(String text) {
        var words = words(text);
        if (words.places.isEmpty()) return new MatchNoDocsQuery("no word in it");
        return any(List.of(words.phrase(Fields.SUBJECT), words.all(Fields.GENRE)));
    }

    /** The words in the titles of a record's series. */
    static Query inSeries(String text) {
        var words = words(text);
        return words.places.isEmpty() ? new MatchNoDocsQuery("no word in it") : words.all(Fields.SERIES);
    }

    private static WordsQuery words(String text) {
        return words(text, Weights.USUAL);
    }

    private static WordsQuery words(String text, Weights weights) {
        if (ONLY_SIGNS.matcher(text).matches()) return new WordsQuery(List.of(), List.of(), weights);
        var places = Analysis.words(text).stream().limit(MOST_PLACES).toList();
        return new WordsQuery(places, Analysis.stems(text), weights);
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

    /** Enough of the words, anywhere in the record: one point for each. */
    private Query anywhere() {
        var query = new BooleanQuery.Builder().setMinimumNumberShouldMatch(mustMatch(slots.size()));
        for (var slot : slots) {
            query.add(tier(1, anywhere(slot)), Occur.SHOULD);
        }
        return query.build();
    }

    private Query anywhere(Slot slot) {
        var alternatives = new ArrayList<>(inField(slot, Fields.ALL));
        slot.words().forEach(word -> alternatives.add(term(Fields.ALL_JOINED, word)));
        slot.stems().forEach(stem -> alternatives.add(term(Fields.ALL_STEM, stem)));
        return any(alternatives);
    }

    private List<Query> tiers() {
        var tiers = new ArrayList<>(List.of(
                ofCopiesFirst(tier(1000 * weights.title(), exact(Fields.TITLE_EXACT, key))),
                ofCopiesFirst(tier(960 * weights.title(), exact(Fields.OTHER_TITLE_EXACT, key))),
                inOrder(tier(800 * weights.series(), exact(Fields.SERIES_EXACT, core))),
                tier(800 * weights.title(), start(Fields.TITLE_START, core)),
                inOrder(tier(760 * weights.series(), start(Fields.SERIES_START, core))),
                tier(720 * weights.author(), all(Fields.AUTHOR)),
                tier(700 * weights.title(), start(Fields.OTHER_TITLE_START, core)),
                tier(600 * weights.title(), allInTitle()),
                tier(560 * weights.title(), all(Fields.OTHER_TITLE)),
                inOrder(tier(540 * weights.title(), everyWordInTitleOrName())),
                inOrder(tier(520 * weights.series(), all(Fields.SERIES))),
                tier(500 * weights.title(), allStems(Fields.TITLE_STEM)),
                tier(450 * weights.subject(), exact(Fields.SUBJECT_EXACT, core)),
                tier(400 * weights.subject(), all(Fields.SUBJECT)),
                tier(350 * weights.subject(), allStems(Fields.SUBJECT_STEM)),
                tier(300 * weights.subject(), all(Fields.AWARD))));
        if (!core.equals(key)) {
            tiers.add(tier(950 * weights.title(), exact(Fields.TITLE_EXACT, core)));
            tiers.add(tier(850 * weights.title(), exact(Fields.OTHER_TITLE_EXACT, core)));
            tiers.add(inOrder(tier(800 * weights.series(), exact(Fields.SERIES_EXACT, key))));
            tiers.add(tier(800 * weights.title(), start(Fields.TITLE_START, key)));
        }
        if (places.size() > 1) {
            tiers.add(tier(700 * weights.title(), phrase(Fields.TITLE)));
            tiers.add(tier(650 * weights.title(), phrase(Fields.OTHER_TITLE)));
            tiers.add(inOrder(tier(640 * weights.series(), phrase(Fields.SERIES))));
            tiers.add(tier(420 * weights.subject(), phrase(Fields.SUBJECT)));
        }
        return tiers;
    }

    private Query phrase(String field) {
        var phrase = new MultiPhraseQuery.Builder();
        for (var place : places) {
            phrase.add(place.stream().map(word -> new Term(field, word)).toArray(Term[]::new));
        }
        return phrase.build();
    }

    private static Query exact(String field, String words) {
        return term(field, words.replace(" ", ""));
    }

    /** Titles that go on after these words. */
    private static Query start(String field, String words) {
        return new PrefixQuery(new Term(field, words + " "));
    }

    private Query all(String field) {
        return every(slots.stream().map(slot -> any(inField(slot, field))).toList());
    }

    private Query allStems(String field) {
        return every(slots.stream()
                .map(slot ->
                        any(slot.stems().stream().map(stem -> term(field, stem)).toList()))
                .toList());
    }

    private Query allInTitle() {
        return every(slots.stream().map(slot -> any(inTitle(slot))).toList());
    }

    private Query everyWordInTitleOrName() {
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

    private static Query term(String field, String word) {
        return new TermQuery(new Term(field, word));
    }

    private static Query any(List<Query> queries) {
        if (queries.size() == 1) return queries.getFirst();
        var query = new BooleanQuery.Builder();
        queries.forEach(each -> query.add(each, Occur.SHOULD));
        return query.build();
    }

    private static Query every(List<Query> queries) {
        var query = new BooleanQuery.Builder();
        queries.forEach(each -> query.add(each, Occur.FILTER));
        return query.build();
    }

    private static Query tier(float score, Query query) {
        return new BoostQuery(new ConstantScoreQuery(query), score);
    }

    /** Of exact titles, those first that stand on a shelf. */
    private static Query ofCopiesFirst(Query tier) {
        return new BooleanQuery.Builder()
                .add(tier, Occur.MUST)
                .add(tier(COPY, term(Fields.HAS_COPY, "1")), Occur.SHOULD)
                .build();
    }

    /** Earlier volumes of a series first, those in another language after them. */
    private static Query inOrder(Query tier) {
        return new BooleanQuery.Builder()
                .add(tier, Occur.MUST)
                .add(FeatureField.newLinearQuery(Fields.FEATURE, Fields.VOLUME, VOLUME), Occur.SHOULD)
                .add(tier(VOLUME, term(Fields.LANGUAGE_IS, MAIN_LANGUAGE)), Occur.SHOULD)
                .build();
    }
}
