package org.carrel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollingFileTest {
    @TempDir
    Path directory;

    @Test
    void neverTakesMoreRoomThanFourFiles() throws IOException {
        var file = directory.resolve("server.log");
        try (var log = new RollingFile(file, 100)) {
            for (var line = 0; line < 1000; line++) log.write("line " + line);
        }
        try (var files = Files.list(directory)) {
            assertThat(files).hasSize(4).allSatisfy(part -> assertThat(Files.size(part))
                    .isLessThan(120));
        }
        assertThat(Files.readString(file)).endsWith("line 999\n");
    }

    @Test
    void goesOnWhereItWas() throws IOException {
        var file = directory.resolve("server.log");
        for (var start = 0; start < 2; start++) {
            try (var log = new RollingFile(file)) {
                log.write("start " + start);
            }
        }
        assertThat(Files.readString(file)).isEqualTo("start 0\nstart 1\n");
    }

    /** So that nothing stays for ever in a log that hardly grows. */
    @Test
    void aWeekOldFileIsClosed() throws IOException {
        var file = directory.resolve("server.log");
        var later = Clock.offset(Clock.systemUTC(), Duration.ofDays(8));
        try (var log = new RollingFile(file, 100)) {
            log.write("old");
        }
        try (var log = new RollingFile(file, 100, later)) {
            log.write("new");
            log.write("newer");
        }
        assertThat(Files.readString(file)).isEqualTo("new\nnewer\n");
        assertThat(Files.readString(directory.resolve("server.log.1"))).isEqualTo("old\n");
    }
}
