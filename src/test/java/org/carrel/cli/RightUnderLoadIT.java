package org.carrel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.carrel.cli.DeskClient.Told;
import org.carrel.cli.DeskClient.Wish;
import org.carrel.platform.CarrelHome;
import org.carrel.platform.DatabaseProblem;
import org.carrel.platform.Sql;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fifty desks at a real Carrel with a database of its own, whose connections are killed and which is restarted, once in order and
 * once by {@code kill -9}. More operations: {@code -Dcarrel.test.load.operations=20000}.
 */
class RightUnderLoadIT {
    private static final int CLIENTS = 50;
    private static final int OPERATIONS = Integer.getInteger("carrel.test.load.operations", 2_000);
    private static final Duration BETWEEN_KILLS = Duration.ofMillis(150);
    private static final int AGAIN = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String SCAN = "/desk/circulation/scan";
    private static final BigDecimal PAID = new BigDecimal("0.25");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS) // the server's log says why
    static Path directory;

    private final ConcurrentLinkedQueue<Told> history = new ConcurrentLinkedQueue<>();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger killed = new AtomicInteger();
    private final Map<Integer, Duration> away = new ConcurrentHashMap<>();

    @BeforeAll
    static void onlyWithThePackagedJar() {
        assumeTrue(Files.exists(CarrelProcess.JAR), "target/carrel.jar is missing: run mvn package first");
    }

    @Test
    void fiftyDesksTwoThousandOperationsAndADatabaseThatGoesTwiceBreakNoPromise() // F-03, F-05, F-11; I1, I2, I5 to I8
            throws Exception {
        var home = new CarrelHome(directory.resolve("home"));
        SharedPrograms.lend(home);
        Files.createDirectories(home.root());
        // A renewal on the same day must change the date.
        Files.writeString(
                home.root().resolve("loan-rules.csv"),
                "rule,,,,period=14 days,closed_days=NEXT_OPEN,renewals=20,renew_from=DUE_DATE,when_held=NEVER,loan_limit=20,"
                        + "hold_limit=20,shelf_days=5,forget_after=0\n");
        var seed = new Random().nextLong();
        try (var server = RestartedDatabase.start(home)) {
            List<Told> again;
            try (var school = new BusySchool(server.watched())) {
                school.fill(server.access());
                var sessions = school.sessions(home.root());
                var port = CarrelProcess.freePort();
                try (var product = start(home, server, "serve", "--port", String.valueOf(port))) {
                    assertThat(product.awaitOpen()).as(product.output()).isTrue();
                    try (var http = HttpClient.newBuilder()
                            .version(HttpClient.Version.HTTP_1_1)
                            .build()) {
                        work(school, server, http, "http://127.0.0.1:" + port, sessions, seed);
                        again = replay();
                    }
                    quiet(school);
                    product.terminate();
                    assertThat(product.awaitExit(PATIENCE)).as(product.output()).isZero();
                }
                print(seed);
                assertThat(history).hasSize(OPERATIONS);
                everythingThatWasToldIsThereOnce(school);
                assertThat(again)
                        .as("seed %d: the same request again, I8", seed)
                        .isEmpty();
            }
            try (var verify = start(home, server, "verify")) {
                assertThat(verify.awaitExit(PATIENCE))
                        .as("seed %d: %s", seed, verify.output())
                        .isZero();
            }
        }
    }

    private static CarrelProcess start(CarrelHome home, RestartedDatabase server, String... arguments)
            throws IOException {
        var access = server.access();
        var options = List.of(
                "-Dcarrel.db.url=" + access.url(),
                "-Dcarrel.db.user=" + access.user(),
                "-Dcarrel.db.password=" + access.password());
        return CarrelProcess.startAsSchoolsDo(CarrelProcess.thisJava(), home.root(), options, List.of(arguments));
    }

    private void work(
            BusySchool school, RestartedDatabase server, HttpClient http, String base, List<String> sessions, long seed)
            throws Exception {
        var over = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var bibs = school.numbers("select id from bib_record order by id");
            var people = school.numbers("select id from patron order by id");
            var running = new ArrayList<Future<Void>>();
            for (var number = 0; number < CLIENTS; number++) {
                var random = new Random(seed + number);
                var client = new DeskClient(http, base, sessions.get(number % sessions.size()), random.nextLong());
                var each = OPERATIONS / CLIENTS + (number < OPERATIONS % CLIENTS ? 1 : 0);
                Callable<Void> desk = () -> {
                    new Desk(school, client, random, bibs, people).work(each);
                    return null;
                };
                running.add(threads.submit(desk));
            }
            var killer = threads.submit(() -> {
                kill(school, new Random(seed), over);
                return null;
            });
            awaitDone(OPERATIONS / 3, running);
            away.put(1, server.restart());
            awaitDone(OPERATIONS * 2 / 3, running);
            away.put(2, server.crash());
            for (var each : running) each.get();
            over.set(true);
            killer.get();
        }
    }

    private void awaitDone(int operations, List<Future<Void>> running) throws Exception {
        CarrelProcess.await(
                PATIENCE,
                () -> done.get() >= operations
                        || running.stream().anyMatch(each -> each.state() == Future.State.FAILED));
        for (var each : running) if (each.state() == Future.State.FAILED) each.get();
    }

    private void kill(BusySchool school, Random random, AtomicBoolean over) throws InterruptedException {
        while (!over.get()) {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_KILLS.toMillis()); // the moments are meant to be any
            try {
                killed.addAndGet(school.killOne(random));
            } catch (DatabaseProblem away) {
                // it has been killed already, or the whole server has
            }
        }
    }

    /** One desk, which does one thing after the other. */
    private final class Desk {
        private final BusySchool school;
        private final DeskClient client;
        private final Random random;
        private final List<Long> bibs;
        private final List<Long> people;
        private final List<Wish> lent = new ArrayList<>();
        private final List<Wish> held = new ArrayList<>();
        private final List<Wish> undoable = new ArrayList<>();

        Desk(BusySchool school, DeskClient client, Random random, List<Long> bibs, List<Long> people) {
            this.school = school;
            this.client = client;
            this.random = random;
            this.bibs = bibs;
            this.people = people;
        }

        void work(int operations) throws InterruptedException {
            for (var i = 0; i < operations; i++) {
                var told = client.send(next());
                history.add(told);
                done.incrementAndGet();
                if (told.is("CHECKED_OUT")) lent.add(told.wish());
                if (told.is("CHECKED_OUT") || told.is("RETURNED") || told.is("RENEWED")) undoable.add(told.wish());
                if (told.said().contains("done=place")) held.add(told.wish());
            }
        }

        private Wish next() {
            var dice = random.nextInt(100);
            if (dice < 15 && !lent.isEmpty()) return renewal().orElseGet(this::checkIn);
            if (dice < 22 && !held.isEmpty()) return cancellation().orElseGet(this::checkIn);
            if (dice < 29 && !undoable.isEmpty()) return undo();
            if (dice < 35) return hold();
            if (dice < 42) return payment();
            return dice < 75 ? checkOut() : checkIn();
        }

        private Wish checkOut() {
            return scan("check-out", String.valueOf(any(people)), copy());
        }

        private Wish checkIn() {
            return scan("check-in", "", copy());
        }

        private Wish scan(String what, String patron, String text) {
            return Wish.of(what, SCAN, Map.of("site", BusySchool.SITE, "patron", patron, "text", text));
        }

        private Optional<Wish> renewal() {
            var loan =
                    known("select loan_id from desk_request where request_id = ? and loan_id is not null", any(lent));
            return loan.map(number -> Wish.of(
                    "renew", SCAN, Map.of("site", BusySchool.SITE, "do", "renew", "number", String.valueOf(number))));
        }

        private Optional<Wish> cancellation() {
            var hold = known("select json_value(answer, '$.hold') from desk_request where request_id = ?", any(held));
            return hold.map(number -> Wish.of(
                    "cancel",
                    "/desk/holds/change",
                    Map.of("do", "cancel", "hold", String.valueOf(number), "site", BusySchool.SITE)));
        }

        /** Empty while the database is away, too: then the desk does something else. */
        private Optional<Long> known(String sql, Wish of) {
            try {
                return school.numbers(sql, of.request().toString()).stream().findFirst();
            } catch (DatabaseProblem away) {
                return Optional.empty();
            }
        }

        private Wish hold() {
            var form = Map.of(
                    "record",
                    String.valueOf(any(bibs)),
                    "card",
                    "LOADCARD" + any(people),
                    "pickUp",
                    BusySchool.SITE,
                    "quantity",
                    "1");
            return Wish.of("hold", "/desk/title-holds/place", form);
        }

        private Wish payment() {
            return Wish.of(
                    "pay", "/desk/fees/" + any(people) + "/pay", Map.of("amount", PAID.toString(), "means", "CASH"));
        }

        private Wish undo() {
            var last = undoable.removeLast();
            return Wish.of(
                    "undo",
                    SCAN,
                    Map.of(
                            "site",
                            BusySchool.SITE,
                            "do",
                            "undo",
                            "undone",
                            last.request().toString()));
        }

        private String copy() {
            return BusySchool.barcode(1 + random.nextInt(BusySchool.TITLES), 1 + random.nextInt(BusySchool.COPIES));
        }

        private <T> T any(List<T> all) {
            return all.get(random.nextInt(all.size()));
        }
    }

    /** The last of what was told is asked once more: those that were told something else. */
    private List<Told> replay() throws InterruptedException {
        var all = List.copyOf(history);
        var others = new ArrayList<Told>();
        for (var told : all.subList(Math.max(0, all.size() - AGAIN), all.size())) {
            var refusedPayment = told.wish().what().equals("pay") && told.is("REFUSED");
            if (refusedPayment) continue;
            var again = told.by().send(told.wish());
            if (!again.said().equals(told.said()) && !again.is("FORGOTTEN")) others.add(again);
        }
        return others;
    }

    /** Search has heard of everything (I7). */
    private static void quiet(BusySchool school) throws InterruptedException {
        CarrelProcess.await(
                Duration.ofSeconds(60), () -> school.number("select count(*) from catalog_change_waiting") == 0);
    }

    private void everythingThatWasToldIsThereOnce(BusySchool school) { // I1, I4
        assertThat(school.number("select count(*) from loan")).isEqualTo(told("CHECKED_OUT"));
        assertThat(school.number("select count(*) from loan_event where kind = 'lent'"))
                .isEqualTo(told("CHECKED_OUT"));
        assertThat(school.number("select count(*) from loan_event where kind = 'renewed'"))
                .isEqualTo(told("RENEWED"));
        assertThat(school.number("select count(*) from loan_event where kind = 'returned'"))
                .isEqualTo(told("RETURNED"));
        assertThat(school.number("select count(*) from loan_event where kind = 'undone'"))
                .isEqualTo(told("UNDONE"));
        assertThat(school.number("select count(*) from hold")).isEqualTo(leadTo("done=place"));
        assertThat(school.number("select count(*) from hold_event where kind = 'cancelled'"))
                .isEqualTo(leadTo("done=cancel"));
        var payments = leadTo("done=payment");
        assertThat(school.number("select count(*) from fee_act")).isEqualTo(payments);
        var sum = school.database.read(connection ->
                Sql.first(connection, "select coalesce(sum(total), 0) from fee_act", row -> row.getBigDecimal(1)));
        assertThat(sum.orElseThrow()).isEqualByComparingTo(PAID.multiply(BigDecimal.valueOf(payments)));
        assertThat(school.answers("select request_id, 'paid' from fee_act").keySet())
                .containsExactlyInAnyOrderElementsOf(
                        requests(told -> told.wish().what().equals("pay") && !told.is("REFUSED")));
        var answers = school.answers("select request_id, coalesce(json_value(answer, '$.act'), '') from desk_request");
        assertThat(answers.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        requests(told -> !told.wish().what().equals("pay")));
        for (var told : history) {
            var stored = answers.getOrDefault(told.wish().request().toString(), "");
            if (!stored.isEmpty()) assertThat(stored).as(told.toString()).isEqualTo(told.said());
        }
        assertThat(List.of(told("CHECKED_OUT"), told("RENEWED"), told("RETURNED"), told("UNDONE"), payments))
                .as("everything happens: %s", counts())
                .allMatch(count -> count > 0);
    }

    private List<String> requests(Predicate<Told> which) {
        return history.stream()
                .filter(which)
                .map(told -> told.wish().request().toString())
                .toList();
    }

    private long told(String act) {
        return history.stream().filter(told -> told.is(act)).count();
    }

    private long leadTo(String where) {
        return history.stream().filter(told -> told.said().contains(where)).count();
    }

    private void print(long seed) {
        var all = history.stream().mapToLong(Told::nanos).sorted().toArray();
        var undisturbed = history.stream()
                .filter(told -> told.tries() == 1)
                .mapToLong(Told::nanos)
                .sorted()
                .toArray();
        System.out.printf(
                Locale.ROOT,
                "load: %,d operations at %d desks, %d connections killed, database back after %d ms and, killed, %d ms; "
                        + "until told p50 %.0f ms, p99 %.0f ms, the slowest %.0f ms; %,d at the first try p50 %.0f ms, p99 %.0f ms; seed %d; %s%n",
                all.length,
                CLIENTS,
                killed.get(),
                away.get(1).toMillis(),
                away.get(2).toMillis(),
                at(all, 50),
                at(all, 99),
                at(all, 100),
                undisturbed.length,
                at(undisturbed, 50),
                at(undisturbed, 99),
                seed,
                counts());
    }

    private String counts() {
        return List.of("CHECKED_OUT", "RETURNED", "RENEWED", "UNDONE", "REFUSED").stream()
                        .map(act -> act + " " + told(act))
                        .reduce("", (one, other) -> one + other + ", ")
                + "holds " + leadTo("done=place") + ", cancelled " + leadTo("done=cancel") + ", payments "
                + leadTo("done=payment");
    }

    private static double at(long[] sorted, double percent) {
        return sorted[(int) ((sorted.length - 1) * percent / 100)] / 1e6;
    }
}
