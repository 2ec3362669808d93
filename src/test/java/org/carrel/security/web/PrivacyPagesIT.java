package org.carrel.security.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.carrel.fixtures.Privacy;
import org.carrel.fixtures.Staff;
import org.carrel.patrons.PatronField;
import org.carrel.platform.Setting;
import org.carrel.privacy.KeptData;
import org.carrel.security.Role;
import org.carrel.security.web.RawHttp.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages about people's data, as a browser gets them. */
class PrivacyPagesIT {
    private static Privacy privacy;

    private final RawHttp http = RawHttp.toProduct();

    @BeforeAll
    static void connect() {
        privacy = Privacy.connect(Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        if (privacy != null) privacy.close();
    }

    private Answer get(String path, Staff person) {
        return http.get(path, "Cookie: carrel-language=en; " + person.cookie());
    }

    private Answer post(String path, String form, Staff person) {
        return http.send(
                "POST",
                path,
                form,
                List.of(
                        "Host: " + http.host(),
                        "Cookie: carrel-language=en; " + person.cookie(),
                        "Sec-Fetch-Site: same-origin",
                        "Content-Type: application/x-www-form-urlencoded",
                        "Content-Length: " + form.length()));
    }

    @Test
    void thePublicPageHasEveryKindWithItsDaysAndTheDayOfTheVersion() { // PR-9
        for (var language : List.of("en", "es")) {
            var page = http.get("/privacy", "Cookie: carrel-language=" + language);
            assertThat(page.status()).isEqualTo(200);
            for (var kind : KeptData.values()) {
                var row = page.body()
                        .replaceAll(
                                "(?s).*id=\"kept-" + kind.name().toLowerCase().replace('_', '-') + "\">(.*?)</tr>.*",
                                "$1");
                var days = kind.setting().standard();
                assertThat(row).as(kind + " " + language).contains(days.equals("0") ? "<strong>" : days + " d");
            }
            assertThat(page.body()).containsPattern("id=\"kept-version\">[^<]*20[0-9][0-9]");
        }
        assertThat(Setting.KEEP_LOGS.standard()).isEqualTo("30");
        assertThat(http.get("/").body()).contains("href=\"/privacy\"");
    }

    @Test
    void somebodyIsFoundByNameNumberAndCardAndGetsAFile() throws Exception { // PR-7
        var mark = Privacy.unique("pg");
        var id = privacy.student(mark, "LMC");
        privacy.cards.add(id, "C" + mark, "test");
        var admin = Staff.of(Role.ADMIN, "LMC");
        for (var typed : List.of("Family" + mark, "no-" + mark, "c" + mark)) {
            assertThat(get("/desk/privacy?q=" + typed, admin).body()).as(typed).contains("/desk/privacy/" + id + "\"");
        }
        assertThat(get("/desk/privacy/" + id, admin).body()).contains("Called" + mark, "looked at the record");
        var files = export(id, admin);
        assertThat(files.get("person-" + id + ".json")).contains("Given" + mark, "C" + mark.toUpperCase());
        assertThat(files.get("person-" + id + ".html"))
                .startsWith("<!DOCTYPE html>")
                .contains("<h2>Cards</h2>", "Given" + mark)
                .doesNotContain("<script", "http");
    }

    @Test
    void whatIsTypedIntoAPersonIsTextInTheFile() throws Exception { // ST-03
        var id = privacy.add(Map.of(PatronField.GIVEN_NAME, "<script>alert(1)</script>&amp;"), Privacy.unique("pg"));
        assertThat(export(id, Staff.admin()).get("person-" + id + ".html"))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;")
                .doesNotContain("<script");
    }

    private Map<String, String> export(long id, Staff person) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(
                            URI.create("http://" + http.host() + "/desk/privacy/" + id + "/export"))
                    .header("Cookie", "carrel-language=en; " + person.cookie())
                    .header("Sec-Fetch-Site", "same-origin")
                    .POST(HttpRequest.BodyPublishers.noBody());
            var answer = client.send(request.build(), BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
            return unzipped(answer.body());
        }
    }

