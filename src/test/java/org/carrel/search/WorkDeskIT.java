package org.carrel.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carrel.catalog.Catalog;
import org.carrel.catalog.ImportRequest;
import org.carrel.catalog.Items;
import org.carrel.catalog.MarcImports;
import org.carrel.catalog.Works;
import org.carrel.fixtures.inside.TestMarc;
import org.carrel.platform.DataSources;
import org.carrel.platform.Database;
import org.carrel.platform.DatabaseSettings;
import org.carrel.platform.Sql;
import org.carrel.search.WorkDesk.Outcome;
import org.carrel.security.AuditEvent;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.AuditTrail;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the librarian says about editions, on the product's database with an index of its own, whatever imports do after. */
class WorkDeskIT {
    private static final long ADMIN = 4711;
    private static final String DELETED = "00000dam a2200000 i 4500";

    @TempDir
    static Path directory;

    private static HikariDataSource connections;
    private static Database database;
    private static SearchLifecycle search;
    private static WorkDesk desk;
    private static AuditTrail audit;

    private final String mark = "wd" + ThreadLocalRandom.current().nextInt(100_000, 1_000_000);

    @BeforeAll
    static void connect() {
        var url = System.getProperty("carrel.test.db.url", "");
        assumeTrue(!url.isEmpty(), "skipped: the tests did not start the product");
        connections = DataSources.open(
                new DatabaseSettings(
                        url, System.getProperty("carrel.test.db.user"), System.getProperty("carrel.test.db.password")),
                Duration.ZERO);
        database = new Database(connections);
        var catalog = catalog();
        search =
                new SearchLifecycle(catalog, new IndexSettings(directory, catalog.databaseId(), Duration.ofMillis(20)));
        search.start();
        search.catchUp();
        audit = new AuditTrail(database, Clock.systemUTC());
        desk = new WorkDesk(
                new Works(database, Clock.systemUTC(), audit), new RelatedBooks(search, new Items(database)), search);
    }

    @AfterAll
    static void close() {
        if (search != null) search.close();
        if (connections != null) connections.close();
    }

    private static Catalog catalog() {
        return new Catalog(database, Clock.systemUTC());
    }

    private static MarcImports imports() {
        return new MarcImports(database, Clock.systemUTC());
    }

    private static long load(TestMarc records) {
        var number = imports()
                .run(new ImportRequest(records.file(), "LMC", true), done -> {})
                .number();
        search.catchUp();
        return number;
    }

    private String number(String name) {
        return mark + name;
    }

    /** Each of another year, or an import would take it for the same record. */
    private TestMarc edition(String name, String title) {
        return edition(name, title, "");
    }

    private TestMarc edition(String name, String title, String summary) {
        var year = 1950 + 5 * (name.charAt(0) - 'a');
        return new TestMarc()
                .record(
                        "00000nam a2200000 i 4500",
                        "=001  " + number(name),
                        "=003  TEST",
                        "=008  240801s" + year + "\\\\\\\\nyua\\\\\\c\\\\\\\\\\\\000\\1\\eng\\d",
                        "=100  1\\$aLiddell, " + mark,
                        "=245  10$a" + title,
                        "=520  \\\\$a" + summary,
                        "=852  \\\\$hFIC$p" + number(name));
    }

    private long id(String name) {
        return database.read(connection -> Sql.first(
                        connection,
                        "select id from bib_record where control_number = ?",
                        row -> row.getLong(1),
                        number(name)))
                .orElseThrow();
    }

