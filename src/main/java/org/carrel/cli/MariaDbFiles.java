package org.carrel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.carrel.platform.CarrelHome;

/**
 * Where the embedded MariaDB finds its program and keeps its data.
 *
 * @param program the unpacked server: {@code bin} and {@code share}
 */
record MariaDbFiles(Path program, CarrelHome home) {
    Path server() {
        return program.resolve("bin/mariadbd");
    }

    Path share() {
        return program.resolve("share");
    }

    Path data() {
        return home.database().resolve("data");
    }

    Path log() {
        return home.logs().resolve("mariadb.log");
    }

    Path pid() {
        return home.run().resolve("mariadb.pid");
    }

    /** For this server alone: each removes temporary tables that it finds at its start, another server's too. */
    Path temporary() {
        return home.database().resolve("tmp");
    }

    /** Options that hold for the installation and for every start. Nothing is read from the machine's own my.cnf. */
    List<String> command(Path data) throws IOException {
        return List.of(
                server().toString(),
                "--no-defaults",
                "--user=" + System.getProperty("user.name"),
                "--basedir=" + program,
                "--datadir=" + data,
                "--tmpdir=" + Files.createDirectories(temporary()),
                "--lc-messages-dir=" + share(),
                "--plugin-dir=" + program,
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_uca1400_ai_ci");
    }
}
