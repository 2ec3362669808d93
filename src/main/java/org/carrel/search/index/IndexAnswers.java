package org.carrel.search.index;

import java.util.List;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.carrel.search.rules.Wish;
import org.carrel.search.rules.Wish.ByWords;

/** Answers about what is in an index, for deciding what a text means; pages of records come from the index itself. */
public final class IndexAnswers {
    /** All the words of a record's title, names, series or subjects. */
    public static final float STRONG = 300;
    /** All the words one after the other in a heading, or better. */
    public static final float IN_ORDER = 420;
    /** All the words in its title, or its author. */
    public static final float IN_TITLE = 550;

    private final SearchedIndex index;

    public IndexAnswers(SearchedIndex index) {
        this.index = index;
    }

    /** Whether any record is what the wish is about; of a volume's series, that volume. */
    public boolean matches(Wish wish) {
        return finds(QueryBuilder.meant(wish));
    }

    /** The score of what fits the wish best; 0 when nothing does. At least {@link #STRONG} when all words stand together. */
    public float strength(Wish wish) {
        if (wish instanceof ByWords words) {
            var ladder = WordsQuery.of(words);
            return index.reading((searcher, limited) -> BestFirst.score(searcher, ladder), 0f);
        }
        var query = QueryBuilder.query(wish);
        return index.reading(
                (searcher, limited) -> {
                    var best = searcher.search(query, 1).scoreDocs;
                    return best.length == 0 ? 0f : best[0].score;
                },
                0f);
    }

    /** Whether some record has all the words. */
    public boolean hasTogether(String text) {
        return finds(WordsQuery.everyWord(text));
    }

    private boolean finds(Query query) {
        return index.reading(
                (searcher, limited) -> {
                    var known = new KnownTerms(searcher).in(query);
                    if (KnownTerms.matchesNothing(known)) return false;
                    return searcher.search(new ConstantScoreQuery(known), 1).scoreDocs.length > 0;
                },
                false);
    }

    /** Whether every word of the text is in some record. */
    public boolean knowsAllWords(String text) {
        return index.reading((searcher, limited) -> Corrections.allKnown(text, searcher.getIndexReader()), true);
    }

    /** Texts that may have been meant, the likeliest first. */
    public List<Correction> corrections(String text, SpokenWords spoken) {
        return index.reading(
                (searcher, limited) -> {
                    var reader = searcher.getIndexReader();
                    return Corrections.of(text, reader, index.words(reader), spoken);
                },
                List.of());
    }
}
