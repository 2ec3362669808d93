package org.carrel.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.regex.Pattern;

/** Where a request comes from. */
public final class ClientAddress {
    private static final Pattern FIGURES = Pattern.compile("[0-9.]{7,15}|[0-9A-Fa-f]*:[0-9A-Fa-f:.]{1,44}");

    private ClientAddress() {}

    /**
     * The address at the other end of the connection; where that is our own proxy, the last one that it has added. What a
     * visitor writes into that header stands before it and counts for nothing.
     */
    public static String of(HttpServletRequest request, WebSettings settings) {
        var peer = request.getRemoteAddr();
        if (!settings.isProxy(peer)) return peer;
        var all = String.join(",", Collections.list(request.getHeaders("X-Forwarded-For")));
        var last = all.substring(all.lastIndexOf(',') + 1).strip();
        return FIGURES.matcher(last).matches() ? last : peer;
    }
}
