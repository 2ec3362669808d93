package org.carrel.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.carrel.cli.TestDatabase;
import org.carrel.platform.DataSources;
import org.carrel.platform.Database;
import org.carrel.platform.DatabaseSettings;
import org.carrel.security.AccountChange;
import org.carrel.security.AccountResult.Done;
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

/** Rosters that an administrator uploads to the program as a school runs it, while readers ask at its kiosks. */
final class RosterInside {
    private static final int RECORDS = 5_000;
    private static final String PASSWORD = "seven paper lanterns";
    private static final String BOUNDARY = "carrel-bench-boundary";
    /** Then what is held is known exactly, and the times are not those of a school. */
    private static final boolean COLLECT = Boolean.getBoolean("bench.collect");

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Path work;
    private final BenchJvm jvm;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private String cookie = "";

    RosterInside(Path work, BenchJvm jvm) {
        this.work = work;
        this.jvm = jvm;
    }

    void run(Path first, Path changed) throws Exception {
        var records = work.resolve("records.mrc");
        new RecordGenerator(1, 0).write(records, RECORDS);
        var words = SearchQuestions.of(records).of("common", "and2", "rare");
        var logs = Files.createDirectories(work.resolve("gc"));
        var heap = new ServerHeap(logs);
        try (var server = BenchServer.start(work.resolve("inside"))) {
            jvm.run(ImportBenchmark.stageLine("whole", server, records, RECORDS));
            var log = work.resolve("serve.log");
            try (var product = BenchProduct.start(TestDatabase.JAR, server, log, heap.environment())) {
                product.awaitReady();
                cookie = administrator(server.access());
                var kiosk = new KioskMeanwhile(product, words);
                for (var i = 0; i < 500; i++) product.search(words.get(i % words.size()));
                print("kiosk alone", kiosk.during(() -> {
                    Thread.sleep(10_000);
                    return null;
                }));
                stage("in the server, first", product, kiosk, heap, first);
                stage("in the server, unchanged", product, kiosk, heap, first);
                stage("in the server, 5 % changed", product, kiosk, heap, changed);
            }
        }
    }

    private void stage(String name, BenchProduct product, KioskMeanwhile kiosk, ServerHeap heap, Path file)
            throws Exception {
        var before = heap.now();
        var collections = heap.count();
        var wall = new long[1];
        var waited = kiosk.during(() -> {
            try (AutoCloseable looks = COLLECT ? heap.looks() : () -> {}) {
                var began = System.nanoTime();
                take(product, file);
                wall[0] = System.nanoTime() - began;
            }
            return null;
        });
        var most = heap.most(collections);
        var held = heap.mostHeld(collections);
        System.out.println(String.format(
                Locale.ROOT,
                "%-34s %8.1f s   heap before %d MB, at most %d MB after a collection (%d MB after a full one), afterwards %d MB",
                name,
                wall[0] / 1e9,
                before,
                most,
                held,
                heap.now()));
        print(name, waited);
    }

    private static void print(String name, KioskMeanwhile.Waited waited) {
        System.out.println(String.format(Locale.ROOT, "%-34s %s", name, waited.line()));
    }

    private void take(BenchProduct product, Path file) throws IOException, InterruptedException {
        var start = part("source", "", "SIS".getBytes(StandardCharsets.UTF_8));
        var body = new ByteArrayOutputStream();
        body.writeBytes(start);
        body.writeBytes(part("file", "; filename=\"roster.zip\"", Files.readAllBytes(file)));
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        var kind = "multipart/form-data; boundary=" + BOUNDARY;
        var page = location(post(product, "/desk/rosters/upload", kind, body.toByteArray()));
        if (!page.matches("/desk/roster/\\d+")) throw new IllegalStateException("Not looked through: " + page);
        var confirmed = "confirmed=1".getBytes(StandardCharsets.UTF_8);
        location(post(product, page + "/commit", "application/x-www-form-urlencoded", confirmed));
    }

    private static byte[] part(String name, String more, byte[] content) {
        var part = new ByteArrayOutputStream();
        var head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n";
        part.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        part.writeBytes(content);
        part.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        return part.toByteArray();
    }

    private HttpResponse<Void> post(BenchProduct product, String path, String kind, byte[] body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(product.base() + path))
                .timeout(LONGEST)
                .header("Cookie", cookie)
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", kind)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return http.send(request, BodyHandlers.discarding());
    }

    private static String location(HttpResponse<Void> answer) {
        if (answer.statusCode() != 303) throw new IllegalStateException(answer.uri() + ": " + answer.statusCode());
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String administrator(DatabaseSettings access) {
        try (var connections = DataSources.open(access, Duration.ZERO)) {
            var database = new Database(connections);
            var clock = Clock.systemUTC();
            var audit = new AuditTrail(database, clock);
            var accounts = new Accounts(database, clock, audit);
            var settings = new WebSettings(URI.create("http://127.0.0.1"), 1, "Bench");
            var signIn = new SignIn(database, clock, audit, new Sessions(database, clock, audit), settings);
            var root = new Caller(0, "bench", "Bench", Role.ADMIN, Optional.empty());
            var wish = new AccountChange("bench-admin", "Bench", Role.ADMIN, Optional.empty());
            var code = ((Done) accounts.add(root, wish)).code();
            var from = new SignInFrom("192.0.2.1", "", "");
            var in = signIn.byCode("bench-admin", code, new NewPassword(PASSWORD, PASSWORD), from);
            return "carrel-session=" + ((SignedIn) in).session();
        }
    }
}
