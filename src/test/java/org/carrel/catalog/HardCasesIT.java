package org.carrel.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.carrel.cli.CarrelCommand;
import org.carrel.cli.TestDatabase;
import org.carrel.fixtures.inside.TestMarc;
import org.carrel.platform.DataSources;
import org.carrel.platform.Database;
import org.carrel.platform.Migrations;
import org.carrel.platform.Sql;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What broke real systems in the meaning of records, each on an empty catalog and through the command line's report: as a
 * librarian would try it.
 */
class HardCasesIT {
    private static final Path SHARED = Path.of("../shared/marc");
    private static final String BOOK = "00000nam a2200000 i 4500";

    @TempDir
    static Path directory;

    private static TestDatabase server = TestDatabase.NONE;
    private static @Nullable HikariDataSource connections;

    @BeforeAll
    static void startDatabase() {
        assumeTrue(Files.exists(TestDatabase.JAR), "target/carrel.jar is missing: run mvn package first");
        server = TestDatabase.start(directory);
        connections = DataSources.open(server.access(), Duration.ZERO);
        new Migrations().migrate(connections);
    }

    @AfterAll
    static void stopDatabase() {
        if (connections != null) connections.close();
        server.close();
    }

    @BeforeEach
    void emptyTheCatalog() {
        for (var table : List.of("import_line", "item", "bib_version", "bib_record", "catalog_change")) {
            database().transaction(connection -> Sql.update(connection, "delete from " + table));
        }
    }

    /** Whatever came in, every promise of the catalog holds. */
    @AfterEach
    void verify() {
        var problems = new ArrayList<String>();
        new CatalogCheck(database(), Clock.systemUTC()).run(problems::add);
        assertThat(problems).isEmpty();
    }

    @Test
    void oneControlNumberUnderTwoTitlesIsAddedTwiceAndFlagged() {
        var report = commit(shared("malformed/duplicate-001.mrc"));
        outcomes(report, "added 1, conflicts 1");
        assertThat(conflict(report)).contains("control number", "First dog book");
        assertThat(titles()).containsExactly("First dog book", "Second cat book");
    }

    @Test
    void oneControlNumberOfTwoAgenciesIsTwoTitlesWithoutADoubt() {
        commit(new TestMarc()
                .record(BOOK, "=001  77", "=003  DLC", "=245  10$aWolves in winter")
                .file());
        var report = commit(new TestMarc()
                .record(BOOK, "=001  77", "=003  OCoLC", "=245  10$aBaking bread")
                .file());
        outcomes(report, "added 1");
        assertThat(titles()).containsExactly("Baking bread", "Wolves in winter");
    }

    @Test
    void oneControlNumberOfOneAgencyIsOneTitle() {
        commit(new TestMarc()
                .record(BOOK, "=001  77", "=003  DLC", "=245  10$aWolves in winter")
                .file());
        var report = commit(new TestMarc()
                .record(BOOK, "=001  77", "=003  DLC", "=245  10$aWolves in winter", "=500  \\\\$aRevised")
                .file());
        outcomes(report, "overlaid 1");
        assertThat(titles()).containsExactly("Wolves in winter");
    }

    @Test
    void twoControlNumbersInOneRecordAreOneTitleUnderTheFirst() {
        outcomes(commit(shared("malformed/two-001-in-record.mrc")), "added 1");
        assertThat(list("select control_number from bib_record")).containsExactly("c1");
    }

