package org.carrel.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.carrel.cli.ServerJvm;
import org.carrel.cli.TestDatabase;

/**
 * A console's export of a district: for the first time, the same again, with one device in twenty changed, and that one taken back.
 * Each in a JVM of its own with little memory; at last beside a desk that lends. How to read it: src/docs/benchmarks.md.
 */
public final class DeviceBenchmark {
    private static final String HEAP = "-Xmx128m";
    /** For the desk that lends meanwhile. */
    private static final int RECORDS = 5_000;

    private static final int SCANS = 4_000;
    private static final Duration WARM = Duration.ofSeconds(30);
    private static final Duration ALONE = Duration.ofSeconds(30);

    private final Path work;
    private final BenchJvm jvm;
    private final int devices = Integer.getInteger("bench.people", 20_000);

    private DeviceBenchmark(Path work) {
        this.work = work;
        this.jvm = new BenchJvm(HEAP, work);
    }

    /** Argument: a directory that may be deleted. */
    public static void main(String[] arguments) throws Exception {
        var only = List.of(System.getProperty("bench.only", "all").split(","));
        if (!only.contains("all") && !only.contains("devices")) return;
        var work = Path.of(arguments[0]).toAbsolutePath();
        BenchServer.delete(work);
        Files.createDirectories(work);
        new DeviceBenchmark(work).run();
    }

    private void run() throws Exception {
        var first = write(work.resolve("first.csv"), devices, 0);
        var changed = write(work.resolve("changed.csv"), devices, 20);
        var few = write(work.resolve("few.csv"), devices / 10, 0);
        print("%,d devices; every JVM with %s", devices, HEAP);
        print(Measured.head());
        try (var server = BenchServer.start(work.resolve("few-devices"))) {
            stage("devices, a tenth of them", "take", server, few);
        }
        try (var server = BenchServer.start(work.resolve("devices"))) {
            stage("devices, first", "take", server, first);
            stage("devices, unchanged", "take", server, first);
            stage("devices, 5 % changed", "take", server, changed);
            stage("devices, taken back", "undo", server, changed);
        }
        whileADeskLends(first, changed);
    }

    /** A desk of the running program lends all the time; beside it the same lists are taken in by command. */
    private void whileADeskLends(Path first, Path changed) throws Exception {
        var records = work.resolve("records.mrc");
        new RecordGenerator(1, 0).write(records, RECORDS);
        var session = work.resolve("session");
        try (var server = BenchServer.start(work.resolve("lending"))) {
            circulation(server, "seed", records);
            circulation(server, "session", session);
            try (var product = BenchProduct.start(TestDatabase.JAR, server, work.resolve("product.log"))) {
                product.awaitReady();
                var codes = CirculationStage.scans(server.access(), SCANS);
                var desk = new DeskMeanwhile(product.desk(Files.readString(session)), codes);
                desk.during(() -> pause(WARM));
                print(
                        "%s, nothing else at work",
                        desk.during(() -> pause(ALONE)).line());
                meanwhile(desk, "beside a desk, first", server, first);
                meanwhile(desk, "beside a desk, unchanged", server, first);
                meanwhile(desk, "beside a desk, 5 % changed", server, changed);
            }
        }
    }

    private void meanwhile(DeskMeanwhile desk, String name, BenchServer server, Path file) throws Exception {
        var waited = desk.during(() -> {
            stage(name, "take", server, file);
            return null;
        });
        print("%s, %s", waited.line(), name);
    }

    private static Void pause(Duration time) throws InterruptedException {
        Thread.sleep(time);
        return null;
    }

    private void circulation(BenchServer server, String job, Path argument) throws IOException, InterruptedException {
        var access = server.access();
        var line = new ArrayList<>(ServerJvm.options());
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), CirculationStage.class.getName(), job));
        line.addAll(
                List.of(argument.toString(), server.home().toString(), access.url(), access.user(), access.password()));
        jvm.run(line);
    }

    /** @param every one device in so many was seen later, by somebody else, under another system; 0 for none */
    private static Path write(Path file, int devices, int every) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            out.write(
                    "deviceId,annotatedAssetId,annotatedLocation,annotatedUser,autoUpdateExpiration,lastEnrollmentTime,"
                            + "lastSync,macAddress,model,notes,orgUnitPath,osVersion,serialNumber,status,recentUsers\n");
            for (var at = 1; at <= devices; at++) row(out, at, every > 0 && at % every == 0);
        }
        return file;
    }

    private static void row(Writer out, int at, boolean changed) throws IOException {
        out.write(String.format(
                Locale.ROOT,
                "00000000-0000-4000-8000-%012d,CB-%06d,Cart %d,,2031-06-01,2025-08-04T15:02:11.000Z,2026-11-2%dT17:40:12.000Z,"
                        + "02005e%06x,Example Chromebook %d,,/Students/%d,%s,5CD%08d,ACTIVE,user%d@students.example.org%n",
                at,
                at,
                at % 600,
                changed ? 1 : 0,
                at,
                at % 12,
                at % 40,
                changed ? "131.0.6778.85" : "130.0.6723.116",
                at,
                changed ? at + 1 : at));
    }

    private void stage(String name, String job, BenchServer server, Path file)
            throws IOException, InterruptedException {
        var line = new ArrayList<>(ServerJvm.options());
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), DeviceStage.class.getName(), job));
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
