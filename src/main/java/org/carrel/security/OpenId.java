package org.carrel.security;

import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.carrel.platform.Door;
import org.carrel.platform.OpenIdSettings;
import org.carrel.platform.Settings;
import org.carrel.security.SignInResult.Elsewhere;
import org.carrel.security.openid.Provider;
import org.carrel.security.openid.ProviderProblem;
import org.carrel.security.rules.IdTokenRules;
import org.carrel.security.rules.IdTokenRules.Expected;
import org.carrel.security.rules.Secret;

/** Sign-in with the account of the school, at Google Workspace, Microsoft Entra or whoever speaks OpenID Connect. */
@Door
public class OpenId {
    /** Where people come back, after the base URL. */
    public static final String BACK = "/sign-in/return";

    private static final Logger LOG = System.getLogger(OpenId.class.getName());

    private final Optional<OpenIdSettings> settings;
    private final WebSettings web;
    private final SignIn signIn;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    @Inject
    public OpenId(Settings settings, WebSettings web, SignIn signIn, Clock clock) {
        this(settings.openId(), web, signIn, clock);
    }

    public OpenId(Optional<OpenIdSettings> settings, WebSettings web, SignIn signIn, Clock clock) {
        this.settings = settings;
        this.web = web;
        this.signIn = signIn;
        this.clock = clock;
    }

    /**
     * Somebody on the way to the other side.
     *
     * @param to where the browser goes
     * @param memory what it must bring back, together with what the other side adds; for a cookie of a few minutes
     */
    public record Away(URI to, String memory) {}

    /** Name of the other side, for the button; empty when there is none. */
    public Optional<String> name() {
        return settings.map(OpenIdSettings::name);
    }

    /** Empty when there is no other side, or it does not answer. */
    public Optional<Away> leave() {
        if (settings.isEmpty()) return Optional.empty();
        var other = settings.get();
        var state = Secret.token(random);
        var nonce = Secret.token(random);
        var verifier = Secret.token(random);
        try {
            var address = new Provider(other).addresses().authorization();
            var query = new LinkedHashMap<String, String>();
            query.put("response_type", "code");
            query.put("client_id", other.clientId());
            query.put("redirect_uri", back().toString());
            query.put("scope", "openid email profile");
            query.put("state", state);
            query.put("nonce", nonce);
            query.put("code_challenge", challenge(verifier));
            query.put("code_challenge_method", "S256");
            query.put("prompt", "select_account"); // many people use one machine
            other.domain().ifPresent(domain -> query.put("hd", domain));
            return Optional.of(new Away(with(address, query), state + "." + nonce + "." + verifier));
        } catch (ProviderProblem e) {
            LOG.log(Level.WARNING, "Sign-in at " + other.issuer() + " cannot begin", e);
            return Optional.empty();
        }
    }

    /**
     * Somebody who comes back.
     *
     * @param said the parameters of the address
     * @param memory what {@link #leave} gave, out of the browser's cookie; empty when it has none
     */
    public SignInResult comeBack(Map<String, String> said, String memory, SignInFrom from) {
        var kept = memory.split("\\.");
        if (settings.isEmpty() || kept.length != 3 || !same(said.getOrDefault("state", ""), kept[0])) {
            return new Elsewhere(Elsewhere.Problem.FAILED);
        }
        if (said.containsKey("error")) return new Elsewhere(Elsewhere.Problem.CANCELLED);
        var other = settings.get();
        var issuer = said.get("iss"); // RFC 9207
        if (issuer != null && !issuer.equals(other.issuer().toString())) return failed("iss is " + issuer);
        try {
            var provider = new Provider(other);
            var addresses = provider.addresses();
            var token = provider.idToken(addresses, said.getOrDefault("code", ""), kept[2], back());
            return known(provider.claims(addresses, token), expected(other, kept[1]), from);
        } catch (ProviderProblem e) {
            LOG.log(Level.WARNING, "Sign-in at " + other.issuer() + " failed", e);
            return new Elsewhere(Elsewhere.Problem.FAILED);
        }
    }

    private SignInResult known(Map<String, Object> claims, Expected expected, SignInFrom from) {
        var wrong = IdTokenRules.wrong(claims, expected, clock.instant());
        if (wrong.isPresent()) return failed("the ID token has a wrong " + wrong.get());
        var subject = String.valueOf(claims.get("sub"));
        return signIn.byIdentity(expected.issuer(), subject, IdTokenRules.name(claims, expected), from);
    }

    private static SignInResult failed(String why) {
        LOG.log(Level.WARNING, "Sign-in elsewhere failed: " + why);
        return new Elsewhere(Elsewhere.Problem.FAILED);
    }

    private static Expected expected(OpenIdSettings other, String nonce) {
        return new Expected(other.issuer().toString(), other.clientId(), nonce, other.domain(), other.tenant());
    }

    private URI back() {
        return web.baseUrl().resolve(BACK);
    }

    private static URI with(URI address, Map<String, String> query) {
        var text = query.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return URI.create(address + (address.getRawQuery() == null ? "?" : "&") + text);
    }

    private static String challenge(String verifier) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Secret.hash(verifier));
    }

    private static boolean same(String said, String kept) {
        return MessageDigest.isEqual(said.getBytes(StandardCharsets.UTF_8), kept.getBytes(StandardCharsets.UTF_8));
    }
}
