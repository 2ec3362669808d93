package org.carrel.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.carrel.cli.ServerJvm;
import org.carrel.cli.TestDatabase;

/**
 * How long a search takes, in the engine and over HTTP, beside plain Lucene on the same records and questions, all in one
 * run. What it measures and how to read it: src/docs/benchmarks.md.
 */
public final class SearchBenchmark {
    private static final String HEAP = "-Xmx512m";
    private static final int MORE = 10_000_000;

    private final Path work;
    private final BenchJvm jvm;
    private final int records = Integer.getInteger("bench.records", 100_000);

    private SearchBenchmark(Path work) {
        this.work = work;
        this.jvm = new BenchJvm(HEAP, work);
    }

    /** Argument: a directory that may be deleted. The rest are system properties, {@code bench.…}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var only = List.of(System.getProperty("bench.only", "all").split(","));
        if (!only.contains("all") && !only.contains("search")) return;
        var work = Path.of(arguments[0]).toAbsolutePath();
        BenchServer.delete(work);
        Files.createDirectories(work);
        new SearchBenchmark(work).run(Integer.getInteger("bench.rounds", 1));
    }

    private void run(int rounds) throws IOException, InterruptedException {
        var file = work.resolve("records.mrc");
        new RecordGenerator(1, 0).write(file, records);
        var questions = work.resolve("questions.tsv");
        SearchQuestions.of(file).write(questions);
        System.out.println(String.format(Locale.ROOT, "%,d records; every JVM with %s", records, HEAP));
        try (var server = BenchServer.start(work.resolve("home"))) {
            jvm.run(ImportBenchmark.stageLine("whole", server, file, records));
            var plain = plainIndex(file);
            for (var round = 0; round < rounds; round++) {
                if (plain) print(jvm.run(plainLine("query", questions)), "+facets ");
                print(jvm.run(stageLine(server, questions)), "search");
                overHttp(server, questions);
            }
        }
    }

    private boolean plainIndex(Path file) throws IOException, InterruptedException {
        var yardstick = Yardstick.ofThisRun();
        if (yardstick.isEmpty()) return false;
        jvm.run(List.of(
                "-cp", yardstick.get().classpath(), "LuceneBench", "index", file.toString(), plain(), "2", "64"));
        return true;
    }

    private String plain() {
        return work.resolve("plain").toString();
    }

    private List<String> plainLine(String job, Path questions) {
        var classpath = Yardstick.ofThisRun().orElseThrow().classpath();
        return List.of("-cp", classpath, "LuceneBench", job, plain(), questions.toString(), "500");
    }

    private List<String> stageLine(BenchServer server, Path questions) {
        var line = new ArrayList<>(ServerJvm.options());
        line.addAll(List.of("-cp", System.getProperty("java.class.path", "." + File.pathSeparator)));
        line.addAll(List.of(
                SearchStage.class.getName(),
                questions.toString(),
                server.home().resolve("index").toString(),
                server.access().url(),
                server.access().user(),
                server.access().password(),
                work.resolve("one.mrc").toString(),
                String.valueOf(MORE)));
        return line;
    }

    private void overHttp(BenchServer server, Path questions) throws IOException, InterruptedException {
        try (var product = BenchProduct.start(TestDatabase.JAR, server, work.resolve("serve.log"))) {
            product.awaitReady();
            product.measure(SearchQuestions.read(questions)).forEach(System.out::println);
        }
    }

    private static void print(List<String> output, String mark) {
        output.stream().filter(line -> line.contains(mark)).forEach(System.out::println);
    }
}
