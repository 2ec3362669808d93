package org.carrel.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.carrel.catalog.CopyMap.Part;
import org.carrel.catalog.HouseRule.DropFields;
import org.carrel.catalog.HouseRule.DropSubjects;
import org.carrel.catalog.HouseRule.LanguagePrefix;
import org.carrel.catalog.HouseRule.ReplaceCallNumberPrefix;
import org.carrel.catalog.ImportReport.Outcome;
import org.carrel.catalog.OverlayRow.Way;
import org.carrel.catalog.PlaceAnswer.Kind;
import org.carrel.catalog.RecordChanges.Reason;
import org.carrel.catalog.SettingsProblem.Problem;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of a vendor by its profile: what it changes, what it asks, and that it holds to what was planned. */
class ImportProfilesIT {
    private static final ImportSettings FIC =
            ImportSettings.DEFAULT.withRules(new ReplaceCallNumberPrefix("F", "FIC"), new DropSubjects("sears"));
    private static final AtomicInteger NAMES = new AtomicInteger();

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

    @AfterEach
    void verify() {
        var problems = new ArrayList<String>();
        new CatalogCheck(database(), Clock.systemUTC()).run(problems::add);
        assertThat(problems).isEmpty();
    }

    @Test
    void aProfileWithoutSettingsChangesNothing() {
        var file =
                new TestMarc().book("d1", "Defaults", "=650  \\7$aDogs$2sears", "=852  \\\\$aELSEWHERE$hF$iROW$pD0001");
        run(file, Optional.empty());
        var before = list(
                "select concat(hex(incoming_hash), sha2(marc, 256)) from bib_record where " + "control_number = 'd1'");
        assertThat(run(file, saved(ImportSettings.DEFAULT)).count(Outcome.SAME)).isEqualTo(1);
        assertThat(list("select concat(hex(incoming_hash), sha2(marc, 256)) from bib_record where "
                        + "control_number = 'd1'"))
                .isEqualTo(before);
        assertThat(copies("D0")).containsExactly("D0001 P - F ROW");
    }

    @Test
    void theSameFileByTheSameRulesIsTheSame() {
        var file = new TestMarc()
                .book("f1", "With rules", "=650  \\7$aDogs$2sears", "=650  \\0$aCats", "=852  \\\\$hF$iROW$pF0001")
                .book("f2", "Whole label", "=852  \\\\$hF TOL$pF0002");
        var profile = saved(FIC);
        assertThat(run(file, profile).count(Outcome.ADDED)).isEqualTo(2);
        assertThat(copies("F0")).containsExactly("F0001 P - FIC ROW", "F0002 P - FIC TOL");
        assertThat(marc("f1")).contains("Cats").doesNotContain("Dogs").contains("\"h\":\"F\"");
        var again = run(file, profile);
        assertThat(again.count(Outcome.SAME)).isEqualTo(2);
        assertThat(again.copies().added() + again.copies().updated()).isZero();
    }

    @Test
    void theSameFileByNewRulesIsOverlaid() {
        var file = new TestMarc()
                .book("n1", "New rules", "=650  \\7$aDogs$2sears", "=852  \\\\$hF$iROW$pN0001")
                .book("n2", "Nothing to change", "=852  \\\\$hE$iROW$pN0002")
                .book("n3", "Only a label", "=852  \\\\$hF$iROW$pN0003");
        run(file, Optional.empty());
        var profile = saved(FIC);
        var report = run(file, profile);
        assertThat(report.outcomes()).isEqualTo(Map.of(Outcome.OVERLAID, 2, Outcome.SAME, 1));
        assertThat(copies("N0")).containsExactly("N0001 P - FIC ROW", "N0002 P - E ROW", "N0003 P - FIC ROW");
        assertThat(marc("n1")).doesNotContain("Dogs");
        assertThat(run(file, profile).count(Outcome.SAME)).isEqualTo(3);
        // and it can be taken back
        imports().undo(report.number());
        assertThat(copies("N0")).containsExactly("N0001 P - F ROW", "N0002 P - E ROW", "N0003 P - F ROW");
        assertThat(marc("n1")).contains("Dogs");
    }

