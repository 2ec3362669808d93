package org.carrel.security.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carrel.fixtures.Staff;
import org.carrel.platform.Sql;
import org.carrel.security.Role;
import org.carrel.security.rules.AccessRow;
import org.carrel.security.rules.AccessTable;
import org.carrel.security.web.RawHttp.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What an attacker would send to any page, sent to every address of the table: a new page is walked too. ST numbers are our threat
 * tests'.
 */
@TestInstance(Lifecycle.PER_CLASS)
class EveryAddressIT {
    /** Names that lists, filters, orders and exports have here or elsewhere. */
    private static final List<String> LIST_PARAMETERS = List.of(
            "q", "page", "sort", "order", "dir", "by", "group", "limit", "size", "offset", "filter", "outcome", "mark",
            "site", "kind", "lang", "days", "from", "to", "format", "columns", "export", "name", "said", "means",
            "part", "done");

    private static final List<String> WHERE_TO = List.of(
            "next",
            "back",
            "return",
            "returnUrl",
            "return_to",
            "url",
            "redirect",
            "redirect_uri",
            "continue",
            "target",
            "goto",
            "RelayState");

    private static final List<String> HOSTILE = List.of(
            "1' or '1'='1",
            "id desc; drop table account --",
            "(select sleep(9))",
            "name,(select password_hash from account limit 1)",
            "../../etc/passwd",
            "\u0000",
            "-1",
            "99999999999999999999999999999999999999",
            "{\"$gt\":\"\"}");

    private static final List<String> ELSEWHERE = List.of(
            "//evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "https:evil.example",
            "https://evil.example/",
            "/\t/evil.example",
            "javascript:alert(document.domain)//evil.example",
            "/\r\nLocation: https://evil.example");

    private static final int LINES_TOLD = 60;

    private final RawHttp http = RawHttp.toProduct();
    private Staff admin = Staff.admin();

    @BeforeAll
    void signIn() {
        admin = Staff.another(Role.ADMIN);
    }

    static Stream<AccessRow> shown() {
        return AccessTable.rows().stream().filter(row -> row.method().equals("GET"));
    }

