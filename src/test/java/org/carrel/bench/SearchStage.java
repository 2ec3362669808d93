package org.carrel.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.carrel.platform.DatabaseSettings;

/** Asks the engine in a JVM of its own, with the index and the database that an import before it left. */
public final class SearchStage {
    private static final int EACH = 500;
    private static final int NEW_TITLES = 20;
    /** The index is put in order in the first quiet moments. */
    private static final Duration QUIET = Duration.ofSeconds(15);

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final MediaCenterInside center;
    private final SearchQuestions questions;

    private SearchStage(MediaCenterInside center, SearchQuestions questions) {
        this.center = center;
        this.questions = questions;
    }

    /** Arguments: file of questions, directory of the index, then address, user and password of a database. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var access = new DatabaseSettings(arguments[2], arguments[3], arguments[4]);
        try (var center = MediaCenterInside.open(access, Path.of(arguments[1]))) {
            center.catchUp();
            awaitQuiet(Path.of(arguments[1]));
            var stage = new SearchStage(center, SearchQuestions.read(Path.of(arguments[0])));
            stage.latencies();
            if (arguments.length > 5) stage.newTitles(Path.of(arguments[5]), Integer.parseInt(arguments[6]));
        }
    }

    private static void awaitQuiet(Path index) throws IOException, InterruptedException {
        var opened = FileTime.from(Instant.now());
        for (var changed = opened;
                changed.toInstant().plus(QUIET).isAfter(Instant.now());
                changed = changed(index, opened)) Thread.sleep(1000);
    }

    private static FileTime changed(Path index, FileTime least) throws IOException {
        try (var files = Files.walk(index)) {
            return files.map(file -> file.toFile().lastModified())
                    .map(FileTime::fromMillis)
                    .reduce(least, (one, other) -> one.compareTo(other) > 0 ? one : other);
        } catch (UncheckedIOException e) {
            return FileTime.from(Instant.now()); // a file went away just now
        }
    }

    private void latencies() throws InterruptedException {
        // in the order of plain Lucene's run: two clients last
        for (var kind : new String[] {"common", "and2", "rare", "phrase", "fuzzy"})
            report("engine, " + kind + " x1", 1, center::findInIndex, kind);
        report("engine, words x2", 2, center::findInIndex, "common", "and2", "rare");
        report("engine with copies, words x2", 2, center::find, "common", "and2", "rare");
        report("type-ahead, beginnings x2", 2, center::suggest, "prefix");
    }

    private void report(String name, int clients, Asking.Question question, String... kinds)
            throws InterruptedException {
        var texts = questions.of(kinds);
        new Asking(clients, EACH).of(texts, question);
        System.out.println(
                "search " + new Asking(clients, EACH).of(texts, question).line(name));
    }

    /** From the end of an import of one record until a search finds its title. */
    private void newTitles(Path file, int first) throws IOException, InterruptedException {
        var longest = 0L;
        for (var i = 0; i < NEW_TITLES; i++) {
            new RecordGenerator(1, 0).write(file, first + i, 1);
            var isbn = isbn(file);
            center.importFile(file, count -> {});
            var began = System.nanoTime();
            while (center.find(isbn) == 0) {
                if (System.nanoTime() - began > LONGEST.toNanos()) throw new IllegalStateException("Never found");
                Thread.sleep(1);
            }
            longest = Math.max(longest, System.nanoTime() - began);
        }
        Files.delete(file);
        System.out.println(String.format(
                Locale.ROOT,
                "search a new title is found after %.0f ms at the latest, of %d",
                longest / 1e6,
                NEW_TITLES));
    }

    private static String isbn(Path file) throws IOException {
        try (var records = new RawRecords(file)) {
            return RawRecords.text(records.next(), "020").replaceAll("\\D*(\\d{13}).*", "$1");
        }
    }
}
