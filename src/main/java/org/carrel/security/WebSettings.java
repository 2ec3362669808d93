package org.carrel.security;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the web part must know of its surroundings.
 *
 * @param baseUrl the address people type, e.g. {@code https://library.example.org}: the only one that is ever sent out
 * @param maxBodyBytes longest request body that is read, in bytes; file uploads have their own limit
 * @param schoolName as shown at the top of each page
 * @param proxies addresses of the web servers in front of us, in figures: they say where a request comes from
 * @param staffOnOwnMachine whether staff pages answer only to somebody at the server itself
 * @param badgeWithPin whether a badge unlocks a desk only together with the PIN
 */
public record WebSettings(
        URI baseUrl,
        long maxBodyBytes,
        String schoolName,
        Set<String> proxies,
        boolean staffOnOwnMachine,
        boolean badgeWithPin) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    public WebSettings {
        if (baseUrl.getHost() == null) throw new IllegalArgumentException("A base URL has a host: " + baseUrl);
        proxies = Set.copyOf(proxies);
        if (maxBodyBytes <= 0) throw new IllegalArgumentException("Not a limit in bytes: " + maxBodyBytes);
    }

    /** Nothing in front of us, staff pages open to the whole network. */
    public WebSettings(URI baseUrl, long maxBodyBytes, String schoolName) {
        this(baseUrl, maxBodyBytes, schoolName, Set.of(), false, false);
    }

    /** True when cookies must only travel encrypted. */
    public boolean secure() {
        return "https".equalsIgnoreCase(baseUrl.getScheme());
    }

    /** Is this a name under which we are called? On a loopback base URL all loopback names are. */
    public boolean knows(String host) {
        var asked = host.toLowerCase(Locale.ROOT);
        var own = own();
        return asked.equals(own) || (LOOPBACK.contains(own) && LOOPBACK.contains(asked));
    }

    /**
     * Whether pages of this origin are ours (RFC 6454).
     *
     * @param host the request's Host header, which is known to be a name of ours
     */
    public boolean isOwnOrigin(String origin, String host) {
        var own = baseUrl.getScheme() + "://" + baseUrl.getRawAuthority();
        return origin.equalsIgnoreCase(own) || (!secure() && origin.equalsIgnoreCase("http://" + host));
    }

    /** We speak no TLS ourselves: where people come by https, somebody stands in front of us. */
    public boolean isProxy(String address) {
        return secure() && proxies.contains(address);
    }

    /** The host of a {@code Host} header without its port, empty when the header is no host at all. */
    public static Optional<String> hostOf(String header) {
        var port = header.lastIndexOf(':');
        var host = port > header.lastIndexOf(']') ? header.substring(0, port) : header;
        var digits = port > header.lastIndexOf(']') ? header.substring(port + 1) : "";
        var plain = host.matches("[A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}]");
        return plain && digits.matches("[0-9]{0,5}") ? Optional.of(host) : Optional.empty();
    }

    private String own() {
        return baseUrl.getHost().toLowerCase(Locale.ROOT);
    }
}
