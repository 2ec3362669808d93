package org.carrel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.carrel.catalog.ControlField;
import org.carrel.catalog.DataField;
import org.carrel.catalog.ImportReport;
import org.carrel.catalog.ImportReport.Outcome;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcImports;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.Subfield;
import org.carrel.catalog.marc.Iso2709Writer;
import org.carrel.platform.CarrelHome;
import org.carrel.platform.DataSources;
import org.carrel.platform.Database;
import org.carrel.platform.Migrations;
import org.carrel.platform.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import of 20,000 records, killed again and again: nothing is lost, nothing comes twice. */
class BrokenOffImportIT {
    private static final int RECORDS = 20_000;
    private static final int TWICE = RECORDS / 100;
    private static final int DAMAGED = RECORDS / 100;
    private static final int GOOD = RECORDS - TWICE - DAMAGED;
    private static final int KILLS = 10;
    /** So near its end an import may be done before the kill comes. */
    private static final int LAST = 3000;

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path directory;

    private TestDatabase server = TestDatabase.NONE;
    private HikariDataSource connections = new HikariDataSource();

    @BeforeAll
    static void onlyWithThePackagedJar() {
        assumeTrue(Files.exists(CarrelProcess.JAR), "target/carrel.jar is missing: run mvn package first");
    }

    @BeforeEach
    void startDatabase() {
        server = TestDatabase.start(directory.resolve("database"));
        connections = DataSources.open(server.access(), Duration.ZERO);
        new Migrations().migrate(connections);
    }

    @AfterEach
    void stopDatabase() {
        connections.close();
        server.close();
    }

    @Test
    void killedAtTenRandomMomentsItGoesOnWhereItStopped() throws Exception {
        SharedPrograms.lend(new CarrelHome(directory.resolve("home")));
        var file = file();
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var moments = random.ints(KILLS, 0, RECORDS - LAST).sorted().toArray();
        for (var moment : moments) killBehind(moment, random.nextInt(150), file);

        assertThat(count("select count(*) from import_job where state = 'committing'"))
                .isEqualTo(1);
        // The database holds the killed process's lock until it has noticed that nobody is there.
        assertThat(CarrelProcess.await(PATIENCE, () -> imports().resume() == 1))
                .as("seed %d", seed)
                .isTrue();
        var report = imports().report(number()).orElseThrow();
        assertThat(report.records()).as("seed %d", seed).isEqualTo(RECORDS);
        assertThat(report.count(Outcome.ADDED)).isEqualTo(GOOD);
        assertThat(report.count(Outcome.SAME)).isEqualTo(TWICE);
        assertThat(report.count(Outcome.REJECTED)).isEqualTo(DAMAGED);
        assertThat(report.copies()).isEqualTo(new ImportReport.Copies(GOOD + TWICE, GOOD, 0, 0, 0));
        assertThat(count("select count(*) from bib_record")).isEqualTo(GOOD);
        assertThat(count("select count(*) from item")).isEqualTo(GOOD);
        assertThat(count("select count(*) from import_piece")).isZero();
        verify();
    }

    /** Starts the import, and kills it a little after so many records are in the catalog. */
    private void killBehind(int records, int millis, Path file) throws IOException, InterruptedException {
        try (var process = start("import", "--site", "KILL", "--commit", file.toString())) {
            CarrelProcess.await(PATIENCE, () -> count("select count(*) from import_line") >= records && isCommitting());
            TimeUnit.MILLISECONDS.sleep(millis); // the moment is meant to be any
            process.kill();
            process.awaitExit(PATIENCE);
        }
    }

    private boolean isCommitting() {
        return count("select count(*) from import_job where state = 'committing'") == 1;
    }

    private void verify() throws IOException, InterruptedException {
        try (var reindex = start("reindex")) {
            assertThat(reindex.awaitExit(PATIENCE)).as(reindex.output()).isZero();
        }
        try (var verify = start("verify")) {
            assertThat(verify.awaitExit(PATIENCE)).as(verify.output()).isZero();
        }
    }

    private CarrelProcess start(String... arguments) throws IOException {
        var access = server.access();
        var options = List.of(
                "-Dcarrel.db.url=" + access.url(),
                "-Dcarrel.db.user=" + access.user(),
                "-Dcarrel.db.password=" + access.password());
        return CarrelProcess.start(CarrelProcess.thisJava(), directory.resolve("home"), options, List.of(arguments));
    }

    private MarcImports imports() {
        return new MarcImports(new Database(connections), Clock.systemUTC());
    }

    private long number() {
        return count("select max(id) from import_job");
    }

    private long count(String sql) {
        return new Database(connections).read(connection -> Sql.first(connection, sql, row -> row.getLong(1))
                .orElseThrow());
    }

    /** Of a hundred records one is damaged, and one comes a second time. */
    private Path file() throws IOException {
        var file = directory.resolve("twenty-thousand.mrc");
        try (var out = Files.newOutputStream(file)) {
            for (var number = 1; number <= RECORDS; number++) {
                var bytes = bytes(record(number % 100 == 50 ? number - 1 : number));
                if (number % 100 == 0) Arrays.fill(bytes, 0, bytes.length - 1, (byte) 'x');
                out.write(bytes);
            }
        }
        return file;
    }

    private static byte[] bytes(MarcRecord record) {
        return ((Iso2709Writer.Result.Written) Iso2709Writer.write(record)).bytes();
    }

    private static MarcRecord record(int number) {
        var fields = new ArrayList<MarcField>();
        fields.add(new ControlField("001", "kill" + number));
        fields.add(new ControlField("003", "TEST"));
        fields.add(new ControlField("008", "240801s2001    nyua   c      000 1 eng d"));
        fields.add(data("245", '1', '0', "a", "The story of number " + number));
        fields.add(data("650", ' ', '1', "a", "Numbers"));
        fields.add(new DataField(
                "852",
                ' ',
                ' ',
                List.of(new Subfield('h', "FIC"), new Subfield('i', "STO"), new Subfield('p', "K" + number))));
        return new MarcRecord("00000nam a2200000 i 4500", fields);
    }

    private static DataField data(String tag, char first, char second, String code, String text) {
        return new DataField(tag, first, second, List.of(new Subfield(code.charAt(0), text)));
    }
}
