package org.carrel.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** How much is alive in the server after each collection, as its own log of the collector says. */
final class ServerHeap {
    private static final Pattern COLLECTION = Pattern.compile("Pause .* (\\d+)M->(\\d+)M\\((\\d+)M\\)");

    private final Path folder;

    ServerHeap(Path folder) {
        this.folder = folder;
    }

    /** What the process, and those it starts, are to be told. */
    Map<String, String> environment() {
        return Map.of("JAVA_TOOL_OPTIONS", "-Xlog:gc:file=" + folder.resolve("gc-%p.log"));
    }

    /** Collections so far. */
    int count() throws IOException {
        return alive().size();
    }

    /** Megabytes after each collection, one after the other. */
    List<Long> alive() throws IOException {
        return Files.readAllLines(log()).stream()
                .map(COLLECTION::matcher)
                .filter(matcher -> matcher.find())
                .map(matcher -> Long.parseLong(matcher.group(2)))
                .toList();
    }

    /** Megabytes that are alive now: the server collects everything first. */
    long now() throws IOException, InterruptedException {
        var number = String.valueOf(log().getFileName()).replaceAll("\\D", "");
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var before = count();
        new ProcessBuilder(jcmd, number, "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        while (count() == before) Thread.sleep(20);
        return alive().getLast();
    }

    /** The most after a full collection since then: what was held, without what was not found dead yet. 0 when there was none. */
    long mostHeld(int since) throws IOException {
        return Files.readAllLines(log()).stream()
                .map(COLLECTION::matcher)
                .filter(matcher -> matcher.find())
                .skip(since)
                .filter(matcher -> matcher.group().startsWith("Pause Full"))
                .mapToLong(matcher -> Long.parseLong(matcher.group(2)))
                .max()
                .orElse(0);
    }

    /** Collects everything about once in a second until it is closed. */
    AutoCloseable looks() {
        var looking = new AtomicBoolean(true);
        var thread = Thread.ofPlatform().daemon().start(() -> {
            while (looking.get()) look();
        });
        return () -> {
            looking.set(false);
            thread.join();
        };
    }

    private void look() {
        try {
            now();
            Thread.sleep(500);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The most after a collection since then; 0 when there was none. */
    long most(int since) throws IOException {
        return alive().stream().skip(since).flatMapToLong(LongStream::of).max().orElse(0);
    }

    /** That of the process which collects most: the others only start it. */
    private Path log() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .max(Comparator.comparingLong(file -> file.toFile().length()))
                    .orElseThrow();
        }
    }
}
