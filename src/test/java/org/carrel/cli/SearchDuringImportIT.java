package org.carrel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.carrel.fixtures.inside.TestMarc;
import org.carrel.platform.CarrelHome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two kiosks search while 20,000 records come in, 200 of which they had in an earlier form: they see the earlier form or the
 * new one, whole, and never go back from the new one.
 */
class SearchDuringImportIT {
    private static final int RECORDS = 20_000;
    private static final int WATCHED = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS) // the server's log says why
    static Path directory;

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicBoolean over = new AtomicBoolean();
    private int port;

    /** The two forms of a watched record. */
    private enum Form {
        EARLIER("As it was.", "Oldhand"),
        NEW("As it is.", "Newhand");

        private final String summary;
        private final String author;

        Form(String summary, String author) {
            this.summary = summary;
            this.author = author;
        }
    }

    @BeforeAll
    static void onlyWithThePackagedJar() {
        assumeTrue(Files.exists(CarrelProcess.JAR), "target/carrel.jar is missing: run mvn package first");
    }

    @Test
    void kiosksSeeTheOldOrTheNewStateNeverHalfOfIt() throws Exception {
        port = CarrelProcess.freePort();
        var home = directory.resolve("home");
        SharedPrograms.lend(new CarrelHome(home));
        try (var server = CarrelProcess.start(home, "serve", "--port", String.valueOf(port));
                var kiosks = Executors.newFixedThreadPool(2)) {
            assertThat(server.awaitOpen()).as(server.output()).isTrue();
            importFile(home, watched(new TestMarc(), Form.EARLIER).file());
            assertThat(CarrelProcess.await(PATIENCE, () -> total() == WATCHED)).isTrue();

            var looking = List.of(kiosks.submit(kiosk(1)), kiosks.submit(kiosk(7)));
            importFile(home, everything());
            assertThat(CarrelProcess.await(PATIENCE, () -> form(WATCHED - 1) == Form.NEW))
                    .as("the new state is seen in the end")
                    .isTrue();
            over.set(true);
            for (var kiosk : looking)
                assertThat(kiosk.get()).as("rounds of one kiosk").isPositive();
            for (var number = 0; number < WATCHED; number++)
                assertThat(form(number)).isEqualTo(Form.NEW);
        } finally {
            over.set(true);
        }
    }

    /** How many rounds it made; the last one begins after the import has been seen whole. */
    private Callable<Integer> kiosk(int step) {
        return () -> {
            var seen = new Form[WATCHED];
            var rounds = 0;
            for (var ended = false; !ended; rounds++) {
                ended = over.get();
                for (var i = 0; i < WATCHED; i++) look(i * step % WATCHED, seen);
                assertThat(total())
                        .as("records with the word that both forms have")
                        .isEqualTo(WATCHED);
            }
            return rounds;
        };
    }

    private void look(int number, Form[] seen) {
        var form = form(number);
        if (seen[number] == Form.NEW) assertThat(form).as("once it was new").isEqualTo(Form.NEW);
        seen[number] = form;
        if (number % 10 == 0) assertThat(get("/search?q=" + isbn(number))).contains("Watched number " + number);
    }

    /** The form in which the only record with this ISBN is found. */
    private Form form(int number) {
        var answer = search(isbn(number));
        var hits = answer.getJsonArray("hits");
        assertThat(hits).as("records with ISBN %s", isbn(number)).hasSize(1);
        var hit = hits.getJsonObject(0);
        var form = hit.getString("author").contains(Form.NEW.author) ? Form.NEW : Form.EARLIER;
        assertThat(hit.getString("title")).isEqualTo(title(number));
        assertThat(hit.getString("summary")).isEqualTo(form.summary);
        assertThat(hit.getString("author")).contains(form.author);
        return form;
    }

    private int total() {
        return search("watchedbytwo").getInt("total");
    }

    private JsonObject search(String text) {
        try (var reader = Json.createReader(new StringReader(get("/api/v1/catalog/search?q=" + text)))) {
            return reader.readObject();
        }
    }

    private String get(String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .timeout(Duration.ofSeconds(30))
                    .build();
            var answer = http.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            return answer.body();
        } catch (IOException e) {
            throw new AssertionError(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static void importFile(Path home, Path file) throws IOException, InterruptedException {
        try (var job = CarrelProcess.start(home, "import", "--site", "ELEM", "--commit", file.toString())) {
            assertThat(job.awaitExit(PATIENCE)).as(job.output()).isZero();
        }
    }

    private static Path everything() {
        var marc = new TestMarc();
        for (var number = WATCHED; number < RECORDS; number++)
            marc.book("other" + number, "Other number " + number, "=100  1\\$aSomebody, " + number % 97);
        return watched(marc, Form.NEW).file();
    }

    private static TestMarc watched(TestMarc marc, Form form) {
        for (var number = 0; number < WATCHED; number++)
            marc.book(
                    "watched" + number,
                    title(number),
                    "=020  \\\\$a" + isbn(number),
                    "=100  1\\$a" + form.author + ", Mary",
                    "=520  \\\\$a" + form.summary,
                    "=500  \\\\$aWatchedbytwo");
        return marc;
    }

    private static String title(int number) {
        return "Watched number " + number;
    }

    private static String isbn(int number) {
        var digits = String.format(Locale.ROOT, "978%09d", 100_000 + number);
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        return digits + (10 - sum % 10) % 10;
    }
}
