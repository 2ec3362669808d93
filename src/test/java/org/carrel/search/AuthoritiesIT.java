package org.carrel.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.carrel.catalog.Authorities;
import org.carrel.catalog.AuthorityFile.Line;
import org.carrel.catalog.AuthorityFile.Outcome;
import org.carrel.catalog.AuthorityFile.State;
import org.carrel.catalog.Catalog;
import org.carrel.catalog.DataField;
import org.carrel.catalog.EditAnswer.Saved;
import org.carrel.catalog.EditKind;
import org.carrel.catalog.Finding;
import org.carrel.catalog.HeadingChange;
import org.carrel.catalog.HeadingChanges;
import org.carrel.catalog.Items;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.RecordEdits;
import org.carrel.catalog.Subfield;
import org.carrel.catalog.UsedHeading;
import org.carrel.catalog.store.ChangeLog;
import org.carrel.fixtures.inside.TestMarc;
import org.carrel.platform.DataSources;
import org.carrel.platform.Database;
import org.carrel.platform.DatabaseSettings;
import org.carrel.platform.Sql;
import org.carrel.search.Suggestion.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Authorities and the headings of titles, on the product's database with an index of its own. Issue 9, authorities. */
class AuthoritiesIT {
    private static final String AUTHORITY = "00000nz  a2200000n  4500";
    private static final String SUBJECT_008 = "=008  010724i|\\anannbabn\\\\\\\\\\\\\\\\\\\\|a\\ana\\\\\\\\\\\\";
    private static final String NAME_008 = "=008  800718n|\\acannaab|\\\\\\\\\\\\\\\\\\\\|a\\aaa\\|||\\\\";
    private static final String SUBDIVISION_008 = "=008  000411i|\\dnannbaba\\\\\\\\\\\\\\\\\\\\|a\\ana\\\\\\\\\\\\";
    private static final String BOOK = "00000nam a2200000 i 4500";
    private static final int MANY = 5000;

    @TempDir
    static Path directory;

    private static HikariDataSource connections;
    private static Database database;
    private static SearchLifecycle search;
    private static CatalogSearch searches;
    private static Authorities authorities;
    private static HeadingChanges changes;
    private static RecordEdits edits;
    private static long account;

