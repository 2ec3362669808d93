package org.carrel.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.carrel.catalog.ImportRequest;
import org.carrel.catalog.MarcImports;
import org.carrel.circulation.BenchDesk;
import org.carrel.circulation.CirculationDesk;
import org.carrel.circulation.DeskAnswer;
import org.carrel.circulation.DeskPlace;
import org.carrel.circulation.Scan;
import org.carrel.platform.DataSources;
import org.carrel.platform.Database;
import org.carrel.platform.DatabaseSettings;
import org.carrel.platform.Migrations;
import org.carrel.platform.Sql;
import org.carrel.security.AccountChange;
import org.carrel.security.AccountResult;
import org.carrel.security.Accounts;
import org.carrel.security.AuditTrail;
import org.carrel.security.Caller;
import org.carrel.security.NewPassword;
import org.carrel.security.Role;
import org.carrel.security.Sessions;
import org.carrel.security.SignIn;
import org.carrel.security.SignInFrom;
import org.carrel.security.SignInResult.SignedIn;
import org.carrel.security.WebSettings;

/** One job of the benchmark of circulation in a JVM of its own. */
public final class CirculationStage {
    static final int PEOPLE = 20_000;
    static final int DESKS = 8;
    private static final Duration LONG = Duration.ofSeconds(10);
    /** A desk works in a server that has been running: as long the compiler has its time, and nothing is counted. */
    private static final Duration WARM = Duration.ofSeconds(10);

    private static final String SITE = "BENCH";
    private static final Caller TECHNICIAN = new Caller(1, "bench", "Bench", Role.TECHNICIAN, Optional.empty());

    private CirculationStage() {}

    /** Arguments: job, its argument, the home directory, then address, user and password of a database. */
    public static void main(String[] arguments) throws Exception {
        var access = access(arguments);
        try (var connections = DataSources.open(access, Duration.ZERO)) {
            new Migrations().migrate(connections);
            var database = new Database(connections);
            switch (arguments[0]) {
                case "seed" -> seed(database, Path.of(arguments[1]));
                case "session" -> Files.writeString(Path.of(arguments[1]), session(database, Role.TECHNICIAN));
                default -> desks(database, Integer.parseInt(arguments[1]), Path.of(arguments[2]));
            }
        }
    }

    private static DatabaseSettings access(String[] arguments) {
        return new DatabaseSettings(arguments[3], arguments[4], arguments.length > 5 ? arguments[5] : "");
    }

    private static void seed(Database database, Path file) {
        new MarcImports(database, Clock.systemUTC()).run(new ImportRequest(file, SITE, true), done -> {});
        database.transaction(connection -> {
            var numbers = new ArrayList<Integer>();
            for (var i = 0; i < PEOPLE; i++) numbers.add(i);
            Sql.batch(
                    connection,
                    "insert into patron (given_name, family_name, category, grade) values ('Student', ?, 'student', '05')",
                    numbers,
                    (statement, number) -> statement.setString(1, "Number " + number));
            Sql.update(
                    connection,
                    "insert into patron_card (patron_id, number, added_at) select id, concat('P', id), utc_timestamp() from patron");
            return true;
        });
    }

    private static void desks(Database database, int desks, Path home) throws Exception {
        var desk = BenchDesk.open(database, home);
        List<Long> items = new ArrayList<>(database.read(connection -> column(
                connection,
                "select i.id from item i where not exists (select 1 from item_on_loan o where o.item_id = i.id)")));
        Collections.shuffle(items, new Random(7));
        var people = database.read(connection -> column(connection, "select id from patron"));
        var half = items.size() / 2;
        try (var threads = Executors.newFixedThreadPool(desks)) {
            threads.invokeAll(lending(desk, items.subList(0, half), people, desks, WARM));
            var running = lending(desk, items.subList(half, items.size()), people, desks, LONG);
            var began = System.nanoTime();
            var times = new ArrayList<long[]>();
            for (var each : threads.invokeAll(running)) times.add(each.get());
            var seconds = (System.nanoTime() - began) / 1e9;
            var all = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            System.out.printf(
                    Locale.ROOT,
                    "circulation desks=%d: %,d check-outs in %.1f s -> %.0f tx/s, p50 %.2f p95 %.2f p99 %.2f max %.1f ms%n",
                    desks,
                    all.length,
                    seconds,
                    all.length / seconds,
                    at(all, 50),
                    at(all, 95),
                    at(all, 99),
                    at(all, 100));
        }
    }

