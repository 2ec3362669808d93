package org.carrel.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.carrel.fixtures.SchoolProvider;
import org.carrel.fixtures.Staff;
import org.carrel.platform.OpenIdSettings;
import org.carrel.security.AccountResult.Done;
import org.carrel.security.OpenId.Away;
import org.carrel.security.SignInResult.Elsewhere;
import org.carrel.security.SignInResult.Elsewhere.Problem;
import org.carrel.security.SignInResult.SignedIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The school's own sign-in, with a real provider that signs, or lies. */
class OpenIdIT {
    private static final URI BASE = URI.create("http://127.0.0.1:1");
    private static final SignInFrom FROM = new SignInFrom("198.51.100.7", "", "");

    private SchoolProvider provider = SchoolProvider.open(0);
    private String domain = "";
    private String tenant = "";

    @BeforeEach
    void open() {
        provider.close();
        provider = SchoolProvider.open(0);
    }

    @AfterEach
    void close() {
        provider.close();
    }

    private OpenId openId(SignIn signIn) {
        var settings = new OpenIdSettings(
                provider.issuer(),
                SchoolProvider.CLIENT,
                SchoolProvider.SECRET,
                Optional.of(domain).filter(text -> !text.isEmpty()),
                Optional.of(tenant).filter(text -> !text.isEmpty()),
                "the school");
        return new OpenId(Optional.of(settings), new WebSettings(BASE, 1, "School"), signIn, Clock.systemUTC());
    }

    private static String account() {
        var name = "o" + Long.toString(System.nanoTime(), 28) + "@lakeside.example";
        var root = new Caller(0, "test", "Test", Role.ADMIN, Optional.empty());
        var wish = new AccountChange(name, "From elsewhere", Role.TEACHER, Optional.empty());
        return Staff.with(doors -> {
            assertThat(doors.accounts().add(root, wish)).isInstanceOf(Done.class);
            return name;
        });
    }

    /** The whole way: to the provider, through its page, and back with what it adds. */
    private SignInResult walk() {
        return walk(said -> {}, memory -> memory);
    }

    private SignInResult walk(Consumer<Map<String, String>> change, UnaryOperator<String> keep) {
        return Staff.with(doors -> {
            var openId = openId(doors.signIn());
            var away = openId.leave().orElseThrow();
            var said = new HashMap<>(through(away));
            change.accept(said);
            return openId.comeBack(said, keep.apply(away.memory()), FROM);
        });
    }

    private static Map<String, String> through(Away away) {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(HttpRequest.newBuilder(away.to()).build(), BodyHandlers.discarding());
            var back = URI.create(answer.headers().firstValue("Location").orElseThrow());
            assertThat(back.toString()).startsWith(BASE + OpenId.BACK + "?");
            return SchoolProvider.parameters(back.getRawQuery());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whoTheSchoolKnowsAndHasAnAccountIsIn() {
        var name = account();
        provider.person("subject-" + name, name.toUpperCase());
        var in = (SignedIn) walk();
        assertThat(in.caller().username()).isEqualTo(name);
        assertThat(in.caller().role()).isEqualTo(Role.TEACHER);
        assertThat(Staff.<Boolean>with(
                        doors -> doors.sessions().find(in.session(), true).isPresent()))
                .isTrue();
    }

    @Test
    void theIdentityCountsFromThenOnAndNotTheAddress() {
        var name = account();
        provider.person("subject-" + name, name);
        assertThat(walk()).isInstanceOf(SignedIn.class);
        provider.says(claims -> claims.put("email", "renamed@lakeside.example"));
        assertThat(walk()).isInstanceOf(SignedIn.class);
        provider.person("another-" + name, name);
        assertThat(walk()).as("somebody who got the address later").isEqualTo(new Elsewhere(Problem.NO_ACCOUNT));
    }

    @Test
    void nobodyGetsAnAccountByTheWay() {
        provider.person("s", "stranger-" + System.nanoTime() + "@lakeside.example");
        assertThat(walk()).isEqualTo(new Elsewhere(Problem.NO_ACCOUNT));
    }

    @Test
    void aDisabledAccountStaysClosed() {
        var person = Staff.another(Role.TEACHER);
        provider.person("subject-" + person.username(), person.username());
        assertThat(walk()).isInstanceOf(SignedIn.class);
        Staff.with(doors ->
                doors.accounts().disable(Staff.admin().caller(), person.caller().account()));
        assertThat(walk()).isEqualTo(new Elsewhere(Problem.NO_ACCOUNT));
    }

    @Test
    void anAddressThatNobodyHasVerifiedIsNoName() {
        var name = account();
        provider.person("subject-" + name, name).says(claims -> claims.put("email_verified", false));
        assertThat(walk()).isEqualTo(new Elsewhere(Problem.NO_ACCOUNT));
        provider.says(claims -> claims.put("email_verified", "true"));
        assertThat(walk()).isEqualTo(new Elsewhere(Problem.NO_ACCOUNT));
        provider.says(claims -> claims.put("preferred_username", name));
        assertThat(walk()).as("a name outside of any tenant").isEqualTo(new Elsewhere(Problem.NO_ACCOUNT));
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                lie("another issuer", claims -> claims.put("iss", "https://evil.example")),
                lie("for another client", claims -> claims.put("aud", "somebody-else")),
                lie("for several, by another party", claims -> {
                    claims.put("aud", List.of(SchoolProvider.CLIENT, "other"));
                    claims.put("azp", "other");
                }),
                lie("for several, by nobody", claims -> claims.put("aud", List.of(SchoolProvider.CLIENT, "other"))),
                lie("another nonce", claims -> claims.put("nonce", "x")),
                lie("no nonce", claims -> claims.remove("nonce")),
                lie("over", claims -> claims.put("exp", 1_000_000_000L)),
                lie("without end", claims -> claims.remove("exp")),
                lie("of tomorrow", claims -> claims.put("iat", (Long) claims.get("iat") + 86_400)),
                lie("no subject", claims -> claims.remove("sub")),
                lie("another domain", claims -> claims.put("hd", "evil.example")),
                lie("no domain", claims -> claims.remove("hd")),
                lie("another tenant", claims -> claims.put("tid", "evil")),
                lie("no tenant", claims -> claims.remove("tid")));
    }

