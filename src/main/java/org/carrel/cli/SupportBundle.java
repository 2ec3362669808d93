package org.carrel.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.carrel.platform.DatabaseSettings;
import org.carrel.platform.Setting;
import org.carrel.privacy.LogScrub;
import org.carrel.privacy.TableCounts;
import org.carrel.security.AuditTrail;
import org.carrel.security.PersonKeys;

/** What whoever helps needs to know, and nothing about people (rule PR-14). */
final class SupportBundle {
    private static final int LOG_LINES = 1000;
    /** Secrets, and what names a person who runs the server. */
    private static final Set<String> LEFT_OUT = Set.of(
            Setting.DB_PASSWORD.environmentName(),
            Setting.DB_USER.environmentName(),
            Setting.OIDC_CLIENT_SECRET.environmentName(),
            Setting.MAIL_USER.environmentName(),
            Setting.MAIL_PASSWORD_FILE.environmentName(),
            Setting.MAIL_FROM.environmentName(),
            Setting.MAIL_ADMINS.environmentName(),
            Setting.OIDC_CLIENT_ID.environmentName());

    private final CommandContext context;
    private final Clock clock;

    SupportBundle(CommandContext context, Clock clock) {
        this.context = context;
        this.clock = clock;
    }

    Path write() throws IOException {
        var directory = Files.createDirectories(context.settings().home().support());
        var time = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString().replaceAll("[:-]", "");
        var file = directory.resolve("support-" + time + ".zip");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var zip = new ZipOutputStream(Files.newOutputStream(file), StandardCharsets.UTF_8)) {
            add(zip, "about.txt", about());
            add(zip, "settings.txt", settings());
            add(zip, "health.txt", health());
            add(zip, "counts.txt", counts());
            for (var log : logs()) add(zip, "logs/" + log.getFileName(), lastLines(log));
        }
        return file;
    }

    private String about() {
        return String.join(
                "\n",
                new ProgramVersion().getVersion()[0],
                "MariaDB " + new TableCounts(context.database()).serverVersion(),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                "Processors " + Runtime.getRuntime().availableProcessors(),
                "Made " + clock.instant(),
                "");
    }

    /** A URL of a database may have a password in its query. */
    private String settings() {
        var database = context.settings().database();
        var url = database.url().replaceAll("\\?.*", "");
        var all = new TreeMap<>(
                SettingsEnvironment.of(context.settings(), new DatabaseSettings(url, database.user(), "")));
        all.keySet().removeAll(LEFT_OUT);
        return all.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private String health() {
        var ready = new ReadyCheck(context.settings().http());
        var running = ready.passes() ? "The server is ready." : "The server is not ready: " + ready.lastAnswer() + ".";
        var keys = new PersonKeys(context.settings());
        var trail = new AuditTrail(context.database(), clock, keys).check();
        var problems = String.join("\n", trail.problems());
        return running + "\nAudit trail: events " + trail.first() + " to " + trail.last() + ". "
                + (problems.isEmpty() ? "All is well." : problems) + "\n";
    }

    private String counts() {
        return new TableCounts(context.database())
                .all().entrySet().stream()
                        .map(table -> table.getKey() + " " + table.getValue() + "\n")
                        .collect(Collectors.joining());
    }

    private List<Path> logs() throws IOException {
        try (var files = Files.list(context.settings().home().logs())) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
        }
    }

    private static String lastLines(Path log) throws IOException {
        var last = new ArrayDeque<String>();
        // Whatever bytes are in it: a log may be cut in the middle of a sign.
        try (var lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            lines.forEach(line -> {
                last.add(LogScrub.line(line));
                if (last.size() > LOG_LINES) last.removeFirst();
            });
        }
        return last.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static void add(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
