package org.carrel.security.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger.Level;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import org.carrel.fixtures.Staff;
import org.carrel.platform.Sql;
import org.carrel.security.AccountChange;
import org.carrel.security.AccountResult.Done;
import org.carrel.security.Caller;
import org.carrel.security.Role;
import org.carrel.security.rules.PasswordHash;
import org.carrel.security.web.RawHttp.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Coming in and going out, as a browser sees it. ST numbers are our threat tests'. */
class SignInIT {
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    private final RawHttp http = RawHttp.toProduct();

    private Answer post(String path, String body, String... headers) {
        var all = new ArrayList<>(List.of(
                "Host: " + http.host(),
                "Sec-Fetch-Site: same-origin",
                FORM,
                "Content-Length: " + body.getBytes(UTF_8).length));
        all.addAll(List.of(headers));
        return http.send("POST", path, body, all);
    }

    private static String form(String... namesAndValues) {
        var form = new StringBuilder();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            if (i > 0) form.append('&');
            form.append(namesAndValues[i]).append('=').append(URLEncoder.encode(namesAndValues[i + 1], UTF_8));
        }
        return form.toString();
    }

    private Answer signIn(String username, String password, String... headers) {
        return post("/sign-in", form("username", username, "password", password), headers);
    }

    private static String session(Answer answer) {
        return answer.all("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("carrel-session="))
                .map(cookie -> cookie.replaceFirst(";.*", ""))
                .findFirst()
                .orElse("");
    }

    @Test
    void theCookieIsForThisServerAndNoScript() { // ST-18
        var answer = signIn(Staff.of(Role.LIBRARIAN).username(), Staff.PASSWORD);
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/desk/");
        assertThat(answer.all("Set-Cookie")).hasSize(2).allSatisfy(cookie -> assertThat(cookie)
                .contains("; Path=/", "; HttpOnly", "; SameSite=Lax")
                .doesNotContain("Domain="));
        assertThat(answer.body()).doesNotContain("jsessionid");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void aSessionThatWasLyingThereIsNotTakenOver() { // ST-18
        var planted = "carrel-session=" + "A".repeat(43);
        var name = Staff.of(Role.LIBRARIAN).username();
        var first = session(signIn(name, Staff.PASSWORD, "Cookie: " + planted));
        assertThat(first).isNotEqualTo(planted);
        assertThat(isIn(planted)).isFalse();
        var second = session(signIn(name, Staff.PASSWORD, "Cookie: " + first));
        assertThat(second).isNotEqualTo(first);
        assertThat(isIn(first)).isFalse();
        assertThat(isIn(second)).isTrue();
    }

    @Test
    void whoSignsOutIsOut() { // ST-18
        var name = Staff.of(Role.LIBRARIAN).username();
        var here = session(signIn(name, Staff.PASSWORD));
        var elsewhere = session(signIn(name, Staff.PASSWORD));
        var out = post("/sign-out", "", "Cookie: " + here);
        assertThat(out.status()).isEqualTo(303);
        assertThat(out.header("Location")).isEqualTo("/sign-in?out=1");
        assertThat(session(out)).isEqualTo("carrel-session=");
        assertThat(isIn(here)).isFalse();
        assertThat(isIn(elsewhere)).isTrue();
        assertThat(http.get("/sign-out").status()).as("no way out by a link").isEqualTo(405);
    }

    @Test
    void aWrongPasswordFirstLeavesTheOwnSchoolChosen() { // B91
        var technician = Staff.of(Role.TECHNICIAN, "LMC");
        assertThat(session(signIn(technician.username(), "eight paper lanterns")))
                .isEmpty();
        var in = session(signIn(technician.username(), Staff.PASSWORD));
        var desk = http.get("/desk/circulation", "Cookie: " + in);
        assertThat(desk.status()).isEqualTo(200);
        assertThat(desk.body()).contains("data-site=\"LMC\"");
    }

    private boolean isIn(String session) {
        return http.get("/account", "Cookie: " + session).status() == 200;
    }

    @Test
    void nameAndPasswordAreRefusedTogether() {
        var wrong = signIn(Staff.of(Role.AIDE).username(), "eight paper lanterns");
        var nobody = signIn("nobody-" + System.nanoTime(), "eight paper lanterns");
        for (var answer : List.of(wrong, nobody)) {
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.all("Set-Cookie")).isEmpty();
            assertThat(answer.body()).contains("id=\"refused\"").doesNotContain("lanterns");
            assertThat(answer.insidesShown()).isEmpty();
        }
        assertThat(plain(wrong)).isEqualTo(plain(nobody));
    }

    private static String plain(Answer answer) {
        return answer.body()
                .replaceAll("value=\"[^\"]*\"", "")
                .replaceAll("nonce=\"[^\"]*|csp\\.init\\('[^']*", "")
                .replaceAll("(?m)^[0-9a-fA-F]+\r?$", "");
    }

    @ParameterizedTest
    @CsvSource({
        "/desk/search,              /desk/search",
        "/desk/import/1?page=2,     /desk/import/1?page=2",
        "/account,                  /account",
        "/schedule/session/7?x=1,   /schedule/session/7?x=1",
        "/schedules,                /desk/",
        "//evil.example,            /desk/",
        "/\\evil.example,           /desk/",
        "\\evil.example,            /desk/",
        "https:evil.example,        /desk/",
        "https://evil.example/desk, /desk/",
        "/desk@evil.example,        /desk/",
        "/desk/..//evil.example,    /desk/..//evil.example",
        "/sign-out,                 /desk/",
        "'/desk/%0d%0aSet-Cookie:', '/desk/%0d%0aSet-Cookie:'"
    })
    void afterwardsOnlyAPageOfOursIsOpened(String next, String location) { // ST-10
        var name = Staff.of(Role.LIBRARIAN).username();
        var body = form("username", name, "password", Staff.PASSWORD, "next", next);
        var answer = post("/sign-in", body);
        assertThat(answer.header("Location")).isEqualTo(location);
        assertThat(answer.all("Set-Cookie")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk/x\r\nSet-Cookie: a=b", "/desk/x\u0000", "/desk/\u2028x"})
    void noSignThatEndsAHeaderGetsIntoOne(String next) { // ST-10
        var body = form("username", Staff.of(Role.LIBRARIAN).username(), "password", Staff.PASSWORD, "next", next);
        assertThat(post("/sign-in", body).header("Location")).isEqualTo("/desk/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"X-Forwarded-Host: evil.example", "X-Forwarded-Proto: gopher", "Forwarded: host=evil.example"})
    void theWayToTheSignInNamesNoHost(String header) { // ST-09
        var answer = http.get("/desk/search?x=1", header);
        assertThat(answer.header("Location")).isEqualTo("/sign-in?next=%2Fdesk%2Fsearch%3Fx%3D1");
        assertThat(http.send("GET", "/desk/", "", List.of("Host: evil.example")).status())
                .isEqualTo(421);
    }

    @Test
    void whatAFormDoesNotHaveCannotBeSentAlong() { // ST-16
        var teacher = Staff.another(Role.TEACHER);
        var more = "&role=ADMIN&site=*&account=1&kind=desk&disabled=false&proven=true";
        var in = post("/sign-in", form("username", teacher.username(), "password", Staff.PASSWORD) + more);
        assertThat(http.get("/desk/accounts", "Cookie: " + session(in)).status())
                .isEqualTo(404);
        var chosen =
                form("password", Staff.PASSWORD, "new-password", "nine paper lanterns", "again", "nine paper lanterns");
        var changed = post("/account", chosen + more, "Cookie: " + session(in));
        assertThat(changed.header("Location")).isEqualTo("/account?changed=1");
        assertThat(http.get("/desk/accounts", "Cookie: " + session(changed)).status())
                .isEqualTo(404);
        assertThat(isIn(session(in))).as("the session before the change").isFalse();
        assertThat(isIn(teacher.cookie())).as("a session elsewhere").isFalse();
    }

    @Test
    void aScriptOfAPageIsToldInsteadOfSent() {
        var answer = http.get("/desk/import/1/status", "Sec-Fetch-Mode: cors", "Sec-Fetch-Site: same-origin");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body().strip()).isIn("", "0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jakarta.faces.ViewState=rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA",
                "jakarta.faces.ViewState=-1:-1&jakarta.faces.partial.ajax=true&jakarta.faces.source=x"
            })
    void aForgedViewStateDoesNothingOnStaffPages(String body) { // ST-20
        var cookie = "Cookie: " + Staff.admin().cookie();
        for (var path : List.of("/desk/import", "/desk/accounts", "/desk/devices", "/account")) {
            var answer = post(path, body, cookie);
            assertThat(answer.status()).as(path).isEqualTo(path.equals("/account") ? 422 : 405);
            assertThat(answer.insidesShown()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1' or '1'='1",
                "1;drop table account",
                "id desc--",
                "(select 1)",
                "%00",
                "-1",
                "9999999999999999999999999999999999999999"
            })
    void noParameterOfAListReachesTheDatabaseAsText(String value) { // ST-05
        var cookie = "Cookie: " + Staff.admin().cookie();
        var encoded = URLEncoder.encode(value, UTF_8);
        for (var path :
                List.of("/desk/import", "/desk/search", "/desk/search-words", "/desk/accounts", "/desk/import/1")) {
            for (var name : List.of("page", "sort", "order", "outcome", "q", "limit", "size", "done", "site", "mark")) {
                var answer = http.get(path + "?" + name + "=" + encoded, cookie);
                assertThat(answer.status()).as(path + " " + name).isIn(200, 400, 404);
                assertThat(answer.insidesShown()).as(path + " " + name).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"#{7*7}", "${7*7}", "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>"})
    void whatIsTypedAsANameIsShownAsTyped(String typed) { // ST-02, ST-03
        var answer = post("/sign-in", form("username", typed, "password", "x", "next", "/desk/" + typed));
        assertThat(answer.body()).doesNotContain("<script>alert", "<img", ">49<", "\"49\"");
    }

    /**
     * Fifty people at the start of a period. Each password takes some processor time on purpose: the time is that of the
     * passwords, shared among the processors. What it is on a machine that has nothing else to do stands in benchmarks.md.
     */
    @Test
    void aStormOfFiftyIsAnsweredInTheTimeOfItsPasswords() throws Exception {
        var names = crowd(50);
        signIn(names.getFirst(), Staff.PASSWORD);
        var hash = PasswordHash.of(Staff.PASSWORD, new Random(7));
        var began = System.nanoTime();
        PasswordHash.matches(Staff.PASSWORD, hash);
        var one = Duration.ofNanos(System.nanoTime() - began);
        var times = new ArrayList<Duration>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var storm = names.stream()
                    .map(name -> threads.submit(() -> timed(name)))
                    .toList();
            for (var person : storm) times.add(person.get());
        }
        Collections.sort(times);
        var p95 = times.get(47);
        var passwords = one.multipliedBy(50).dividedBy(Runtime.getRuntime().availableProcessors());
        System.getLogger("storm")
                .log(Level.INFO, "50 sign-ins at once: p50 {0} p95 {1}, a password {2}", times.get(24), p95, one);
        assertThat(p95).isLessThan(passwords.multipliedBy(2).plusSeconds(2));
    }

    private Duration timed(String name) {
        var began = System.nanoTime();
        assertThat(signIn(name, Staff.PASSWORD).status()).as(name).isEqualTo(303);
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** People with one password, hashed once. */
    private static List<String> crowd(int size) {
        var root = new Caller(0, "test", "Test", Role.ADMIN, Optional.empty());
        var hash = PasswordHash.of(Staff.PASSWORD, new Random(7));
        return Staff.with(doors -> {
            var names = new ArrayList<String>();
            for (var i = 0; i < size; i++) {
                var name = "crowd-" + System.nanoTime();
                var wish = new AccountChange(name, "One of many", Role.TEACHER, Optional.empty());
                var number = ((Done) doors.accounts().add(root, wish)).number();
                doors.database()
                        .transaction(connection -> Sql.update(
                                connection, "update account set password_hash = ? where id = ?", hash, number));
                names.add(name);
            }
            return names;
        });
    }
}
