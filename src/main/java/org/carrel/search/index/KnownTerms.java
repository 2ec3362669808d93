package org.carrel.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * The words of one question in one index. A question for words looks at the same word in many clauses, most of which no
 * record fits: here each is looked up once, and what cannot match is left out before anything is searched.
 */
final class KnownTerms {
    private static final Query NOTHING = new MatchNoDocsQuery("no record has its words");

    private final IndexSearcher searcher;
    private final Map<Term, TermStates> states = new HashMap<>();

    KnownTerms(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    /** Finds the same records with the same scores; {@link MatchNoDocsQuery} when there are none. */
    Query in(Query query) throws IOException {
        return switch (query) {
            case TermQuery term ->
                has(term.getTerm()) ? new TermQuery(term.getTerm(), states(term.getTerm())) : NOTHING;
            case ConstantScoreQuery constant -> {
                var inner = in(constant.getQuery());
                yield matchesNothing(inner) ? NOTHING : new ConstantScoreQuery(inner);
            }
            case BoostQuery boost -> {
                var inner = in(boost.getQuery());
                yield matchesNothing(inner) ? NOTHING : new BoostQuery(inner, boost.getBoost());
            }
            case DisjunctionMaxQuery best -> best(best);
            case BooleanQuery all -> all(all);
            case MultiPhraseQuery phrase -> phrase(phrase);
            default -> query;
        };
    }

    static boolean matchesNothing(Query query) {
        return query instanceof MatchNoDocsQuery;
    }

    private Query best(DisjunctionMaxQuery query) throws IOException {
        var left = new ArrayList<Query>();
        for (var each : query.getDisjuncts()) {
            var known = in(each);
            if (!matchesNothing(known)) left.add(known);
        }
        if (left.isEmpty()) return NOTHING;
        return left.size() == 1 ? left.getFirst() : new DisjunctionMaxQuery(left, query.getTieBreakerMultiplier());
    }

    private Query all(BooleanQuery query) throws IOException {
        var left = new ArrayList<BooleanClause>();
        for (var clause : query.clauses()) {
            var known = in(clause.query());
            if (!matchesNothing(known)) left.add(new BooleanClause(known, clause.occur()));
            else if (clause.isRequired()) return NOTHING;
        }
        return matching(left, query.getMinimumNumberShouldMatch());
    }

    private static Query matching(List<BooleanClause> clauses, int least) {
        var choices = count(clauses, Occur.SHOULD);
        var required = clauses.stream().anyMatch(BooleanClause::isRequired);
        if (choices < least || choices == 0 && !required) return NOTHING;
        if (clauses.size() == 1 && clauses.getFirst().isScoring())
            return clauses.getFirst().query();
        var query = new BooleanQuery.Builder().setMinimumNumberShouldMatch(least);
        clauses.forEach(query::add);
        return query.build();
    }

    private static long count(List<BooleanClause> clauses, Occur occur) {
        return clauses.stream().filter(clause -> clause.occur() == occur).count();
    }

    private Query phrase(MultiPhraseQuery query) throws IOException {
        var phrase = new MultiPhraseQuery.Builder().setSlop(query.getSlop());
        var places = query.getTermArrays();
        for (var place = 0; place < places.length; place++) {
            var left = new ArrayList<Term>();
            for (var term : places[place]) if (has(term)) left.add(term);
            if (left.isEmpty()) return NOTHING;
            phrase.add(left.toArray(Term[]::new), query.getPositions()[place]);
        }
        return phrase.build();
    }

    private boolean has(Term term) throws IOException {
        return states(term).docFreq() > 0;
    }

    private TermStates states(Term term) throws IOException {
        var known = states.get(term);
        if (known != null) return known;
        var built = TermStates.build(searcher, term, true);
        states.put(term, built);
        return built;
    }
}