    @Test
    void thePlanShowsWhatTheCommitDoes() {
        run(new TestMarc().book("pl1", "Planned", "=521  \\\\$aOurs", "=650  \\0$aOld"), Optional.empty());
        var profile = saved(FIC.withOverlay(new OverlayRow("521", Way.KEEP_OURS), new OverlayRow("650", Way.UNION)));
        var number = plan(
                new TestMarc()
                        .book("pl1", "Planned", "=521  \\\\$aTheirs", "=650  \\7$aSears$2sears", "=650  \\0$aNew"),
                profile.orElseThrow());
        var planned = imports().difference(number, 1).orElseThrow();
        assertThat(planned).singleElement().satisfies(change -> {
            assertThat(change.before()).isEmpty();
            assertThat(change.after().orElseThrow()).hasToString(field("650", '0', "New"));
        });
        // changed and removed meanwhile: the import keeps what it was planned with
        var changed = profile.orElseThrow().with(ImportSettings.DEFAULT);
        assertThat(profiles().save(changed)).isInstanceOf(SaveResult.Saved.class);
        assertThat(profiles().remove(changed.id())).isTrue();
        imports().commit(number);
        assertThat(imports().resume()).isEqualTo(1);
        assertThat(marc("pl1")).contains("Ours", "Old", "New").doesNotContain("Theirs", "Sears");
        assertThat(imports().difference(number, 1)).contains(planned);
        assertThat(imports().settings(number)).contains(profile.orElseThrow().settings());
    }

    @Test
    void anImportThatIsResumedKeepsItsSnapshot() {
        var file = new TestMarc();
        for (var i = 0; i < 600; i++) {
            file.book("r" + i, "Resumed " + i, "=852  \\\\$hF$iROW$pR" + (10_000 + i));
        }
        var profile = saved(FIC);
        var path = file.file();
        assertThatThrownBy(() -> imports().run(new ImportRequest(path, "P", true, profile), done -> {
                    throw new IllegalStateException("The power fails");
                }))
                .hasMessage("The power fails");
        assertThat(copies("R1")).hasSize(500);
        profiles().save(profile.orElseThrow().with(ImportSettings.DEFAULT));
        profiles().remove(profile.orElseThrow().id());
        assertThat(imports().resume()).isEqualTo(1);
        assertThat(copies("R1")).hasSize(600).allMatch(copy -> copy.endsWith("FIC ROW"));
    }

    @Test
    void copiesGoToTheSchoolsThatTheyName() {
        edit("insert into site (code, name) values ('EAST', 'East'), ('WEST', 'West')");
        var file = new TestMarc()
                .book(
                        "s1",
                        "Three schools",
                        "=852  \\\\$aeast$bEAST$hFIC$pS0001",
                        "=852  \\\\$aWEST$bStacks$hFIC$pS0002",
                        "=852  \\\\$hFIC$pS0003");
        run(file, saved(ImportSettings.DEFAULT.withSeveralSites()));
        assertThat(copies("S0")).containsExactly("S0001 EAST - FIC", "S0002 WEST Stacks FIC", "S0003 P - FIC");
    }

    @Test
    void aMapReadsAnyField() {
        var map = new CopyMap(
                "945",
                Map.of(Part.BARCODE, "i", Part.CALL_CLASS, "a", Part.SITE, "l", Part.PRICE, "p", Part.NOTE, "n"),
                CopyMap.PriceForm.WHOLE);
        var file = new TestMarc()
                .book("m1", "Mapped", "=852  \\\\$hWRONG$pM9999", "=945  \\\\$aSP FIC ROW$iM0001$p12$nGift$lP");
        run(file, saved(ImportSettings.DEFAULT.with(new CopySource.Custom(map)).withSeveralSites()));
        assertThat(copies("M0")).containsExactly("M0001 P - SP FIC ROW");
        assertThat(list("select concat(price_cents, ' ', note) from item where barcode = 'M0001'"))
                .containsExactly("1200 Gift");
    }