    @Test
    void aTitleTwiceInOneFileIsOneRecordThatBothFilled() {
        var report = commit(shared("malformed/same-title-twice-in-file.mrc"));
        outcomes(report, "added 1, overlaid 1");
        assertThat(titles()).containsExactly("Twice in one file");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(textBlock = """
            # hyphens, a binding and a price around it
            978-0-439-70818-0 (library binding) :$c$16.99, overlaid 1
            # ISBN-10 of the same book
            0439708184, overlaid 1
            # there as "08044295 7 x", here with 13 digits
            9780804429573, overlaid 1
            # a wrong check digit proves nothing, though both have it
            9780439708181, added 1
            # there in $z only
            0590353403, added 1
            # there as "(invalid) 123"
            123, added 1
            """)
    void anyWrittenFormOfAnIsbnMatchesAndAnInvalidOneDoesNot(String isbn, String outcome) {
        commit(shared("malformed/isbn-zoo.mrc"));
        outcomes(
                commit(new TestMarc()
                        .book("z1", "ISBN zoo", "=020  \\\\$a" + isbn)
                        .file()),
                outcome);
    }

    @Test
    void aCancelledIsbnNeverMatches() {
        commit(new TestMarc()
                .book("z0", "Gone and replaced", "=020  \\\\$z9780590353403")
                .file());
        var bare = commit(new TestMarc()
                .book("z1", "Gone and replaced", "=020  \\\\$a9780590353403")
                .file());
        outcomes(bare, "added 1");
        var other = commit(new TestMarc()
                .book("z2", "Quite another book", "=020  \\\\$a9780306406157", "=020  \\\\$z9780590353403")
                .file());
        outcomes(other, "added 1");
    }

    @Test
    void volumesThatShareTheIsbnOfTheirSetStayApart() {
        var set = "=020  \\\\$a9780439887458 (set)";
        var report = commit(new TestMarc()
                .record(BOOK, "=001  s1", "=003  T", set, "=245  10$aBone.$nVol. 1,$pOut from Boneville")
                .record(BOOK, "=001  s2", "=003  T", set, "=245  10$aBone.$nVol. 2,$pThe great cow race")
                .file());
        assertThat(report.getInt("added") + report.getInt("conflicts")).isEqualTo(2);
        assertThat(conflict(report)).contains("ISBN");
        assertThat(titles()).hasSize(2);
    }

    @Test
    void anIsbnUsedAgainForAnotherBookIsAConflictAndNothingIsOverwritten() {
        commit(new TestMarc()
                .book("r1", "The first owner", "=020  \\\\$a0306406152")
                .file());
        var report = commit(new TestMarc()
                .book("r2", "A later squatter", "=020  \\\\$a9780306406157")
                .file());
        outcomes(report, "conflicts 1");
        assertThat(conflict(report)).contains("ISBN", "The first owner");
        assertThat(titles()).containsExactly("A later squatter", "The first owner");
    }

    @Test
    void copiesStayAtTheirTitleWhateverAnotherRecordMatches() {
        commit(new TestMarc()
                .book("m1", "Holds the copy", "=020  \\\\$a9780306406157", "=852  \\\\$hFIC$pK1")
                .book("m2", "Wants the copy")
                .file());
        var report = commit(new TestMarc()
                .book("m2", "Wants the copy", "=852  \\\\$hFIC$pK1")
                .file());
        assertThat(report.getInt("copiesRejected")).isEqualTo(1);
        assertThat(notes(report)).singleElement().asString().contains("K1", "Holds the copy");
        assertThat(list("select b.title from item i join bib_record b on b.id = i.bib_id"))
                .containsExactly("Holds the copy");
        // A record that matches by ISBN and brings the same copy changes it in its place.
        commit(new TestMarc()
                .book("m9", "Holds the copy", "=020  \\\\$a0306406152", "=852  \\\\$hFIC$iNEW$pK1")
                .file());
        assertThat(list("select concat(b.title, ' ', i.call_cutter) from item i join bib_record b on b.id = i.bib_id"))
                .containsExactly("Holds the copy NEW");
    }

    @Test
    void whatTheLibraryAddedIsKeptWhenANewerRecordComes() {
        commit(new TestMarc()
                .book(
                        "l1",
                        "Locally enriched",
                        "=590  \\\\$aSigned",
                        "=690  \\\\$aGr. 4 unit",
                        "=900  \\\\$aShelf 3",
                        "=949  \\\\$xLocal")
                .file());
        outcomes(
                commit(new TestMarc()
                        .book("l1", "Locally enriched", "=650  \\0$aDogs")
                        .file()),
                "overlaid 1");
        assertThat(list("select marc from bib_record"))
                .singleElement()
                .asString()
                .contains("Signed", "Gr. 4 unit", "Shelf 3", "Local", "Dogs");
    }

    @Test
    void aBarcodeOnTwoTitlesRejectsTheSecondCopyAndKeepsBothTitles() {
        var report = commit(shared("malformed/duplicate-barcodes-across-records.mrc"));
        outcomes(report, "added 2");
        assertThat(report.getInt("copies")).isEqualTo(1);
        assertThat(report.getInt("copiesRejected")).isEqualTo(1);
        assertThat(notes(report)).singleElement().asString().contains("30009200", "Barcode A");
    }

    @Test
    void aBarcodeTwiceInOneRecordIsOneCopy() {
        var report = commit(shared("malformed/holdings-852-zoo.mrc"));
        outcomes(report, "added 1");
        assertThat(report.getInt("copiesRejected")).isEqualTo(1);
        assertThat(list("select count(*) from item where barcode = '30009001'")).containsExactly("1");
    }

    @Test
    void anotherFormatNeverMatches() {
        var isbn = "=020  \\\\$a9780306406157";
        commit(new TestMarc()
                .record(BOOK, "=001  f1", isbn, "=100  1\\$aSachar, Louis.", "=245  10$aHoles")
                .file());
        var report = commit(new TestMarc()
                .record("00000nim a2200000 i 4500", "=001  f2", isbn, "=100  1\\$aSachar, Louis.", "=245  10$aHoles")
                .record("00000ngm a2200000 i 4500", "=001  f3", "=100  1\\$aSachar, Louis.", "=245  10$aHoles")
                .file());
        outcomes(report, "added 2");
        assertThat(titles()).containsExactly("Holes", "Holes", "Holes");
    }

    @Test
    void aDeletionIsOfferedAndTheRestOfTheFileTellsItsKinds() {
        commit(new TestMarc().book("mx2", "Deleted book").file());
        var report = commit(shared("malformed/deleted-and-mixed-types.mrc"));
        outcomes(report, "added 1, deletions 1, authorities 1, holdings 1");
        assertThat(titles()).containsExactly("Deleted book", "Live book");
    }

    @Test
    void authoritiesAndHoldingsAreNeverTitles() {
        var authorities = commit(shared("loc-name-authorities.xml"));
        assertThat(authorities.getInt("authorities")).isEqualTo(authorities.getInt("records"));
        assertThat(refused(authorities)).contains("no titles", "authority records");
        var holdings = commit(shared("serials-mfhd-holdings.xml"));
        assertThat(holdings.getInt("holdings")).isEqualTo(7);
        assertThat(titles()).isEmpty();
    }

    @Test
    void unimarcIsRefusedAndWhatOnlyLooksLikeItIsTaken() {
        for (var file : List.of("unimarc-bnr-10.mrc", "unimarc-serials-11.mrc")) {
            var report = commit(shared(file));
            assertThat(report.getInt("added")).as(file).isZero();
            assertThat(refused(report)).as(file).contains("UNIMARC");
        }
        assertThat(titles()).isEmpty();
        // Its name lies: the records have their titles in 245.
        assertThat(commit(shared("unimarc-firenze-10.mrc")).getInt("others")).isZero();
        outcomes(
                commit(new TestMarc()
                        .book("n1", "A local 200 beside it", "=200  1\\$aTitre local", "=801  \\0$aUS$bMINE")
                        .record(
                                BOOK,
                                "=001  n2",
                                "=100  1\\$a1984 Collective of the forty-eight.",
                                "=700  1\\$aNo title")
                        .file()),
                "added 2");
    }

    @Test
    void theSameFileAgainChangesNothingThoughItHasNo005() {
        var file = shared("k12-starter-290-utf8.mrc");
        var first = commit(file);
        assertThat(first.getInt("added")).isEqualTo(290);
        var before = list("select last from catalog_change_number");
        var again = commit(file);
        outcomes(again, "same 290");
        assertThat(again.getInt("copiesAdded") + again.getInt("copiesUpdated")).isZero();
        assertThat(list("select last from catalog_change_number")).isEqualTo(before);
    }

    @Test
    void aTitleThatStandsOnlyInItsOwnScriptIsATitle() {
        outcomes(
                commit(new TestMarc()
                        .record(BOOK, "=001  v1", "=245  10$a<>", "=880  10$6245-00/$1$a\u65e5\u672c\u306e\u8336\u66f8")
                        .record(
                                BOOK,
                                "=001  v2",
                                "=880  10$6245-01/(N$a\u0412\u043e\u0439\u043d\u0430 \u0438 \u043c\u0438\u0440")
                        .file()),
                "added 2");
        assertThat(titles())
                .containsExactlyInAnyOrder(
                        "\u65e5\u672c\u306e\u8336\u66f8", "\u0412\u043e\u0439\u043d\u0430 \u0438 \u043c\u0438\u0440");
    }

    @Test
    void threeBookletsOfOneTitleAreThreeTitles() {
        var made = "=260  \\\\$aNew York :$bStarter Press,$c2001.";
        outcomes(
                commit(new TestMarc()
                        .record(BOOK, "=001  b1", "=245  10$aNature guides.$nPart 1,$pBirds", made)
                        .record(BOOK, "=001  b2", "=245  10$aNature guides.$nPart 2,$pTrees", made)
                        .record(BOOK, "=001  b3", "=245  10$aNature guides.$nPart 3,$pStones", made)
                        .file()),
                "added 3");
        assertThat(titles())
                .containsExactly(
                        "Nature guides. Part 1, Birds",
                        "Nature guides. Part 2, Trees",
                        "Nature guides. Part 3, Stones");
    }

    @Test
    void packedFilesNamedMrcAreUnpackedAndAWebPageIsRefused() throws IOException {
        var plain = Files.readAllBytes(shared("mixed-30-utf8.mrc"));
        var gzip = directory.resolve("gzip.mrc");
        try (var out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
            out.write(plain);
        }
        assertThat(commit(gzip).getInt("records")).isEqualTo(30);
        var before = titles();
        var zip = directory.resolve("zip.mrc");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (var name : List.of("../../one.mrc", "two.mrc")) {
                out.putNextEntry(new ZipEntry(name));
                out.write(plain);
                out.closeEntry();
            }
        }
        var zipped = commit(zip);
        assertThat(zipped.getInt("records")).isEqualTo(60);
        assertThat(titles()).as("unpacked twice").isEqualTo(before);
        assertThat(list("select entry from import_line where entry <> ''"))
                .contains("one.mrc", "two.mrc")
                .noneMatch(name -> name.contains(".."));
        assertThat(commit(shared("malformed/gzip-named-mrc.mrc")).getInt("added"))
                .isPositive();
        var unpacked = titles();
        assertThat(refused(commit(shared("malformed/html-error-page.mrc")))).contains("web page");
        var page = Files.write(directory.resolve("page.mrc"), "<!DOCTYPE html><p>Sign in</p>".getBytes(UTF_8));
        assertThat(refused(commit(page))).contains("web page");
        assertThat(titles()).isEqualTo(unpacked);
    }

