package org.carrel.search.index;

import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** The few kinds of clauses that queries for words are made of. */
final class Clauses {
    private Clauses() {}

    static Query exact(String field, String words) {
        return term(field, words.replace(" ", ""));
    }

    /** Titles that go on after these words. */
    static Query start(String field, String words) {
        return new PrefixQuery(new Term(field, words + " "));
    }

    static Query term(String field, String word) {
        return new TermQuery(new Term(field, word));
    }

    static Query any(List<Query> queries) {
        if (queries.size() == 1) return queries.getFirst();
        var query = new BooleanQuery.Builder();
        queries.forEach(each -> query.add(each, Occur.SHOULD));
        return query.build();
    }

    static Query every(List<Query> queries) {
        var query = new BooleanQuery.Builder();
        queries.forEach(each -> query.add(each, Occur.FILTER));
        return query.build();
    }

    static Query tier(float score, Query query) {
        return new BoostQuery(new ConstantScoreQuery(query), score);
    }
}
