package org.carrel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Starts one JVM after the other.
 *
 * @param heap option for the largest heap
 * @param work where the output of the last one stays
 */
record BenchJvm(String heap, Path work) {
    private static final int LOOK_MILLIS = 100;

    /** What it printed. */
    List<String> run(List<String> line) throws IOException, InterruptedException {
        runWatched(line);
        return Files.readAllLines(log());
    }

    /** The processor time that it took, looked at until its end. */
    Duration runWatched(List<String> line) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(heap);
        command.addAll(List.of(System.getProperty("bench.options", "").split(" ")));
        command.removeIf(String::isEmpty);
        command.addAll(line);
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
        var cpu = Duration.ZERO;
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            cpu = process.info().totalCpuDuration().orElse(cpu);
        }
        if (process.exitValue() != 0) throw new IllegalStateException("Failed; see " + log());
        return cpu;
    }

    private Path log() {
        return work.resolve("last.log");
    }
}
