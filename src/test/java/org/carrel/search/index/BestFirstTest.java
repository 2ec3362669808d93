package org.carrel.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carrel.search.Records.record;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.carrel.search.Records;
import org.carrel.search.rules.Rephrasing;
import org.carrel.search.rules.Weights;
import org.carrel.search.rules.Wish.ByWords;
import org.carrel.search.rules.Wish.Leaning;

/** The best records are the same as if every record had been scored. */
class BestFirstTest {
    private static final int RECORDS = 400;
    private static final List<String> WORDS =
            List.of("dog", "man", "cat", "the", "of", "sea", "dragons", "dragon", "night", "sea of", "nobody");

    private static ByteBuffersDirectory directory;
    private static DirectoryReader reader;
    private static IndexSearcher searcher;

    @BeforeContainer
    static void index() throws IOException {
        directory = new ByteBuffersDirectory();
        var random = new SplittableRandom(3);
        var config = new IndexWriterConfig(Analysis.ofRecords()).setMergePolicy(NoMergePolicy.INSTANCE);
        try (var writer = new IndexWriter(directory, config)) {
            var words = new RecordWords();
            for (var id = 1; id <= RECORDS; id++) {
                writer.addDocument(DocumentMapping.of(any(id, random).make(), words));
                if (id % 90 == 0) writer.commit();
            }
            for (var id = 1; id <= RECORDS; id += 17) writer.deleteDocuments(new Term(Fields.ID, String.valueOf(id)));
        }
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
    }

    @AfterContainer
    static void close() throws IOException {
        reader.close();
        directory.close();
    }

    private static Records any(int id, SplittableRandom random) {
        var record =
                record(id, text(random)).by(text(random)).about(text(random)).summary(text(random));
        if (random.nextInt(3) == 0) record.series(text(random), (double) random.nextInt(9), "1");
        if (random.nextInt(4) == 0) record.other(text(random));
        if (random.nextInt(5) == 0) record.award(text(random));
        if (random.nextInt(2) == 0) record.copy("3000" + id, "", "FIC", "SAC");
        return record.in(random.nextInt(3) == 0 ? "spa" : "eng");
    }

    private static String text(SplittableRandom random) {
        var words = IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> WORDS.get(random.nextInt(WORDS.size() - 1)))
                .toList();
        return String.join(" ", words);
    }

    @Property(tries = 500)
    void theFirstAreTheSame(@ForAll("questions") ByWords question, @ForAll @IntRange(min = 1, max = 60) int needed)
            throws IOException {
        var ladder = WordsQuery.of(question);
        var picked = new Picked(searcher);
        searcher.search(ladder.found(), collector(picked).alone());
        var known = new KnownTerms(searcher);
        var best = BestFirst.of(searcher, ladder, known, picked, QueryBuilder.BEST_FIRST, needed).scoreDocs;
        var all = all(ladder);
        assertThat(picked.count()).isEqualTo(all.length);
        assertThat(ids(best)).isEqualTo(ids(Arrays.copyOf(all, Math.min(needed, all.length))));
        assertThat(BestFirst.score(searcher, ladder)).isEqualTo(all.length == 0 ? 0 : score(all[0]));
    }

    @Property(tries = 200)
    void alsoAmongSome(@ForAll("questions") ByWords question, @ForAll @IntRange(min = 1, max = 5) int needed)
            throws IOException {
        var ladder = WordsQuery.of(question);
        var picked = new Picked(searcher);
        var some = new BooleanQuery.Builder()
                .add(ladder.found(), Occur.FILTER)
                .add(Clauses.term(Fields.LANGUAGE_IS, "spa"), Occur.FILTER)
                .build();
        searcher.search(some, collector(picked).alone());
        var best = BestFirst.of(searcher, ladder, new KnownTerms(searcher), picked, QueryBuilder.BEST_FIRST, needed);
        var among =
                Arrays.stream(all(ladder)).filter(each -> has(picked, each.doc)).limit(needed);
        assertThat(ids(best.scoreDocs)).isEqualTo(among.map(each -> each.doc).toList());
    }

    private static PageCollector collector(Picked picked) throws IOException {
        var facets = new FacetCounts(FacetValues.of(searcher), EditionGroups.NONE, Map.of(), Instant.MAX);
        return new PageCollector(picked, EditionGroups.NONE, facets);
    }

    private static boolean has(Picked picked, int doc) {
        var segment = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
        return picked.next(segment, doc - segment.docBase) == doc - segment.docBase;
    }

    private static ScoreDoc[] all(Ladder ladder) throws IOException {
        return searcher.search(
                        ladder.scored(),
                        new TopFieldCollectorManager(QueryBuilder.BEST_FIRST, RECORDS, Integer.MAX_VALUE))
                .scoreDocs;
    }

    private static float score(ScoreDoc best) {
        return (Float) ((FieldDoc) best).fields[0];
    }

    private static List<Integer> ids(ScoreDoc[] docs) {
        return Arrays.stream(docs).map(each -> each.doc).toList();
    }

    @Provide
    Arbitrary<ByWords> questions() {
        var text = Arbitraries.of(WORDS).list().ofMinSize(1).ofMaxSize(4).map(words -> String.join(" ", words));
        var others = text.map(other -> new Rephrasing(other, 0.9f)).list().ofMaxSize(2);
        var pinned = Arbitraries.longs().between(1, RECORDS).list().ofMaxSize(2).uniqueElements();
        var audiences = Arbitraries.of(List.<String>of(), List.of("j"));
        return Combinators.combine(text, others, pinned, audiences)
                .as((typed, ways, first, readers) ->
                        new ByWords(typed, ways, new Leaning(first, Weights.USUAL, readers)));
    }
}
