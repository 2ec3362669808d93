package org.carrel.catalog.marc;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.carrel.catalog.ControlField;
import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.Subfield;

/** The sample files that stand beside the project, and what reading one of them gives. */
final class Samples {
    static final Path FOLDER = Path.of("..", "shared", "marc");

    private Samples() {}

    static void assumePresent() {
        assumeTrue(Files.isDirectory(FOLDER), "SKIPPED: the sample files are not beside the project at " + FOLDER);
    }

    static Path file(String name) {
        assumePresent();
        return FOLDER.resolve(name);
    }

    /** Everything in a file, to its end. */
    record Contents(List<MarcEntry> entries, List<String> notes) {
        List<MarcEntry.Read> read() {
            return entries.stream()
                    .filter(MarcEntry.Read.class::isInstance)
                    .map(MarcEntry.Read.class::cast)
                    .toList();
        }

        List<MarcEntry.Rejected> rejected() {
            return entries.stream()
                    .filter(MarcEntry.Rejected.class::isInstance)
                    .map(MarcEntry.Rejected.class::cast)
                    .toList();
        }

        List<MarcRecord> records() {
            return read().stream().map(MarcEntry.Read::record).toList();
        }

        String text() {
            var text = new StringBuilder();
            records().forEach(record -> text.append(Samples.text(record)).append('\n'));
            return text.toString();
        }
    }

    static Contents contents(Path file) throws MarcFileRefused {
        return contents(file, ReadLimits.defaults());
    }

    static Contents contents(Path file, ReadLimits limits) throws MarcFileRefused {
        var entries = new ArrayList<MarcEntry>();
        try (var reader = MarcFileReader.open(file, limits)) {
            for (var entry = reader.next(); entry.isPresent(); entry = reader.next()) entries.add(entry.get());
            return new Contents(
                    entries,
                    reader.notes().stream()
                            .map(note -> note.problem().name() + " " + note.place())
                            .toList());
        }
    }

    static String text(MarcRecord record) {
        var text = new StringBuilder();
        for (var field : record.fields()) {
            switch (field) {
                case ControlField control -> text.append(control.data());
                case DataField data ->
                    data.subfields()
                            .forEach(subfield -> text.append(subfield.data()).append(' '));
            }
            text.append('\n');
        }
        return text.toString();
    }

    static String title(MarcRecord record) {
        return record.data("245")
                .flatMap(field -> field.subfields().stream())
                .map(Subfield::data)
                .findFirst()
                .orElse("");
    }

    static List<Path> all(String folder) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