    /** Without those that end what the next one needs. */
    static Stream<AccessRow> sent() {
        return AccessTable.rows().stream()
                .filter(row -> row.method().equals("POST"))
                .filter(row -> !List.of("/sign-out", "/lock").contains(row.path()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shown")
    void noParameterOfAnyListReachesTheDatabaseAsText(AccessRow row) { // ST-05
        for (var value : HOSTILE) {
            var began = System.nanoTime();
            var answer = get(row, query(LIST_PARAMETERS, value));
            assertThat(answer.status()).as(() -> told(row, value, answer)).isBetween(200, 499);
            assertThat(answer.insidesShown()).as(value).isEmpty();
            assertThat(System.nanoTime() - began).as("nothing slept: " + value).isLessThan(8_000_000_000L);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shown")
    void noAddressSendsAnybodyElsewhere(AccessRow row) { // ST-10
        for (var where : ELSEWHERE) {
            var answer = get(row, query(WHERE_TO, where));
            assertThat(answer.header("Location")).as(where).doesNotContain("evil.example");
            assertThat(answer.status()).as(() -> told(row, where, answer)).isBetween(200, 499);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shown")
    void noAddressBelievesWhatAProxyClaims(AccessRow row) { // ST-09
        var answer = get(
                row,
                "",
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Proto: https",
                "X-Original-URL: /desk/accounts",
                "X-Rewrite-URL: /desk/accounts",
                "Forwarded: host=evil.example;proto=https");
        assertThat(answer.toString()).doesNotContain("evil.example");
        var named = http.send("GET", address(row), "", List.of("Host: evil.example", cookie()));
        // Whoever watches the server asks by its number.
        if (!row.path().startsWith("/health/")) assertThat(named.status()).isEqualTo(421);
        assertThat(named.toString()).doesNotContain("evil.example");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shown")
    void noAddressHasASessionInItsTextOrACookieForScripts(AccessRow row) { // ST-18
        var answer = get(row, "", "Cookie: JSESSIONID=planted");
        assertThat(answer.toString()).doesNotContainIgnoringCase("jsessionid");
        assertThat(answer.all("Set-Cookie")).allSatisfy(cookie -> assertThat(cookie)
                .contains("; HttpOnly", "; SameSite=Lax")
                .doesNotContain("Domain="));
        var planted = get(row, ";jsessionid=planted");
        assertThat(planted.toString()).doesNotContainIgnoringCase("jsessionid");
    }

    /** A view state of another session, one that was forged, and one that is a stream of Java objects. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("shown")
    void noPageTakesAViewState(AccessRow row) { // ST-20
        for (var state : List.of(
                "-12345:67890", "stateless", "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwAC", "x".repeat(9_000))) {
            var form = "jakarta.faces.ViewState=" + state + "&jakarta.faces.partial.ajax=true&jakarta.faces.source=form"
                    + "&jakarta.faces.partial.execute=@all&javax.faces.ViewState=" + state;
            var answer = post(address(row), form, cookie());
            assertThat(answer.status()).as(state).isIn(303, 400, 401, 404, 405, 413, 422, 429);
            assertThat(answer.insidesShown()).as(state).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sent")
    void noFormIsSentByALink(AccessRow row) { // ST-21
        if (AccessTable.find("GET", address(row))
                .filter(known -> known.answers("GET"))
                .isPresent()) return;
        for (var method : List.of("GET", "PUT", "DELETE", "PATCH")) {
            var headers = List.of("Host: " + http.host(), cookie(), "Sec-Fetch-Site: same-origin", "Content-Length: 0");
            var answer = http.send(method, address(row), "", headers);
            assertThat(answer.status()).as(method).isIn(row.isForPrograms() ? List.of(401) : List.of(404, 405));
        }
    }

    /** Everything that could make somebody more than they are, sent along with every form. */
    @Test
    void noFormTakesWhatItDoesNotHave() { // ST-16
        var librarian = Staff.another(Role.LIBRARIAN);
        var more = "role=ADMIN&role=ADMIN&site=*&account=1&account_id=1&owner=1&status=approved&approved=true&kind=desk"
                + "&id=1&actor=1&disabled=false&proven=true&password_hash=x&fee=0&class.classLoader=x";
        sent().forEach(row -> {
            var answer = post(address(row), more, "Cookie: " + librarian.cookie());
            assertThat(answer.status()).as(row.path()).isNotEqualTo(200).isBetween(204, 499);
        });
        var account = librarian.caller().account();
        var now = Staff.with(doors -> doors.database()
                .read(connection -> Sql.first(
                        connection,
                        "select concat(role, ' ', coalesce(site_id, 'all'), ' ', disabled_at is null) from account where id = ?",
                        row -> row.getString(1),
                        account)));
        assertThat(now).hasValue("librarian all 1");
        assertThat(http.get("/desk/accounts", "Cookie: " + librarian.cookie()).status())
                .isEqualTo(404);
    }

    private Answer get(AccessRow row, String query, String... headers) {
        var all = new ArrayList<>(List.of(cookie()));
        all.addAll(List.of(headers));
        return http.get(address(row) + query, all.toArray(String[]::new));
    }

    private Answer post(String address, String body, String cookie) {
        return http.send(
                "POST",
                address,
                body,
                List.of(
                        "Host: " + http.host(),
                        cookie,
                        "Sec-Fetch-Site: same-origin",
                        "Content-Type: application/x-www-form-urlencoded",
                        "Content-Length: " + body.length()));
    }

    /** What the server wrote last: a 5xx says nothing of its cause to whoever asked. */
    private static String told(AccessRow row, String value, Answer answer) {
        try (var lines = Files.lines(Path.of(System.getProperty("carrel.test.home"), "logs", "server.log"))) {
            var last = lines.toList();
            return row.path() + " with " + value + "\n" + answer + "\n"
                    + String.join("\n", last.subList(Math.max(0, last.size() - LINES_TOLD), last.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String cookie() {
        return "Cookie: " + admin.cookie();
    }

    private static String query(List<String> names, String value) {
        return names.stream()
                .map(name -> name + "=" + URLEncoder.encode(value, UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }

    private static String address(AccessRow row) {
        return row.path().replace("{n}", "999999").replace("{word}", "x").replace("**", "x");
    }
}
