package org.carrel.security.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.carrel.catalog.ImportRequest;
import org.carrel.catalog.MarcImports;
import org.carrel.cli.CarrelCommand;
import org.carrel.fixtures.Privacy;
import org.carrel.fixtures.SchoolProvider;
import org.carrel.fixtures.Staff;
import org.carrel.patrons.RosterRun.Origin;
import org.carrel.platform.DatabaseSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names, numbers and words of people are in no log and in no support bundle (PR-14), whatever was done with them. */
class CanariesIT {
    private static final Path HOME = Path.of(System.getProperty("carrel.test.home", "target/it-home"));

    private final RawHttp http = RawHttp.toProduct();

    @TempDir
    Path folder;

    @Test
    void noLogAndNoBundleKnowsAnybody() throws Exception { // PR-14, PR-3
        var mark = Privacy.unique("canary");
        try (var privacy = Privacy.connect(Clock.systemUTC())) {
            var id = privacy.student(mark, "LMC");
            privacy.cards.add(id, "CARD" + mark, "test");
            work(mark, id);
            roster(privacy, mark);
        }
        importRecord(mark);
        assertThat(logs()).as("the logs are where they are looked for").hasSizeGreaterThan(2);
        for (var log : logs())
            assertThat(mentions(Files.readAllBytes(log), mark))
                    .as(log.toString())
                    .isFalse();

        var bundle = bundle();
        var secrets = List.of(mark, System.getProperty("carrel.test.db.password"), SchoolProvider.SECRET);
        try (var zip = new ZipFile(bundle.toFile())) {
            assertThat(zip.stream().map(Object::toString))
                    .contains("about.txt", "settings.txt", "health.txt", "counts.txt", "logs/server.log");
            for (var entry : zip.stream().toList()) {
                var bytes = new ByteArrayOutputStream();
                zip.getInputStream(entry).transferTo(bytes);
                for (var secret : secrets) {
                    assertThat(mentions(bytes.toByteArray(), secret))
                            .as(entry.getName())
                            .isFalse();
                }
            }
        }
    }

    /** What people do with names and cards, right and wrong. */
    private void work(String mark, long id) {
        var admin = "Cookie: " + Staff.admin().cookie();
        for (var path : List.of(
                "/search?q=" + mark,
                "/suggest?q=" + mark,
                "/records/" + mark,
                "/series?name=" + mark,
                "/where?x=" + mark,
                "/api/v1/catalog/search?q=" + mark + "%00",
                "/api/v1/catalog/records/" + mark,
                "/no/" + mark,
                "/search?q=%E0%80" + mark,
                "/language?to=" + mark)) {
            http.get(path);
        }
        for (var path : List.of(
                "/desk/privacy?q=" + mark,
                "/desk/privacy/" + id,
                "/desk/search-words?filter=" + mark,
                "/desk/import?q=" + mark,
                "/desk/" + mark)) {
            http.get(path, admin);
        }
        post("/sign-in", form("username", mark, "password", "pw" + mark));
        post("/choose-password", form("username", mark, "code", "c" + mark, "new-password", mark, "again", mark));
        post("/setup", form("username", mark, "name", mark, "code", mark));
        post("/kiosk-start", form("code", mark));
        post("/desk/accounts/new", form("name", mark, "username", mark + "!", "role", mark), admin);
        post("/desk/devices/new", form("name", "", "site", mark), admin);
        post("/desk/privacy/titles", form("site", mark, "readers", mark, "statute", mark, "reason", mark), admin);
        post("/desk/privacy/" + id + "/erase", form("reason", mark), admin);
        post("/desk/privacy/" + id + "/export", "", admin);
        post("/desk/import/upload", "--" + mark + "\r\n" + mark, admin);
        http.send("GET", "/search?q=" + mark, "", List.of("Host: " + mark + ".example"));
        http.send(mark.toUpperCase(), "/search", "", List.of("Host: " + http.host()));
    }

    private void post(String path, String body, String... headers) {
        var all = new ArrayList<>(List.of(
                "Host: " + http.host(),
                "Sec-Fetch-Site: same-origin",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: " + body.getBytes(UTF_8).length));
        all.addAll(List.of(headers));
        http.send("POST", path, body, all);
    }

    private static String form(String... namesAndValues) {
        var form = new StringBuilder();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            if (i > 0) form.append('&');
            form.append(namesAndValues[i]).append('=').append(URLEncoder.encode(namesAndValues[i + 1], UTF_8));
        }
        return form.toString();
    }

    private void roster(Privacy privacy, String mark) throws IOException {
        var file = Files.writeString(
                folder.resolve("users.csv"),
                "sourcedId,role,givenName,familyName,identifier\nsrc,student," + mark + "," + mark + "\n\"" + mark
                        + "\n");
        privacy.rosters.stage(file, mark + ".csv", mark, Origin.COMMAND, "test");
    }

    private void importRecord(String mark) throws IOException {
        var file = Files.writeString(folder.resolve("a.mrc"), "00123nam " + mark, StandardCharsets.ISO_8859_1);
        Staff.with(doors -> new MarcImports(doors.database(), Clock.systemUTC())
                .run(new ImportRequest(file, "LMC", true), done -> {}));
    }

    private static List<Path> logs() throws IOException {
        try (var files = Files.list(HOME.resolve("logs"))) {
            var logs = new ArrayList<>(files.toList());
            logs.add(HOME.resolve("serve.log"));
            return logs;
        }
    }

    private static boolean mentions(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.UTF_8).toLowerCase().contains(text.toLowerCase());
    }

    private Path bundle() {
        var database = new DatabaseSettings(
                System.getProperty("carrel.test.db.url"),
                System.getProperty("carrel.test.db.user"),
                System.getProperty("carrel.test.db.password"));
        var printed = new CarrelCommand(database, HOME).run(List.of("support-bundle"));
        assertThat(printed).contains("Written: ");
        return Path.of(printed.lines().findFirst().orElseThrow().replace("Written: ", ""));
    }
}
