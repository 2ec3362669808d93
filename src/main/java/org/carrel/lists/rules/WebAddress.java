package org.carrel.lists.rules;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.carrel.lists.ListProblem.Reason;

/**
 * An address that may stand on a list: a page on the public web, by its name, reached so that nobody listens. It is shown and never
 * asked by the server; what a child copies from a screen must lead to a page all the same.
 */
public final class WebAddress {
    /** Characters. */
    public static final int LONGEST = 500;

    /** Letters, digits and hyphens between points, the last part letters: a name and no machine's number (RFC 1123, RFC 3986). */
    private static final Pattern NAME = Pattern.compile(
            "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?", Pattern.CASE_INSENSITIVE);

    /** Names that belong to one network, or to none (RFC 6761, RFC 6762, RFC 8375). */
    private static final Pattern INSIDE = Pattern.compile(
            "(?:.*\\.)?(?:localhost|local|internal|lan|home|corp|intranet|test|example|invalid|onion|home\\.arpa)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7E]*");
    private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*");

    private WebAddress() {}

    /** Why the address cannot stand on a list; empty when it can. */
    public static Optional<Reason> problem(String typed) {
        if (typed.isEmpty()) return Optional.of(Reason.EMPTY);
        if (typed.length() > LONGEST) return Optional.of(Reason.TOO_LONG);
        if (!PRINTABLE.matcher(typed).matches() || !SCHEME.matcher(typed).matches())
            return Optional.of(Reason.UNREADABLE);
        try {
            return problem(new URI(typed));
        } catch (URISyntaxException e) {
            return Optional.of(Reason.UNREADABLE);
        }
    }

    private static Optional<Reason> problem(URI address) {
        if ("http".equalsIgnoreCase(address.getScheme())) return Optional.of(Reason.NOT_SECURE);
        if (!"https".equalsIgnoreCase(address.getScheme()) || address.getRawAuthority() == null)
            return Optional.of(Reason.UNREADABLE);
        if (address.getRawAuthority().indexOf('@') >= 0) return Optional.of(Reason.SECRET);
        var host = address.getHost();
        if (host == null) return Optional.of(Reason.UNREADABLE);
        var plain = address.getPort() == -1 && NAME.matcher(host).matches();
        return plain && !INSIDE.matcher(host).matches() ? Optional.empty() : Optional.of(Reason.NOT_PUBLIC);
    }
}
