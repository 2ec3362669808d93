package org.carrel.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The whole program as a school runs it, asked over HTTP by clients that keep their connections. */
final class BenchProduct implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int EACH = 1000;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process process;
    private final Path log;
    private final String base;

    private BenchProduct(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.base = "http://127.0.0.1:" + port;
    }

    /** With the index of the home directory and a database that runs already; what it says goes into the log. */
    static BenchProduct start(Path jar, BenchServer server, Path log) throws IOException {
        return start(jar, server, log, Map.of());
    }

    /** @param more environment variables */
    static BenchProduct start(Path jar, BenchServer server, Path log, Map<String, String> more) throws IOException {
        var port = freePort();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var line = List.of(
                java,
                "-jar",
                jar.toAbsolutePath().toString(),
                "serve",
                "--home",
                server.home().toString(),
                "--port",
                String.valueOf(port));
        var builder = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "CARREL_DB_URL", server.access().url(),
                        "CARREL_DB_USER", server.access().user(),
                        "CARREL_DB_PASSWORD", server.access().password()));
        builder.environment().putAll(more);
        return new BenchProduct(builder.start(), log, port);
    }

    String base() {
        return base;
    }

    /** As a reader at a kiosk does. Throws when the page is not there. */
    void search(String text) throws IOException, InterruptedException {
        expect(get("/search?q=" + encoded(text)));
    }

    void awaitReady() throws InterruptedException {
        var deadline = System.nanoTime() + LONGEST.toNanos();
        while (!isReady()) {
            if (process.waitFor(200, TimeUnit.MILLISECONDS))
                throw new IllegalStateException("The server ended: " + log);
            if (System.nanoTime() > deadline) throw new IllegalStateException("The server is not ready");
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            return get("/health/ready") == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** The pages of results first as a server that was just started gives them, then as one that ran for a while. */
    List<String> measure(SearchQuestions questions) throws InterruptedException {
        var words = questions.of("common", "and2", "rare");
        var lines = new ArrayList<String>();
        lines.add(pages("page of results, first 500 x2", 500, words));
        lines.add(pages("page of results, warming x2", 8 * EACH, words));
        lines.add(pages("page of results x2", EACH, words));
        lines.add(pages("page of results, misspelled x2", EACH, questions.of("fuzzy")));
        var beginnings = questions.of("prefix");
        new Asking(2, EACH).of(beginnings, this::suggest);
        lines.add("http " + new Asking(2, EACH).of(beginnings, this::suggest).line("type-ahead x2"));
        return lines;
    }

    private String pages(String name, int each, List<String> words) throws InterruptedException {
        return "http " + new Asking(2, each).of(words, this::search).line(name);
    }

    private void suggest(String text) throws IOException, InterruptedException {
        expect(get("/suggest?q=" + encoded(text)));
    }

    /** A desk that works with this session. */
    BenchScans desk(String session) {
        return new BenchScans(http, base, session);
    }

    /** One desk, one scan after the other; the first hundred are not counted. */
    String scans(String session, List<String> codes) throws InterruptedException {
        var desk = desk(session);
        new Asking(1, 100).of(codes.subList(0, 100), desk::scan);
        var next = new AtomicInteger(100);
        var rest = codes.size() - 100;
        return new Asking(1, rest)
                .of(codes, ignored -> desk.scan(codes.get(next.getAndIncrement())))
                .line("scan to answer x1");
    }

    /** Pages as somebody asks for them who is signed in, one after the other. */
    String pages(String name, String session, List<String> paths, int each) throws InterruptedException {
        Asking.Question question = path -> {
            var request = HttpRequest.newBuilder(URI.create(base + path))
                    .header("Cookie", "carrel-session=" + session)
                    .build();
            expect(http.send(request, BodyHandlers.ofByteArray()).statusCode());
        };
        return "http " + new Asking(1, each).of(paths, question).line(name);
    }

    private static void expect(int status) {
        if (status != 200) throw new IllegalStateException("Status " + status);
    }

    private int get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base + path)).build();
        return http.send(request, BodyHandlers.ofByteArray()).statusCode();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
