package org.carrel.platform;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads where else people can sign in. Where everybody has an account the school's own part must be named. */
final class OpenIdReader {
    private static final String GOOGLE = "accounts.google.com";
    private static final String ENTRA = "login.microsoftonline.com";
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

    private OpenIdReader() {}

    static Optional<OpenIdSettings> read(SettingSources sources) {
        if (sources.text(Setting.OIDC_ISSUER).isEmpty()) return Optional.empty();
        var issuer = issuer(sources);
        var domain = text(sources, Setting.OIDC_DOMAIN);
        var tenant = text(sources, Setting.OIDC_TENANT);
        if (issuer.getHost().equals(GOOGLE) && domain.isEmpty()) throw sources.problem(Setting.OIDC_DOMAIN);
        if (issuer.getHost().equals(ENTRA) && tenant.isEmpty()) throw sources.problem(Setting.OIDC_TENANT);
        var client = text(sources, Setting.OIDC_CLIENT_ID).orElseThrow(() -> sources.problem(Setting.OIDC_CLIENT_ID));
        var name = sources.text(Setting.OIDC_NAME);
        if (name.isEmpty() || name.length() > 40) throw sources.problem(Setting.OIDC_NAME);
        var secret = sources.text(Setting.OIDC_CLIENT_SECRET);
        return Optional.of(new OpenIdSettings(issuer, client, secret, domain, tenant, name));
    }

    private static URI issuer(SettingSources sources) {
        try {
            var issuer = new URI(sources.text(Setting.OIDC_ISSUER));
            var host = issuer.getHost();
            var safe = "https".equals(issuer.getScheme())
                    || "http".equals(issuer.getScheme())
                            && host != null
                            && LOOPBACK.matcher(host).matches();
            if (safe && host != null && issuer.getRawQuery() == null) return issuer;
        } catch (URISyntaxException e) {
            throw sources.problem(Setting.OIDC_ISSUER);
        }
        throw sources.problem(Setting.OIDC_ISSUER);
    }

    private static Optional<String> text(SettingSources sources, Setting setting) {
        return Optional.of(sources.text(setting)).filter(text -> !text.isEmpty());
    }
}
