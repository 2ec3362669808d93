package org.carrel.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.carrel.catalog.BatchAnswer.Asked;
import org.carrel.catalog.RecordBatch.Outcome;
import org.carrel.catalog.RecordBatch.State;
import org.carrel.catalog.RecordBatch.Undone;
import org.carrel.cli.TestDatabase;
import org.carrel.fixtures.inside.TestMarc;
import org.carrel.platform.DataSources;
import org.carrel.platform.Database;
import org.carrel.platform.Migrations;
import org.carrel.platform.Sql;
import org.carrel.security.Caller;
import org.carrel.security.Owner;
import org.carrel.security.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many records and copies changed at once, and records merged, on a database of their own. */
class RecordBatchesIT {
    private static final int MANY = 10_000;
    private static final Path EDITIONS = Path.of("../shared/marc/pride-and-prejudice-383-utf8.mrc");

    private static final BatchStep WHALES =
            new BatchStep.ChangeText(new HouseRule.ReplaceText("650", "a", "Whales", "Orcas"));

    /** Everything of a record but its version and what of times is stored. */
    private static final String RECORD_BYTES = "select id, sha2(concat_ws('|', marc, hex(original), original_format, "
            + "original_encoding, hex(incoming_hash), coalesce(import_job_id, 0), source, control_number, title, "
            + "(select group_concat(key_hash order by key_hash) from bib_key k where k.bib_id = b.id)), 256) from bib_record b";

    private static final String COPY_BYTES = "select id, sha2(concat_ws('|', bib_id, site_id, "
            + "coalesce(shelf_location_id, 0), coalesce(item_type_id, 0), barcode, call_prefix, call_class, call_cutter, "
            + "call_suffix, hex(shelf_key), copy_number, volume, coalesce(price_cents, -1), vendor, fund, note, lendable, "
            + "item_condition, coalesce(withdrawn_on, ''), coalesce(import_job_id, 0)), 256) from item";

    @TempDir
    static Path directory;

    private static TestDatabase server = TestDatabase.NONE;
    private static @Nullable HikariDataSource connections;

    private final Clock clock = Clock.systemUTC();

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

    /** Whatever was done, every promise of the catalog holds. */
    @AfterEach
    void verify() {
        var problems = new ArrayList<String>();
        new CatalogCheck(database(), clock).run(problems::add);
        assertThat(problems).isEmpty();
    }

    private static Database database() {
        return new Database(Objects.requireNonNull(connections));
    }

    private RecordBatches batches() {
        return new RecordBatches(database(), clock, List.of());
    }

    private RecordMerges merges() {
        return new RecordMerges(database(), clock, List.of(new WorkHoldings(database(), clock)));
    }

    private Caller librarian(Optional<String> site) {
        var name = "batch-" + UUID.randomUUID();
        var account = database().transaction(connection -> Sql.first(
                        connection,
                        "insert into account (username, display_name, role, created_at, changed_at) "
                                + "values (?, 'Editor', 'librarian', utc_timestamp(), utc_timestamp()) returning id",
                        row -> row.getLong(1),
                        name)
                .orElseThrow());
        return new Caller(account, name, "Editor", Role.LIBRARIAN, site);
    }

    private Caller librarian() {
        return librarian(Optional.empty());
    }

    private void imported(TestMarc marc) {
        new MarcImports(database(), clock).run(new ImportRequest(marc.file(), "LMC", true), done -> {});
    }

