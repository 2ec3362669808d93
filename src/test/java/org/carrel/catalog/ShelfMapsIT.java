package org.carrel.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.carrel.catalog.MapChange.Done;
import org.carrel.catalog.MapChange.Gone;
import org.carrel.catalog.MapChange.Refused;
import org.carrel.platform.DataSources;
import org.carrel.platform.Database;
import org.carrel.platform.DatabaseSettings;
import org.carrel.platform.Sql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Floor plans on the product's database. */
class ShelfMapsIT {
    private static HikariDataSource connections;
    private static Database database;
    private static ShelfMaps maps;

    private String site = "";

    @BeforeAll
    static void connect() {
        var url = System.getProperty("carrel.test.db.url", "");
        assumeTrue(!url.isEmpty(), "skipped: the tests did not start the product");
        connections = DataSources.open(
                new DatabaseSettings(
                        url, System.getProperty("carrel.test.db.user"), System.getProperty("carrel.test.db.password")),
                Duration.ZERO);
        database = new Database(connections);
        maps = new ShelfMaps(database, Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        if (connections != null) connections.close();
    }

    @BeforeEach
    void aSchoolOfItsOwn() {
        site = "MAP" + System.nanoTime() % 1_000_000_000;
        database.transaction(connection ->
                Sql.update(connection, "insert into site (code, name) values (?, ?)", site, "School " + site));
        assertThat(maps.saveRoom(site, 20, 12)).isEqualTo(new Done(0));
    }

    @Test
    void theSampleSchoolShowsEveryCopyThatHasACallNumber() {
        var map = maps.find("LMC").orElseThrow();
        var sample = database.read(connection -> Sql.list(
                connection,
                "select i.id from item i join import_job j on j.id = i.import_job_id "
                        + "where j.file_name like '%k12-starter-290.mrc' and i.withdrawn_on is null",
                row -> row.getLong(1)));
        assertThat(map.rows()).hasSize(10);
        assertThat(sample).hasSizeGreaterThan(500);
        assertThat(sample).allSatisfy(item -> assertThat(maps.whereIs(item).flatMap(ShelfPlace::row))
                .as("copy " + item)
                .isPresent());
    }

    @Test
    void aRowIsSavedChangedMovedTurnedAndCopied() {
        var id = saved(row(0, "Row 1", new GridBox(2, 2, 6, 1), "FIC A", "FIC L"));
        assertThat(maps.save(site, row(id, "Row 1", new GridBox(2, 2, 5, 1), "FIC A", "FIC M")))
                .isEqualTo(new Done(id));
        assertThat(maps.move(site, id, PlanStep.DOWN)).isEqualTo(new Done(id));
        assertThat(maps.move(site, id, PlanStep.TURN)).isEqualTo(new Done(id));
        var row = part(id);
        assertThat(row.box()).isEqualTo(new GridBox(2, 3, 1, 5));
        assertThat(row.ranges()).containsExactly(new CallRange(0, "FIC A", "FIC M"));
        var copy = part(((Done) maps.copy(site, id)).part());
        assertThat(copy.label()).isEqualTo("Row 2");
        assertThat(copy.ranges()).isEmpty();
    }

    @Test
    void nothingIsHalfSaved() {
        var id = saved(row(0, "Row 1", new GridBox(2, 2, 6, 1), "FIC A", "FIC L"));
        var before = maps.find(site);
        assertThat(maps.save(site, row(0, "Row 2", new GridBox(2, 4, 6, 1), "FIC L", "FIC M")))
                .isInstanceOf(Refused.class);
        assertThat(maps.save(site, row(id, "Row 9", new GridBox(9, 9, 6, 1), "FIC Z", "FIC B")))
                .isInstanceOf(Refused.class);
        assertThat(maps.move(site, id, PlanStep.TURN)).isInstanceOf(Done.class);
        assertThat(maps.move(site, id, PlanStep.TURN)).isInstanceOf(Done.class);
        assertThat(maps.saveRoom(site, 5, 5)).isInstanceOf(Refused.class);
        var otherSchool = new CallRange(1_000_000, "E", "E");
        assertThat(maps.save(
                        site,
                        new PlanPart(0, PlanPart.Kind.ROW, "R", new GridBox(2, 6, 2, 1), List.of(otherSchool), 0)))
                .isEqualTo(new Refused(List.of(MapProblem.of("location.0", MapProblem.Kind.NO_LOCATION))));
        assertThat(maps.find(site)).isEqualTo(before);
    }

    @Test
    void whatWasTakenAwayComesBackUntilTheNextOne() {
        var one = saved(row(0, "Row 1", new GridBox(2, 2, 6, 1), "FIC", "FIC"));
        var two = saved(row(0, "Row 2", new GridBox(2, 4, 6, 1), "E", "E"));
        var before = maps.find(site);
        assertThat(maps.remove(site, one)).isEqualTo(new Done(one));
        assertThat(maps.find(site).orElseThrow().part(one)).isEmpty();
        assertThat(maps.putBack(site, one)).isEqualTo(new Done(one));
        assertThat(maps.find(site)).isEqualTo(before);

        maps.remove(site, one);
        saved(row(0, "Row 3", new GridBox(2, 6, 6, 1), "FIC R", "FIC S"));
        assertThat(maps.putBack(site, one))
                .as("its call numbers stand elsewhere now")
                .isInstanceOf(Refused.class);
        maps.remove(site, two);
        assertThat(maps.putBack(site, one)).isEqualTo(new Gone());
    }

    @Test
    void aPartOfAnotherSchoolIsNotThere() {
        var sample = maps.find("LMC").orElseThrow().rows().getFirst().id();
        assertThat(Stream.of(maps.remove(site, sample), maps.copy(site, sample), maps.move(site, sample, PlanStep.UP)))
                .containsOnly(new Gone());
        assertThat(maps.saveRoom("no such school", 9, 9)).isEqualTo(new Gone());
    }

    @Test
    void twoLibrariansWhoDrawAtOnceGetNoTwoRowsInOnePlace() {
        var results = Stream.of("E", "GN")
                .map(label -> CompletableFuture.supplyAsync(
                        () -> maps.save(site, row(0, "Row " + label, new GridBox(3, 3, 4, 1), label, label))))
                .toList();
        assertThat(results.stream().map(CompletableFuture::join).filter(Done.class::isInstance))
                .hasSize(1);
        assertThat(maps.find(site).orElseThrow().rows()).hasSize(1);
    }

    private long saved(PlanPart part) {
        var change = maps.save(site, part);
        assertThat(change).isInstanceOf(Done.class);
        return ((Done) change).part();
    }

    private PlanPart part(long id) {
        return maps.find(site).orElseThrow().part(id).orElseThrow();
    }

    private static PlanPart row(long id, String label, GridBox box, String from, String to) {
        return new PlanPart(id, PlanPart.Kind.ROW, label, box, List.of(new CallRange(0, from, to)), 0);
    }
}