    private static double at(long[] sorted, double percent) {
        return sorted[(int) ((sorted.length - 1) * percent / 100)] / 1e6;
    }

    private static List<Callable<long[]>> lending(
            CirculationDesk desk, List<Long> items, List<Long> people, int desks, Duration time) {
        var running = new ArrayList<Callable<long[]>>();
        for (var number = 0; number < desks; number++) {
            var mine = number;
            running.add(() -> lend(desk, items, people, mine, desks, time));
        }
        return running;
    }

    private static long[] lend(
            CirculationDesk desk, List<Long> items, List<Long> people, int mine, int desks, Duration time) {
        var random = new Random(mine);
        var times = new long[100_000];
        var done = 0;
        var end = System.nanoTime() + time.toNanos();
        for (var at = mine; at < items.size() && System.nanoTime() < end && done < times.length; at += desks) {
            var patron = people.get(random.nextInt(people.size()));
            var scan = Scan.now(UUID.randomUUID(), "", Optional.of(patron), DeskPlace.at(SITE));
            var began = System.nanoTime();
            var answer = desk.checkOut(scan, patron, items.get(at), TECHNICIAN);
            if (answer.act() == DeskAnswer.Act.CHECKED_OUT) times[done++] = System.nanoTime() - began;
        }
        return Arrays.copyOf(times, done);
    }

    private static List<Long> column(Connection connection, String sql) throws SQLException {
        return Sql.list(connection, sql, row -> row.getLong(1));
    }

    /** Barcodes as a desk scans them: a card, then three books, and so on. */
    static List<String> scans(DatabaseSettings access, int count) {
        try (var connections = DataSources.open(access, Duration.ZERO)) {
            return new Database(connections).read(connection -> {
                var cards = Sql.list(
                        connection,
                        "select number from patron_card order by id desc limit " + count,
                        row -> row.getString(1));
                var books = Sql.list(
                        connection,
                        "select i.barcode from item i where i.barcode is not null and not exists "
                                + "(select 1 from item_on_loan o where o.item_id = i.id) limit " + count,
                        row -> row.getString(1));
                var scans = new ArrayList<String>();
                for (var i = 0; scans.size() < count; i++) {
                    scans.add(cards.get(i));
                    for (var book = 3 * i; book < 3 * i + 3; book++) scans.add(books.get(book));
                }
                return scans;
            });
        }
    }

    /** The token of somebody who works at the desk. */
    /** Somebody of this role who is signed in. */
    static String session(Database database, Role role) throws IOException {
        var clock = Clock.systemUTC();
        var audit = new AuditTrail(database, clock);
        var sessions = new Sessions(database, clock, audit);
        var accounts = new Accounts(database, clock, audit);
        var root = new Caller(0, "bench", "Bench", Role.ADMIN, Optional.empty());
        var added = accounts.add(root, new AccountChange("desk", "Desk", role, Optional.empty()));
        if (!(added instanceof AccountResult.Done done)) throw new IOException("No account: " + added);
        var settings = new WebSettings(URI.create("http://127.0.0.1"), 1, "Bench");
        var from = new SignInFrom("192.0.2.1", "", "");
        var in = new SignIn(database, clock, audit, sessions, settings)
                .byCode("desk", done.code(), new NewPassword("seven paper lanterns", "seven paper lanterns"), from);
        if (!(in instanceof SignedIn person)) throw new IOException("No session: " + in);
        return person.session();
    }
}