    @Test
    void aPresetIsTakenWhateverTheFileLooksLike() {
        var file = new TestMarc().book("m2", "Preset", "=852  \\\\$hE$pM2001", "=949  \\\\$aFIC ROW$iM2002");
        run(file, saved(ImportSettings.DEFAULT.with(new CopySource.Preset(CopySource.Form.LOCAL_949))));
        assertThat(copies("M2")).containsExactly("M2002 P - FIC ROW");
    }

    @Test
    void whatWasAnsweredIsRememberedAndPlannedAnew() {
        edit("insert into item_type (code, name) values ('PAPER', 'Paperbacks')");
        edit("insert into site (code, name) values ('NORTH', 'North')");
        edit(
                "insert into shelf_location (site_id, code, name) select id, 'ROOM', 'Room' from site where code = 'NORTH'");
        var profile = saved(ImportSettings.DEFAULT.withSeveralSites()).orElseThrow();
        var number = plan(
                new TestMarc()
                        .book("q1", "Asks", copy("NTH", "RM 5", "PBK", "Q0001"), copy("NTH", "RM 5", "PBK", "Q0002"))
                        .book("q2", "Asks too", copy("NORTH", "ROOM", "pbk", "Q0003"), copy("P", "", "HARD", "Q0004")),
                profile);
        assertThat(imports().questions(number))
                .extracting(ImportQuestion::kind, ImportQuestion::code, ImportQuestion::copies, ImportQuestion::answer)
                .containsExactly(
                        tuple(Kind.SITE, "NTH", 2, Optional.empty()),
                        tuple(Kind.LOCATION, "RM 5", 2, Optional.empty()),
                        tuple(Kind.ITEM_TYPE, "PBK", 3, Optional.empty()),
                        tuple(Kind.ITEM_TYPE, "HARD", 1, Optional.empty()));
        assertThat(list("select code from item_type where code in ('PBK', 'HARD')"))
                .as("nothing is made while a plan waits")
                .isEmpty();

        assertThat(imports().answer(number, List.of(new PlaceAnswer(Kind.SITE, "NTH", "NROTH"))))
                .as("a slip makes no place")
                .isInstanceOf(AnswerResult.NoSuchPlace.class);
        var answers = List.of(
                new PlaceAnswer(Kind.SITE, "NTH", "NORTH"),
                new PlaceAnswer(Kind.LOCATION, "RM 5", "ROOM"),
                new PlaceAnswer(Kind.ITEM_TYPE, "PBK", "paper"));
        assertThat(imports().answer(number, answers)).isEqualTo(new AnswerResult.Taken());
        assertThat(imports().status(number).orElseThrow().state()).isEqualTo(ImportStatus.State.PLANNING);
        assertThat(imports().answer(number, answers)).isEqualTo(new AnswerResult.NotWaiting());
        assertThat(imports().resume()).isEqualTo(1);
        assertThat(imports().questions(number))
                .extracting(ImportQuestion::code, ImportQuestion::answer)
                .containsExactly(
                        tuple("NTH", Optional.of("NORTH")),
                        tuple("RM 5", Optional.of("ROOM")),
                        tuple("PBK", Optional.of("paper")),
                        tuple("HARD", Optional.empty()));
        imports().commit(number);
        imports().resume();
        assertThat(copies("Q0"))
                .containsExactly(
                        "Q0001 NORTH ROOM FIC", "Q0002 NORTH ROOM FIC", "Q0003 NORTH ROOM FIC", "Q0004 P - FIC");
        assertThat(list("select t.code from item i join item_type t on t.id = i.item_type_id "
                        + "where barcode like 'Q0%' order by barcode"))
                .containsExactly("PAPER", "PAPER", "PAPER", "HARD");

        var next = plan(
                new TestMarc().book("q3", "The next file", copy("NTH", "RM 5", "PBK", "Q0005")),
                profiles().find(profile.id()).orElseThrow());
        imports().commit(next);
        imports().resume();
        assertThat(copies("Q0005")).containsExactly("Q0005 NORTH ROOM FIC");
    }

    private static String copy(String site, String location, String type, String barcode) {
        var code = location.isEmpty() ? "" : "$c" + location;
        return "=852  \\\\$a" + site + code + "$hFIC$p" + barcode + "$xFSC@a" + type;
    }

