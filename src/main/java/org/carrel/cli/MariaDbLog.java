package org.carrel.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Reads from the database server's log why it did not start. */
final class MariaDbLog {
    private static final int TAIL = 200;

    private MariaDbLog() {}

    /** One sentence: what failed, the last error in the log that says something, and where the log is. */
    static String sentence(String what, Path log) {
        var lines = tail(log);
        var all = String.join("\n", lines).toLowerCase(Locale.ROOT);
        if (all.contains("no space left") || all.contains("errno: 28") || all.contains("error: 28")) {
            return what + ": the disk is full. Free some space and start again.";
        }
        if (all.contains("error while loading shared libraries")) {
            return what + ": a library is missing on this machine (" + last(lines, "shared libraries")
                    + "). Install it, or set carrel.db.url to a MariaDB 11.4 server of your own.";
        }
        var errors = lines.stream()
                .filter(line -> !line.strip().endsWith("[ERROR] Aborting"))
                .toList();
        var error = last(errors, "[ERROR]").replaceFirst("^.*\\[ERROR\\]\\s*", "");
        return what + (error.isEmpty() ? "" : ": " + error) + ". Its log is " + log + ".";
    }

    private static String last(List<String> lines, String word) {
        return lines.stream().filter(line -> line.contains(word)).reduce("", (before, line) -> line);
    }

    private static List<String> tail(Path log) {
        if (!Files.isRegularFile(log)) return List.of();
        try {
            var lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.subList(Math.max(0, lines.size() - TAIL), lines.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
