package org.carrel.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.carrel.devices.Discrepancies;
import org.carrel.fixtures.Privacy;
import org.carrel.fixtures.Staff;
import org.carrel.patrons.RosterTraces;
import org.carrel.platform.Setting;
import org.carrel.platform.SettingSources;
import org.carrel.platform.Settings;
import org.carrel.platform.Sql;
import org.carrel.search.SearchLog;
import org.carrel.security.Role;
import org.carrel.security.Sessions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Everything goes after its time (PR-9), on the product's database. */
class RetentionIT {
    private static Privacy privacy;

    @BeforeAll
    static void connect() {
        privacy = Privacy.connect(Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        if (privacy != null) privacy.close();
    }

    private static Retention retention(Clock clock, String returnedLoans) {
        var sources = new SettingSources().option(Setting.KEEP_RETURNED_LOANS, returnedLoans);
        return new Retention(privacy.database, clock, Settings.of(sources).retention());
    }

    @Test
    void theSchedulesVersionIsNamedWithTheDayOfItsChange() { // PR-9
        var monday = Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC);
        var tuesday = Clock.offset(monday, Duration.ofDays(1));
        var first = retention(monday, "11").promise();
        assertThat(first.from()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(retention(tuesday, "11").promise()).as("nothing was changed").isEqualTo(first);
        var second = retention(tuesday, "12").promise();
        assertThat(second.from()).isEqualTo(LocalDate.of(2026, 3, 3));
        assertThat(second.version()).isEqualTo(first.version() + 1);
        assertThat(second.days()).containsEntry(KeptData.RETURNED_LOANS, 12).containsOnlyKeys(KeptData.values());
        // As it is for the other tests.
        retention(Clock.systemUTC(), "0").promise();
    }

    /** The product says so at its start. Nobody has to let go of returned loans until something is lent. */
    @Test
    void everyKindOfDataHasSomebodyWhoLetsGoOfIt() throws IOException { // PR-9
        var log = Files.readString(Path.of(System.getProperty("carrel.test.home"), "logs", "server.log"));
        var said = log.lines()
                .filter(line -> line.contains("Forgotten after their time"))
                .findFirst()
                .orElseThrow();
        for (var kind : KeptData.values()) {
            if (kind != KeptData.RETURNED_LOANS) assertThat(said).contains(kind + "=");
        }
    }

    private static List<Retained> kept() {
        var wiring = new PrivacyWiring();
        return List.of(
                wiring.searchWords(new SearchLog(privacy.database, Clock.systemUTC()), Clock.systemUTC()),
                wiring.rosters(new RosterTraces(privacy.database)),
                Retained.of(
                        KeptData.ROSTERS,
                        new Discrepancies(privacy.database, Clock.systemUTC(), privacy.audit)::forget),
                wiring.browsers(new Sessions(privacy.database, Clock.systemUTC(), privacy.audit)));
    }

    @Test
    void whatIsTooOldGoesAndWhatIsYoungerStays() { // PR-9
        var account = Staff.another(Role.AIDE).caller().account();
        var words = Privacy.unique("kept words ");
        privacy.write(connection -> {
            for (var days : List.of(121, 119)) {
                Sql.update(
                        connection,
                        "insert into known_browser values (unhex(sha2(?, 256)), ?, utc_timestamp() - interval ? day)",
                        words + days,
                        account,
                        days);
            }
            for (var days : List.of(401, 399)) {
                Sql.update(
                        connection,
                        "insert into search_log values (utc_date() - interval ? day, ?, false, 5, 1, false)",
                        days,
                        words + days);
            }
        });
        var job = new RetentionJob(
                privacy.database, Clock.systemUTC(), retention(Clock.systemUTC(), "0"), privacy.audit, kept());
        var gone = job.run();
        assertThat(gone).containsKeys(KeptData.SEARCH_WORDS, KeptData.BROWSERS, KeptData.ROSTERS);
        assertThat(privacy.count(
                        "select count(*) from known_browser where account_id = ? and last_used_at < "
                                + "utc_timestamp() - interval 100 day",
                        account))
                .isEqualTo(1);
        assertThat(left(words)).containsExactly(words + "399");
        assertThat(job.run().get(KeptData.BROWSERS)).as("a second time").isZero();
    }

    private static List<String> left(String words) {
        return privacy.database.read(connection -> Sql.list(
                connection,
                "select terms from search_log where terms like concat(?, '%')",
                row -> row.getString(1),
                words));
    }

    @Test
    void aRostersLinesGoWithItsTime() { // PR-9
        privacy.write(connection -> {
            Sql.update(connection, "insert ignore into roster_source (name) values ('kept')");
            var source = "(select id from roster_source where name = 'kept')";
            for (var days : List.of(31, 29)) {
                Sql.update(
                        connection,
                        "insert into roster_run (source_id, file_name, file_bytes, file_hash, origin, state, staged_at, "
                                + "staged_by, summary) values (" + source + ", ?, 1, unhex(sha2('x', 256)), 'command', "
                                + "'planned', utc_timestamp() - interval ? day, 'test', '{}')",
                        "kept" + days,
                        days);
                var run = "(select max(id) from roster_run where file_name = '" + "kept" + days + "')";
                Sql.update(
                        connection,
                        "insert into roster_line (run_id, number, sourced_id, name, outcome) values (" + run
                                + ", 1, 'x', 'A name', 'new')");
                Sql.update(
                        connection,
                        "insert into roster_field values (" + run + ", 1, 'given_name', 'A name', 'Another')");
                Sql.update(connection, "insert into roster_piece values (" + run + ", 1, 'x')");
            }
        });
        var forgotten = new RosterTraces(privacy.database)
                .forget(Clock.systemUTC().instant().minus(Duration.ofDays(30)));
        assertThat(forgotten).isGreaterThanOrEqualTo(3);
        for (var table : List.of("roster_line", "roster_field", "roster_piece")) {
            assertThat(names(table)).as(table).containsExactly("kept29 planned");
        }
        privacy.write(connection -> {
            for (var table : List.of("roster_field", "roster_line", "roster_piece")) {
                Sql.update(
                        connection,
                        "delete from " + table
                                + " where run_id in (select id from roster_run where file_name like 'kept%')");
            }
            Sql.update(connection, "delete from roster_run where file_name like 'kept%'");
        });
    }

    private static List<String> names(String table) {
        return new ArrayList<>(privacy.database.read(connection -> Sql.list(
                connection,
                "select concat(r.file_name, ' ', r.state) from roster_run r where r.file_name like 'kept%' and r.id in "
                        + "(select run_id from " + table + ")",
                row -> row.getString(1))));
    }

    @Test
    void onlyOneNodeDoesIt() { // F-10
        var job = new RetentionJob(
                privacy.database, Clock.systemUTC(), retention(Clock.systemUTC(), "0"), privacy.audit, kept());
        privacy.database.exclusively(
                "retention", Duration.ZERO, () -> assertThat(job.run()).isEmpty());
    }
}
