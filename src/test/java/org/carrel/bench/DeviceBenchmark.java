package org.carrel.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.carrel.cli.ServerJvm;

/**
 * A console's export of a district: for the first time, the same again, with one device in twenty changed, and that one taken back.
 * Each in a JVM of its own with little memory. How to read it: src/docs/benchmarks.md.
 */
public final class DeviceBenchmark {
    private static final String HEAP = "-Xmx128m";

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