    private static String mark() {
        return "b" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static Map<Long, String> all(String sql) {
        return database().read(connection -> {
            Sql.update(connection, "set session group_concat_max_len = 100000");
            return Sql.list(connection, sql, row -> Map.entry(row.getLong(1), row.getString(2))).stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        });
    }

    private static List<Long> recordsOf(String mark) {
        return database()
                .read(connection -> Sql.list(
                        connection,
                        "select id from bib_record where control_number like ? order by id",
                        row -> row.getLong(1),
                        mark + "-%"));
    }

    private static long count(String sql, Object... values) {
        return database()
                .read(connection -> Sql.first(connection, sql, row -> row.getLong(1), values))
                .orElseThrow();
    }

    private long asked(BatchStep step, BatchTarget target, Caller by) {
        var answer = batches().ask(step, target, UUID.randomUUID(), by);
        assertThat(answer).isInstanceOf(Asked.class);
        var number = ((Asked) answer).number();
        batches().resume();
        assertThat(now(number, by).state()).isEqualTo(State.PLANNED);
        return number;
    }

    private RecordBatch now(long number, Caller by) {
        return batches().find(number, by).orElseThrow();
    }

    private RecordBatch done(long number, Caller by) {
        assertThat(batches().start(number, by)).isTrue();
        batches().resume();
        var batch = now(number, by);
        assertThat(batch.state()).isEqualTo(State.DONE);
        return batch;
    }

    private RecordBatch undone(long number, Caller by) {
        assertThat(batches().askUndo(number, by)).isTrue();
        batches().resume();
        var batch = now(number, by);
        assertThat(batch.state()).isEqualTo(State.UNDONE);
        return batch;
    }

    @Test
    void tenThousandRecordsAreLookedAtChangedAndTakenBackByteForByte() {
        var mark = mark();
        var marc = new TestMarc();
        for (var i = 0; i < MANY; i++)
            marc.book(
                    mark + "-" + i,
                    "Ten thousand " + mark + " " + i,
                    i % 4 == 0 ? "=650  \\0$aDogs" : "=650  \\0$aWhales");
        imported(marc);
        var ids = recordsOf(mark);
        assertThat(ids).hasSize(MANY);
        var before = all(RECORD_BYTES);
        var by = librarian();

        var number = asked(WHALES, new BatchTarget.Records(ids, mark), by);
        assertThat(all(RECORD_BYTES)).as("a look changes nothing").isEqualTo(before);
        var planned = now(number, by);
        assertThat(planned.planned(Outcome.CHANGED)).isEqualTo(MANY * 3 / 4);
        assertThat(planned.planned(Outcome.SAME)).isEqualTo(MANY / 4);
        var samples = batches().samples(number, 10);
        assertThat(samples).hasSize(10).allSatisfy(sample -> assertThat(sample.fields())
                .singleElement()
                .satisfies(change -> assertThat(change.tag()).isEqualTo("650")));

        var done = done(number, by);
        assertThat(done.done()).as("what was said is what was done").isEqualTo(planned.planned());
        assertThat(count(
                        "select count(*) from bib_record where control_number like ? and marc like '%Orcas%'",
                        mark + "-%"))
                .isEqualTo(MANY * 3 / 4);

        var undone = undone(number, by);
        assertThat(undone.undone()).isEqualTo(Map.of(Undone.RESTORED, MANY * 3 / 4));
        assertThat(all(RECORD_BYTES)).isEqualTo(before);
    }

    @Test
    void whatSomebodyHasChangedSinceStaysAndIsListed() {
        var mark = mark();
        imported(new TestMarc()
                .book(mark + "-1", "One " + mark, "=650  \\0$aWhales")
                .book(mark + "-2", "Two " + mark, "=650  \\0$aWhales"));
        var ids = recordsOf(mark);
        var by = librarian();
        var number = asked(WHALES, new BatchTarget.Records(ids, mark), by);
        done(number, by);
        var edits = new RecordEdits(database(), clock);
        var open = edits.open(ids.getFirst()).orElseThrow();
        edits.save(open.id(), open.version(), with(open.record(), "Local"), by.account());
        var undone = undone(number, by);
        assertThat(undone.undone()).isEqualTo(Map.of(Undone.RESTORED, 1, Undone.EDITED_SINCE, 1));
        assertThat(batches().lines(number, Undone.EDITED_SINCE, 0, 10))
                .singleElement()
                .satisfies(line -> assertThat(line.bibId()).isEqualTo(ids.getFirst()));
        assertThat(edits.open(ids.getFirst()).orElseThrow().record().data("690"))
                .hasSize(1);
    }

    /** They have the records open since before the batch, and store while it goes over them. */
    @Test
    void twoEditorsAndABatchOnTheSameRecordsLoseNothing() throws Exception {
        var mark = mark();
        var marc = new TestMarc();
        for (var i = 0; i < 300; i++) marc.book(mark + "-" + i, "Together " + mark + " " + i, "=650  \\0$aWhales");
        imported(marc);
        var by = librarian();
        var number = asked(WHALES, new BatchTarget.Records(recordsOf(mark), mark), by);
        var edits = new RecordEdits(database(), clock);
        var open =
                recordsOf(mark).stream().map(id -> edits.open(id).orElseThrow()).toList();
        batches().start(number, by);
        var all = new ArrayList<Callable<Boolean>>();
        all.add(() -> batches().resume() > 0);
        for (var text : List.of("First editor", "Second editor"))
            all.add(() -> open.stream()
                    .allMatch(record ->
                            edits.save(record.id(), record.version(), with(record.record(), text), by.account())
                                    instanceof EditAnswer.Saved));
        try (var pool = Executors.newFixedThreadPool(all.size())) {
            for (var each : pool.invokeAll(all)) assertThat(each.resultNow()).isTrue();
        }
        assertThat(now(number, by).done(Outcome.CHANGED)).isEqualTo(300);
        for (var record : open) {
            var stands = edits.open(record.id()).orElseThrow();
            assertThat(stands.version()).as("each wrote once").isEqualTo(4);
            assertThat(stands.record().data("650").flatMap(field -> field.first('a').stream()))
                    .containsExactly("Orcas");
            assertThat(stands.record().data("690").flatMap(field -> field.first('a').stream()))
                    .containsExactlyInAnyOrder("First editor", "Second editor");
        }
    }

    private static MarcRecord with(MarcRecord record, String text) {
        var fields = new ArrayList<>(record.fields());
        fields.add(new DataField("690", ' ', ' ', List.of(new Subfield('a', text))));
        return new MarcRecord(record.leader(), fields);
    }

    @Test
    void aBatchThatIsBrokenOffGoesOnWhereItWas() {
        var mark = mark();
        var marc = new TestMarc();
        for (var i = 0; i < 700; i++) marc.book(mark + "-" + i, "Broken " + mark + " " + i, "=650  \\0$aWhales");
        imported(marc);
        var before = all(RECORD_BYTES);
        var by = librarian();
        var number = asked(WHALES, new BatchTarget.Records(recordsOf(mark), mark), by);
        batches().start(number, by);
        // A page is one transaction: a process that dies leaves what it has committed, and nothing else.
        assertThat(batches().page(number)).isTrue();
        assertThat(now(number, by).done(Outcome.CHANGED)).isEqualTo(200);
        batches().resume();
        assertThat(now(number, by).state()).isEqualTo(State.DONE);
        assertThat(now(number, by).done(Outcome.CHANGED)).isEqualTo(700);
        assertThat(count("select count(*) from bib_record where control_number like ? and version = 2", mark + "-%"))
                .as("each once")
                .isEqualTo(700);
        batches().askUndo(number, by);
        assertThat(batches().page(number)).isTrue();
        batches().resume();
        assertThat(now(number, by).undone()).isEqualTo(Map.of(Undone.RESTORED, 700));
        assertThat(all(RECORD_BYTES)).isEqualTo(before);
    }

    @Test
    void theSameFormTwiceIsOneBatchAndALateButtonDoesNothing() {
        var mark = mark();
        imported(new TestMarc().book(mark + "-1", "Once " + mark, "=650  \\0$aWhales"));
        var by = librarian();
        var request = UUID.randomUUID();
        var target = new BatchTarget.Records(recordsOf(mark), mark);
        var first = batches().ask(WHALES, target, request, by);
        assertThat(batches().ask(WHALES, target, request, by)).isEqualTo(first);
        var number = ((Asked) first).number();
        batches().resume();
        done(number, by);
        assertThat(batches().start(number, by)).isFalse();
        assertThat(batches().drop(number, by)).isFalse();
        undone(number, by);
        assertThat(batches().askUndo(number, by)).isFalse();
    }

    @Test
    void copiesGetAnotherPrefixShelfTypeOrGoAndComeBackByteForByte() {
        var mark = mark();
        var marc = new TestMarc();
        for (var i = 0; i < 30; i++)
            marc.book(mark + "-" + i, "Copies " + mark + " " + i, "=852  \\\\$aLMC$hF$iROW$p" + mark + i);
        imported(marc);
        database()
                .transaction(
                        connection -> Sql.update(
                                connection,
                                "insert ignore into shelf_location (site_id, code, name) select id, 'GN', 'GN' from site where code = 'LMC'"));
        database()
                .transaction(connection ->
                        Sql.update(connection, "insert ignore into item_type (code, name) values ('PB', 'PB')"));
        var before = all(COPY_BYTES);
        var by = librarian();
        var target = new BatchTarget.Records(recordsOf(mark), mark);
        for (var step : List.of(
                new BatchStep.ChangeCallNumber(new HouseRule.ReplaceCallNumberPrefix("F", "FIC")),
                new BatchStep.MoveShelf("GN"),
                new BatchStep.ChangeType("PB"),
                new BatchStep.Withdraw())) {
            var number = asked(step, target, by);
            assertThat(all(COPY_BYTES)).as("%s: a look changes nothing", step).isEqualTo(before);
            var planned = now(number, by).planned();
            assertThat(planned).as("%s", step).isEqualTo(Map.of(Outcome.CHANGED, 30));
            assertThat(batches().samples(number, 10)).hasSize(10);
            assertThat(done(number, by).done()).isEqualTo(planned);
            assertThat(all(COPY_BYTES)).as("%s", step).isNotEqualTo(before);
            assertThat(undone(number, by).undone()).isEqualTo(Map.of(Undone.RESTORED, 30));
            assertThat(all(COPY_BYTES)).as("%s", step).isEqualTo(before);
        }
    }

    @Test
    void barcodesThatAreOnNoCopyAreSaidAndCopiesOfAnotherSiteStay() { // ST-07
        var mark = mark();
        imported(new TestMarc().book(mark + "-1", "Barcodes " + mark, "=852  \\\\$aLMC$hF$iROW$p" + mark + "A"));
        var target = new BatchTarget.Barcodes(List.of(mark + "A", mark + "-nowhere", mark + "A"));
        var step = new BatchStep.ChangeCallNumber(new HouseRule.ReplaceCallNumberPrefix("F", "FIC"));
        var by = librarian();
        var batch = now(asked(step, target, by), by);
        assertThat(batch.unknown()).containsExactly(mark + "-nowhere");
        assertThat(batch.total()).isEqualTo(1);

        var far = librarianOfAnotherSchool();
        var theirs = asked(step, target, far);
        assertThat(now(theirs, far).planned()).isEqualTo(Map.of(Outcome.REFUSED, 1));
        assertThat(batches().lines(theirs, Outcome.REFUSED, 0, 10))
                .singleElement()
                .satisfies(line -> assertThat(line.why()).contains(BatchRefusal.OTHER_SITE));
    }

    private Caller librarianOfAnotherSchool() {
        database()
                .transaction(connection ->
                        Sql.update(connection, "insert ignore into site (code, name) values ('FAR', 'Far school')"));
        return librarian(Optional.of("FAR"));
    }

    @Test
    void aBatchOfAnotherSchoolIsNotThere() { // ST-08
        var mark = mark();
        imported(new TestMarc().book(mark + "-1", "Whose " + mark, "=650  \\0$aWhales"));
        var far = librarianOfAnotherSchool();
        var target = new BatchTarget.Records(recordsOf(mark), mark);
        var owners = new BatchOwners(database());
        for (var by : List.of(librarian(Optional.of("LMC")), librarian())) {
            var number = asked(WHALES, target, by);
            assertThat(owners.ownerOf(number)).contains(new Owner(by.site(), OptionalLong.empty()));
            assertThat(batches().find(number, far)).isEmpty();
            assertThat(batches().start(number, far)).isFalse();
            assertThat(batches().drop(number, far)).isFalse();
            assertThat(batches().latest(1000, far)).noneMatch(one -> one.number() == number);
            assertThat(batches().latest(1000, by)).anyMatch(one -> one.number() == number);
            done(number, by);
            assertThat(batches().askUndo(number, far)).isFalse();
            undone(number, by);
        }
    }

    @Test
    void whatCannotBeMeantIsSaidAndNothingIsKept() {
        var by = librarian();
        var batchesBefore = count("select count(*) from record_batch");
        var none = new BatchTarget.Records(List.of(), "nothing");
        for (var step : List.of(
                new BatchStep.ChangeText(new HouseRule.DropFields("245")),
                new BatchStep.ChangeText(new HouseRule.ReplaceText("650", "a", "", "x")),
                new BatchStep.MoveShelf("no-such-place"),
                new BatchStep.ChangeType(""),
                new BatchStep.Withdraw()))
            assertThat(batches().ask(step, none, UUID.randomUUID(), by)).isInstanceOf(BatchAnswer.Wrong.class);
        assertThat(count("select count(*) from record_batch")).isEqualTo(batchesBefore);
    }

    @Test
    void mergedRecordsAreOneWithAllCopiesAndComeBack() {
        var mark = mark();
        imported(new TestMarc()
                .book(mark + "-1", "Merged " + mark, "=852  \\\\$aLMC$hF$iROW$p" + mark + "A")
                .book(
                        mark + "-2",
                        "Merged twice " + mark,
                        "=590  \\\\$aGift of the class of 2026",
                        "=500  \\\\$aNot ours",
                        "=852  \\\\$aLMC$hF$iROW$p" + mark + "B"));
        var ids = recordsOf(mark);
        var by = librarian();
        var records = all(RECORD_BYTES);
        var copies = all(COPY_BYTES);
        var plan = merges().plan(ids.getFirst(), List.of(ids.getLast())).orElseThrow();
        assertThat(plan.copies()).isEqualTo(1);
        assertThat(plan.changes()).singleElement().satisfies(change -> assertThat(change.tag())
                .isEqualTo("590"));

        var request = UUID.randomUUID();
        var seen = Map.of(ids.getFirst(), 1, ids.getLast(), 1);
        var answer = merges().merge(ids.getFirst(), seen, request, by);
        assertThat(answer).isInstanceOf(MergeAnswer.Merged.class);
        assertThat(merges().merge(ids.getFirst(), seen, request, by)).isEqualTo(answer);
        assertThat(count("select count(*) from item where bib_id = ?", ids.getFirst()))
                .isEqualTo(2);
        var edits = new RecordEdits(database(), clock);
        assertThat(edits.open(ids.getLast())).isEmpty();
        assertThat(edits.open(ids.getFirst()).orElseThrow().record().data("590"))
                .hasSize(1);
        assertThat(edits.open(ids.getFirst()).orElseThrow().record().data("500"))
                .isEmpty();
        assertThat(merges().mergedInto(ids.getLast())).hasValue(ids.getFirst());
        verify();

        undone(((MergeAnswer.Merged) answer).number(), by);
        assertThat(all(RECORD_BYTES)).isEqualTo(records);
        assertThat(all(COPY_BYTES)).isEqualTo(copies);
        assertThat(merges().mergedInto(ids.getLast())).isEmpty();
    }

    @Test
    void whoHasNotSeenTheNewestVersionMergesNothing() {
        var mark = mark();
        imported(new TestMarc().book(mark + "-1", "Stale " + mark).book(mark + "-2", "Stale too " + mark));
        var ids = recordsOf(mark);
        var stale = Map.of(ids.getFirst(), 1, ids.getLast(), 7);
        assertThat(merges().merge(ids.getFirst(), stale, UUID.randomUUID(), librarian()))
                .isEqualTo(new MergeAnswer.ChangedSince());
        assertThat(merges().merge(ids.getFirst(), Map.of(ids.getFirst(), 1), UUID.randomUUID(), librarian()))
                .isEqualTo(new MergeAnswer.Gone());
        assertThat(new RecordEdits(database(), clock).open(ids.getLast())).isPresent();
    }

    @Test
    void editionsOfOneWorkAreMergedByHandPickedGroupsAndNothingIsLost() {
        assumeTrue(Files.exists(EDITIONS), EDITIONS + " is missing: 383 editions are not merged");
        var report = new MarcImports(database(), clock).run(new ImportRequest(EDITIONS, "LMC", true), done -> {});
        assertThat(report.records()).isEqualTo(383);
        var by = librarian();
        var ours = database()
                .read(connection -> Sql.list(
                        connection,
                        "select distinct l.bib_id from import_line l join import_job j on j.id = l.job_id "
                                + "where j.file_name like 'pride%' and l.bib_id is not null order by l.bib_id",
                        row -> row.getLong(1)));
        var edits = new RecordEdits(database(), clock);
        var copies = new CopyEdits(database(), clock);
        var barcodes = new HashSet<String>();
        // As somebody with the books in hand would: those of one publisher and year lie on one pile.
        var piles = new TreeMap<String, List<Long>>();
        for (var id : ours) {
            var record = new Catalog(database(), clock).find(id).orElseThrow().record();
            piles.computeIfAbsent(
                            record.publication().publisher() + "|"
                                    + record.publication().yearOrZero(),
                            key -> new ArrayList<>())
                    .add(id);
            var barcode = "PP" + id;
            var form = new CopyForm(
                    "LMC",
                    "",
                    "",
                    barcode,
                    "FIC AUS",
                    "",
                    "",
                    "",
                    LocalDate.now(clock).toString(),
                    "",
                    "",
                    "",
                    true);
            assertThat(copies.add(id, form, by)).isInstanceOf(CopyAnswer.Saved.class);
            barcodes.add(barcode);
        }
        var records = all(RECORD_BYTES);
        var items = all(COPY_BYTES);
        var groups = piles.values().stream()
                .filter(pile -> pile.size() > 1 && pile.size() < RecordMerges.MOST)
                .toList();
        assertThat(groups).isNotEmpty();
        var merged = new ArrayList<Long>();
        for (var group : groups) {
            var seen = new HashMap<Long, Integer>();
            group.forEach(id -> seen.put(id, edits.open(id).orElseThrow().version()));
            var answer = merges().merge(group.getFirst(), seen, UUID.randomUUID(), by);
            assertThat(answer).isInstanceOf(MergeAnswer.Merged.class);
            merged.add(((MergeAnswer.Merged) answer).number());
        }
        for (var group : groups) {
            assertThat(copies.of(group.getFirst()).stream()
                            .filter(copy -> barcodes.contains(copy.form().barcode())))
                    .hasSize(group.size());
            for (var away : group.subList(1, group.size()))
                assertThat(edits.open(away)).isEmpty();
        }
        var still = database()
                .read(connection -> Sql.list(
                        connection, "select barcode from item where barcode like 'PP%'", row -> row.getString(1)));
        assertThat(still).containsExactlyInAnyOrderElementsOf(barcodes);
        verify();
        merged.forEach(number -> undone(number, by));
        assertThat(all(RECORD_BYTES)).isEqualTo(records);
        assertThat(all(COPY_BYTES)).isEqualTo(items);
    }

    @Test
    void duplicatesAreShownUntilSomebodySaysThatTheyAreTwo() {
        var mark = mark();
        var edits = new RecordEdits(database(), clock);
        var by = librarian();
        var ids = new ArrayList<Long>();
        for (var i = 0; i < 2; i++)
            ids.add(edits.add(
                            new MarcRecord(
                                    "00000nam a2200000 i 4500",
                                    List.of(
                                            new DataField("020", ' ', ' ', List.of(new Subfield('a', "9780316769488"))),
                                            new DataField(
                                                    "245", '1', '0', List.of(new Subfield('a', "Twice " + mark))))),
                            by.account())
                    .id()
                    .orElseThrow());
        var duplicates = new Duplicates(database(), clock);
        assertThat(duplicates.groups()).anySatisfy(group -> assertThat(group.rows())
                .extracting(DuplicateGroup.Row::id)
                .containsExactlyElementsOf(ids));
        duplicates.dismiss(ids, by.account());
        assertThat(duplicates.groups()).noneSatisfy(group -> assertThat(group.rows())
                .extracting(DuplicateGroup.Row::id)
                .containsAnyElementsOf(ids));
    }
}
