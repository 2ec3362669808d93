package org.carrel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.carrel.cli.ServerJvm;

/**
 * Check-outs at eight desks at once, beside the bare transaction where the caller has it, and one desk over HTTP. How to read it:
 * src/docs/benchmarks.md.
 */
public final class CirculationBenchmark {
    private static final String HEAP = "-Xmx512m";
    private static final int RECORDS = 80_000;
    private static final int ROUNDS = 3;

    private final Path work;
    private final BenchJvm jvm;

    private CirculationBenchmark(Path work) {
        this.work = work;
        this.jvm = new BenchJvm(HEAP, work);
    }

    /** Arguments: a directory that may be deleted, and carrel.jar. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var only = List.of(System.getProperty("bench.only", "all").split(","));
        if (!only.contains("all") && !only.contains("circulation")) return;
        var work = Path.of(arguments[0]).toAbsolutePath();
        BenchServer.delete(work);
        Files.createDirectories(work);
        new CirculationBenchmark(work).run(Path.of(arguments[1]));
    }

    private void run(Path jar) throws IOException, InterruptedException {
        var file = work.resolve("records.mrc");
        new RecordGenerator(1, 0).write(file, RECORDS);
        var yardstick = Yardstick.ofThisRun();
        print("%,d records; every JVM with %s", RECORDS, HEAP);
        try (var server = BenchServer.start(work.resolve("circulation"));
                var bare = BenchServer.start(work.resolve("bare"))) {
            stage(server, "seed", file.toString());
            if (yardstick.isPresent()) {
                jvm.run(yardstick.get().schema(bare.access()));
                jvm.run(yardstick.get().load(bare.access(), file));
                jvm.run(yardstick.get().people(bare.access(), CirculationStage.PEOPLE));
            }
            for (var round = 0; round < ROUNDS; round++) {
                stage(server, "desks", String.valueOf(CirculationStage.DESKS));
                if (yardstick.isPresent())
                    jvm.run(yardstick.get().desks(bare.access(), CirculationStage.DESKS)).stream()
                            .filter(line -> line.startsWith("circ "))
                            .forEach(line -> print("bare transaction: %s", line));
            }
            stage(server, "desks", "1");
            stage(server, "session", work.resolve("session").toString());
            var log = work.resolve("product.log");
            try (var product = BenchProduct.start(jar, server, log)) {
                product.awaitReady();
                var session = Files.readString(work.resolve("session"));
                print("http %s", product.scans(session, CirculationStage.scans(server.access(), 2_000)));
            }
        }
    }

    private void stage(BenchServer server, String job, String argument) throws IOException, InterruptedException {
        var access = server.access();
        var line = new ArrayList<>(ServerJvm.options());
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), CirculationStage.class.getName(), job));
        line.addAll(List.of(argument, server.home().toString(), access.url(), access.user(), access.password()));
        jvm.run(line).stream().filter(said -> said.startsWith("circulation ")).forEach(said -> print("%s", said));
    }

    private static void print(String format, Object... details) {
        System.out.println(String.format(Locale.ROOT, format, details));
    }
}
