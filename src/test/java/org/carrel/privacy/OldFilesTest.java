package org.carrel.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OldFilesTest {
    private static final Instant NOW = Instant.parse("2026-03-31T03:30:00Z");
    private static final Instant BEFORE = NOW.minus(Duration.ofDays(30));

    @TempDir
    Path directory;

    private Path file(String name, int daysAgo) throws IOException {
        var file = Files.writeString(directory.resolve(name), "a line\n");
        return Files.setLastModifiedTime(file, FileTime.from(NOW.minus(Duration.ofDays(daysAgo))));
    }

    @Test
    void aLogThatIsFullGoesBeforeItsOldestLineIsTooOld() throws IOException { // PR-3
        var kept = file("server.log.1", 22);
        var gone = file("server.log.2", 24);
        assertThat(OldFiles.forgetLogs(directory, BEFORE)).isEqualTo(1);
        assertThat(kept).exists();
        assertThat(gone).doesNotExist();
    }

    @Test
    void aLogThatSomebodyHasOpenIsEmptiedAndGoesOn() throws IOException {
        var old = file("carrel.log", 31);
        var open = file("server.log", 29);
        assertThat(OldFiles.forgetLogs(directory, BEFORE)).isEqualTo(1);
        assertThat(old).isEmptyFile();
        assertThat(open).isNotEmptyFile();
        Files.setLastModifiedTime(old, FileTime.from(NOW.minus(Duration.ofDays(31))));
        assertThat(OldFiles.forgetLogs(directory, BEFORE)).as("a second time").isZero();
    }

    @Test
    void whatIsNoLogStays() throws IOException {
        var other = file("serve.pid", 100);
        assertThat(OldFiles.forgetLogs(directory, BEFORE)).isZero();
        assertThat(other).exists();
        assertThat(OldFiles.forgetLogs(directory.resolve("none"), BEFORE)).isZero();
    }

    @Test
    void aFileThatNobodyChangedGoes() throws IOException {
        var old = file("a.zip", 31);
        var kept = file("b.zip", 29);
        assertThat(OldFiles.forget(directory, BEFORE)).isEqualTo(1);
        assertThat(old).doesNotExist();
        assertThat(kept).exists();
    }
}
