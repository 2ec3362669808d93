package org.carrel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.carrel.cli.ServerJvm;

/**
 * A site with twenty things and five thousand bookings: its week, how a wish stands, and what can be had instead; then the page over
 * HTTP. How to read it: src/docs/benchmarks.md.
 */
public final class ScheduleBenchmark {
    private static final String HEAP = "-Xmx512m";

    private ScheduleBenchmark() {}

    /** Arguments: a directory that may be deleted, and carrel.jar. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var only = List.of(System.getProperty("bench.only", "all").split(","));
        if (!only.contains("all") && !only.contains("schedule")) return;
        var work = Path.of(arguments[0]).toAbsolutePath();
        BenchServer.delete(work);
        Files.createDirectories(work);
        var session = work.resolve("session");
        try (var server = BenchServer.start(work.resolve("schedule"))) {
            var line = new ArrayList<>(ServerJvm.options());
            line.addAll(List.of(
                    "-cp", System.getProperty("java.class.path"), ScheduleStage.class.getName(), session.toString()));
            var access = server.access();
            line.addAll(List.of(access.url(), access.user(), access.password()));
            new BenchJvm(HEAP, work)
                    .run(line).stream()
                            .filter(said -> said.startsWith("schedule "))
                            .forEach(ScheduleBenchmark::print);
            try (var product = BenchProduct.start(Path.of(arguments[1]), server, work.resolve("product.log"))) {
                product.awaitReady();
                var weeks = ScheduleStage.weeks();
                product.pages("the week, warming", Files.readString(session), weeks, 300);
                print(product.pages("the week", Files.readString(session), weeks, 300));
            }
        }
    }

    private static void print(String text) {
        System.out.println(String.format(Locale.ROOT, "%s", text));
    }
}
