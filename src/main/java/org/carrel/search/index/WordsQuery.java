package org.carrel.search.index;

import static org.carrel.search.index.Clauses.any;
import static org.carrel.search.index.Clauses.exact;
import static org.carrel.search.index.Clauses.start;
import static org.carrel.search.index.Clauses.term;
import static org.carrel.search.index.Clauses.tier;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.carrel.search.rules.Weights;
import org.carrel.search.rules.Wish.ByWords;

/**
 * Typed words as a query. A record's score is the best tier it reaches, so that an exact title always stands first and
 * records that match alike are told apart by volume and title alone, not by the length of their fields.
 */
final class WordsQuery {
    /** Lucene counts the clauses of a query and refuses too many. */
    private static final int MOST_WORDS_OF_ALL_WAYS = 24;

    /** How much a volume's number can add; less than the distance of two tiers. */
    private static final float VOLUME = 10f;
    /** The school's language: of records that fit alike, those in it come first. */
    private static final String MAIN_LANGUAGE = "eng";

    private static final float OF_TWO_EDITIONS = 0.5f;
    /** More than the language of an edition, less than a volume. */
    private static final float FOR_READERS = 0.6f;
    /** What a copy adds to an exact title: more than main and other titles differ. */
    private static final float COPY = 50;
    /** More than any record gets by its words. */
    private static final float PINNED = 20_000;

    private WordsQuery() {}

    /** What was typed, with less weight what else it may be called, and above all what the librarian wants first. */
    static Query of(ByWords wish) {
        var weights = wish.leaning().weights();
        var typed = Question.of(wish.text());
        var ways = new ArrayList<Query>(List.of(query(typed, weights)));
        var count = typed.size();
        for (var other : wish.others()) {
            var words = Question.of(other.text());
            count += words.size();
            if (count > MOST_WORDS_OF_ALL_WAYS) break;
            ways.add(new BoostQuery(query(words, weights), other.weight()));
        }
        var pinned = wish.leaning().pinned();
        for (var i = 0; i < pinned.size(); i++)
            ways.add(tier(PINNED - i, term(Fields.ID, pinned.get(i).toString())));
        var any = ways.size() == 1 ? ways.getFirst() : new DisjunctionMaxQuery(ways, 0);
        return wish.leaning().audiences().isEmpty()
                ? any
                : forReaders(any, wish.leaning().audiences());
    }

    /** Of records that fit alike, those for these readers first. */
    private static Query forReaders(Query query, List<String> audiences) {
        var theirs = any(audiences.stream()
                .map(audience -> term(Fields.AUDIENCE_IS, audience))
                .toList());
        return new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(tier(FOR_READERS, theirs), Occur.SHOULD)
                .build();
    }

    private static Query query(Question words, Weights weights) {
        if (words.isEmpty()) return new MatchNoDocsQuery("no word in it");
        return new BooleanQuery.Builder()
                .add(words.anywhere(), Occur.MUST)
                .add(new DisjunctionMaxQuery(tiers(words, weights), 0), Occur.SHOULD)
                .add(tier(OF_TWO_EDITIONS, term(Fields.LANGUAGE_IS, MAIN_LANGUAGE)), Occur.SHOULD)
                .build();
    }

    /** The words in their order, in the main title or another one. */
    static Query inTitle(String text) {
        var words = Question.of(text);
        if (words.isEmpty()) return new MatchNoDocsQuery("no word in it");
        return any(List.of(words.phrase(Fields.TITLE), words.phrase(Fields.OTHER_TITLE)));
    }

    /** Records with every word: the few that a stronger match can be among. */
    static Query everyWord(String text) {
        var words = Question.of(text);
        if (words.isEmpty()) return new MatchNoDocsQuery("no word in it");
        return words.everyWord();
    }

    /** The whole of a title. */
    static Query titleIs(String text) {
        var words = Question.of(text);
        if (words.isEmpty()) return new MatchNoDocsQuery("no word in it");
        return any(List.of(exact(Fields.TITLE_EXACT, words.key()), exact(Fields.OTHER_TITLE_EXACT, words.key())));
    }

    /** The words in their order in a subject, or all of them in a genre. */
    static Query inHeading(String text) {
        var words = Question.of(text);
        if (words.isEmpty()) return new MatchNoDocsQuery("no word in it");
        return any(List.of(words.phrase(Fields.SUBJECT), words.all(Fields.GENRE)));
    }

    /** The words in the titles of a record's series. */
    static Query inSeries(String text) {
        var words = Question.of(text);
        return words.isEmpty() ? new MatchNoDocsQuery("no word in it") : words.all(Fields.SERIES);
    }

    private static List<Query> tiers(Question words, Weights weights) {
        var key = words.key();
        var core = words.core();
        var tiers = new ArrayList<>(List.of(
                ofCopiesFirst(tier(1000 * weights.title(), exact(Fields.TITLE_EXACT, key))),
                ofCopiesFirst(tier(960 * weights.title(), exact(Fields.OTHER_TITLE_EXACT, key))),
                inOrder(tier(800 * weights.series(), exact(Fields.SERIES_EXACT, core))),
                tier(800 * weights.title(), start(Fields.TITLE_START, core)),
                inOrder(tier(760 * weights.series(), start(Fields.SERIES_START, core))),
                tier(720 * weights.author(), words.all(Fields.AUTHOR)),
                tier(700 * weights.title(), start(Fields.OTHER_TITLE_START, core)),
                tier(600 * weights.title(), words.allInTitle()),
                tier(560 * weights.title(), words.all(Fields.OTHER_TITLE)),
                inOrder(tier(540 * weights.title(), words.everyWordInTitleOrName())),
                inOrder(tier(520 * weights.series(), words.all(Fields.SERIES))),
                tier(500 * weights.title(), words.allStems(Fields.TITLE_STEM)),
                tier(450 * weights.subject(), exact(Fields.SUBJECT_EXACT, core)),
                tier(400 * weights.subject(), words.all(Fields.SUBJECT)),
                tier(350 * weights.subject(), words.allStems(Fields.SUBJECT_STEM)),
                tier(300 * weights.subject(), words.all(Fields.AWARD))));
        if (!core.equals(key)) {
            tiers.add(tier(950 * weights.title(), exact(Fields.TITLE_EXACT, core)));
            tiers.add(tier(850 * weights.title(), exact(Fields.OTHER_TITLE_EXACT, core)));
            tiers.add(inOrder(tier(800 * weights.series(), exact(Fields.SERIES_EXACT, key))));
            tiers.add(tier(800 * weights.title(), start(Fields.TITLE_START, key)));
        }
        if (words.size() > 1) {
            tiers.add(tier(700 * weights.title(), words.phrase(Fields.TITLE)));
            tiers.add(tier(650 * weights.title(), words.phrase(Fields.OTHER_TITLE)));
            tiers.add(inOrder(tier(640 * weights.series(), words.phrase(Fields.SERIES))));
            tiers.add(tier(420 * weights.subject(), words.phrase(Fields.SUBJECT)));
        }
        return tiers;
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
