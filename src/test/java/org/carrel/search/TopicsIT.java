package org.carrel.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.carrel.platform.DataSources;
import org.carrel.platform.Database;
import org.carrel.platform.DatabaseSettings;
import org.carrel.platform.Sql;
import org.carrel.search.TopicResult.Refused;
import org.carrel.search.TopicResult.Saved;
import org.carrel.search.TopicResult.Stale;
import org.carrel.search.TopicTile.Readers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Topics and the list of what to order, on the product's database. Every topic of a test is for the youngest only. */
class TopicsIT {
    private static HikariDataSource connections;
    private static Database database;
    private final TopicTiles topics = new TopicTiles(database, Clock.systemUTC());

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

    @AfterEach
    void takeAway() {
        topics.all().stream()
                .filter(tile -> tile.titleEn().startsWith("Zz "))
                .forEach(tile -> topics.remove(tile.id()));
    }

    @Test
    void aNewDatabaseHasTheTopicsThatWereThereBefore() {
        var shipped = topics.all().stream()
                .filter(tile -> tile.id() <= 12)
                .map(TopicTile::titleEs)
                .toList();
        assertThat(shipped)
                .contains("Animales", "Espacio", "Novelas gráficas", "De miedo", "Vidas reales", "En español");
        assertThat(topics.find(4)).map(tile -> tile.search().query()).contains("kind=GRAPHIC_NOVEL");
        assertThat(topics.find(12)).map(tile -> tile.search().query()).contains("lang=spa");
    }

    @Test
    void aTopicIsKeptAsItWasTypedAndSeenByAnotherNode() {
        var other = new TopicTiles(database, Clock.systemUTC());
        assertThat(titles(other, true)).doesNotContain("Zz Sharks");
        var id = saved("Zz Sharks", "/search?q=sharks&lang=eng&new=1&sort=title");
        var tile = topics.find(id).orElseThrow();
        assertThat(tile.search().query()).isEqualTo("q=sharks&lang=eng&new=1&sort=title");
        assertThat(tile.picture()).isEqualTo(TopicPicture.OCEAN);
        assertThat(titles(topics, true)).contains("Zz Sharks");
        assertThat(titles(topics, false)).as("only for the youngest").doesNotContain("Zz Sharks");
        assertThat(inTime(() -> titles(other, true).contains("Zz Sharks"))).isTrue();
    }

    @Test
    void ofTwoPeopleWhoChangeATopicTheSecondIsTold() {
        var opened = TopicDraft.of(topics.find(saved("Zz Whales", "whales")).orElseThrow());
        assertThat(topics.save(changed(opened, "Zz Whales and dolphins"))).isInstanceOf(Saved.class);
        assertThat(topics.save(changed(opened, "Zz Whales only"))).isInstanceOf(Stale.class);
        topics.remove(opened.id());
        var now = new TopicDraft(opened.id(), 2, "", "Zz Gone", "Zz Gone", "ocean", "whales", Readers.YOUNGEST, false);
        assertThat(topics.save(now)).isInstanceOf(Stale.class);
    }

    @Test
    void theOrderIsChangedByOnePlaceAndNotBeyondTheEnds() {
        var first = saved("Zz One", "one");
        var second = saved("Zz Two", "two");
        topics.moveUp(second);
        assertThat(order(first, second)).containsExactly(second, first);
        topics.moveDown(second);
        topics.moveDown(second);
        assertThat(order(first, second)).containsExactly(first, second);
        assertThat(topics.all().getLast().id()).isEqualTo(second);
        var top = topics.all().getFirst().id();
        topics.moveUp(top);
        assertThat(topics.all().getFirst().id()).isEqualTo(top);
    }

    @Test
    void aHiddenTopicIsOnNoScreenAndARemovedOneComesBackWhereItWas() {
        var first = saved("Zz Left", "left");
        var second = saved("Zz Right", "right");
        topics.hide(first);
        assertThat(titles(topics, true)).doesNotContain("Zz Left");
        topics.show(first);
        assertThat(titles(topics, true)).contains("Zz Left");
        topics.remove(first);
        assertThat(titles(topics, true)).doesNotContain("Zz Left");
        assertThat(topics.removed().getFirst().id()).isEqualTo(first);
        assertThat(topics.restore(first)).isTrue();
        assertThat(order(first, second)).containsExactly(first, second);
    }

