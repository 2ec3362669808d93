package org.carrel.security.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.carrel.security.rules.IdTokenRules.Expected;
import org.carrel.security.rules.IdTokenRules.Wrong;
import org.junit.jupiter.api.Test;

class IdTokenRulesTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Expected EXPECTED =
            new Expected("https://id.example", "carrel", "n", Optional.of("lakeside.example"), Optional.empty());

    private static Map<String, Object> good() {
        return new HashMap<>(Map.of(
                "iss", "https://id.example",
                "aud", "carrel",
                "sub", "s",
                "nonce", "n",
                "iat", NOON.getEpochSecond(),
                "exp", NOON.getEpochSecond() + 300,
                "hd", "lakeside.example"));
    }

    @Test
    void whatWeAskedForIsTaken() {
        assertThat(IdTokenRules.wrong(good(), EXPECTED, NOON)).isEmpty();
    }

    @Property
    boolean anythingElseInAClaimIsRefused(@ForAll String other) {
        for (var claim : List.of("iss", "aud", "nonce", "hd")) {
            var claims = good();
            if (other.equals(claims.put(claim, other))) continue;
            if (IdTokenRules.wrong(claims, EXPECTED, NOON).isEmpty()) return false;
        }
        return true;
    }

    @Property
    boolean aClaimOfAnotherKindIsRefusedAndBreaksNothing(@ForAll @IntRange(max = 6) int which) {
        var claim = List.of("iss", "aud", "sub", "nonce", "exp", "hd", "iat").get(which);
        var claims = good();
        claims.put(claim, Map.of("x", List.of()));
        return claim.equals("iat") || IdTokenRules.wrong(claims, EXPECTED, NOON).isPresent();
    }

    /** Clocks differ by a minute, not more. */
    @Property
    boolean timeIsKept(@ForAll @IntRange(min = -1_000, max = 1_000) int seconds) {
        var wrong = IdTokenRules.wrong(good(), EXPECTED, NOON.plusSeconds(seconds));
        if (seconds >= 360) return wrong.equals(Optional.of(Wrong.EXPIRED));
        if (seconds < -60) return wrong.equals(Optional.of(Wrong.FROM_THE_FUTURE));
        return wrong.isEmpty();
    }

    @Test
    void anEmptyNonceIsNoNonce() {
        var claims = good();
        claims.put("nonce", "");
        var expected = new Expected("https://id.example", "carrel", "", Optional.empty(), Optional.empty());
        assertThat(IdTokenRules.wrong(claims, expected, NOON)).contains(Wrong.NONCE);
    }

    @Test
    void onlyAVerifiedAddressOrATenantsNameIsAName() {
        var claims = good();
        claims.put("email", "Maria@Lakeside.example");
        claims.put("preferred_username", "m@lakeside.example");
        assertThat(IdTokenRules.name(claims, EXPECTED)).isEmpty();
        claims.put("email_verified", true);
        assertThat(IdTokenRules.name(claims, EXPECTED)).contains("maria@lakeside.example");
        claims.remove("email_verified");
        var tenant = new Expected("https://id.example", "carrel", "n", Optional.empty(), Optional.of("t"));
        assertThat(IdTokenRules.name(claims, tenant)).contains("m@lakeside.example");
    }
}
