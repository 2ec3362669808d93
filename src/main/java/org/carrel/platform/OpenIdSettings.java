package org.carrel.platform;

import java.net.URI;
import java.util.Optional;

/**
 * Where else people can sign in (OpenID Connect).
 *
 * @param domain the Google Workspace domain people must be of
 * @param tenant the Microsoft Entra tenant people must be of
 * @param name of it, for the button
 */
public record OpenIdSettings(
        URI issuer,
        String clientId,
        String clientSecret,
        Optional<String> domain,
        Optional<String> tenant,
        String name) {
    /** Without the secret, which has no business in a log. */
    @Override
    public String toString() {
        return "OpenIdSettings[" + issuer + ", " + clientId + "]";
    }
}
