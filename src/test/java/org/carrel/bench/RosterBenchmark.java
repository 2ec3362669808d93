package org.carrel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.carrel.cli.ServerJvm;

/**
 * A roster of a district: for the first time, the same again, with one in twenty people changed, and that one taken back. Each
 * in a JVM of its own; then in the server, while its kiosks are asked. How to read it: src/docs/benchmarks.md.
 */
public final class RosterBenchmark {
    private static final String HEAP = "-Xmx512m";

    private final Path work;
    private final BenchJvm jvm;
    private final int people = Integer.getInteger("bench.people", 20_000);

    private RosterBenchmark(Path work) {
        this.work = work;
        this.jvm = new BenchJvm(HEAP, work);
    }

    /** Argument: a directory that may be deleted. */
    public static void main(String[] arguments) throws Exception {
        var only = List.of(System.getProperty("bench.only", "all").split(","));
        if (!only.contains("all") && !only.contains("roster")) return;
        var work = Path.of(arguments[0]).toAbsolutePath();
        BenchServer.delete(work);
        Files.createDirectories(work);
        new RosterBenchmark(work).run();
    }

    private void run() throws Exception {
        var generator = new RosterGenerator(people);
        var first = generator.write(work.resolve("first.zip"), 0);
        var changed = generator.write(work.resolve("changed.zip"), 20);
        print("%,d people, %,d places in classes; every JVM with %s", people, generator.places(), HEAP);
        if (!Boolean.getBoolean("bench.collect")) alone(first, changed);
        new RosterInside(work, jvm).run(first, changed);
    }

    private void alone(Path first, Path changed) throws Exception {
        print(Measured.head());
        try (var server = BenchServer.start(work.resolve("roster"))) {
            stage("roster, first", "take", server, first);
            stage("roster, unchanged", "take", server, first);
            stage("roster, 5 % changed", "take", server, changed);
            stage("roster, taken back", "undo", server, changed);
        }
    }

    private void stage(String name, String job, BenchServer server, Path file)
            throws IOException, InterruptedException {
        var line = new ArrayList<>(ServerJvm.options());
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), RosterStage.class.getName(), job));
        var access = server.access();
        line.addAll(List.of(file.toString(), access.url(), access.user(), access.password()));
        var before = server.cpu();
        var output = jvm.run(line);
        var measured = Measured.in(output).orElseThrow();
        print("%s", measured.row(name, server.cpu().minus(before).toMillis()));
    }

    private static void print(String format, Object... details) {
        System.out.println(String.format(Locale.ROOT, format, details));
    }
}
