package org.carrel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why the database did not start, in a sentence. */
class MariaDbLogTest {
    @TempDir
    Path directory;

    @Test
    void theLastErrorThatSaysSomethingIsNamed() throws IOException {
        assertThat(sentence("""
                        2026-11-30 15:31:50 0 [Note] Starting
                        2026-11-30 15:31:51 0 [ERROR] InnoDB: Unable to lock ./ibdata1 error: 11
                        2026-11-30 15:31:51 0 [ERROR] Aborting
                        """))
                .startsWith("It did not start: InnoDB: Unable to lock ./ibdata1 error: 11. Its log is ");
    }

    @Test
    void aFullDiskIsCalledOne() throws IOException {
        assertThat(sentence("[ERROR] mariadbd: Error writing file (Errcode: 28 \"No space left on device\")\n"))
                .isEqualTo("It did not start: the disk is full. Free some space and start again.");
    }

    @Test
    void withoutAnErrorTheLogIsNamed() throws IOException {
        assertThat(sentence("")).isEqualTo("It did not start. Its log is " + directory.resolve("server.log") + ".");
    }

    private String sentence(String log) throws IOException {
        return MariaDbLog.sentence("It did not start", Files.writeString(directory.resolve("server.log"), log));
    }
}