    private Set<Long> ids(String... names) {
        return Stream.of(names).map(this::id).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Long> editions(long id) {
        return desk.editions(id).stream().map(SearchHit::id).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void aSplitStaysWhateverIsImportedAndUndone() {
        load(edition("a", "Silver otters"));
        load(edition("b", "Silver otters"));
        assertThat(editions(id("a"))).isEqualTo(ids("a", "b"));
        assertThat(desk.split(id("b"), ids("a", "b"), ADMIN)).isEqualTo(Outcome.DONE);
        assertThat(editions(id("a"))).as("at once").isEqualTo(ids("a"));
        assertThat(desk.decided(ids("a", "b"))).isEqualTo(ids("b"));

        var again = load(edition("b", "Silver otters", "They swim."));
        assertThat(editions(id("a"))).as("after an overlay").isEqualTo(ids("a"));
        imports().undo(again);
        search.catchUp();
        assertThat(editions(id("a"))).as("after it was taken back").isEqualTo(ids("a"));

        load(edition("c", "Silver otters"));
        assertThat(editions(id("a"))).as("the rule goes on for others").isEqualTo(ids("a", "c"));
        assertThat(editions(id("b"))).isEqualTo(ids("b"));

        search.close();
        search.start();
        search.catchUp();
        assertThat(editions(id("b"))).as("in an index that is opened again").isEqualTo(ids("b"));

        assertThat(desk.forget(id("b"), ADMIN)).isEqualTo(Outcome.DONE);
        assertThat(editions(id("a"))).isEqualTo(ids("a", "b", "c"));
        assertThat(desk.forget(id("b"), ADMIN)).isEqualTo(Outcome.NOTHING);
    }

    @Test
    void aJoinTakesLaterEditionsOfEitherAlong() {
        load(edition("a", "The philosopher otter"));
        load(edition("b", "The sorcerer otter"));
        assertThat(desk.join(id("a"), id("b"), ids("a", "b"), ADMIN)).isEqualTo(Outcome.DONE);
        assertThat(editions(id("b"))).isEqualTo(ids("a", "b"));
        load(edition("c", "The sorcerer otter"));
        assertThat(editions(id("a"))).isEqualTo(ids("a", "b", "c"));
        load(edition("d", "Another otter"));
        assertThat(desk.join(id("d"), id("c"), ids("a", "b", "c", "d"), ADMIN)).isEqualTo(Outcome.DONE);
        assertThat(editions(id("a"))).isEqualTo(ids("a", "b", "c", "d"));
        assertThat(desk.split(id("b"), ids("a", "b", "c", "d"), ADMIN)).isEqualTo(Outcome.DONE);
        assertThat(editions(id("a"))).isEqualTo(ids("a", "c", "d"));
        load(edition("e", "The sorcerer otter"));
        assertThat(editions(id("e"))).isEqualTo(ids("a", "c", "d", "e"));
        assertThat(desk.forget(id("a"), ADMIN)).isEqualTo(Outcome.DONE);
        assertThat(editions(id("a"))).isEqualTo(ids("a"));
        assertThat(editions(id("c"))).as("the rule").isEqualTo(ids("c", "e"));
    }

    @Test
    void whatWasDeletedAndBroughtBackIsWhatItWas() {
        load(edition("a", "Deleted otters"));
        load(edition("b", "Other otters"));
        desk.join(id("a"), id("b"), ids("a", "b"), ADMIN);
        var before = id("b");
        var file = new TestMarc()
                .record(DELETED, "=001  " + number("b"), "=003  TEST", "=245  10$aOther otters")
                .file();
        var deletion = imports()
                .run(new ImportRequest(file, "LMC", true, true, Optional.empty()), done -> {})
                .number();
        search.catchUp();
        assertThat(editions(id("a"))).isEqualTo(ids("a"));
        imports().undo(deletion);
        search.catchUp();
        assertThat(id("b")).isEqualTo(before);
        assertThat(editions(id("a"))).isEqualTo(ids("a", "b"));
    }

    @Test
    void nothingIsDecidedAboutOtherEditionsThanWereSeen() {
        load(edition("a", "Seen otters"));
        load(edition("b", "Seen otters"));
        var seen = ids("a", "b");
        load(edition("c", "Seen otters"));
        assertThat(desk.split(id("b"), seen, ADMIN)).isEqualTo(Outcome.CHANGED);
        load(edition("d", "Unseen otters"));
        assertThat(desk.join(id("a"), id("d"), seen, ADMIN)).isEqualTo(Outcome.CHANGED);
        assertThat(desk.join(id("a"), id("b"), ids("a", "b", "c"), ADMIN)).isEqualTo(Outcome.NOTHING);
        assertThat(desk.split(id("d"), ids("d"), ADMIN)).isEqualTo(Outcome.NOTHING);
        assertThat(desk.split(987_654_321L, Set.of(987_654_321L), ADMIN)).isEqualTo(Outcome.CHANGED);
        assertThat(desk.editions(987_654_321L)).isEqualTo(List.of());
        assertThat(editions(id("a"))).isEqualTo(ids("a", "b", "c"));
    }

    @Test
    void eachDecisionIsInTheTrailWithWhoMadeIt() {
        load(edition("a", "Told otters"));
        load(edition("b", "Told otters"));
        desk.split(id("b"), ids("a", "b"), ADMIN);
        desk.join(id("a"), id("b"), ids("a", "b"), ADMIN);
        desk.join(id("a"), id("b"), ids("a", "b"), ADMIN);
        desk.forget(id("a"), ADMIN);
        var first = id("a");
        var second = id("b");
        assertThat(audit.of(new Subject("record", first), 9))
                .as("what changed nothing is not told")
                .extracting(AuditEvent::action)
                .containsExactly("works_left_to_rule", "works_joined");
        var split = audit.of(new Subject("record", second), 9);
        assertThat(split).extracting(AuditEvent::action).containsExactly("works_split");
        assertThat(split.getFirst().actor()).hasValue(ADMIN);
        assertThat(split.getFirst().payload()).hasValue("{\"records\":[" + second + "]}");
    }

    /** Each of the two knows nothing of the other. */
    @Test
    void whatTwoPeopleJoinAtOnceIsOneWork() {
        load(edition("a", "One otter"));
        load(edition("b", "Two otters"));
        load(edition("c", "Three otters"));
        var works = new Works(database, Clock.systemUTC(), audit);
        var one = ids("a", "b");
        var other = ids("b", "c");
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> works.join(one, ADMIN)),
                        CompletableFuture.runAsync(() -> works.join(other, ADMIN)))
                .join();
        search.catchUp();
        assertThat(editions(id("a"))).isEqualTo(ids("a", "b", "c"));
    }
}
