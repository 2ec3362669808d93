package org.carrel.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.carrel.platform.DataSources;
import org.carrel.platform.Database;
import org.carrel.platform.DatabaseSettings;
import org.carrel.platform.Sql;
import org.carrel.search.Synonym.Sense;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The librarian's words and the search log on the product's database. */
class SearchWordsIT {
    private static final LocalDate DAY = LocalDate.of(2025, 3, 3);
    private static HikariDataSource connections;
    private static Database database;

    @BeforeAll
    static void connect() {
        var url = System.getProperty("carrel.test.db.url", "");
        assumeTrue(!url.isEmpty(), "skipped: the tests did not start the product");
        connections = DataSources.open(
                new DatabaseSettings(
                        url, System.getProperty("carrel.test.db.user"), System.getProperty("carrel.test.db.password")),
                Duration.ZERO);
        database = new Database(connections);
    }

    @AfterAll
    static void close() {
        if (connections != null) connections.close();
    }

    @Test
    void aSynonymOfOneNodeIsKnownToAnother() {
        var one = new SearchWords(database);
        var other = new SearchWords(database);
        assertThat(means(other, "gronklewort")).isEmpty();
        one.add(new Synonym(" Gronklewort ", "root  vegetables", Sense.SAME));
        assertThat(means(one, "gronklewort")).contains("root vegetables");
        assertThat(inTime(() -> means(other, "gronklewort").contains("root vegetables")))
                .isTrue();
        one.remove(new Synonym("gronklewort", "root vegetables", Sense.SAME));
        assertThat(means(one, "gronklewort")).isEmpty();
    }

    @Test
    void weightsAreKeptWithinBounds() {
        var words = new SearchWords(database);
        words.weigh(Map.of("title", 900, "subject", 1, "nonsense", 7));
        assertThat(words.weights())
                .containsEntry("title", 200)
                .containsEntry("subject", 50)
                .containsEntry("author", 100)
                .hasSize(4);
        words.weigh(Map.of());
        assertThat(words.weights())
                .containsOnly(
                        Map.entry("title", 100),
                        Map.entry("subject", 100),
                        Map.entry("author", 100),
                        Map.entry("series", 100));
    }

    @Test
    void nothingIsPinnedThatIsNotThere() {
        var words = new SearchWords(database);
        assertThat(words.pin("anything", 987_654_321)).isFalse();
        assertThat(words.pin(" !! ", 1)).isFalse();
    }

    @Test
    void rareWordsAreForgottenAfterAWhileAndFrequentOnesAfterYears() throws Exception {
        var log = on(DAY);
        for (var times = 0; times < 3; times++) log.asked(request("plorkish thing"), false, 0);
        log.asked(request("maya told me this"), false, 0);
        log.write();
        assertThat(rows("plorkish thing")).isEqualTo(1);
        assertThat(rows("maya told me this")).isEqualTo(1);

        on(DAY.plusDays(30)).clean(DAY.plusDays(30));
        assertThat(rows("maya told me this")).isEqualTo(1);
        on(DAY.plusDays(31)).clean(DAY.plusDays(31));
        assertThat(rows("maya told me this")).isZero();
        assertThat(rows("plorkish thing")).isEqualTo(1);
        assertThat(rows("")).as("they still count").isEqualTo(1);

        on(DAY.plusDays(401)).clean(DAY.plusDays(401));
        assertThat(rows("plorkish thing")).isZero();
        assertThat(rows("")).isZero();
    }

    @Test
    void theSameQuestionOfOneDayIsCountedInOneRow() throws Exception {
        var log = on(DAY.plusYears(20));
        log.asked(request("Frobulating  Badgers!"), false, 0);
        log.asked(request("frobulating badgers"), false, 1);
        log.write();
        log.asked(new SearchRequest("frobulating badgers", 1, 20, List.of(), List.of("spa")), false, 0);
        log.asked(new SearchRequest("frobulating badgers", 2, 20, List.of(), List.of()), false, 1);
        var weak = log.weak(1, 30, 50).stream()
                .filter(row -> row.terms().equals("frobulating badgers"))
                .toList();
        assertThat(weak).hasSize(1);
        assertThat(weak.getFirst().times())
                .as("turning the page is no question")
                .isEqualTo(3);
        assertThat(weak.getFirst().refined()).isEqualTo(1);
        database.transaction(
                connection -> Sql.update(connection, "delete from search_log where terms = 'frobulating badgers'"));
    }

    @Test
    void whatWasAskedMostIsAskedAgainBeforeTheServerIsReady(@TempDir Path directory) {
        var log = on(DAY.plusYears(10));
        for (var times = 0; times < 2; times++) log.asked(request("snorkling wombats"), false, 0);
        log.asked(request("quibbling otters"), false, 0);
        log.write();
        var asked = List.of("snorkling wombats", "quibbling otters");
        assertThat(log.frequent(60, 200)).containsSubsequence(asked);
        try (var searched = SearchedCatalog.of(directory, Records.record(1, "Wombats"))) {
            var warmUp = searched.warmUp(log);
            assertThat(warmUp.isDone()).isFalse();
            assertThat(warmUp.replay()).isGreaterThanOrEqualTo(asked.size());
            warmUp.start();
            assertThat(inTime(warmUp::isDone)).isTrue();
        }
        assertThat(log.weak(0, 60, 200).stream()
                        .filter(row -> row.terms().equals("snorkling wombats"))
                        .map(SearchLog.Weak::times))
                .as("nobody asked")
                .containsExactly(2L);
        database.transaction(connection -> Sql.update(
                connection, "delete from search_log where terms in ('snorkling wombats', 'quibbling otters')"));
    }

    private static SearchRequest request(String text) {
        return new SearchRequest(text, 1, 20, List.of(), List.of());
    }

    private static SearchLog on(LocalDate day) {
        Instant noon = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
        return new SearchLog(database, Clock.fixed(noon, ZoneOffset.UTC));
    }

    private static long rows(String terms) {
        return database.read(connection -> Sql.first(
                        connection,
                        "select count(*) from search_log where terms = ? and day = ?",
                        row -> row.getLong(1),
                        terms,
                        DAY)
                .orElseThrow());
    }

    private static List<String> means(SearchWords words, String text) {
        return words.now().synonyms().of(text).stream()
                .map(org.carrel.search.rules.Rephrasing::text)
                .toList();
    }

    private static boolean inTime(java.util.function.BooleanSupplier condition) {
        var end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (System.nanoTime() < end) {
            if (condition.getAsBoolean()) return true;
            Thread.onSpinWait();
        }
        return false;
    }
}
