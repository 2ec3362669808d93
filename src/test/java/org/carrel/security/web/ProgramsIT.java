package org.carrel.security.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.carrel.fixtures.Privacy;
import org.carrel.fixtures.ProgramClient;
import org.carrel.fixtures.ProgramClient.Reply;
import org.carrel.fixtures.Staff;
import org.carrel.platform.Sql;
import org.carrel.security.AuditEvent;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.Caller;
import org.carrel.security.NewProgram;
import org.carrel.security.Program;
import org.carrel.security.ProgramCall;
import org.carrel.security.ProgramMade;
import org.carrel.security.Programs;
import org.carrel.security.Role;
import org.carrel.security.rules.AccessRow;
import org.carrel.security.rules.AccessTable;
import org.carrel.security.rules.RoleMatrix;
import org.carrel.security.web.RawHttp.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs and their tokens: what opens the interface, what does not, and what each role reaches (ST-08, ST-21). */
class ProgramsIT {
    private static final String ABSENT = "/api/v1/no/such/thing";

    private final RawHttp http = RawHttp.toProduct();
    private static ProgramClient aide;
    private static ProgramClient technician;
    private static ProgramClient librarian;

    @BeforeAll
    static void letIn() {
        aide = ProgramClient.of(Role.AIDE, "LMC");
        technician = ProgramClient.of(Role.TECHNICIAN, "LMC");
        librarian = ProgramClient.of(Role.LIBRARIAN, "LMC");
    }

    static Stream<AccessRow> rows() {
        return AccessTable.rows().stream().filter(AccessRow::isForPrograms);
    }

    private static String address(AccessRow row) {
        return row.path().replace("{word}", "999999999");
    }

    private static Reply ask(ProgramClient program, AccessRow row, String... headers) {
        return program.send(row.method(), address(row), row.method().equals("POST") ? "{}" : null, headers);
    }