    @Test
    void aRemovedTopicDoesNotComeBackBesideAnotherOfItsName() {
        var first = saved("Zz Name", "name");
        topics.remove(first);
        saved("Zz Name", "another");
        assertThat(topics.restore(first)).isFalse();
        assertThat(topics.restore(987_654)).isFalse();
    }

    @Test
    void whatWasRemovedLongAgoIsForgotten() {
        var id = saved("Zz Long ago", "ago");
        topics.remove(id);
        var later = new TopicTiles(
                database,
                Clock.fixed(Instant.now(Clock.systemUTC()).plus(TopicTiles.KEPT.plusDays(1)), ZoneOffset.UTC));
        later.remove(saved("Zz Today", "today"));
        assertThat(topics.removed()).extracting(TopicTile::id).doesNotContain(id);
    }

    @Test
    void nothingIsSavedThatAChildCouldNotUse() {
        var before = topics.all().size();
        var answer = topics.save(
                new TopicDraft(0, 0, "NOWHERE", "Animals", "", "toaster", "/records/1", Readers.ALL, false));
        assertThat(answer).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.problems())
                .hasSize(5));
        assertThat(topics.all()).hasSize(before);
    }

    @Test
    void whatToOrderIsOnTheListOnceWithHowOftenItWasAskedFor() {
        var orders = new OrderList(database, Clock.systemUTC());
        var log = new SearchLog(database, Clock.systemUTC());
        for (var times = 0; times < 2; times++)
            log.asked(new SearchRequest("Snorkling Yaks", 1, 20, List.of(), List.of()), false, 0);
        log.write();
        assertThat(orders.add("Snorkling  yaks!")).isTrue();
        assertThat(orders.add("snorkling yaks")).isTrue();
        assertThat(orders.add(" ?! ")).isFalse();
        var mine = orders.list(30).stream()
                .filter(wish -> wish.question().equals("snorkling yaks"))
                .toList();
        assertThat(mine).extracting(OrderList.Wish::times).containsExactly(2L);
        orders.remove("snorkling yaks");
        assertThat(orders.list(30)).extracting(OrderList.Wish::question).doesNotContain("snorkling yaks");
    }

    /** Two schools may have the same name. */
    @Test
    void aTopicOfOneSchoolIsOnItsScreensByItsCode() {
        var site = database.read(connection -> Sql.list(
                        connection,
                        "select code, name from site where code <> name order by id",
                        row -> new TopicTile.Site(row.getString(1), row.getString(2))))
                .getFirst();
        var draft = new TopicDraft(
                0, 0, site.code(), "Zz Here", "Zz Here", "ocean", "/search?q=sharks", Readers.YOUNGEST, false);
        assertThat(topics.save(draft)).isInstanceOf(Saved.class);
        assertThat(topics.on(site.code(), true)).extracting(TopicTile::titleEn).contains("Zz Here");
        for (var other : List.of("", site.name(), site.code() + "X"))
            assertThat(topics.on(other, true))
                    .as(other)
                    .extracting(TopicTile::titleEn)
                    .doesNotContain("Zz Here");
    }

    private long saved(String title, String search) {
        var draft = new TopicDraft(0, 0, "", title, title, "ocean", search, Readers.YOUNGEST, false);
        return topics.save(draft) instanceof Saved saved ? saved.id() : 0;
    }

    private static TopicDraft changed(TopicDraft draft, String title) {
        return new TopicDraft(
                draft.id(),
                draft.version(),
                draft.siteCode(),
                title,
                title,
                draft.picture(),
                draft.search(),
                draft.readers(),
                draft.asShelf());
    }

    private List<Long> order(long one, long other) {
        return topics.all().stream()
                .map(TopicTile::id)
                .filter(id -> id == one || id == other)
                .toList();
    }

    private static List<String> titles(TopicTiles tiles, boolean youngest) {
        return tiles.on("", youngest).stream().map(TopicTile::titleEn).toList();
    }

    private static boolean inTime(BooleanSupplier condition) {
        var end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (System.nanoTime() < end) {
            if (condition.getAsBoolean()) return true;
            Thread.onSpinWait();
        }
        return false;
    }
}
