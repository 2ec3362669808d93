package org.carrel.security.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import org.carrel.security.WebSettings;

/**
 * Makes the location of a redirect: a path where it leads to ourselves, an absolute address only where the code that
 * redirects named another host on purpose (a sign-in elsewhere).
 */
final class LocalRedirect {
    private final WebSettings settings;
    private final String requested;

    /** @param requested the path of the request, from which relative locations count */
    LocalRedirect(WebSettings settings, String requested) {
        this.settings = settings;
        this.requested = requested;
    }

    String location(String wanted) {
        if (wanted.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("Control character in a redirect");
        }
        if (wanted.startsWith("/") && !wanted.startsWith("//")) return wanted;
        try {
            return located(new URI(wanted));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("Redirect to what is no address", e);
        }
    }

    private String located(URI wanted) {
        if (wanted.getHost() == null) return relative(URI.create(requested).resolve(wanted));
        return settings.knows(wanted.getHost()) ? relative(wanted) : wanted.toString();
    }

    private static String relative(URI address) {
        var path = Objects.requireNonNullElse(address.getRawPath(), "");
        var query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        var fragment = address.getRawFragment() == null ? "" : "#" + address.getRawFragment();
        return "/" + path.replaceFirst("^[/\\\\]+", "") + query + fragment;
    }
}