    /** A word of its own in all that a test makes. */
    private final String mark = ThreadLocalRandom.current()
            .ints(7, 'a', 'z' + 1)
            .collect(() -> new StringBuilder("zq"), StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();

    private final List<Long> titles = new ArrayList<>();
    private final List<Long> files = new ArrayList<>();

    @BeforeAll
    static void connect() {
        var url = System.getProperty("carrel.test.db.url", "");
        assumeTrue(!url.isEmpty(), "skipped: the tests did not start the product");
        connections = DataSources.open(
                new DatabaseSettings(
                        url, System.getProperty("carrel.test.db.user"), System.getProperty("carrel.test.db.password")),
                Duration.ZERO);
        database = new Database(connections);
        var clock = Clock.systemUTC();
        var catalog = new Catalog(database, clock);
        search =
                new SearchLifecycle(catalog, new IndexSettings(directory, catalog.databaseId(), Duration.ofMillis(20)));
        search.start();
        search.catchUp();
        searches = new CatalogSearch(search, new Items(database));
        authorities = new Authorities(database, clock);
        changes = new HeadingChanges(database, clock, authorities);
        edits = new RecordEdits(database, clock);
        account = database.transaction(connection -> {
            var name = "headings-" + UUID.randomUUID();
            Sql.update(
                    connection,
                    "insert into account (username, display_name, role, created_at, changed_at) "
                            + "values (?, 'Heading editor', 'librarian', utc_timestamp(), utc_timestamp())",
                    name);
            return Sql.first(connection, "select id from account where username = ?", row -> row.getLong(1), name)
                    .orElseThrow();
        });
    }

    @AfterAll
    static void close() {
        if (search != null) search.close();
        if (connections != null) connections.close();
    }

    /** Other tests count titles, and look at the headings that most of them have. */
    @AfterEach
    void leaveNothing() {
        for (var file : files.reversed()) authorities.undo(file);
        for (var from = 0; from < titles.size(); from += 500) {
            var some = titles.subList(from, Math.min(from + 500, titles.size()));
            database.transaction(connection -> {
                for (var table : List.of("bib_key", "bib_version", "bib_edit"))
                    Sql.update(
                            connection,
                            "delete from " + table + " where bib_id in (" + Sql.marks(some.size()) + ")",
                            some.toArray());
                Sql.update(
                        connection,
                        "delete from bib_record where id in (" + Sql.marks(some.size()) + ")",
                        some.toArray());
                new ChangeLog().append(connection, some);
                return true;
            });
        }
        authorities.follow();
        search.catchUp();
    }

    private long read(TestMarc marc) {
        var file = authorities.read(marc.file(), mark + ".mrk", account);
        files.add(file);
        return file;
    }

    private void stored(TestMarc marc) {
        assertThat(authorities.store(read(marc))).isTrue();
        authorities.follow();
    }

    private String[] topic(String number, String heading, String... references) {
        var fields =
                new ArrayList<>(List.of("=001  " + mark + number, "=003  TEST", SUBJECT_008, "=150  \\\\$a" + heading));
        fields.addAll(List.of(references));
        return fields.toArray(String[]::new);
    }

    private static DataField field(String tag, char ind1, char ind2, String... subfields) {
        var all = new ArrayList<Subfield>();
        for (var each : subfields) all.add(new Subfield(each.charAt(0), each.substring(1)));
        return new DataField(tag, ind1, ind2, all);
    }

    private long title(String title, MarcField... fields) {
        var all = new ArrayList<MarcField>();
        all.add(field("245", '0', '0', "a" + title));
        all.addAll(List.of(fields));
        var id = edits.add(new MarcRecord(BOOK, all), account).id().orElseThrow();
        titles.add(id);
        return id;
    }

    private static SearchPage page(String text, int number) {
        return searches.find(new SearchRequest(text, number, 50, List.of(), List.of(), true, Readers.ALL).ofRecords());
    }

    private static List<Long> found(String text) {
        return page(text, 1).hits().stream().map(SearchHit::id).toList();
    }

    private UsedHeading heading(String text) {
        return changes.unauthorised(mark).stream()
                .filter(each -> each.text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static String subject(long id, String tag) {
        return edits.open(id)
                .orElseThrow()
                .record()
                .data(tag)
                .findFirst()
                .orElseThrow()
                .first('a')
                .orElseThrow();
    }

    private long authority(String heading, UsedHeading of) {
        return changes.proposals(of, heading).stream()
                .filter(each -> each.heading().equals(heading))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private HeadingChange finished(long change) {
        changes.resume();
        while (changes.change(change).orElseThrow().state().isUnderWay()) changes.resume();
        authorities.follow();
        search.catchUp();
        return changes.change(change).orElseThrow();
    }

    @Test
    void aFileIsLookedThroughStoredOnceAndTakenBack() {
        var before = authorities.count();
        var marc = new TestMarc()
                .record(AUTHORITY, topic("a", mark + " dogs", "=450  \\\\$a" + mark + " hounds"))
                .record(AUTHORITY, topic("b", mark + " cats"))
                .record(AUTHORITY, "=001  " + mark + "c", SUBDIVISION_008, "=180  \\\\$xInventory")
                .record(BOOK, "=001  " + mark + "d", "=245  10$aA title");
        var first = read(marc);
        var looked = authorities.file(first).orElseThrow();
        assertThat(looked.state()).isEqualTo(State.READ);
        assertThat(looked.who()).contains("Heading editor");
        assertThat(looked.count(Outcome.NEW)).isEqualTo(2);
        assertThat(looked.count(Outcome.REJECTED)).isEqualTo(2);
        assertThat(authorities.lines(first, Outcome.REJECTED).stream()
                        .map(Line::why)
                        .map(why -> why.map(Finding::problem).orElseThrow().name()))
                .containsExactly("AUTHORITY_NOT_ESTABLISHED", "NOT_AN_AUTHORITY");
        assertThat(authorities.count()).isEqualTo(before);

        assertThat(authorities.store(first)).isTrue();
        assertThat(authorities.store(first)).isFalse();
        assertThat(authorities.count()).isEqualTo(before + 2);

        // The same again is nothing new; another text under a number is a change.
        var same = authorities.file(read(marc)).orElseThrow();
        assertThat(same.count(Outcome.SAME)).isEqualTo(2);
        assertThat(same.count(Outcome.NEW)).isZero();
        var other = read(new TestMarc().record(AUTHORITY, topic("a", mark + " canines")));
        assertThat(authorities.file(other).orElseThrow().count(Outcome.CHANGED)).isEqualTo(1);
        assertThat(authorities.store(other)).isTrue();
        assertThat(authorities.count()).isEqualTo(before + 2);

        // Taken back, the later one first: what was there before stands again.
        assertThat(authorities.undo(other)).isTrue();
        assertThat(authorities.undo(first)).isTrue();
        assertThat(authorities.undo(first)).isFalse();
        assertThat(authorities.count()).isEqualTo(before);
    }

    @Test
    void takingAFileBackLeavesWhatALaterOneHasChanged() {
        var first = read(new TestMarc().record(AUTHORITY, topic("a", mark + " dogs")));
        authorities.store(first);
        var later = read(new TestMarc().record(AUTHORITY, topic("a", mark + " canines")));
        authorities.store(later);
        var before = authorities.count();
        assertThat(authorities.undo(first)).isTrue();
        assertThat(authorities.count()).isEqualTo(before);
        title("Leashes " + mark, field("650", ' ', '0', "a" + mark + " dogs"));
        authorities.follow();
        // Their heading is the later one's still.
        assertThat(changes.proposals(heading(mark + " dogs"), mark + " canines"))
                .hasSize(1);
    }

    @Test
    void whatIsNoMarcFileIsRefusedWithItsReason() {
        var file = authorities.read(new TestMarc().file(), "empty.mrk", account);
        var refused = authorities.file(file).orElseThrow();
        assertThat(refused.state()).isEqualTo(State.REFUSED);
        assertThat(refused.refused()).isPresent();
        assertThat(authorities.store(file)).isFalse();
    }

    @Test
    void seeReferencesLeadSearchAndTypingToTheEstablishedHeading() {
        var id = title(
                "Rafts on the river",
                field("100", '1', ' ', "a" + mark + "twain, Mark,", "d1835-1910"),
                field("650", ' ', '0', "a" + mark + " felines"));
        stored(new TestMarc()
                .record(AUTHORITY, topic("a", mark + " cats", "=450  \\\\$a" + mark + " felines"))
                .record(
                        AUTHORITY,
                        "=001  " + mark + "n",
                        "=003  TEST",
                        NAME_008,
                        "=100  1\\$a" + mark + "twain, Mark,$d1835-1910",
                        "=400  1\\$a" + mark + "clemens, Samuel"));
        search.catchUp();
        assertThat(found(mark + " cats")).containsExactly(id);
        assertThat(found(mark + " felines")).containsExactly(id);
        assertThat(found("samuel " + mark + "clemens")).containsExactly(id);
        assertThat(found(mark + "twain")).containsExactly(id);
        assertThat(searches.suggest(mark + "clem", Readers.ALL, 8))
                .containsExactly(new Suggestion(Kind.AUTHOR, "Mark " + mark + "twain"));
        assertThat(searches.suggest(mark + " fel", Readers.ALL, 8))
                .containsExactly(new Suggestion(Kind.TOPIC, mark + " cats"));
        // Without the file only what the title itself says.
        authorities.undo(files.getLast());
        authorities.follow();
        search.catchUp();
        assertThat(found(mark + " cats")).isEmpty();
        assertThat(found(mark + " felines")).containsExactly(id);
        assertThat(searches.suggest(mark + " fel", Readers.ALL, 8))
                .containsExactly(new Suggestion(Kind.TOPIC, mark + " felines"));
    }

    @Test
    void aHeadingWithoutAuthorityIsListedWithWhatToUseInsteadAndFlippedWithALook() {
        var one = title("Kites one " + mark, field("650", ' ', '0', "a" + mark + " felines", "xHistory."));
        var two = title("Kites two " + mark, field("650", ' ', '0', "a" + mark + " felines."));
        title("Kites three " + mark, field("650", ' ', '0', "a" + mark + " cats."));
        stored(new TestMarc().record(AUTHORITY, topic("a", mark + " cats", "=450  \\\\$a" + mark + " felines")));
        var listed = heading(mark + " felines");
        assertThat(listed.titles()).isEqualTo(2);
        assertThat(listed.proposed().orElseThrow().heading()).isEqualTo(mark + " cats");
        assertThat(changes.unauthorised(mark)).noneMatch(each -> each.text().equals(mark + " cats"));

        var to = listed.proposed().orElseThrow().id();
        var look = changes.preview(listed.key(), "lcsh", to).orElseThrow();
        assertThat(look.titles()).isEqualTo(2);
        assertThat(look.leads()).isTrue();
        assertThat(look.samples()).hasSize(2).allSatisfy(sample -> assertThat(sample.changes())
                .hasSize(1));
        assertThat(subject(two, "650")).isEqualTo(mark + " felines.");

        var change = changes.start(listed.key(), "lcsh", to, account).orElseThrow();
        assertThat(finished(change).changed()).isEqualTo(2);
        assertThat(edits.open(one).orElseThrow().record().data("650"))
                .containsExactly(field("650", ' ', '0', "a" + mark + " cats", "xHistory.", "0(TEST)" + mark + "a"));
        assertThat(edits.history(two).getFirst().kind()).contains(EditKind.HEADING);
        assertThat(edits.history(two).getFirst().who()).contains("Heading editor");
        assertThat(changes.unauthorised(mark)).noneMatch(each -> each.text().startsWith(mark));

        assertThat(changes.undo(change, account)).isTrue();
        assertThat(finished(change).undone()).isEqualTo(2);
        assertThat(subject(one, "650")).isEqualTo(mark + " felines");
        assertThat(edits.history(one).getFirst().kind()).contains(EditKind.UNDONE);
        assertThat(changes.undo(change, account)).isFalse();
    }

    @Test
    void aHeadingThatLedNowhereLeadsToTheNewOneAfterwards() {
        var id = title("Pumpkins " + mark, field("650", ' ', '0', "a" + mark + " calabashes"));
        stored(new TestMarc().record(AUTHORITY, topic("a", mark + " gourds")));
        var wrong = heading(mark + " calabashes");
        assertThat(wrong.proposed()).isEmpty();
        var to = authority(mark + " gourds", wrong);
        assertThat(changes.preview(wrong.key(), "lcsh", to).orElseThrow().leads())
                .isFalse();
        var change = changes.start(wrong.key(), "lcsh", to, account).orElseThrow();
        assertThat(finished(change).state()).isEqualTo(HeadingChange.State.DONE);
        assertThat(found(mark + " calabashes")).containsExactly(id);
        assertThat(found(mark + " gourds")).containsExactly(id);
        changes.undo(change, account);
        finished(change);
        assertThat(found(mark + " gourds")).isEmpty();
        assertThat(found(mark + " calabashes")).containsExactly(id);
    }

    @Test
    void whoEditsAtTheSameTimeLosesNothingNorDoesTakingBack() throws Exception {
        stored(new TestMarc().record(AUTHORITY, topic("a", mark + " cats", "=450  \\\\$a" + mark + " felines")));
        for (var i = 0; i < 120; i++)
            title("Whiskers " + mark + " " + i, field("650", ' ', '0', "a" + mark + " felines"));
        authorities.follow();
        var listed = heading(mark + " felines");
        var change = changes.start(
                        listed.key(), "lcsh", listed.proposed().orElseThrow().id(), account)
                .orElseThrow();
        var all = List.copyOf(titles);
        var writing = CompletableFuture.runAsync(() -> all.reversed().forEach(id -> {
            var open = edits.open(id).orElseThrow();
            var fields = new ArrayList<MarcField>(open.record().fields());
            fields.add(field("500", ' ', ' ', "aA note of " + mark));
            assertThat(edits.save(id, open.version(), new MarcRecord(BOOK, fields), account))
                    .isInstanceOf(Saved.class);
        }));
        changes.resume();
        writing.get();
        assertThat(finished(change).changed()).isEqualTo(120);
        assertThat(all).allSatisfy(id -> {
            assertThat(subject(id, "650")).isEqualTo(mark + " cats");
            assertThat(subject(id, "500")).isEqualTo("A note of " + mark);
        });
        // One has a heading that somebody has changed again: that one stays as they made it.
        var open = edits.open(all.getFirst()).orElseThrow();
        edits.save(
                all.getFirst(),
                open.version(),
                new MarcRecord(
                        BOOK,
                        open.record().fields().stream()
                                .map(each ->
                                        each.tag().equals("650") ? field("650", ' ', '0', "a" + mark + " lions") : each)
                                .toList()),
                account);
        changes.undo(change, account);
        var undone = finished(change);
        assertThat(undone.undone()).isEqualTo(119);
        assertThat(undone.left()).isEqualTo(1);
        assertThat(changes.left(change)).containsOnlyKeys(all.getFirst());
        assertThat(subject(all.getFirst(), "650")).isEqualTo(mark + " lions");
        assertThat(all.subList(1, all.size())).allSatisfy(id -> {
            assertThat(subject(id, "650")).isEqualTo(mark + " felines");
            assertThat(subject(id, "500")).isEqualTo("A note of " + mark);
        });
    }

    /** Issue 9, done when: headings flipped on 5,000 records keep search answering right at every moment. */
    @Test
    void fiveThousandTitlesAreFoundAtEveryMomentWhileTheirHeadingIsFlipped() throws Exception {
        stored(new TestMarc().record(AUTHORITY, topic("a", mark + " cats", "=450  \\\\$a" + mark + " felines")));
        LongStream.range(0, MANY)
                .forEach(i -> title("Paws " + mark + " number " + i, field("650", ' ', '0', "a" + mark + " felines.")));
        authorities.follow();
        search.catchUp();
        assertThat(page(mark + " felines", 1).total()).isEqualTo(MANY);
        assertThat(page(mark + " cats", 1).total()).isEqualTo(MANY);
        var listed = heading(mark + " felines");
        assertThat(listed.titles()).isEqualTo(MANY);

        var done = new AtomicBoolean();
        var looks = CompletableFuture.supplyAsync(() -> {
            var count = 0;
            do {
                assertThat(page(mark + " felines", 1).total()).isEqualTo(MANY);
                assertThat(page(mark + " cats", 1).total()).isEqualTo(MANY);
                assertThat(found(mark + " felines")).doesNotHaveDuplicates().hasSize(50);
                count++;
            } while (!done.get());
            return count;
        });
        var change = changes.start(
                        listed.key(), "lcsh", listed.proposed().orElseThrow().id(), account)
                .orElseThrow();
        try {
            assertThat(finished(change).changed()).isEqualTo(MANY);
        } finally {
            done.set(true);
        }
        assertThat(looks.get()).isGreaterThan(20);
        for (var words : List.of(mark + " felines", mark + " cats")) {
            var all = new HashSet<Long>();
            for (var number = 1; number <= MANY / 50; number++)
                page(words, number).hits().forEach(hit -> assertThat(all.add(hit.id()))
                        .isTrue());
            assertThat(all).containsExactlyInAnyOrderElementsOf(titles);
        }
        assertThat(changes.unauthorised(mark)).noneMatch(each -> each.text().startsWith(mark));
        assertThat(subject(titles.getLast(), "650")).isEqualTo(mark + " cats.");
    }
}