    @Test
    void twoImportsAtOnceGiveNoBarcodeTwice() {
        var profile = saved(ImportSettings.DEFAULT.with(new BarcodeRange("BR", 5, 100, false)));
        run(new TestMarc().book("b0", "Has one", "=852  \\\\$hFIC$pBR00101"), Optional.empty());
        var files = Stream.of("x", "y").map(name -> bare(name, 700).file()).toList();
        var running = files.stream()
                .map(file -> CompletableFuture.supplyAsync(
                        () -> imports().run(new ImportRequest(file, "P", true, profile), done -> {})))
                .toList();
        var reports = running.stream().map(CompletableFuture::join).toList();
        assertThat(reports).allSatisfy(report -> {
            assertThat(report.copies().added()).isEqualTo(700);
            assertThat(report.copies().withoutBarcode()).isZero();
        });
        var barcodes = list("select barcode from item where barcode like 'BR%' order by barcode");
        assertThat(barcodes).hasSize(1401).doesNotHaveDuplicates().startsWith("BR00100", "BR00101", "BR00102");
        assertThat(barcodes).last().isEqualTo("BR01500");

        var again = imports().run(new ImportRequest(files.getFirst(), "P", true, profile), done -> {});
        assertThat(again.count(Outcome.SAME)).isEqualTo(700);
        // The vendor sends it again with a note: the copy is the one that has its number now.
        var changed = run(new TestMarc().book("x1", "Bare x 1", "=500  \\\\$aNew", "=852  \\\\$hFIC$iROW"), profile);
        assertThat(changed.count(Outcome.OVERLAID)).isEqualTo(1);
        assertThat(changed.copies().added()).isZero();
    }

    @Test
    void aRangeThatIsUsedUpLeavesCopiesWithout() {
        var profile = saved(ImportSettings.DEFAULT.with(new BarcodeRange("UP", 1, 8, true)));
        var report = run(bare("u", 3), profile);
        assertThat(report.copies().withoutBarcode()).isEqualTo(1);
        assertThat(report.repairs().keySet()).anyMatch(sentence -> sentence.contains("used up"));
        assertThat(list("select barcode from item where barcode like 'UP%' order by barcode"))
                .containsExactly("UP83", "UP91");
    }

    private static TestMarc bare(String name, int count) {
        var marc = new TestMarc();
        for (var i = 0; i < count; i++) marc.book(name + i, "Bare " + name + " " + i, "=852  \\\\$hFIC$iROW");
        return marc;
    }

    @Test
    void aFileThatHasNoneStaysWithoutByDefault() {
        assertThat(run(bare("w", 2), saved(FIC)).copies().withoutBarcode()).isEqualTo(2);
    }

    @Test
    void aRehearsalGoesByTheProfileToo() {
        run(new TestMarc().book("h1", "Rehearsed", "=852  \\\\$hF$pH0001"), Optional.empty());
        var file =
                new TestMarc().book("h1", "Rehearsed", "=852  \\\\$hF$pH0001").file();
        assertThat(imports()
                        .run(new ImportRequest(file, "P", false), done -> {})
                        .count(Outcome.SAME))
                .isEqualTo(1);
        assertThat(imports()
                        .run(new ImportRequest(file, "P", false, saved(FIC)), done -> {})
                        .count(Outcome.OVERLAID))
                .isEqualTo(1);
        assertThat(copies("H0")).containsExactly("H0001 P - F");
    }

