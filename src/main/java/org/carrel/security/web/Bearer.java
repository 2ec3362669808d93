package org.carrel.security.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.regex.Pattern;

/** The token that a program sends along (RFC 6750 section 2.1). */
final class Bearer {
    private static final Pattern SHAPE = Pattern.compile("(?i:Bearer) +([A-Za-z0-9._~+/-]{1,200}=*)");

    private Bearer() {}

    /** Empty when there is none, or more than one. */
    static String of(HttpServletRequest request) {
        var sent = Collections.list(request.getHeaders("Authorization"));
        if (sent.size() != 1) return "";
        var match = SHAPE.matcher(sent.getFirst().strip());
        return match.matches() ? match.group(1) : "";
    }
}
