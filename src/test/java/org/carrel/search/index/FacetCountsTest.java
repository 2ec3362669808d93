package org.carrel.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carrel.search.Records.record;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.carrel.catalog.BibRecord.Kind;
import org.carrel.catalog.CatalogRecord;
import org.carrel.catalog.Item;
import org.carrel.search.Records;
import org.carrel.search.SearchPage.FacetCount;
import org.carrel.search.rules.LevelRange;
import org.carrel.search.rules.ReadingName;

/** Facets are counted as if each value of each record had been written on a list and the list been counted by hand. */
class FacetCountsTest {
    private static final int RECORDS = 600;
    private static final int LONG_AGO = 1_000_000;
    private static final Instant NEW_SINCE = Instant.ofEpochSecond(2 * LONG_AGO);
    private static final List<String> NAMES = List.of("ant", "bee", "cat", "dog", "eel", "fox", "gnu", "hen");
    private static final List<String> LETTERS = List.of(" ", "a", "c", "d", "e", "j");
    private static final Map<Character, String> READERS =
            Map.of('a', "young", 'c', "kids", 'j', "kids", 'd', "teen", 'e', "adult");

    private static final Map<Long, CatalogRecord> RECORDS_BY_ID = new HashMap<>();
    private static ByteBuffersDirectory directory;
    private static DirectoryReader reader;
    private static WorksSearcher searcher;

    @BeforeContainer
    static void index() throws IOException {
        directory = new ByteBuffersDirectory();
        var random = new SplittableRandom(11);
        var config = new IndexWriterConfig(Analysis.ofRecords()).setMergePolicy(NoMergePolicy.INSTANCE);
        try (var writer = new IndexWriter(directory, config)) {
            var words = new RecordWords();
            for (var id = 1L; id <= RECORDS; id++) {
                var record = any(id, random).make();
                RECORDS_BY_ID.put(id, record);
                writer.addDocument(DocumentMapping.of(record, words));
                if (id % 130 == 0) writer.commit();
            }
            for (var id = 1L; id <= RECORDS; id += 13) {
                writer.deleteDocuments(new Term(Fields.ID, String.valueOf(id)));
                RECORDS_BY_ID.remove(id);
            }
        }
        reader = DirectoryReader.open(directory);
        searcher = WorksSearcher.of(reader);
    }

    @AfterContainer
    static void close() throws IOException {
        reader.close();
        directory.close();
    }

    /** The first segment is old as a whole, the last one new; between them both. */
    private static Records any(long id, SplittableRandom random) {
        var record = record(id, name(random)).by(name(random));
        if (random.nextInt(3) > 0) record.work("work " + random.nextInt(120));
        for (var left = random.nextInt(4); left > 0; left--) record.about(name(random) + " -- " + name(random));
        for (var left = random.nextInt(3); left > 0; left--) record.series(name(random), 1.0, "1");
        for (var left = random.nextInt(3); left > 0; left--) record.in(random.nextBoolean() ? "eng" : "spa");
        if (random.nextInt(4) == 0) record.kind(Kind.AUDIOBOOK);
        if (random.nextInt(4) == 0) record.award("A prize");
        if (random.nextInt(2) == 0) record.lexile(100 * random.nextInt(12));
        if (random.nextInt(2) == 0) record.ar(random.nextInt(8) + 0.5);
        if (random.nextInt(2) == 0) record.copy("3000" + id, "", "FIC", "SAC");
        if (random.nextInt(3) == 0) record.out();
        record.forReaders(LETTERS.get(random.nextInt(LETTERS.size())).charAt(0));
        var isNew = id > RECORDS - 130 || id > 130 && random.nextBoolean();
        return record.added(isNew ? NEW_SINCE.plusSeconds(id) : Instant.ofEpochSecond(LONG_AGO + id));
    }

    private static String name(SplittableRandom random) {
        return NAMES.get(random.nextInt(NAMES.size()));
    }