    @Test
    void theCertificateNamesHouseRulesAsTheReason() throws IOException {
        var rules = FIC.withRules(new DropSubjects("sears"), new DropFields("59X"), new LanguagePrefix("eng", "EN"));
        var file = new TestMarc().book("c1", "Certified", "=590  \\\\$aTheirs", "=650  \\7$aDogs$2sears");
        run(file, saved(rules));
        var second = new TestMarc().book("c2", "Overlaid", "=521  \\\\$aOurs");
        run(second, Optional.empty());
        run(
                new TestMarc().book("c2", "Overlaid", "=500  \\\\$aNew", "=521  \\\\$aTheirs", "=590  \\\\$aTheirs"),
                saved(rules.withOverlay(new OverlayRow("521", Way.KEEP_OURS))));
        // whose rules it came by is known when a person has edited it since
        edit("insert into bib_version (bib_id, version, marc, original, original_format, original_encoding, "
                + "incoming_hash, import_job_id) select id, 1, marc, original, original_format, original_encoding, "
                + "incoming_hash, import_job_id from bib_record where control_number = 'c1'");
        edit("update bib_record set version = 2, import_job_id = null where control_number = 'c1'");
        var told = new ArrayList<RecordChanges>();
        var ids = list("select id from bib_record where control_number in ('c1', 'c2') order by id").stream()
                .map(Long::valueOf)
                .toList();
        var request = new ExportRequest(
                directory.resolve("house.mrc"),
                ExportRequest.Format.ISO2709,
                ExportRequest.Copies.AS_IMPORTED,
                new ExportRequest.Which.Listed(ids.iterator()));
        var report = new MarcExports(database(), Clock.systemUTC()).runCertified(request, told::add);
        assertThat(report.certificate().orElseThrow().errors()).isZero();
        assertThat(told).allMatch(RecordChanges::deliberate);
        assertThat(told.stream()
                        .filter(record -> record.title().equals("Certified"))
                        .flatMap(record -> record.changes().stream())
                        .map(change -> change.reason() + " " + change.tag()))
                .containsExactly("HOUSE_RULE 590", "HOUSE_RULE 650");
        assertThat(told.stream()
                        .filter(record -> record.title().equals("Overlaid"))
                        .flatMap(record -> record.changes().stream())
                        .map(RecordChanges.Change::reason))
                .contains(Reason.HOUSE_RULE, Reason.MERGED);
    }

    @Test
    void aPreviewSaysWhichRuleChangedWhat() {
        var marc = new TestMarc()
                .book("v1", "Previewed", "=590  \\\\$aA", "=650  \\7$aDogs$2sears", "=852  \\\\$hF$iROW$pV0001")
                .book("v2", "Second")
                .book("v3", "Third")
                .book("v4", "Fourth");
        var settings = FIC.withRules(
                new DropSubjects("sears"), new ReplaceCallNumberPrefix("F", "FIC"), new DropFields("59X"));
        var ofFile = profiles().preview(settings, marc.file());
        assertThat(ofFile).extracting(RecordPreview::title).containsExactly("Previewed", "Second", "Third");
        assertThat(ofFile.getFirst().fields())
                .extracting(RecordPreview.Field::rule, field -> field.change().tag())
                .containsExactly(tuple(0, "650"), tuple(2, "590"));
        assertThat(ofFile.getFirst().copies()).singleElement().satisfies(copy -> {
            assertThat(copy.read().callNumber().text()).isEqualTo("F ROW");
            assertThat(copy.now().callNumber().text()).isEqualTo("FIC ROW");
            assertThat(copy.rules()).containsExactly(1);
        });
        var number = plan(marc, saved(FIC).orElseThrow());
        assertThat(profiles().preview(settings, number)).isEqualTo(ofFile);
        imports().commit(number);
        imports().resume();
        assertThat(profiles().preview(settings, number))
                .as("from the bytes that are kept")
                .isEqualTo(ofFile);
        assertThat(profiles().preview(settings, 987_654)).isEmpty();
    }