    private static Arguments lie(String name, Consumer<Map<String, Object>> change) {
        return Arguments.of(name, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void aTokenThatSaysSomethingElseLetsNobodyIn(String name, Consumer<Map<String, Object>> change) {
        domain = "lakeside.example";
        tenant = "tenant-1";
        var account = account();
        provider.person("subject-" + account, account).says(claims -> {
            claims.put("hd", domain);
            claims.put("tid", tenant);
        });
        assertThat(walk()).as("the same without the lie").isInstanceOf(SignedIn.class);
        provider.says(change);
        assertThat(walk()).isEqualTo(new Elsewhere(Problem.FAILED));
    }

    @Test
    void aTenantsOwnNameIsTakenWhereTheTenantIsOurs() {
        tenant = "tenant-1";
        var account = account();
        provider.says(claims -> {
            claims.put("sub", "subject-" + account);
            claims.put("tid", tenant);
            claims.put("preferred_username", account);
        });
        assertThat(walk()).isInstanceOf(SignedIn.class);
    }

    @Test
    void onlyItsOwnSignatureCounts() {
        var account = account();
        provider.person("subject-" + account, account).signsWithAnotherKey();
        assertThat(walk()).isEqualTo(new Elsewhere(Problem.FAILED));
        provider.close();
        provider = SchoolProvider.open(0).person("subject-" + account, account).doesNotSign();
        assertThat(walk()).isEqualTo(new Elsewhere(Problem.FAILED));
    }

    @Test
    void whatDidNotStartHereDoesNotEndHere() {
        var account = account();
        provider.person("subject-" + account, account);
        var failed = new Elsewhere(Problem.FAILED);
        assertThat(walk(said -> said.put("state", "x"), memory -> memory)).isEqualTo(failed);
        assertThat(walk(said -> said.remove("state"), memory -> memory)).isEqualTo(failed);
        assertThat(walk(said -> {}, memory -> "")).as("another browser").isEqualTo(failed);
        assertThat(walk(said -> {}, memory -> "..")).isEqualTo(failed);
        assertThat(walk(said -> said.put("state", ""), memory -> "..")).isEqualTo(failed);
        assertThat(walk(said -> said.put("code", "x"), memory -> memory)).isEqualTo(failed);
        assertThat(walk(said -> said.put("iss", "https://evil.example"), memory -> memory))
                .isEqualTo(failed);
        assertThat(walk(said -> {}, memory -> memory.replaceAll("\\.[^.]*$", ".another-verifier")))
                .as("without the secret of the one who started (PKCE)")
                .isEqualTo(failed);
    }

    @Test
    void whoGoesBackIsTold() {
        provider.refuses("access_denied");
        assertThat(walk()).isEqualTo(new Elsewhere(Problem.CANCELLED));
    }

    @Test
    void aProviderThatIsNotWhatItShouldBeIsNotAsked() { // ST-11
        var signIn = Staff.with(doors -> openId(doors.signIn()));
        provider.saysOfItself(said -> said.put("issuer", "https://evil.example"));
        assertThat(signIn.leave()).isEmpty();
        for (var address : List.of("http://169.254.169.254/x", "file:///etc/passwd", "http://localhost:1/", "x")) {
            provider.saysOfItself(said -> said.put("token_endpoint", address));
            assertThat(signIn.leave()).as(address).isEmpty();
        }
        provider.close();
        assertThat(signIn.leave()).as("away").isEmpty();
    }
}