    private static Map<String, String> unzipped(byte[] bytes) throws IOException {
        var files = new HashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
            }
        }
        return files;
    }

    /** The very answer for a person of another school and for nobody at all, to every way of asking. */
    @Test
    void aPersonOfAnotherSchoolLooksLikeNobody() { // ST-07, ST-08
        var mark = Privacy.unique("pg");
        var other = privacy.student(mark, "EAST");
        var admin = Staff.of(Role.ADMIN, "LMC");
        assertThat(plain(get("/desk/privacy/" + other, admin))).isEqualTo(plain(get("/desk/privacy/999999999", admin)));
        for (var way : List.of("export", "erase")) {
            var forbidden = post("/desk/privacy/" + other + "/" + way, "reason=ASKED&sure=yes", admin);
            var absent = post("/desk/privacy/999999999/" + way, "reason=ASKED&sure=yes", admin);
            assertThat(forbidden.status()).isEqualTo(404);
            assertThat(plain(forbidden)).isEqualTo(plain(absent));
        }
        assertThat(get("/desk/privacy?q=Family" + mark, admin).body()).doesNotContain("/desk/privacy/" + other);
        var titles = post("/desk/privacy/titles", "site=EAST&readers=PARENT&statute=x&reason=x", admin);
        assertThat(titles.status()).isEqualTo(404);
        assertThat(privacy.patrons.find(other)).isPresent();
        assertThat(privacy.exports.looks(Privacy.admin(), other)).isEmpty();
    }

    private static String plain(Answer answer) {
        return answer.status()
                + answer.body()
                        .replaceAll("nonce=\"[^\"]*\"", "")
                        .replaceAll("back=[^\"&]*", "")
                        .replaceAll("(?m)^[0-9a-fA-F]+\r?$", "");
    }

    @Test
    void nobodyIsErasedByAccident() { // PR-8
        var id = privacy.student(Privacy.unique("pg"), "LMC");
        var admin = Staff.of(Role.ADMIN, "LMC");
        for (var form : List.of("", "reason=ASKED", "sure=yes", "reason=&sure=yes", "reason=ASKED&sure=no")) {
            var answer = post("/desk/privacy/" + id + "/erase", form, admin);
            assertThat(answer.status()).as(form).isEqualTo(422);
            assertThat(answer.body()).contains("id=\"erase-problem\"");
        }
        assertThat(privacy.patrons.find(id)).isPresent();
        var done = post("/desk/privacy/" + id + "/erase", "reason=ASKED&sure=yes", admin);
        assertThat(done.status()).isEqualTo(303);
        assertThat(privacy.patrons.find(id)).isEmpty();
        assertThat(get(done.header("Location"), admin).body()).contains("The person is erased.");
    }

    @Test
    void aChangeOfWhoIsToldNeedsAReasonAndAStatute() { // PR-4
        var admin = Staff.of(Role.ADMIN, "LMC");
        assertThat(post("/desk/privacy/titles", "site=LMC&readers=PARENT&statute=x&reason=", admin)
                        .body())
                .contains("Say why it is to be changed.");
        assertThat(post("/desk/privacy/titles", "site=LMC&readers=PARENT&statute=&reason=x", admin)
                        .body())
                .contains("Name the statute that allows it.", "value=\"x\"");
        var form = "site=LMC&readers=PARENT&statute=Law+1&reason=Counsel";
        assertThat(post("/desk/privacy/titles", form, admin).status()).isEqualTo(303);
        assertThat(get("/desk/privacy", admin).body()).contains("Parents and guardians · Law 1");
        post("/desk/privacy/titles", "site=LMC&readers=NOBODY&statute=&reason=Back", admin);
        assertThat(get("/desk/privacy", admin).body()).doesNotContain("Law 1");
    }
}
