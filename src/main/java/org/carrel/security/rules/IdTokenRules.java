package org.carrel.security.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an ID token must say before anybody is let in by it (OpenID Connect Core 1.0 section 3.1.3.7); its signature is
 * looked at elsewhere. All that is wrong has one name each, for the log.
 */
public final class IdTokenRules {
    private static final Duration SKEW = Duration.ofSeconds(60);

    private IdTokenRules() {}

    /**
     * What we asked for.
     *
     * @param domain hosted domain of Google Workspace that the person must be of
     * @param tenant of Microsoft Entra that the person must be of
     */
    public record Expected(
            String issuer, String clientId, String nonce, Optional<String> domain, Optional<String> tenant) {}

    /** Why nobody is let in by it. */
    public enum Wrong {
        ISSUER,
        AUDIENCE,
        PARTY,
        NONCE,
        EXPIRED,
        FROM_THE_FUTURE,
        DOMAIN,
        TENANT,
        SUBJECT
    }

    /** @param claims as JSON has them: texts, numbers of seconds, lists of texts */
    public static Optional<Wrong> wrong(Map<String, ?> claims, Expected expected, Instant now) {
        if (!expected.issuer().equals(claims.get("iss"))) return Optional.of(Wrong.ISSUER);
        var audience = audience(claims.get("aud"));
        if (!audience.contains(expected.clientId())) return Optional.of(Wrong.AUDIENCE);
        var party = claims.get("azp");
        var needsParty = audience.size() > 1 || party != null;
        if (needsParty && !expected.clientId().equals(party)) return Optional.of(Wrong.PARTY);
        if (expected.nonce().isEmpty() || !expected.nonce().equals(claims.get("nonce")))
            return Optional.of(Wrong.NONCE);
        if (!(claims.get("sub") instanceof String subject) || subject.isBlank() || subject.length() > 255)
            return Optional.of(Wrong.SUBJECT);
        return time(claims, now).or(() -> school(claims, expected));
    }

    private static Optional<Wrong> time(Map<String, ?> claims, Instant now) {
        var ends = seconds(claims.get("exp"));
        if (ends.isEmpty() || !now.isBefore(ends.get().plus(SKEW))) return Optional.of(Wrong.EXPIRED);
        var begins = seconds(claims.get("nbf")).or(() -> seconds(claims.get("iat")));
        return begins.filter(now.plus(SKEW)::isBefore).map(begin -> Wrong.FROM_THE_FUTURE);
    }

    private static Optional<Wrong> school(Map<String, ?> claims, Expected expected) {
        var domain = expected.domain();
        if (domain.isPresent() && !domain.get().equals(claims.get("hd"))) return Optional.of(Wrong.DOMAIN);
        var tenant = expected.tenant();
        return tenant.isPresent() && !tenant.get().equals(claims.get("tid"))
                ? Optional.of(Wrong.TENANT)
                : Optional.empty();
    }

    /**
     * The name by which the person may have an account here: an address that the issuer says it has verified; of a tenant's
     * own directory the name that the directory itself gives out.
     */
    public static Optional<String> name(Map<String, ?> claims, Expected expected) {
        var verified = Boolean.TRUE.equals(claims.get("email_verified"));
        var name = verified
                ? claims.get("email")
                : expected.tenant().isPresent() ? claims.get("preferred_username") : null;
        return name instanceof String text ? Optional.of(text.toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    private static List<?> audience(@Nullable Object claim) {
        return claim instanceof List<?> list ? list : claim == null ? List.of() : List.of(claim);
    }

    private static Optional<Instant> seconds(@Nullable Object claim) {
        return claim instanceof Number number
                ? Optional.of(Instant.ofEpochSecond(number.longValue()))
                : Optional.empty();
    }
}
