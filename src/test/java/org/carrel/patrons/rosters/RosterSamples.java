package org.carrel.patrons.rosters;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The rosters that stand beside the project, and small ones made by tests. */
public final class RosterSamples {
    private static final Path FOLDER = Path.of(System.getProperty("carrel.test.shared", "../shared"), "rosters");

    private RosterSamples() {}

    /** Skips the test aloud when the samples are not there. */
    public static Path file(String name) {
        var file = FOLDER.resolve(name);
        assumeTrue(Files.exists(file), "SKIPPED: the sample rosters are not beside the project at " + FOLDER);
        return file;
    }

    /** The bulk roster with another list of users. */
    public static Path withUsers(Path folder, String variant) {
        try {
            for (var part : List.of("manifest", "orgs", "academicSessions", "courses", "classes", "enrollments")) {
                Files.copy(file("oneroster-1.1-bulk/" + part + ".csv"), folder.resolve(part + ".csv"));
            }
            Files.copy(file("variants/" + variant), folder.resolve("users.csv"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A zip file with these files. */
    public static Path zip(Path file, Map<String, String> members) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var member : new LinkedHashMap<>(members).entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue().getBytes(StandardCharsets.UTF_8));
            }
            zip.finish();
            return Files.write(file, bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
