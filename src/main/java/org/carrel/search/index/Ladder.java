package org.carrel.search.index;

import static org.carrel.search.index.Clauses.any;
import static org.carrel.search.index.Clauses.term;
import static org.carrel.search.index.Clauses.tier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;

/**
 * Words as a question in steps: which records it finds at all, and the steps that each lift some of them. A record's score
 * is that of the highest step it stands on, and a little for more of the words, for the language and for the readers. The
 * limits of each step are known, so that the best records can be told without scoring the others ({@link BestFirst}). Pure.
 */
final class Ladder {
    /** Of records that fit alike, those in it come first. */
    static final String MAIN_LANGUAGE = "eng";

    private static final float OF_TWO_EDITIONS = 0.5f;
    /** More than the language of an edition, less than a volume. */
    private static final float FOR_READERS = 0.6f;
    /** More than any record gets by its words. */
    private static final float PINNED = 20_000;

    private final List<Way> ways;
    private final List<Long> pinned;
    private final List<String> audiences;

    /**
     * @param pinned ids of the records that come first, whatever they are
     * @param audiences codes of MARC 008/22; of records that fit alike, those for them come first; empty for all
     */
    Ladder(List<Way> ways, List<Long> pinned, List<String> audiences) {
        this.ways = List.copyOf(ways);
        this.pinned = List.copyOf(pinned);
        this.audiences = List.copyOf(audiences);
    }

    /**
     * A step.
     *
     * @param query scores between {@code least} and {@code most}
     */
    record Tier(Query query, float least, float most) {
        Tier(Query query, float score) {
            this(query, score, score);
        }
    }

    /**
     * One way to say it.
     *
     * @param words none: nothing is found
     */
    record Way(Question words, float weight, List<Tier> tiers) {
        private Query found() {
            return words.isEmpty() ? new MatchNoDocsQuery("no word in it") : words.anywhere();
        }

        /** More no record has that stands on no step above this one. */
        private float most(Tier tier) {
            return weight * (tier.most() + words.size() + OF_TWO_EDITIONS) + FOR_READERS;
        }

        private Query scored(float above) {
            var steps = tiers.stream()
                    .filter(tier -> most(tier) > above)
                    .map(Tier::query)
                    .toList();
            var query = new BooleanQuery.Builder().add(found(), Occur.MUST);
            if (!steps.isEmpty()) query.add(new DisjunctionMaxQuery(steps, 0), Occur.SHOULD);
            query.add(tier(OF_TWO_EDITIONS, term(Fields.LANGUAGE_IS, MAIN_LANGUAGE)), Occur.SHOULD);
            return weight == 1 ? query.build() : new BoostQuery(query.build(), weight);
        }

        private Query on(Tier tier) {
            return new BooleanQuery.Builder()
                    .add(tier.query(), Occur.FILTER)
                    .add(found(), Occur.FILTER)
                    .build();
        }
    }

    /**
     * Some of the records that are found.
     *
     * @param least no record of them scores less
     * @param most no record scores more that is on neither this step nor a higher one
     */
    record Step(Query records, float least, float most) {}

    /** Every record that has to do with it. */
    Query found() {
        return any(Stream.concat(ways.stream().map(Way::found), pinned.stream().map(Ladder::pin))
                .toList());
    }

    /** The highest first. */
    List<Step> steps() {
        var steps = new ArrayList<Step>();
        for (var i = 0; i < pinned.size(); i++) steps.add(new Step(pin(pinned.get(i)), PINNED - i, mostOfPinned(i)));
        for (var way : ways)
            for (var tier : way.tiers())
                steps.add(new Step(
                        ways.size() == 1 ? tier.query() : way.on(tier), way.weight() * tier.least(), way.most(tier)));
        steps.sort(Comparator.comparingDouble(Step::most).reversed());
        return steps;
    }

    /** Every record with its score. */
    Query scored() {
        return scored(0);
    }

    /** The score of the records that stand on steps of which {@code most} is above this; of all others too little. */
    Query scored(float above) {
        var all = Stream.concat(
                        ways.stream().map(way -> way.scored(above)),
                        IntStream.range(0, pinned.size())
                                .filter(i -> mostOfPinned(i) > above)
                                .mapToObj(i -> tier(PINNED - i, pin(pinned.get(i)))))
                .toList();
        var best = all.size() == 1 ? all.getFirst() : new DisjunctionMaxQuery(all, 0);
        return audiences.isEmpty() ? best : forReaders(best);
    }

    private static float mostOfPinned(int place) {
        return PINNED - place + FOR_READERS;
    }

    private static Query pin(Long id) {
        return term(Fields.ID, id.toString());
    }

    private Query forReaders(Query query) {
        var theirs = any(audiences.stream()
                .map(audience -> term(Fields.AUDIENCE_IS, audience))
                .toList());
        return new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(tier(FOR_READERS, theirs), Occur.SHOULD)
                .build();
    }
}
