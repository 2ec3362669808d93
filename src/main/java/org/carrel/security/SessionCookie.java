package org.carrel.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import org.carrel.security.SignInResult.SignedIn;

/** The cookies of somebody who is signed in: no script reads them, no other site sends them along with a form. */
public final class SessionCookie {
    private static final String SESSION = "carrel-session";
    private static final String BROWSER = "carrel-browser";
    private static final String AWAY = "carrel-away";
    private static final String PAGE = "carrel-page";
    private static final int AWAY_SECONDS = 600;
    private static final Duration BROWSER_LIFE = Duration.ofDays(400);

    private SessionCookie() {}

    /** Token of the session; empty when there is none. */
    public static String session(HttpServletRequest request, WebSettings settings) {
        return value(request, name(request, SESSION, settings));
    }

    /** Token of the browser; empty when nobody has signed in from it. */
    public static String browser(HttpServletRequest request, WebSettings settings) {
        return value(request, name(request, BROWSER, settings));
    }

    /** The session ends with the browser, the latest; that the browser is known does not. */
    public static void give(
            HttpServletRequest request, HttpServletResponse response, WebSettings settings, SignedIn who) {
        response.addCookie(cookie(request, SESSION, who.session(), settings, -1));
        response.addCookie(
                cookie(request, BROWSER, who.browser(), settings, Math.toIntExact(BROWSER_LIFE.toSeconds())));
        if (!page(request, settings).isEmpty()) response.addCookie(cookie(request, PAGE, "", settings, 0));
    }

    /**
     * The page that was open when the desk was locked, for whoever unlocks it. An address may say who was looked for, so that it
     * stands neither in the lock page nor in its address.
     */
    public static void rememberPage(
            HttpServletRequest request, HttpServletResponse response, WebSettings settings, String address) {
        response.addCookie(cookie(request, PAGE, encoded(address), settings, -1));
    }

    /** Empty when there is none. */
    public static String page(HttpServletRequest request, WebSettings settings) {
        return decoded(value(request, name(request, PAGE, settings)));
    }

    /** What a sign-in elsewhere needs when the person comes back; Base64, as it may hold any address of ours. */
    public static void remember(
            HttpServletRequest request, HttpServletResponse response, WebSettings settings, String memory) {
        response.addCookie(cookie(request, AWAY, encoded(memory), settings, memory.isEmpty() ? 0 : AWAY_SECONDS));
    }

    /** Empty when there is nothing. */
    public static String remembered(HttpServletRequest request, WebSettings settings) {
        return decoded(value(request, name(request, AWAY, settings)));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String value) {
        try {
            return new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return ""; // not a cookie of ours
        }
    }

    public static void takeBack(HttpServletRequest request, HttpServletResponse response, WebSettings settings) {
        response.addCookie(cookie(request, SESSION, "", settings, 0));
    }

    private static Cookie cookie(
            HttpServletRequest request, String name, String value, WebSettings settings, int seconds) {
        var cookie = new Cookie(name(request, name, settings), value);
        cookie.setPath(request.getContextPath() + "/");
        cookie.setHttpOnly(true);
        cookie.setSecure(settings.secure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(seconds);
        return cookie;
    }

    /** With this prefix no other host can plant it; browsers want it encrypted and for the whole host. */
    private static String name(HttpServletRequest request, String name, WebSettings settings) {
        return settings.secure() && request.getContextPath().isEmpty() ? "__Host-" + name : name;
    }

    private static String value(HttpServletRequest request, String name) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst()
                .orElse("");
    }
}
