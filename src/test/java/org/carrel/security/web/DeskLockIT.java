package org.carrel.security.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.carrel.fixtures.Staff;
import org.carrel.platform.Sql;
import org.carrel.security.DeskLock;
import org.carrel.security.Role;
import org.carrel.security.SignInFrom;
import org.carrel.security.SignInResult;
import org.carrel.security.SignInResult.SignedIn;
import org.carrel.security.WebSettings;
import org.carrel.security.rules.Secret;
import org.carrel.security.web.RawHttp.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A desk that its person has left, as a browser sees it. ST numbers are our threat tests'. */
class DeskLockIT {
    private static final String PIN = "485913";
    private static final String BADGE = "S-10045";
    private static final String SCRIPT = "Sec-Fetch-Mode: cors";
    private static final String CLICK = "Sec-Fetch-Mode: navigate";

    private final RawHttp http = RawHttp.toProduct();

    private Answer post(String path, String body, String... headers) {
        var all = new ArrayList<>(List.of(
                "Host: " + http.host(),
                "Sec-Fetch-Site: same-origin",
                "Content-Type: application/x-www-form-urlencoded",
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

    private static String cookie(Answer answer, String name) {
        return answer.all("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.replaceFirst(";.*", ""))
                .findFirst()
                .orElse("");
    }

    private Answer lock(String session, String page) {
        return post("/lock", form("page", page), "Cookie: " + session, CLICK);
    }

    private Answer unlock(String session, String secret, String pin) {
        return post("/unlock", form("secret", secret, "pin", pin), "Cookie: " + session, CLICK);
    }

    private boolean isOpen(String session) {
        return http.get("/account", "Cookie: " + session).status() == 200;
    }

    private boolean isLocked(String session) {
        return "/locked".equals(http.get("/account", "Cookie: " + session).header("Location"));
    }

    /** The session of this person as if nobody had touched it for so long. */
    private static void leftAlone(Staff person, Duration time) {
        Staff.with(doors -> doors.database()
                .transaction(connection -> Sql.update(
                        connection,
                        "update account_session set last_used_at = timestampadd(second, ?, last_used_at) where account_id = ?",
                        -time.toSeconds(),
                        person.caller().account())));
    }

    @Test
    void aLockedDeskAnswersWithItsLockAndDoesNothing() {
        var librarian = Staff.another(Role.LIBRARIAN);
        var session = librarian.cookie();
        assertThat(lock(session, "/desk/search-words").header("Location")).isEqualTo("/locked");
        var page = http.get("/desk/people?q=anybody", "Cookie: " + session, CLICK);
        assertThat(page.status()).isEqualTo(303);
        assertThat(page.header("Location"))
                .as("says nothing of who was looked for")
                .isEqualTo("/locked");
        assertThat(page.header("Carrel-Locked")).isEqualTo("yes");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        for (var path : List.of("/desk/import/1/status", "/desk/people", "/desk/no-such-page")) {
            var answer = http.get(path, "Cookie: " + session, SCRIPT);
            assertThat(answer.status()).as(path).isEqualTo(423);
            assertThat(answer.header("Carrel-Locked")).isEqualTo("yes");
            assertThat(answer.body().strip()).isIn("", "0");
        }
        assertThat(http.get("/", "Cookie: " + session).status())
                .as("the catalog")
                .isEqualTo(200);
        var shown = http.get("/locked", "Cookie: " + session);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.body()).contains(librarian.caller().displayName()).doesNotContain("anybody", "search-words");
    }

    @Test
    void aScriptsFormIsNotExecutedWhileTheDeskIsLocked() {
        var teacher = Staff.another(Role.TEACHER);
        var session = teacher.cookie();
        var wish =
                form("password", Staff.PASSWORD, "new-password", "nine paper lanterns", "again", "nine paper lanterns");
        lock(session, "");
        for (var mode : List.of(SCRIPT, "Sec-Fetch-Mode: same-origin", "X-Nothing: said")) {
            var answer = post("/account", wish, "Cookie: " + session, mode);
            assertThat(answer.status()).as(mode).isEqualTo(423);
            assertThat(answer.header("Carrel-Locked")).as(mode).isEqualTo("yes");
        }
        assertThat(post("/account", wish, "Cookie: " + session, CLICK).header("Location"))
                .as("a person's form")
                .isEqualTo("/locked");
        var unlocked = unlock(session, Staff.PASSWORD, "");
        assertThat(unlocked.status()).as("the password is still the old one").isEqualTo(303);
        assertThat(post("/account", wish, "Cookie: " + cookie(unlocked, "carrel-session"), SCRIPT)
                        .status())
                .as("sent again afterwards")
                .isEqualTo(303);
    }

    @Test
    void itsPersonComesBackToThePageUnderANewToken() { // ST-18
        var librarian = Staff.another(Role.LIBRARIAN);
        var session = librarian.cookie();
        var locked = lock(session, "/desk/people?q=Zo%C3%AB");
        var page = cookie(locked, "carrel-page");
        assertThat(locked.all("Set-Cookie")).allMatch(cookie -> cookie.contains("; HttpOnly"));
        var unlocked = unlock(session + "; " + page, Staff.PASSWORD, "");
        assertThat(unlocked.status()).isEqualTo(303);
        assertThat(unlocked.header("Location")).isEqualTo("/desk/people?q=Zo%C3%AB");
        var renewed = cookie(unlocked, "carrel-session");
        assertThat(renewed).isNotEqualTo(session);
        assertThat(isOpen(renewed)).isTrue();
        assertThat(isOpen(session)).as("the token from before").isFalse();
        assertThat(http.get("/account/unlock", "Cookie: " + renewed).status())
                .as("the password was shown")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example", "https://evil.example/", "/\\evil.example", "/desk/\r\nX: y", "/sign-out"})
    void noPageLeadsElsewhere(String page) { // ST-10
        var session = Staff.another(Role.AIDE).cookie();
        var kept = cookie(lock(session, page), "carrel-page");
        var planted = "carrel-page=" + Base64.getUrlEncoder().withoutPadding().encodeToString(page.getBytes(UTF_8));
        var unlocked = unlock(session + "; " + (kept.isEmpty() ? planted : kept), Staff.PASSWORD, "");
        assertThat(unlocked.header("Location")).isEqualTo("/desk/");
    }

    @Test
    void whoDoesNothingForTooLongIsLockedOutAndNotThrownOut() {
        var librarian = Staff.another(Role.LIBRARIAN);
        var session = librarian.cookie();
        leftAlone(librarian, Duration.ofMinutes(14));
        assertThat(isOpen(session)).isTrue();
        leftAlone(librarian, Duration.ofMinutes(16));
        var answer = http.get("/desk/search-words?x=1", "Cookie: " + session, CLICK);
        assertThat(answer.header("Location")).isEqualTo("/locked");
        var page = cookie(answer, "carrel-page");
        assertThat(unlock(session + "; " + page, Staff.PASSWORD, "").header("Location"))
                .isEqualTo("/desk/search-words?x=1");
        var teacher = Staff.another(Role.TEACHER);
        var theirs = teacher.cookie();
        leftAlone(teacher, Duration.ofMinutes(59));
        assertThat(isOpen(theirs)).isTrue();
        leftAlone(teacher, Duration.ofMinutes(61));
        assertThat(isLocked(theirs)).isTrue();
    }

    @Test
    void aStudentsSessionEndsAndIsNotLocked() {
        var student = Staff.another(Role.STUDENT);
        var session = student.cookie();
        lock(session, "");
        assertThat(isOpen(session)).as("there is nothing to lock").isTrue();
        leftAlone(student, Duration.ofMinutes(3));
        assertThat(http.get("/account", "Cookie: " + session).header("Location"))
                .startsWith("/sign-in");
        assertThat(unlock(session, Staff.PASSWORD, "").header("Location")).isEqualTo("/locked");
        assertThat(http.get("/locked", "Cookie: " + session).header("Location")).isEqualTo("/desk/");
    }

    @Test
    void aPinOrABadgeUnlocksButProvesNothingMore() {
        var librarian = Staff.another(Role.LIBRARIAN);
        var session = keys(librarian.cookie());
        for (var secret : List.of(PIN, BADGE, BADGE.toLowerCase())) {
            lock(session, "");
            var unlocked = unlock(session, secret, "");
            assertThat(unlocked.status()).as(secret).isEqualTo(303);
            session = cookie(unlocked, "carrel-session");
            assertThat(isOpen(session)).isTrue();
            assertThat(http.get("/account/unlock", "Cookie: " + session).header("Location"))
                    .as("whoever knows the PIN chooses no new one")
                    .startsWith("/sign-in");
        }
        assertThat(post("/sign-in", form("username", librarian.username(), "password", PIN))
                        .status())
                .as("a PIN is no password")
                .isEqualTo(422);
    }

    @Test
    void aBadgeAloneIsNotEnoughForAnAdministrator() {
        var session = keys(Staff.another(Role.ADMIN).cookie());
        lock(session, "");
        assertThat(unlock(session, BADGE, "").status()).isEqualTo(422);
        assertThat(unlock(session, BADGE, "485914").status()).isEqualTo(422);
        assertThat(unlock(session, BADGE, PIN).status()).isEqualTo(303);
    }

    private String keys(String session) {
        var pin = post("/account/unlock", form("do", "pin", "pin", PIN, "again", PIN), "Cookie: " + session);
        assertThat(pin.header("Location")).isEqualTo("/account/unlock?done=pin");
        var badge = post("/account/unlock", form("do", "badge", "badge", BADGE), "Cookie: " + session);
        assertThat(badge.header("Location")).isEqualTo("/account/unlock?done=badge");
        return session;
    }

    @Test
    void onlyHashesAreKept() {
        var person = Staff.another(Role.AIDE);
        keys(person.cookie());
        var kept = Staff.with(doors -> doors.database()
                .read(connection -> Sql.list(
                        connection,
                        "select pin_hash, badge_hash from account_unlock where account_id = ?",
                        row -> List.of(row.getString(1), row.getString(2)),
                        person.caller().account())));
        assertThat(kept).singleElement().satisfies(row -> assertThat(row)
                .allMatch(hash -> hash.startsWith("$argon2id$")));
    }

    @Test
    void whoeverSignsInInsteadEndsWhatWasOpen() { // ST-18
        var first = Staff.another(Role.LIBRARIAN);
        var session = first.cookie();
        lock(session, "/desk/search-words");
        var second = Staff.another(Role.LIBRARIAN);
        var in =
                post("/sign-in", form("username", second.username(), "password", Staff.PASSWORD), "Cookie: " + session);
        assertThat(in.header("Location")).as("not the page of the one before").isEqualTo("/desk/");
        assertThat(isOpen(cookie(in, "carrel-session"))).isTrue();
        assertThat(isLocked(session)).isFalse();
        assertThat(unlock(session, Staff.PASSWORD, "").header("Location")).isEqualTo("/locked");
        assertThat(isOpen(session)).isFalse();
    }

    @Test
    void whoSignsOutOfALockedDeskIsOut() {
        var session = Staff.another(Role.LIBRARIAN).cookie();
        lock(session, "");
        post("/sign-out", "", "Cookie: " + session);
        assertThat(isLocked(session)).isFalse();
        assertThat(unlock(session, Staff.PASSWORD, "").status()).isEqualTo(303);
        assertThat(isOpen(session)).isFalse();
    }

    @Test
    void wrongOnesMakeItWait() { // ST-15
        var session = Staff.another(Role.LIBRARIAN).cookie();
        lock(session, "");
        var answer = unlock(session, "111111", "");
        for (var tries = 1; tries < 12 && answer.status() == 422; tries++) answer = unlock(session, "111111", "");
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).matches("[1-9][0-9]*");
        assertThat(isLocked(session)).isTrue();
    }

    /** A thousand PINs at one desk, all at once. */
    @Test
    void aThousandPinsGetNowhereAndLockOutNobodyElse() throws Exception { // ST-15
        var target = Staff.another(Role.LIBRARIAN);
        var colleague = Staff.another(Role.LIBRARIAN);
        keys(target.cookie());
        lock(target.cookie(), "");
        lock(colleague.cookie(), "");
        var school = "198.51.100." + System.nanoTime();
        var moment = Clock.fixed(Clock.systemUTC().instant(), ZoneOffset.UTC); // however slow this machine is
        var results = Staff.at(moment, doors -> {
            var lock = door(doors, moment);
            var tries = new ArrayList<Callable<Optional<SignInResult>>>();
            for (var i = 0; i < 1_000; i++) {
                var typed = String.valueOf(100_000 + 211 * i);
                tries.add(() -> lock.unlock(typed, "", new SignInFrom(school, "", target.token())));
            }
            return atOnce(tries);
        });
        assertThat(results).hasSize(1_000).noneMatch(result -> result.orElseThrow() instanceof SignedIn);
        assertThat(results)
                .filteredOn(result -> result.orElseThrow() instanceof SignInResult.Refused)
                .as("looked at")
                .hasSizeLessThanOrEqualTo(15);
        var other = Staff.at(moment, doors -> door(doors, moment)
                .unlock(Staff.PASSWORD, "", new SignInFrom(school, "", colleague.token())));
        assertThat(other.orElseThrow()).as("at the desk beside it").isInstanceOf(SignedIn.class);
    }

    private static DeskLock door(Staff.Doors doors, Clock clock) {
        var settings = new WebSettings(URI.create("http://127.0.0.1"), 1, "School");
        return new DeskLock(doors.database(), clock, doors.audit(), doors.sessions(), settings);
    }

    private static <T> List<T> atOnce(List<Callable<T>> work) {
        try (var threads = Executors.newFixedThreadPool(16)) {
            var results = new ArrayList<T>();
            for (var done : threads.invokeAll(work)) results.add(done.get());
            return results;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aSchoolMayAskForBadgeAndPinTogether() {
        var person = Staff.another(Role.LIBRARIAN);
        keys(person.cookie());
        lock(person.cookie(), "");
        var both = new WebSettings(URI.create("http://127.0.0.1"), 1, "School", Set.of(), false, true);
        Staff.with(doors -> {
            var lock = new DeskLock(doors.database(), Clock.systemUTC(), doors.audit(), doors.sessions(), both);
            var from = new SignInFrom("198.51.100." + System.nanoTime(), "", person.token());
            assertThat(lock.unlock(BADGE, "", from)).containsInstanceOf(SignInResult.Refused.class);
            assertThat(lock.unlock(PIN, "", from)).containsInstanceOf(SignInResult.Refused.class);
            assertThat(lock.unlock(BADGE, PIN, from)).containsInstanceOf(SignedIn.class);
            return true;
        });
    }

    @Test
    void nothingIsUnlockedAfterTheWholeTimeOfTheRole() {
        var person = Staff.another(Role.LIBRARIAN);
        var session = person.cookie();
        lock(session, "");
        Staff.with(doors -> doors.database()
                .transaction(connection -> Sql.update(
                        connection,
                        "update account_session set created_at = timestampadd(hour, -11, created_at) where token_hash = ?",
                        (Object) Secret.hash(person.token()))));
        assertThat(unlock(session, Staff.PASSWORD, "").header("Location")).isEqualTo("/locked");
        assertThat(http.get("/account", "Cookie: " + session).header("Location"))
                .startsWith("/sign-in");
    }

    @Test
    void aDeskIsHeardOfWhileItsPersonTypes() {
        var librarian = Staff.another(Role.LIBRARIAN);
        var session = librarian.cookie();
        leftAlone(librarian, Duration.ofMinutes(14));
        assertThat(post("/desk/awake", "", "Cookie: " + session, SCRIPT).status())
                .isEqualTo(204);
        leftAlone(librarian, Duration.ofMinutes(14));
        assertThat(isOpen(session)).isTrue();
        lock(session, "");
        assertThat(post("/desk/awake", "", "Cookie: " + session, SCRIPT).status())
                .isEqualTo(423);
    }
}
