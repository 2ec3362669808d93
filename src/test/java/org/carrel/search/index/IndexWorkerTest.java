package org.carrel.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carrel.search.Records.record;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.carrel.platform.DatabaseProblem;
import org.carrel.search.FakeCatalog;
import org.carrel.search.SearchHealth.State;
import org.carrel.search.SearchHit;
import org.carrel.search.SearchRequest;
import org.carrel.search.rules.Wish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexWorkerTest {
    private static final String DATABASE = "database";
    private static final Duration SHORT = Duration.ofMillis(2);

    @TempDir
    Path directory;

    private final FakeCatalog catalog = new FakeCatalog();

    @Test
    void changesShowAfterCatchingUp() {
        catalog.put(record(1, "Holes"));
        try (var index = open()) {
            var worker = new IndexWorker(index, catalog, SHORT);
            worker.catchUp();
            assertThat(titles(index, "holes")).containsExactly("Holes");
            catalog.put(record(1, "Small steps"));
            catalog.put(record(2, "Holes again"));
            worker.catchUp();
            assertThat(titles(index, "holes")).containsExactly("Holes again");
            assertThat(titles(index, "small steps")).containsExactly("Small steps");
            catalog.delete(1);
            worker.catchUp();
            assertThat(titles(index, "")).containsExactly("Holes again");
            assertThat(index.lastChange()).isEqualTo(catalog.lastChange());
        }
    }

    @Test
    void aRecordDeletedAndMadeAgainIsThereOnce() {
        catalog.put(record(1, "Holes"));
        catalog.delete(1);
        catalog.put(record(1, "Holes"));
        try (var index = open()) {
            new IndexWorker(index, catalog, SHORT).catchUp();
            assertThat(titles(index, "")).containsExactly("Holes");
        }
    }

    @Test
    void moreChangesThanOneBatchAreAllApplied() {
        try (var index = open()) {
            var worker = new IndexWorker(index, catalog, SHORT);
            worker.catchUp();
            for (var id = 1; id <= 1201; id++) catalog.put(record(id, "Number " + id));
            worker.catchUp();
            assertThat(index.find(new Wish.Everything(), request(), Instant.EPOCH)
                            .total())
                    .isEqualTo(1201);
        }
        try (var index = open()) {
            assertThat(index.lastChange()).as("and are safe on disk").isEqualTo(1201);
        }
    }

    @Test
    void aCrashBeforeTheCommitOnlyRepeatsWork() throws Exception {
        catalog.put(record(1, "Holes"));
        try (var index = open()) {
            new IndexWorker(index, catalog, SHORT).catchUp();
            catalog.put(record(1, "Small steps"));
            catalog.put(record(2, "Wonder"));
            index.apply(catalog.records(List.of(1L, 2L)), List.of(), catalog.lastChange());
            index.show();
            assertThat(titles(index, "")).containsExactly("Wonder", "Small steps");
        }
        try (var index = open()) {
            assertThat(index.lastChange())
                    .as("what was not committed counts for nothing")
                    .isEqualTo(1);
            new IndexWorker(index, catalog, SHORT).catchUp();
            assertThat(titles(index, "")).containsExactly("Wonder", "Small steps");
        }
    }

    @Test
    void changesMadeWhileTheIndexIsBuiltAreNotLost() {
        for (var id = 1; id <= 3; id++) catalog.put(record(id, "Number " + id));
        catalog.betweenRecords(() -> {
            catalog.betweenRecords(() -> {});
            catalog.put(record(1, "Changed"));
            catalog.delete(2);
        });
        try (var index = open()) {
            new IndexWorker(index, catalog, SHORT).catchUp();
            assertThat(titles(index, "")).containsExactly("Number 3", "Changed");
        }
    }

    @Test
    void aDatabaseThatIsAwayIsToldToWhoAsks() {
        catalog.put(record(1, "Holes"));
        try (var index = open()) {
            var worker = new IndexWorker(index, catalog, SHORT);
            catalog.away(true);
            assertThatThrownBy(worker::catchUp).isInstanceOf(DatabaseProblem.class);
            assertThat(worker.health().state()).isEqualTo(State.REBUILDING);
            catalog.away(false);
            worker.catchUp();
            assertThat(worker.health().state()).isEqualTo(State.READY);
            catalog.away(true);
            assertThatThrownBy(worker::catchUp).isInstanceOf(DatabaseProblem.class);
            assertThat(titles(index, "holes"))
                    .as("what was indexed is still found")
                    .containsExactly("Holes");
        }
    }

    @Test
    void inTheBackgroundItWaitsForTheDatabaseAndGoesOn() throws Exception {
        var filled = new CountDownLatch(1);
        catalog.put(record(1, "Holes"));
        catalog.betweenRecords(filled::countDown);
        catalog.away(true);
        try (var index = open()) {
            var worker = new IndexWorker(index, catalog, SHORT);
            worker.start();
            catalog.away(false);
            assertThat(filled.await(30, TimeUnit.SECONDS)).isTrue();
            worker.catchUp();
            assertThat(titles(index, "holes")).containsExactly("Holes");
            worker.stop();
        }
    }

    @Test
    void stoppingInTheMiddleOfBuildingEndsSoonAndLeavesNothingThatCounts() throws Exception {
        var started = new CountDownLatch(1);
        var mayGoOn = new CountDownLatch(1);
        for (var id = 1; id <= 10; id++) catalog.put(record(id, "Number " + id));
        catalog.betweenRecords(() -> {
            started.countDown();
            await(mayGoOn);
        });
        try (var index = open()) {
            var worker = new IndexWorker(index, catalog, SHORT);
            worker.start();
            started.await();
            var stopper = Thread.ofPlatform().start(worker::stop);
            mayGoOn.countDown();
            stopper.join();
        }
        catalog.betweenRecords(() -> {});
        try (var index = open()) {
            new IndexWorker(index, catalog, SHORT).catchUp();
            assertThat(titles(index, "")).hasSize(10);
        }
    }

    @Test
    void anIndexOfAnotherFormatIsBuiltAnew() throws Exception {
        catalog.put(record(1, "Holes"));
        try (var index = open()) {
            new IndexWorker(index, catalog, SHORT).catchUp();
        }
        var generation = IndexFolder.current(directory).orElseThrow();
        try (var old = Generation.open(generation)) {
            old.remove(1);
            old.commit(new Stamp(1, DATABASE, "0"));
        }
        try (var index = open()) {
            assertThat(index.isLimited()).isTrue();
            new IndexWorker(index, catalog, SHORT).catchUp();
            assertThat(titles(index, "holes")).containsExactly("Holes");
        }
    }

    private CatalogIndex open() {
        return CatalogIndex.open(directory, DATABASE);
    }

    private static SearchRequest request() {
        return new SearchRequest("", 1, 50, List.of(), List.of());
    }

    private static List<String> titles(CatalogIndex index, String text) {
        Wish wish = text.isEmpty() ? new Wish.Everything() : new Wish.ByWords(text);
        return index.find(wish, request(), Instant.EPOCH).hits().stream()
                .map(SearchHit::title)
                .toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