    private static Map<FacetField, Set<String>> values(CatalogRecord record) {
        var bib = record.record();
        var values = new EnumMap<FacetField, Set<String>>(FacetField.class);
        values.put(FacetField.KIND, Set.of(bib.kind().name()));
        values.put(FacetField.LANGUAGE, Set.copyOf(bib.languages()));
        values.put(FacetField.IN, when(record.items().stream().anyMatch(Item::available)));
        values.put(FacetField.READERS, set(READERS.get(bib.audience().code())));
        values.put(FacetField.AWARD, when(!bib.notes().awards().isEmpty()));
        var lexile = bib.audience().lexile();
        values.put(FacetField.LEXILE, lexile == null ? Set.of() : Set.of(LevelRange.ofLexile(lexile)));
        var level = bib.audience().arLevel();
        values.put(FacetField.AR, level == null ? Set.of() : Set.of(LevelRange.ofReader(level)));
        values.put(FacetField.NEW, when(!record.added().isBefore(NEW_SINCE)));
        values.put(
                FacetField.TOPIC,
                bib.topics().subjects().stream()
                        .map(subject -> subject.split(" -- ", 2)[0])
                        .collect(Collectors.toSet()));
        values.put(
                FacetField.SERIES,
                bib.series().stream().map(series -> series.title()).collect(Collectors.toSet()));
        values.put(FacetField.AUTHOR, Set.of(ReadingName.of(bib.names().main())));
        return values;
    }

    private static Set<String> when(boolean yes) {
        return yes ? Set.of("1") : Set.of();
    }

    private static Set<String> set(@org.jspecify.annotations.Nullable String value) {
        return value == null ? Set.of() : Set.of(value);
    }

    /** A question, and what was chosen. */
    record Asked(Query query, boolean ofWorks, Map<FacetField, List<String>> chosen) {
        private boolean finds(CatalogRecord record) {
            return query instanceof MatchAllDocsQuery
                    || query.equals(
                            Clauses.term(Fields.TITLE, record.record().titles().main()));
        }

        private String row(CatalogRecord record) {
            return ofWorks && !record.work().isEmpty() ? record.work() : "record " + record.id();
        }

        private boolean accepts(CatalogRecord record, FacetField field) {
            var wanted = chosen.getOrDefault(field, List.of());
            return wanted.isEmpty() || wanted.stream().anyMatch(values(record).get(field)::contains);
        }

        private List<CatalogRecord> found() {
            return RECORDS_BY_ID.values().stream().filter(this::finds).toList();
        }

        private List<CatalogRecord> taken() {
            return found().stream()
                    .filter(record -> chosen.keySet().stream().allMatch(field -> accepts(record, field)))
                    .toList();
        }

        private Map<String, Long> counts(FacetField counted) {
            var rows = new TreeMap<String, Set<String>>();
            for (var record : found())
                if (chosen.keySet().stream().allMatch(field -> field == counted || accepts(record, field)))
                    for (var value : values(record).get(counted))
                        rows.computeIfAbsent(value, key -> new HashSet<>()).add(row(record));
            return rows.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry ->
                    (long) entry.getValue().size()));
        }
    }

    @Property(tries = 300)
    void countsAreThoseOfAListCountedByHand(@ForAll("questions") Asked asked) throws IOException {
        var works = asked.ofWorks() ? searcher.works() : EditionGroups.NONE;
        var facets = new FacetCounts(searcher.facets(), works, asked.chosen(), NEW_SINCE);
        var picked = new Picked(searcher);
        var collector = new PageCollector(picked, works, facets);
        searcher.search(asked.query(), collector.alone());
        assertThat(picked.count()).isEqualTo(asked.taken().size());
        assertThat(collector.rows())
                .isEqualTo(asked.taken().stream().map(asked::row).distinct().count());
        for (var field : FacetField.values()) {
            var counts = facets.of(field, searcher.headings(), Integer.MAX_VALUE).stream()
                    .collect(Collectors.toMap(FacetCount::value, FacetCount::count));
            assertThat(counts).as("%s of %s", field, asked).isEqualTo(asked.counts(field));
        }
    }

    @Provide
    Arbitrary<Asked> questions() {
        var title = Arbitraries.of(NAMES).<Query>map(name -> Clauses.term(Fields.TITLE, name));
        var query = Arbitraries.oneOf(title, Arbitraries.<Query>just(MatchAllDocsQuery.INSTANCE));
        var everyValue = new ArrayList<FacetValueText>();
        for (var field : FacetField.values()) {
            RECORDS_BY_ID.values().stream()
                    .flatMap(record -> values(record).get(field).stream())
                    .distinct()
                    .sorted()
                    .forEach(value -> everyValue.add(new FacetValueText(field, value)));
            everyValue.add(new FacetValueText(field, "nobody has it"));
        }
        var chosen = Arbitraries.of(everyValue).list().ofMaxSize(4).map(all -> all.stream()
                .collect(Collectors.groupingBy(
                        FacetValueText::field,
                        () -> new EnumMap<>(FacetField.class),
                        Collectors.mapping(FacetValueText::text, Collectors.toList()))));
        return Combinators.combine(query, Arbitraries.of(true, false), chosen).as(Asked::new);
    }

    /** A value that can be chosen. */
    record FacetValueText(FacetField field, String text) {}
}
