package org.carrel.search.index;

import java.util.List;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.carrel.search.rules.Narrowing;
import org.carrel.search.rules.Wish.ByLevel;
import org.carrel.search.rules.Wish.ByVolume;
import org.carrel.search.rules.Wish.ByWords;
import org.carrel.search.rules.Wish.Narrowed;

/** Wishes that are about the thing rather than its words, as queries. */
final class IntentQuery {
    /** More than any words give. */
    private static final float ABOVE_ALL = 5000;

    private IntentQuery() {}

    static Query of(ByLevel level) {
        var from = level.from();
        var to = level.to();
        return new ConstantScoreQuery(
                switch (level.measure()) {
                    case LEXILE -> IntPoint.newRangeQuery(Fields.LEXILE, from, to);
                    case ACCELERATED_READER -> IntPoint.newRangeQuery(Fields.READER_LEVEL, from, to);
                    case GRADE ->
                        new BooleanQuery.Builder()
                                .add(IntPoint.newRangeQuery(Fields.GRADE_FROM, Integer.MIN_VALUE, to), Occur.FILTER)
                                .add(IntPoint.newRangeQuery(Fields.GRADE_TO, from, Integer.MAX_VALUE), Occur.FILTER)
                                .build();
                });
    }

    static Query of(Narrowed wish) {
        var query = new BooleanQuery.Builder();
        filters(wish.narrowing(), query);
        if (!wish.topic().text().isEmpty())
            query.add(WordsQuery.of(wish.topic()).scored(), Occur.MUST);
        if (!wish.narrowing().genres().isEmpty())
            query.add(new ConstantScoreQuery(WordsQuery.inTitle(wish.typed())), Occur.SHOULD);
        return query.build();
    }

    /** The volume, then the others of its series. */
    static Query volumeFirst(ByVolume volume) {
        return new BooleanQuery.Builder()
                .add(WordsQuery.of(new ByWords(volume.series())).scored(), Occur.MUST)
                .add(new BoostQuery(new ConstantScoreQuery(volume(volume)), ABOVE_ALL), Occur.SHOULD)
                .build();
    }

    static Query volume(ByVolume volume) {
        return new BooleanQuery.Builder()
                .add(WordsQuery.inSeries(volume.series()), Occur.FILTER)
                .add(new TermQuery(new Term(Fields.SERIES_NUMBER, volume.number())), Occur.FILTER)
                .build();
    }

    private static void filters(Narrowing narrowing, BooleanQuery.Builder query) {
        oneOf(Fields.LANGUAGE_IS, narrowing.languages(), query);
        oneOf(Fields.KIND_IS, narrowing.kinds(), query);
        oneOf(Fields.AUDIENCE_IS, narrowing.audiences(), query);
        if (narrowing.genres().isEmpty()) return;
        var genres = new BooleanQuery.Builder();
        narrowing.genres().forEach(genre -> genres.add(WordsQuery.inHeading(genre), Occur.SHOULD));
        query.add(genres.build(), Occur.FILTER);
    }

    private static void oneOf(String field, List<String> values, BooleanQuery.Builder query) {
        if (values.isEmpty()) return;
        var any = new BooleanQuery.Builder();
        values.forEach(value -> any.add(new TermQuery(new Term(field, value)), Occur.SHOULD));
        query.add(any.build(), Occur.FILTER);
    }
}