    private static Path shared(String name) {
        var file = SHARED.resolve(name);
        assumeTrue(Files.exists(file), "The shared sample " + name + " is not here");
        return file;
    }

    private static JsonObject commit(Path... files) {
        return new CarrelCommand(server.access(), directory).importing(List.of("--commit"), Arrays.asList(files));
    }

    /** Of all outcomes, just these. */
    private static void outcomes(JsonObject report, String expected) {
        var found = new ArrayList<String>();
        for (var name : List.of(
                "added",
                "overlaid",
                "same",
                "conflicts",
                "rejected",
                "deletions",
                "authorities",
                "holdings",
                "others")) {
            if (report.getInt(name) > 0) found.add(name + " " + report.getInt(name));
        }
        assertThat(String.join(", ", found)).as(() -> notes(report).toString()).isEqualTo(expected);
    }

    private static String conflict(JsonObject report) {
        return report.getJsonArray("conflictList").getJsonObject(0).getString("reason");
    }

    private static List<String> notes(JsonObject report) {
        return report
                .getJsonArray("files")
                .getJsonObject(0)
                .getJsonArray("notes")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(note -> note.getString("reason"))
                .toList();
    }

    private static String refused(JsonObject report) {
        return report.getJsonArray("files").getJsonObject(0).getString("refused");
    }

    private static List<String> titles() {
        return list("select title from bib_record order by title");
    }

    private static List<String> list(String sql) {
        return database().read(connection -> Sql.list(connection, sql, row -> row.getString(1)));
    }

    private static Database database() {
        if (connections == null) throw new IllegalStateException("No database");
        return new Database(connections);
    }
}
