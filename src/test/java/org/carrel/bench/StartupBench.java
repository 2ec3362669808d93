package org.carrel.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * From the start of the process to {@code /health/ready}, beside Payara Micro from its start to the first answer of an
 * empty WAR: in turns, in one run, on one machine. The database runs already; the program was unpacked by a start before.
 */
public final class StartupBench {
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final String java =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private final Path work = Files.createTempDirectory("carrel-bench-");
    private final HttpClient http = HttpClient.newHttpClient();
    private final String carrel;
    private final String payara;

    private StartupBench(String carrel, String payara) throws IOException {
        this.carrel = carrel;
        this.payara = payara;
    }

    /** Arguments: carrel.jar, payara-micro.jar, number of rounds. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var only = List.of(System.getProperty("bench.only", "all").split(","));
        if (!only.contains("all") && !only.contains("start")) return;
        new StartupBench(arguments[0], arguments[1]).run(Integer.parseInt(arguments[2]));
    }

    private void run(int rounds) throws IOException, InterruptedException {
        var keeper = startCarrel("database", freePort(), List.of());
        try {
            await(keeper.process(), keeper.ready());
            var database = database(work.resolve("database"));
            var ours = new ArrayList<Long>();
            var empty = new ArrayList<Long>();
            awaitClasses("database", keeper.process());
            warmUp(database);
            for (var round = 1; round <= rounds; round++) {
                empty.add(measureEmpty());
                ours.add(measureCarrel(database));
                print("round %d: empty WAR %,d ms, Carrel ready %,d ms", round, empty.getLast(), ours.getLast());
            }
            var ratio = (double) median(ours) / median(empty);
            print(
                    "median of %d: Payara Micro with an empty WAR %,d ms, Carrel to /health/ready %,d ms: %.2f times",
                    rounds, median(empty), median(ours), ratio);
        } finally {
            stop(keeper.process());
        }
    }

    /** A first start unpacks the program, and some time later prepares its classes for the next: once a machine. */
    private void warmUp(List<String> database) throws IOException, InterruptedException {
        var started = startCarrel("node", freePort(), database);
        try {
            await(started.process(), started.ready());
            awaitClasses("node", started.process());
        } finally {
            stop(started.process());
        }
    }

    private void awaitClasses(String home, Process process) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + LONGEST.toNanos();
        while (!classesPrepared(home) && System.nanoTime() < deadline) {
            if (process.waitFor(500, TimeUnit.MILLISECONDS)) return;
        }
    }

    private boolean classesPrepared(String home) throws IOException {
        try (var files = Files.walk(work.resolve(home).resolve("runtime"), 2)) {
            return files.anyMatch(file -> file.toString().endsWith(".jsa"));
        }
    }

    private record Started(Process process, String ready) {}

    private long measureCarrel(List<String> database) throws IOException, InterruptedException {
        var began = System.nanoTime();
        var started = startCarrel("node", freePort(), database);
        return measured(started, began);
    }

    private Started startCarrel(String home, int port, List<String> settings) throws IOException {
        var line = new ArrayList<String>(List.of(java));
        line.addAll(settings);
        line.addAll(
                List.of("-jar", carrel, "serve", "--home", work.resolve(home).toString()));
        line.addAll(List.of("--port", String.valueOf(port)));
        return new Started(start(line, home), "http://127.0.0.1:" + port + "/health/ready");
    }

    private long measureEmpty() throws IOException, InterruptedException {
        var port = freePort();
        var loopback = Files.writeString(
                work.resolve("loopback.txt"),
                "set configs.config.server-config.network-config.network-listeners.network-listener.http-listener"
                        + ".address=127.0.0.1\n"
                        + "set configs.config.server-config.hazelcast-config-specific-configuration.enabled=false\n");
        var line = List.of(
                java,
                "-Xmx512m",
                "-jar",
                payara,
                "--nocluster",
                "--nohazelcast",
                "--disablephonehome",
                "--prebootcommandfile",
                loopback.toString(),
                "--port",
                String.valueOf(port),
                "--contextroot",
                "/",
                "--deploy",
                emptyWar().toString());
        var began = System.nanoTime();
        var started = new Started(start(line, "empty"), "http://127.0.0.1:" + port + "/index.html");
        return measured(started, began);
    }

    private long measured(Started started, long began) throws IOException, InterruptedException {
        try {
            await(started.process(), started.ready());
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        } finally {
            stop(started.process());
        }
    }

    private Process start(List<String> line, String name) throws IOException {
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(work.resolve(name + ".log").toFile())
                .start();
    }

    private void await(Process process, String address) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(5))
                .build();
        var deadline = System.nanoTime() + LONGEST.toNanos();
        while (!answers(request)) {
            if (process.waitFor(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("The process ended; its output is in " + work);
            }
            if (System.nanoTime() > deadline) throw new IllegalStateException("No answer from " + address);
        }
    }

    private boolean answers(HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static void stop(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) process.destroyForcibly();
    }

    private static List<String> database(Path home) throws IOException {
        var access = new Properties();
        try (var in = Files.newBufferedReader(home.resolve("run/database.properties"))) {
            access.load(in);
        }
        return List.of(
                "-Dcarrel.db.url=" + access.getProperty("url"),
                "-Dcarrel.db.user=" + access.getProperty("user"),
                "-Dcarrel.db.password=" + access.getProperty("password"));
    }

    private Path emptyWar() throws IOException {
        var war = work.resolve("empty.war");
        try (var zip = new ZipOutputStream(Files.newOutputStream(war))) {
            zip.putNextEntry(new ZipEntry("index.html"));
            zip.write("ok".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return war;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
