package org.carrel.security.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.carrel.security.WebSettings;

/** Does a request come from a person at the server itself, with nobody in between? */
final class OwnMachine {
    /** What proxies add. One on this machine would let in whoever it serves. */
    static final List<String> SIGNS_OF_A_PROXY =
            List.of("Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP");

    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    /** An address in figures, which {@link InetAddress} takes without asking any name server. */
    private static final Pattern FIGURES = Pattern.compile("[0-9.]{7,15}|[0-9A-Fa-f.]*:[0-9A-Fa-f:.]{1,44}");

    private OwnMachine() {}

    static boolean isFromHere(HttpServletRequest request) {
        return isLoopback(request.getRemoteAddr())
                && isAskedAsLoopback(Collections.list(request.getHeaders("Host")))
                && SIGNS_OF_A_PROXY.stream().allMatch(name -> request.getHeader(name) == null);
    }

    /** @param peer the address at the other end of the connection, in figures */
    static boolean isLoopback(String peer) {
        if (!FIGURES.matcher(peer).matches()) return false;
        try {
            return InetAddress.getByName(peer).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false; // figures that are no address
        }
    }

    /** @param hosts the Host headers: only one, and only a name of the machine itself, will do */
    static boolean isAskedAsLoopback(List<String> hosts) {
        return hosts.size() == 1
                && WebSettings.hostOf(hosts.getFirst())
                        .filter(host -> LOOPBACK_NAMES.contains(host.toLowerCase(Locale.ROOT)))
                        .isPresent();
    }
}