    /** Without what says which address it was. */
    private static String plain(Reply reply) {
        return reply.body().replaceAll("\"instance\":\"[^\"]*\"", "");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void anAddressIsForTheRolesOfTheMatrixAndLooksAbsentToOthers(AccessRow row) { // ST-08
        var absent = aide.get(ABSENT);
        assertThat(absent.status()).isEqualTo(404);
        var all = Map.of(Role.AIDE, aide, Role.TECHNICIAN, technician, Role.LIBRARIAN, librarian);
        for (var role : Program.ROLES) {
            var reply = ask(all.get(role), row);
            var caller = new Caller(1, "program:x", "x", role, Optional.of("LMC"));
            if (RoleMatrix.may(Optional.of(caller), row.operation()))
                assertThat(plain(reply)).as(role + " " + row).isNotEqualTo(plain(absent));
            else assertThat(plain(reply)).as(role + " " + row).isEqualTo(plain(absent));
            assertThat(reply.status()).isBetween(200, 499);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void withoutATokenEverythingIsOneAnswer(AccessRow row) { // ST-08, ST-21
        var stranger = ProgramClient.with("");
        var absent = stranger.get(ABSENT);
        assertThat(absent.status()).isEqualTo(401);
        assertThat(absent.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(absent.header("Content-Type")).startsWith("application/problem+json");
        assertThat(plain(ask(stranger, row))).isEqualTo(plain(absent));
        // Whoever is signed in is nobody here: no page of another site can use their browser.
        var session = Staff.of(Role.ADMIN, "LMC").cookie();
        assertThat(plain(ask(stranger, row, "Cookie", session, "Sec-Fetch-Site", "same-origin")))
                .isEqualTo(plain(absent));
        if (row.method().equals("GET")) return;
        assertThat(ask(stranger, row, "Cookie", session, "Sec-Fetch-Site", "cross-site")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aTokenThatIsOverRevokedOrWrongOpensNothing() {
        var number = "select t.id from program_token t join account a on a.id = t.account_id where a.display_name = ?";
        var over = ProgramClient.of(Role.AIDE, "LMC");
        assertThat(over.get("/api/v1/patrons/999999999/summary").status()).isEqualTo(404);
        change(
                "update program_token set made_at = made_at - interval 99 day, ends_at = utc_timestamp(3) - interval 1 second "
                        + "where id = (" + number + ")",
                over.name());
        assertThat(over.get("/api/v1/patrons/999999999/summary").status()).isEqualTo(401);
        var revoked = ProgramClient.of(Role.AIDE, "LMC");
        var id = Staff.with(doors -> doors.database()
                .read(connection -> Sql.first(connection, number, row -> row.getLong(1), revoked.name())
                        .orElseThrow()));
        var admin = Staff.admin().caller();
        Supplier<Boolean> revoke =
                () -> Staff.with(doors -> ProgramClient.programs(doors).revoke(admin, id));
        assertThat(revoke.get()).isTrue();
        assertThat(revoke.get()).as("once").isFalse();
        assertThat(revoked.get("/api/v1/patrons/999999999/summary").status()).isEqualTo(401);
        var wrong = ProgramClient.with(aide.token().substring(0, 46) + "!");
        assertThat(wrong.get("/api/v1/patrons/999999999/summary").status()).isEqualTo(401);
        List<AuditEvent> trail = Staff.with(doors -> doors.audit().of(new Subject("program", id), 9));
        assertThat(trail).extracting(AuditEvent::action).containsExactly("program_revoked", "program_added");
    }

    private static void change(String sql, Object... parameters) {
        Staff.with(doors -> doors.database().transaction(connection -> Sql.update(connection, sql, parameters)));
    }

    @Test
    void aProgramReachesItsOwnSchoolOnly() { // ST-08
        var mark = Privacy.unique("s");
        try (var privacy = Privacy.connect(Clock.systemUTC())) {
            var person = privacy.student(mark, "EAST");
            var unknown = technician.get("/api/v1/patrons/no-such-person/summary");
            for (var what : List.of("summary", "loans", "holds")) {
                var theirs = technician.get("/api/v1/patrons/no-" + mark + "/" + what);
                assertThat(theirs.status()).isEqualTo(404);
                assertThat(plain(theirs)).isEqualTo(plain(unknown));
            }
            var east = ProgramClient.of(Role.AIDE, "EAST").get("/api/v1/patrons/no-" + mark + "/summary");
            assertThat(east.status()).as(east.body()).isEqualTo(200);
            var byId = technician.post("/api/v1/loans", "{\"patronId\":" + person + ",\"item\":\"x\"}");
            assertThat(byId.status()).isEqualTo(422);
            assertThat(byId.text("field")).isEqualTo("patronId");
        }
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource(delimiter = '|', textBlock = """
            PUT    | /api/v1/loans       | 405 | application/json | POST
            GET    | /api/v1/desk/scan   | 405 |                  | POST
            POST   | /api/v1/patrons/x/summary | 405 | application/json | GET, HEAD
            POST   | /api/v1/loans       | 415 | text/plain       |
            POST   | /api/v1/returns     | 415 | application/x-www-form-urlencoded |
            GET    | /api/v1/loans/7     | 404 |                  |
            POST   | /api/v1/nothing     | 404 | application/json |
            """)
    void failuresAreProblemsInBothLanguages(String method, String path, int status, String type, String allow) {
        for (var language : List.of("en", "es")) {
            var headers = type == null
                    ? new String[] {"Accept-Language", language}
                    : new String[] {"Accept-Language", language, "Content-Type", type};
            var reply = technician.send(method, path, method.equals("GET") ? null : "a=1", headers);
            assertThat(reply.status()).as(reply.body()).isEqualTo(status);
            assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
            assertThat(reply.header("Content-Language")).isEqualTo(language);
            assertThat(reply.header("Cache-Control")).contains("no-store");
            assertThat(reply.json().getInt("status")).isEqualTo(status);
            assertThat(reply.text("detail")).isNotEmpty();
            assertThat(reply.text("instance")).isEqualTo(path);
            if (allow != null) assertThat(reply.header("Allow")).isEqualTo(allow);
        }
        assertThat(technician
                        .get("/api/v1/patrons/x/summary", "Accept", "text/csv")
                        .status())
                .isEqualTo(406);
    }

    @Test
    void whoAsksTooOftenWaits() {
        var busy = ProgramClient.of(Role.AIDE, "LMC");
        var turnedAway = IntStream.range(0, 600)
                .parallel()
                .mapToObj(at -> busy.get(ABSENT))
                .filter(reply -> reply.status() != 404)
                .toList();
        assertThat(turnedAway).isNotEmpty().allSatisfy(reply -> {
            assertThat(reply.status()).isEqualTo(429);
            assertThat(Integer.parseInt(reply.header("Retry-After"))).isPositive();
            assertThat(reply.text("detail")).contains("Retry-After");
        });
        assertThat(aide.get(ABSENT).status()).as("another program").isEqualTo(404);
    }

    /** In a process of its own, so that no other test waits. */
    @Test
    void tokensAreNotTriedOut() {
        var now = Instant.parse("2026-03-02T12:00:00Z");
        Staff.with(doors -> {
            var programs = new Programs(doors.database(), Clock.fixed(now, ZoneOffset.UTC), doors.audit());
            for (var i = 0; i < 20; i++)
                assertThat(programs.find("crl_" + "x".repeat(43), "192.0.2.7")).isInstanceOf(ProgramCall.Unknown.class);
            assertThat(programs.find("crl_" + "x".repeat(43), "192.0.2.7"))
                    .isEqualTo(new ProgramCall.TooMany(Duration.ofSeconds(5)));
            assertThat(programs.find("crl_" + "x".repeat(43), "192.0.2.8"))
                    .as("from elsewhere")
                    .isInstanceOf(ProgramCall.Unknown.class);
            assertThat(programs.find(aide.token(), "192.0.2.7"))
                    .as("whose token holds")
                    .isInstanceOf(ProgramCall.Known.class);
            return true;
        });
    }

    @ParameterizedTest(name = "{0} for {1}, {2} days: {3}")
    @CsvSource({
        "AIDE, LMC, 90, ''",
        "LIBRARIAN, LMC, 90, ''",
        "TEACHER, LMC, 90, BAD_ROLE",
        "ADMIN, LMC, 90, BAD_ROLE",
        "AIDE, EAST, 90, BAD_SITE",
        "AIDE, '', 90, BAD_SITE",
        "AIDE, LMC, 3650, BAD_LIFE"
    })
    void anAdministratorLetsInWhatAProgramMayBe(Role role, String site, int days, String problem) {
        var by = Staff.of(Role.ADMIN, "LMC").caller();
        var wish = new NewProgram(Privacy.unique("Made "), role, site, Duration.ofDays(days));
        var made = Staff.with(doors -> ProgramClient.programs(doors).add(by, wish));
        if (problem.isEmpty()) assertThat(made).isInstanceOf(ProgramMade.Done.class);
        else assertThat(made).isEqualTo(new ProgramMade.Refused(ProgramMade.Problem.valueOf(problem)));
    }

    /** It is no person: nobody signs in with it, resets it or gives it a role. */
    @Test
    void aProgramIsNoAccountOfAnybody() {
        var admin = Staff.admin();
        var account = Staff.with(doors -> doors.database().read(connection -> Sql.first(
                        connection, "select id from account where display_name = ?", row -> row.getLong(1), aide.name())
                .orElseThrow()));
        assertThat(http.get("/desk/accounts", "Cookie: " + admin.cookie()).body())
                .doesNotContain(aide.name());
        assertThat(http.get("/desk/account/" + account, "Cookie: " + admin.cookie())
                        .status())
                .isEqualTo(404);
        assertThat(form("/desk/account/" + account + "/reset", "", admin).status())
                .isEqualTo(404);
    }

    @Test
    void thePageShowsATokenOnceAndTheDocumentToAdministratorsOnly() {
        var admin = Staff.of(Role.ADMIN, "LMC");
        var name = Privacy.unique("By the door ");
        var made = form("/desk/programs/new", "name=" + name.replace(' ', '+') + "&role=AIDE&site=LMC&days=30", admin);
        assertThat(made.status()).isEqualTo(200);
        var token = made.body().replaceAll("(?s).*(crl_[A-Za-z0-9_-]{43}).*", "$1");
        assertThat(ProgramClient.with(token).get(ABSENT).status()).isEqualTo(404);
        var page = http.get("/desk/programs", "Cookie: " + admin.cookie());
        assertThat(page.body()).contains(name).doesNotContain(token);
        assertThat(form("/desk/programs/new", "name=&role=AIDE&site=LMC&days=30", admin)
                        .status())
                .isEqualTo(422);
        var document = http.get("/desk/programs/openapi.json", "Cookie: " + admin.cookie());
        assertThat(document.status()).isEqualTo(200);
        assertThat(document.header("Content-Type")).startsWith("application/json");
        rows().forEach(row -> assertThat(document.body())
                .containsPattern(Pattern.quote("\"" + row.path()).replace("{word}", "\\E\\{[a-z]+}\\Q")));
        var librarian = Staff.of(Role.LIBRARIAN, "LMC");
        assertThat(http.get("/desk/programs/openapi.json", "Cookie: " + librarian.cookie())
                        .status())
                .isEqualTo(404);
        assertThat(technician.get("/desk/programs/openapi.json").header("Location"))
                .startsWith("/sign-in");
    }

    private Answer form(String path, String body, Staff staff) {
        return http.send(
                "POST",
                path,
                body,
                List.of(
                        "Host: " + http.host(),
                        "Cookie: carrel-language=en; " + staff.cookie(),
                        "Sec-Fetch-Site: same-origin",
                        "Content-Type: application/x-www-form-urlencoded",
                        "Content-Length: " + body.length()));
    }

    /** One in 64 was not, as a number that the database stores in another order. */
    @Test
    void everyKeyIsKnownAgain() {
        var mark = UUID.randomUUID().toString();
        Staff.with(doors -> {
            var programs = ProgramClient.programs(doors);
            for (var i = 0; i < 300; i++) {
                var number = programs.numberOf("a token", mark + i);
                assertThat(programs.isSame("a token", number, "POST /x", new byte[] {1}))
                        .isTrue();
                assertThat(programs.isSame("a token", number, "POST /x", new byte[] {1}))
                        .isTrue();
                assertThat(programs.isSame("a token", number, "POST /x", new byte[] {2}))
                        .isFalse();
            }
            return true;
        });
    }

    @Test
    void theNumberOfAKeyIsTheProgramsOwn() {
        var key = UUID.randomUUID().toString();
        Staff.with(doors -> {
            var programs = ProgramClient.programs(doors);
            assertThat(programs.numberOf("a", key))
                    .isEqualTo(programs.numberOf("a", key))
                    .isNotEqualTo(programs.numberOf("b", key));
            return true;
        });
    }
}
