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
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.carrel.search.index.Ladder.Tier;
import org.carrel.search.index.Ladder.Way;
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
    /** What a copy adds to an exact title: more than main and other titles differ. */
    private static final float COPY = 50;

    private WordsQuery() {}

    /** What was typed, with less weight what else it may be called, and above all what the librarian wants first. */
    static Ladder of(ByWords wish) {
        var weights = wish.leaning().weights();
        var typed = Question.of(wish.text());
        var ways = new ArrayList<>(List.of(new Way(typed, 1, tiers(typed, weights))));
        var count = typed.size();
        for (var other : wish.others()) {
            var words = Question.of(other.text());
            count += words.size();
            if (count > MOST_WORDS_OF_ALL_WAYS) break;
            ways.add(new Way(words, other.weight(), tiers(words, weights)));
        }
        return new Ladder(ways, wish.leaning().pinned(), wish.leaning().audiences());
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

    private static List<Tier> tiers(Question words, Weights weights) {
        if (words.isEmpty()) return List.of();
        var key = words.key();
        var core = words.core();
        var tiers = new ArrayList<>(List.of(
                ofCopiesFirst(1000 * weights.title(), exact(Fields.TITLE_EXACT, key)),
                ofCopiesFirst(960 * weights.title(), exact(Fields.OTHER_TITLE_EXACT, key)),
                inOrder(800 * weights.series(), withArticle(Fields.SERIES_EXACT, core)),
                plain(800 * weights.title(), start(Fields.TITLE_START, core)),
                inOrder(760 * weights.series(), start(Fields.SERIES_START, core)),
                plain(720 * weights.author(), words.all(Fields.AUTHOR)),
                plain(700 * weights.title(), start(Fields.OTHER_TITLE_START, core)),
                plain(600 * weights.title(), words.allInTitle()),
                plain(560 * weights.title(), words.all(Fields.OTHER_TITLE)),
                inOrder(540 * weights.title(), words.everyWordInTitleOrName()),
                inOrder(520 * weights.series(), words.all(Fields.SERIES)),
                plain(500 * weights.title(), words.allStems(Fields.TITLE_STEM)),
                plain(450 * weights.subject(), exact(Fields.SUBJECT_EXACT, core)),
                plain(400 * weights.subject(), words.all(Fields.SUBJECT)),
                plain(350 * weights.subject(), words.allStems(Fields.SUBJECT_STEM)),
                plain(300 * weights.subject(), words.all(Fields.AWARD))));
        if (!core.equals(key)) {
            tiers.add(plain(950 * weights.title(), exact(Fields.TITLE_EXACT, core)));
            tiers.add(plain(850 * weights.title(), exact(Fields.OTHER_TITLE_EXACT, core)));
            tiers.add(inOrder(800 * weights.series(), exact(Fields.SERIES_EXACT, key)));
            tiers.add(plain(800 * weights.title(), start(Fields.TITLE_START, key)));
        }
        if (words.size() > 1) {
            tiers.add(plain(700 * weights.title(), words.phrase(Fields.TITLE)));
            tiers.add(plain(650 * weights.title(), words.phrase(Fields.OTHER_TITLE)));
            tiers.add(inOrder(640 * weights.series(), words.phrase(Fields.SERIES)));
            tiers.add(plain(420 * weights.subject(), words.phrase(Fields.SUBJECT)));
        }
        return tiers;
    }

    /** A whole text, or the same after an English article, which series are filed with. */
    private static Query withArticle(String field, String words) {
        return any(List.of(exact(field, words), exact(field, "the " + words)));
    }

    private static Tier plain(float score, Query query) {
        return new Tier(tier(score, query), score);
    }

    /** Of exact titles, those first that stand on a shelf. */
    private static Tier ofCopiesFirst(float score, Query query) {
        var first = new BooleanQuery.Builder()
                .add(tier(score, query), Occur.MUST)
                .add(tier(COPY, term(Fields.HAS_COPY, "1")), Occur.SHOULD)
                .build();
        return new Tier(first, score, score + COPY);
    }

    /** Earlier volumes of a series first, those in another language after them. */
    private static Tier inOrder(float score, Query query) {
        var ordered = new BooleanQuery.Builder()
                .add(tier(score, query), Occur.MUST)
                .add(FeatureField.newLinearQuery(Fields.FEATURE, Fields.VOLUME, VOLUME), Occur.SHOULD)
                .add(tier(VOLUME, term(Fields.LANGUAGE_IS, Ladder.MAIN_LANGUAGE)), Occur.SHOULD)
                .build();
        return new Tier(ordered, score, score + 2 * VOLUME);
    }
}
