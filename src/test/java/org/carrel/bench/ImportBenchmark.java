package org.carrel.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.carrel.cli.ServerJvm;
import org.carrel.cli.TestDatabase;

/**
 * The import of a large file with its index, beside what its parts cost at the least, in turns, each in a JVM of its own.
 * What it measures and how to read it: src/docs/benchmarks.md.
 */
public final class ImportBenchmark {
    private static final String HEAP = "-Xmx512m";
    private static final int LARGE = 1_000_000;

    private final Path work;
    private final BenchJvm jvm;
    private final int records = Integer.getInteger("bench.records", 100_000);
    private final Map<String, List<Measured>> results = new LinkedHashMap<>();

    private ImportBenchmark(Path work) {
        this.work = work;
        this.jvm = new BenchJvm(HEAP, work);
    }

    /** Argument: a directory that may be deleted. The rest are system properties, {@code bench.…}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var only = List.of(System.getProperty("bench.only", "all").split(","));
        if (!only.contains("all") && !only.contains("import")) return;
        var work = Path.of(arguments[0]).toAbsolutePath();
        BenchServer.delete(work);
        Files.createDirectories(work);
        new ImportBenchmark(work).run(Integer.getInteger("bench.rounds", 1));
    }

    private void run(int rounds) throws IOException, InterruptedException {
        var first = corpus("first", records, 0);
        var edited = corpus("edited", records, 0.1);
        print("%,d records, %,d MB; every JVM with %s", records, Files.size(first) >> 20, HEAP);
        print(Measured.head());
        for (var round = 0; round < rounds; round++) {
            floors(first);
            yardstick(first);
            product(first, edited);
            commandLine(first);
        }
        if (Boolean.getBoolean("bench.large")) large();
        new Verdict(results).lines().forEach(line -> print("%s", line));
    }

    private Path corpus(String name, int records, double mutated) throws IOException {
        var file = work.resolve(name + "-" + records + ".mrc");
        new RecordGenerator(1, mutated).write(file, records);
        return file;
    }

    private void floors(Path file) throws IOException, InterruptedException {
        try (var server = BenchServer.start(work.resolve("floors"))) {
            stage("read only", "read", server, file, records);
            stage("rows into a table only", "rows", server, file, records);
            stage("plain Lucene only", "lucene", server, file, records);
        }
    }

    private void yardstick(Path file) throws IOException, InterruptedException {
        var yardstick = Yardstick.ofThisRun();
        if (yardstick.isEmpty()) return;
        try (var server = BenchServer.start(work.resolve("yardstick"))) {
            jvm.run(yardstick.get().schema(server.access()));
            var index = server.home().resolve("index");
            var job = yardstick.get().job(server.access(), file, index);
            for (var name : List.of(Verdict.YARDSTICK, Verdict.YARDSTICK_AGAIN)) {
                var before = server.cpu();
                var measured = Yardstick.measured(jvm.run(job));
                report(name, measured, server.cpu().minus(before).toMillis());
            }
        }
    }

    private void product(Path first, Path edited) throws IOException, InterruptedException {
        try (var server = BenchServer.start(work.resolve("product"))) {
            stage(Verdict.WHOLE, "whole", server, first, records);
            stage(Verdict.AGAIN, "whole", server, first, records);
            stage(Verdict.EDITED, "whole", server, edited, records);
            print("index on disk %,d MB", BenchServer.megabytes(server.home().resolve("index")));
            var more = work.resolve("more.mrc");
            new RecordGenerator(1, 0).write(more, records, Math.max(1, records / 2));
            var latency = jvm.run(stageLine("latency", server, more, records));
            latency.stream().filter(line -> line.startsWith("search")).forEach(line -> print("%s", line));
        }
    }

    private void commandLine(Path file) throws IOException, InterruptedException {
        try (var server = BenchServer.start(work.resolve("cli"))) {
            carrel(server, "carrel.jar import --commit", "import", "--site", "BENCH", "--commit", file.toString());
            carrel(server, "carrel.jar reindex", "reindex");
        }
    }

    private void carrel(BenchServer server, String name, String... arguments) throws IOException, InterruptedException {
        var line = new ArrayList<>(
                List.of("-jar", TestDatabase.JAR.toAbsolutePath().toString()));
        line.addAll(List.of("--home", server.home().toString()));
        line.addAll(List.of(arguments));
        var before = server.cpu();
        var began = System.nanoTime();
        var ended = jvm.runWatched(line);
        var wall = (System.nanoTime() - began) / 1_000_000;
        report(
                name,
                Optional.of(new Measured(records, wall, ended.toMillis(), 0)),
                server.cpu().minus(before).toMillis());
    }

    private void large() throws IOException, InterruptedException {
        var file = corpus("large", LARGE, 0);
        try (var server = BenchServer.start(work.resolve("large"))) {
            stage(Verdict.LARGE, "whole", server, file, LARGE);
            print("index on disk %,d MB", BenchServer.megabytes(server.home().resolve("index")));
        }
        Files.delete(file);
    }

    private void stage(String name, String job, BenchServer server, Path file, int expected)
            throws IOException, InterruptedException {
        var before = server.cpu();
        var output = jvm.run(stageLine(job, server, file, expected));
        report(name, Measured.in(output), server.cpu().minus(before).toMillis());
    }

    static List<String> stageLine(String job, BenchServer server, Path file, int expected) {
        var line = new ArrayList<>(ServerJvm.options());
        line.addAll(List.of(
                "-cp",
                classpath(),
                ImportStage.class.getName(),
                job,
                file.toString(),
                server.home().resolve(job.equals("lucene") ? "plain" : "index").toString(),
                String.valueOf(expected),
                server.access().url(),
                server.access().user(),
                server.access().password()));
        return line;
    }

    private static String classpath() {
        return System.getProperty("java.class.path", "." + File.pathSeparator);
    }

    private void report(String name, Optional<Measured> measured, long databaseMillis) {
        if (measured.isEmpty()) throw new IllegalStateException("No result of " + name + "; its output is in " + work);
        results.computeIfAbsent(name, key -> new ArrayList<>()).add(measured.get());
        print("%s", measured.get().row(name, databaseMillis));
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