    @Test
    void theReportCardTellsWhatTheVendorsFilesWereLike() {
        var profile = saved(ImportSettings.DEFAULT).orElseThrow();
        assertThat(profiles().reportCard(profile.id())).isEqualTo(new ReportCard(List.of(), List.of()));
        run(new TestMarc().book("k1", "Good one", "=852  \\\\$hFIC$pK0001$9850"), Optional.of(profile));
        run(
                new TestMarc()
                        .book("k2", "Cheap", "=852  \\\\$hFIC$9free", "=852  \\\\$hFIC$9free")
                        .book("k3", "Taken", "=852  \\\\$hFIC$pK0001"),
                Optional.of(profile));
        run(new TestMarc().book("k4", "Of nobody"), Optional.empty());
        var card = profiles().reportCard(profile.id());
        assertThat(card.files()).hasSize(2);
        var newest = card.files().getFirst();
        assertThat(newest.past().count(Outcome.ADDED)).isEqualTo(2);
        assertThat(newest.copies()).isEqualTo(new ReportCard.Copies(2, 0, 2, 1));
        assertThat(newest.repairs()).isGreaterThanOrEqualTo(4);
        assertThat(card.files().getLast().copies()).isEqualTo(new ReportCard.Copies(1, 0, 0, 0));
        assertThat(card.repairs())
                .extracting(repaired -> repaired.finding().problem().name(), repaired -> repaired.finding()
                        .place())
                .contains(tuple("PRICE_UNREADABLE", "852$9"), tuple("BARCODE_MISSING", "852$p"));
    }

    @Test
    void aProfileIsNotSavedOverAnothersChange() {
        var first = saved(ImportSettings.DEFAULT).orElseThrow();
        assertThat(profiles().save(first.with(FIC)))
                .isEqualTo(new SaveResult.Saved(new ImportProfile(first.id(), first.version() + 1, first.name(), FIC)));
        assertThat(profiles().save(first.with(ImportSettings.DEFAULT))).isEqualTo(new SaveResult.Stale());
        assertThat(profiles()
                        .find(first.name().toUpperCase(java.util.Locale.ROOT))
                        .orElseThrow()
                        .settings())
                .isEqualTo(FIC);
        assertThat(profiles().save(ImportProfile.named(" " + first.name() + " ")))
                .isEqualTo(
                        new SaveResult.Refused(List.of(new SettingsProblem("name", Problem.NAME_TAKEN, first.name()))));
        assertThat(profiles().save(ImportProfile.named("")))
                .isEqualTo(new SaveResult.Refused(List.of(new SettingsProblem("name", Problem.MISSING, ""))));
        assertThat(profiles().remove(first.id())).isTrue();
        assertThat(profiles().remove(first.id())).isFalse();
    }

    private static Optional<ImportProfile> saved(ImportSettings settings) {
        var profile = ImportProfile.named("Vendor " + NAMES.incrementAndGet()).with(settings);
        assertThat(profiles().save(profile)).isInstanceOf(SaveResult.Saved.class);
        return profiles().find(profile.name());
    }

    private static long plan(TestMarc marc, ImportProfile profile) {
        var number = imports().stage(marc.file(), "planned.mrk", "P", profile);
        assertThat(imports().resume()).isEqualTo(1);
        return number;
    }

    private static ImportReport run(TestMarc marc, Optional<ImportProfile> profile) {
        return imports().run(new ImportRequest(marc.file(), "P", true, profile), done -> {});
    }

    private static String field(String tag, char ind2, String text) {
        return new DataField(tag, ' ', ind2, List.of(new Subfield('a', text))).toString();
    }

    /** Barcode, site, location and label of each copy. */
    private static List<String> copies(String prefix) {
        return list(
                "select trim(concat_ws(' ', i.barcode, s.code, ifnull(l.code, '-'), nullif(i.call_prefix, ''), "
                        + "i.call_class, i.call_cutter)) from item i join site s on s.id = i.site_id "
                        + "left join shelf_location l on l.id = i.shelf_location_id "
                        + "where barcode like ? order by barcode",
                prefix + "%");
    }

    private static String marc(String number) {
        return list("select marc from bib_record where control_number = ?", number)
                .getFirst();
    }

    private static ImportProfiles profiles() {
        return new ImportProfiles(database());
    }

    private static MarcImports imports() {
        return new MarcImports(database(), Clock.systemUTC());
    }

    private static Database database() {
        if (connections == null) throw new IllegalStateException("No database");
        return new Database(connections);
    }

    private static void edit(String sql) {
        database().transaction(connection -> Sql.update(connection, sql));
    }

    private static List<String> list(String sql, Object... parameters) {
        return database().read(connection -> Sql.list(connection, sql, row -> row.getString(1), parameters));
    }
}
