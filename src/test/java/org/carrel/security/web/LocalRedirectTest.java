package org.carrel.security.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.carrel.security.WebSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalRedirectTest {
    private final LocalRedirect redirect = new LocalRedirect(
            new WebSettings(URI.create("https://library.example.org"), 1, "School"), "/desk/check-out");

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(textBlock = """
            /search?q=x,                           /search?q=x
            https://library.example.org/a?b=c#d,   /a?b=c#d
            https://library.example.org,           /
            # relative ones count from the page that was asked for
            check-in,                              /desk/check-in
            ../,                                   /
            # no host can hide in the path that is left
            https://library.example.org//evil.ex/, /evil.ex/
            # named on purpose: a sign-in elsewhere
            https://login.example.com/x,           https://login.example.com/x
            """)
    void ourOwnHostIsNeverInTheLocation(String wanted, String location) {
        assertThat(redirect.location(wanted)).isEqualTo(location);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a\r\nSet-Cookie: x=y", "/a\nb", "http://a b/"})
    void whatIsNoAddressIsRefused(String wanted) {
        assertThatIllegalArgumentException().isThrownBy(() -> redirect.location(wanted));
    }

    @Test
    void oneSecurityPolicyCoversTheNonceOfALibrary() {
        var policy = new ContentSecurityPolicy();
        policy.admit("script-src 'self' 'unsafe-inline' 'nonce-YWJjZGVmZ2hpamtsbW5vcA==';");
        assertThat(policy.value())
                .contains("'nonce-YWJjZGVmZ2hpamtsbW5vcA=='", "'nonce-" + policy.nonce() + "'")
                .doesNotContain("unsafe-inline");
    }

    @Test
    void noTwoAnswersShareANonce() {
        assertThat(new ContentSecurityPolicy().nonce()).isNotEqualTo(new ContentSecurityPolicy().nonce());
    }
}
