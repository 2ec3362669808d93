package org.carrel.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.carrel.fixtures.ShortLife;

/** carrel.jar as a user starts it: a process with arguments, output, exit code and children. */
final class CarrelProcess implements AutoCloseable {
    static final Path JAR = Path.of(System.getProperty("carrel.test.jar", "target/carrel.jar"));
    private static final Duration LONGEST_START = Duration.ofSeconds(180);

    private final Process process;
    private final Path out;
    private final Path err;
    private final List<ProcessHandle> family = new ArrayList<>();

    private CarrelProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /**
     * With those of a {@link ShortLife} too, which the server gets as well.
     *
     * @param options of java: {@code -D…} or {@code -Xmx…}
     */
    static CarrelProcess start(Path java, Path home, List<String> options, List<String> arguments) throws IOException {
        var all = new ArrayList<>(ShortLife.OPTIONS);
        all.addAll(options);
        return startAsSchoolsDo(java, home, all, arguments);
    }

    /** With these options of java only. */
    static CarrelProcess startAsSchoolsDo(Path java, Path home, List<String> options, List<String> arguments)
            throws IOException {
        var directory = Files.createTempDirectory("carrel-it");
        var command = new ArrayList<>(List.of(java.toString()));
        command.addAll(options);
        command.addAll(List.of("-jar", JAR.toString(), "--home", home.toString()));
        command.addAll(arguments);
        var out = directory.resolve("out");
        var err = directory.resolve("err");
        var builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("CARREL_"));
        return new CarrelProcess(builder.start(), out, err);
    }

    static CarrelProcess start(Path home, String... arguments) throws IOException {
        return start(thisJava(), home, List.of(), List.of(arguments));
    }

    static Path thisJava() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    /** Waits for the block that says that everything answers; false when the process ended instead. */
    boolean awaitOpen() throws InterruptedException {
        await(LONGEST_START, () -> text(out).contains("Ctrl-C") || !process.isAlive());
        process.descendants().forEach(family::add);
        family.add(process.toHandle());
        return process.isAlive();
    }

    int awaitExit(Duration patience) throws InterruptedException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS))
            throw new AssertionError("Still runs: " + output());
        return process.exitValue();
    }

    /** As {@code kill PID} does. */
    void terminate() {
        process.toHandle().destroy();
    }

    /** As {@code kill -9 PID} does. */
    void kill() {
        process.toHandle().destroyForcibly();
    }

    /** Every process of it, now and at the time when it opened, that is still alive. */
    List<ProcessHandle> alive() {
        return family.stream().filter(ProcessHandle::isAlive).toList();
    }

    List<Long> pids() {
        return family.stream().map(ProcessHandle::pid).toList();
    }

    boolean goneWithin(Duration patience) throws InterruptedException {
        return await(patience, () -> alive().isEmpty());
    }

    String standardError() {
        return text(err);
    }

    String output() {
        return text(out) + text(err);
    }

    static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
            return client.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    static HttpResponse<String> post(int port, String path, String form) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form));
            return client.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    static boolean await(Duration patience, BooleanSupplier condition) throws InterruptedException {
        for (var end = System.nanoTime() + patience.toNanos(); System.nanoTime() < end; ) {
            if (condition.getAsBoolean()) return true;
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return condition.getAsBoolean();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        family.forEach(ProcessHandle::destroyForcibly);
    }
}
