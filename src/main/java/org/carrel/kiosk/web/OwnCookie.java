package org.carrel.kiosk.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;

/** Cookies that no script reads and no other site sends. */
final class OwnCookie {
    private OwnCookie() {}

    /** Ends with the browser session. */
    static Cookie of(HttpServletRequest request, String name, String value, boolean secure) {
        var cookie = new Cookie(name, value);
        cookie.setPath(request.getContextPath() + "/");
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    static Cookie lasting(HttpServletRequest request, String name, String value, boolean secure, Duration life) {
        var cookie = of(request, name, value, secure);
        cookie.setMaxAge(Math.toIntExact(life.toSeconds()));
        return cookie;
    }

    /** Makes the browser forget it. */
    static Cookie gone(HttpServletRequest request, String name, boolean secure) {
        return lasting(request, name, "", secure, Duration.ZERO);
    }
}
