package org.carrel.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carrel.search.Records.record;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.carrel.search.SearchHealth.State;
import org.carrel.search.index.CatalogIndex;
import org.carrel.search.index.IndexCheck;
import org.carrel.search.index.IndexCheck.Kind;
import org.carrel.search.index.IndexInUse;
import org.carrel.search.index.Reindex;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IndexRecoveryTest {
    private static final int RECORDS = 200;

    @TempDir
    Path directory;

    /** What can happen to the files of an index. */
    enum Damage {
        FOLDER_DELETED {
            @Override
            void doTo(Path folder) throws IOException {
                // The index may be mending itself meanwhile, and put a file where one was just taken away.
                while (Files.exists(folder)) deleteWhatIsThere(folder);
            }
        },
        FILES_DELETED {
            @Override
            void doTo(Path folder) throws IOException {
                for (var file : files(folder)) Files.deleteIfExists(file);
            }
        },
        BYTES_FLIPPED {
            @Override
            void doTo(Path folder) throws IOException {
                var random = new Random(42);
                for (var file : segments(folder)) {
                    try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
                        for (var i = 0; i < 100; i++) flip(bytes, random.nextLong(bytes.length()));
                    }
                }
            }
        },
        FILES_CUT {
            @Override
            void doTo(Path folder) throws IOException {
                for (var file : segments(folder)) {
                    try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
                        bytes.setLength(bytes.length() / 2);
                    }
                }
            }
        },
        FILES_EMPTIED {
            @Override
            void doTo(Path folder) throws IOException {
                for (var file : segments(folder)) Files.write(file, new byte[0]);
            }
        },
        POINTER_IS_NONSENSE {
            @Override
            void doTo(Path folder) throws IOException {
                Files.write(folder.resolve("CURRENT"), new byte[] {0, -1, 47, 46, 46});
            }
        };

        abstract void doTo(Path folder) throws IOException;

        static List<Path> files(Path folder) throws IOException {
            return everything(folder).stream().filter(Files::isRegularFile).toList();
        }

        /** The folder and all in it, as long as it stays; what vanishes meanwhile is left out. */
        static List<Path> everything(Path folder) throws IOException {
            var all = new ArrayList<Path>();
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
                    all.add(each);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path each, BasicFileAttributes attributes) {
                    all.add(each);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path each, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path each, @Nullable IOException broken) {
                    return FileVisitResult.CONTINUE;
                }
            });
            return all;
        }

        static void deleteWhatIsThere(Path folder) throws IOException {
            for (var each : everything(folder).reversed()) {
                try {
                    Files.deleteIfExists(each);
                } catch (DirectoryNotEmptyException filledMeanwhile) {
                    return;
                }
            }
        }

        static List<Path> segments(Path folder) throws IOException {
            return files(folder).stream()
                    .filter(file -> !file.getFileName().toString().endsWith("lock"))
                    .filter(file -> !file.getParent().equals(folder))
                    .toList();
        }

        static void flip(RandomAccessFile bytes, long at) throws IOException {
            bytes.seek(at);
            var old = bytes.read();
            bytes.seek(at);
            bytes.write(old ^ 0xFF);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anIndexDamagedWhileStoppedIsBuiltAnew(Damage damage) throws Exception {
        catalogued().close();
        damage.doTo(directory);
        try (var searched = catalogued()) {
            assertComplete(searched);
            assertThat(IndexCheck.compare(directory, searched.catalog())).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "POINTER_IS_NONSENSE")
    void anIndexDamagedWhileRunningAnswersAndIsBuiltAnew(Damage damage) throws Exception {
        try (var searched = catalogued()) {
            damage.doTo(directory);
            for (var i = 0; i < 20; i++)
                assertThat(searched.find("number " + i).total()).isNotNegative();
            searched.lifecycle().catchUp();
            assertComplete(searched);
            assertThat(IndexCheck.compare(directory, searched.catalog())).isEmpty();
        }
        try (var searched = catalogued()) {
            assertComplete(searched);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "POINTER_IS_NONSENSE")
    void anIndexDamagedAgainAndAgainWhileRunningIsBuiltAnewEachTime(Damage damage) throws Exception {
        try (var searched = catalogued()) {
            for (var i = 0; i < 4; i++) {
                damage.doTo(directory);
                searched.lifecycle().catchUp();
                assertComplete(searched);
                assertThat(IndexCheck.compare(directory, searched.catalog())).isEmpty();
            }
        }
    }

    @Test
    void searchesGoOnFromWhatThereIsWhileTheIndexIsBuilt() throws Exception {
        var answers = Collections.synchronizedList(new ArrayList<SearchPage>());
        try (var searched = new SearchedCatalog(directory, new FakeCatalog())) {
            for (var id = 1; id <= RECORDS; id++) searched.catalog().put(numbered(id));
            searched.catalog().betweenRecords(() -> answers.add(searched.find("number")));
            Damage.FILES_DELETED.doTo(directory);
            searched.lifecycle().catchUp();
            assertComplete(searched);
        }
        assertThat(answers).isNotEmpty().allMatch(SearchPage::limited);
        assertThat(answers).flatExtracting(SearchPage::hits).allMatch(hit -> hit.title()
                .equals("Number " + hit.id()));
    }

    @Test
    void manySearchesAtOnceSurviveEveryChangeOfGeneration() throws Exception {
        var done = new AtomicBoolean();
        try (var threads = Executors.newFixedThreadPool(2);
                var searched = catalogued()) {
            var searching = List.of(0, 1).stream()
                    .map(thread -> threads.submit(() -> {
                        for (var i = 0; !done.get(); i++) searched.find("number " + i % RECORDS);
                        return true;
                    }))
                    .toList();
            try {
                for (var damage : List.of(Damage.FILES_DELETED, Damage.BYTES_FLIPPED, Damage.FOLDER_DELETED)) {
                    damage.doTo(directory);
                    searched.lifecycle().catchUp();
                    assertComplete(searched);
                }
            } finally {
                done.set(true);
            }
            for (var search : searching) assertThat(search.get()).isTrue();
        }
    }

    @Test
    void theIndexOfAnotherDatabaseIsThrownAway() throws Exception {
        catalogued().close();
        var other = new IndexSettings(directory, "another-database", Duration.ofMillis(5));
        var catalog = new FakeCatalog().put(record(1, "Only this"));
        try (var lifecycle = new SearchLifecycle(catalog, other)) {
            lifecycle.start();
            lifecycle.catchUp();
            var search = new CatalogSearch(lifecycle, new FakeItems());
            assertThat(search.find(new SearchRequest("", 1, 50, List.of(), List.of()))
                            .hits())
                    .extracting(SearchHit::title)
                    .containsExactly("Only this");
        }
    }

    @Test
    void anIndexAheadOfARestoredDatabaseIsBuiltAnew() throws Exception {
        try (var searched = catalogued()) {
            searched.catalog().put(record(900, "Never happened"));
            searched.lifecycle().catchUp();
            searched.catalog().forgetChangesAfter(RECORDS);
            searched.lifecycle().catchUp();
            assertThat(searched.titles("never happened")).isEmpty();
            assertComplete(searched);
        }
    }

    @Test
    void aSecondWriterIsRefused() throws Exception {
        try (var searched = catalogued()) {
            assertThatThrownBy(() -> CatalogIndex.open(directory, SearchedCatalog.DATABASE))
                    .isInstanceOf(IndexInUse.class)
                    .hasMessageContaining(directory.toString());
            assertThatThrownBy(() -> Reindex.run(directory, SearchedCatalog.DATABASE, searched.catalog(), count -> {}))
                    .isInstanceOf(IndexInUse.class);
            assertComplete(searched);
        }
    }

    @Test
    void aReindexCountsItsRecordsAndLeavesACompleteIndex() throws Exception {
        var counts = new ArrayList<Long>();
        Reindex.run(directory, SearchedCatalog.DATABASE, catalog(), counts::add);
        assertThat(counts).hasSize(RECORDS).endsWith((long) RECORDS);
        assertThat(IndexCheck.compare(directory, catalog())).isEmpty();
        Reindex.run(directory, SearchedCatalog.DATABASE, catalog(), counts::add);
        assertThat(IndexCheck.compare(directory, catalog())).isEmpty();
        try (var entries = Files.list(directory)) {
            assertThat(entries.filter(Files::isDirectory))
                    .as("old generations are deleted")
                    .hasSize(1);
        }
    }

    @Test
    void theCheckNamesEveryDifference() throws Exception {
        catalogued().close();
        var changed = catalog();
        changed.put(record(1, "Another title"));
        changed.delete(2);
        changed.put(record(901, "New"));
        assertThat(IndexCheck.compare(directory, changed))
                .extracting(problem -> problem.kind() + " " + problem.detail())
                .containsExactlyInAnyOrder(
                        "OTHER_CHANGE index 200, catalog 203", "OUTDATED 1", "SURPLUS 2", "MISSING 901");
    }

    @Test
    void theCheckSeesAlsoToWhichWorkARecordBelongsAndWhetherACopyIsIn() throws Exception {
        SearchedCatalog.of(directory, numbered(1), shelved(2), shelved(3)).close();
        var changed = new FakeCatalog()
                .put(numbered(1).work("joined by somebody"))
                .put(shelved(2).out())
                .put(shelved(3));
        assertThat(IndexCheck.compare(directory, changed))
                .extracting(problem -> problem.kind() + " " + problem.detail())
                .containsExactlyInAnyOrder("OUTDATED 1", "OUTDATED 2");
    }

    private static Records shelved(int id) {
        return numbered(id).copy("C" + id, "", "FIC", "NUM");
    }

    @Test
    void theCheckSeesRottenBytesAndAMissingIndex() throws Exception {
        assertThat(IndexCheck.compare(directory, catalog())).extracting("kind").containsExactly(Kind.NO_INDEX);
        catalogued().close();
        Damage.BYTES_FLIPPED.doTo(directory);
        assertThat(IndexCheck.compare(directory, catalog())).extracting("kind").containsExactly(Kind.DAMAGED);
    }

    @Test
    void beforeTheStartAndAfterTheEndSearchesFindNothingAndSaySo() throws Exception {
        var searched = catalogued();
        searched.close();
        searched.close();
        assertThat(searched.find("number").limited()).isTrue();
        assertThat(searched.lifecycle().health().state()).isEqualTo(State.BROKEN);
    }

    private static FakeCatalog catalog() {
        var catalog = new FakeCatalog();
        for (var id = 1; id <= RECORDS; id++) catalog.put(numbered(id));
        return catalog;
    }

    private static Records numbered(int id) {
        return record(id, "Number " + id).summary("A book of many words, the " + id + "th of its kind.");
    }

    private SearchedCatalog catalogued() {
        return new SearchedCatalog(directory, catalog());
    }

    private static void assertComplete(SearchedCatalog searched) {
        var page = searched.find("number");
        assertThat(page.limited()).isFalse();
        assertThat(page.total()).isEqualTo(RECORDS);
        assertThat(searched.titles("number 7").getFirst()).isEqualTo("Number 7");
        assertThat(searched.lifecycle().health())
                .isEqualTo(new SearchHealth(State.READY, searched.catalog().lastChange()));
    }
}
