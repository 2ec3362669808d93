package org.carrel.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.carrel.platform.StartProblem;

/** Makes the system tables of a new embedded database: what MariaDB's own installation script does, but all or nothing. */
final class MariaDbInstallation {
    private static final List<String> SCRIPTS = List.of(
            "mariadb_system_tables.sql",
            "mariadb_performance_tables.sql",
            "mariadb_system_tables_data.sql",
            "maria_add_gis_sp_bootstrap.sql",
            "mariadb_sys_schema.sql");

    private final MariaDbFiles files;

    MariaDbInstallation(MariaDbFiles files) {
        this.files = files;
    }

    /** Does nothing when there is a database already. */
    void ensure() throws IOException, InterruptedException {
        if (Files.isDirectory(files.data())) return;
        var partial = files.data().resolveSibling("data.partial");
        Directories.delete(partial);
        Files.createDirectories(partial);
        Files.createDirectories(files.home().logs());
        install(partial);
        Files.move(partial, files.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void install(Path data) throws IOException, InterruptedException {
        var command = new ArrayList<>(files.command(data));
        command.addAll(
                List.of("--bootstrap", "--log-warnings=0", "--max-allowed-packet=8M", "--net-buffer-length=16K"));
        var log = files.home().logs().resolve("mariadb-install.log");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var fed = feed(process);
        var exit = process.waitFor();
        if (exit != 0 || !fed) throw new StartProblem(MariaDbLog.sentence("The database could not be made", log));
    }

    /** False when the server ended before it had read everything. */
    private boolean feed(Process process) {
        try (var input = process.getOutputStream()) {
            say(input, "create database if not exists mysql;\nuse mysql;\n");
            say(input, "set @auth_root_socket='" + System.getProperty("user.name") + "';\n");
            for (var script : SCRIPTS) Files.copy(files.share().resolve(script), input);
            say(input, "delete from mysql.global_priv where User='' or (User='root' and Host<>'localhost');\n");
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void say(OutputStream input, String statements) throws IOException {
        input.write(statements.getBytes(StandardCharsets.UTF_8));
    }
}
