package org.carrel.security.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.carrel.platform.OpenIdSettings;

/**
 * The other side's addresses and keys. Asked at the configured address and where that one points to, over TLS, without
 * following redirects, for a few seconds and not more than a megabyte.
 */
public final class Provider {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LARGEST = 1 << 20;
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);

    private final OpenIdSettings settings;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public Provider(OpenIdSettings settings) {
        this.settings = settings;
    }

    /** What it says about itself (OpenID Connect Discovery 1.0). */
    public record Addresses(URI authorization, URI token, URI keys) {}

    public Addresses addresses() throws ProviderProblem {
        var base = settings.issuer().toString().replaceFirst("/$", "");
        var said = get(URI.create(base + "/.well-known/openid-configuration"));
        if (!settings.issuer().toString().equals(said.get("issuer"))) {
            throw new ProviderProblem("It calls itself " + said.get("issuer"));
        }
        return new Addresses(
                address(said, "authorization_endpoint"), address(said, "token_endpoint"), address(said, "jwks_uri"));
    }

    private URI address(Map<String, Object> said, String name) throws ProviderProblem {
        try {
            var address = URI.create(String.valueOf(said.get(name)));
            var safe = "https".equals(address.getScheme())
                    || settings.issuer().getScheme().equals(address.getScheme())
                            && settings.issuer().getRawAuthority().equals(address.getRawAuthority());
            if (safe && address.getHost() != null) return address;
        } catch (IllegalArgumentException e) {
            throw new ProviderProblem("Its " + name + " is no address", e);
        }
        throw new ProviderProblem("Its " + name + " is not safe: " + said.get(name));
    }

    /** The ID token for a code (RFC 6749 section 4.1.3, RFC 7636 section 4.5), as it came. */
    public String idToken(Addresses addresses, String code, String verifier, URI back) throws ProviderProblem {
        var form = Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "code_verifier",
                verifier,
                "redirect_uri",
                back.toString(),
                "client_id",
                settings.clientId(),
                "client_secret",
                settings.clientSecret());
        var body = form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var answer = json(HttpRequest.newBuilder(addresses.token())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(body)));
        if (answer.get("id_token") instanceof String token) return token;
        throw new ProviderProblem("It gave no ID token");
    }

    /** What a token says that is signed by one of its keys, with a kind of signature that we take. */
    public Map<String, Object> claims(Addresses addresses, String token) throws ProviderProblem {
        var keys = get(addresses.keys());
        try {
            var processor = new DefaultJWTProcessor<SecurityContext>();
            var source = new ImmutableJWKSet<SecurityContext>(JWKSet.parse(keys));
            processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, source));
            processor.setJWTClaimsSetVerifier((claims, context) -> {}); // by our own rules, which name what is wrong
            return processor.process(SignedJWT.parse(token), null).toJSONObject();
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw new ProviderProblem("Its ID token is not signed by it", e);
        }
    }

    private Map<String, Object> get(URI address) throws ProviderProblem {
        return json(HttpRequest.newBuilder(address).header("Accept", "application/json"));
    }

    private Map<String, Object> json(HttpRequest.Builder request) throws ProviderProblem {
        try {
            var answer = http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofInputStream());
            try (InputStream in = answer.body()) {
                if (answer.statusCode() != 200) throw new ProviderProblem("It answered " + answer.statusCode());
                var bytes = in.readNBytes(LARGEST + 1);
                if (bytes.length > LARGEST) throw new ProviderProblem("Its answer has no end");
                return JSONObjectUtils.parse(new String(bytes, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new ProviderProblem("It does not answer", e);
        } catch (ParseException e) {
            throw new ProviderProblem("Its answer is no JSON", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderProblem("We were stopped", e);
        }
    }
}
