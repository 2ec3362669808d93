package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.carrel.scheduling.CalendarFeed;
import org.carrel.scheduling.CalendarFeeds;
import org.carrel.security.ClientAddress;
import org.carrel.security.SecretWords;
import org.carrel.security.WebSettings;

/**
 * Calendars for other programs, which come without a cookie: the own sessions by a secret word, and when something is taken for everybody.
 * A word that never was, one that was taken back and one of somebody who is switched off are one answer.
 */
@WebServlet({CalendarFeedServlet.MINE + "/*", CalendarFeedServlet.THING + "/*", CalendarFeedServlet.SCHOOL + "/*"})
public class CalendarFeedServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String MINE = "/calendar/mine";
    static final String THING = "/calendar/thing";
    static final String SCHOOL = "/calendar/school";
    static final String END = ".ics";

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
    private static final int TOO_MANY = 429;

    @Inject
    transient CalendarFeeds feeds;

    @Inject
    transient SecretWords words;

    @Inject
    transient WebSettings settings;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var name = name(request);
        var mine = request.getServletPath().equals(MINE);
        var feed = name.isEmpty() ? Optional.<CalendarFeed>empty() : feed(request.getServletPath(), name);
        if (feed.isPresent()) answer(feed.get(), mine, request, response);
        else if (mine) wrong(request, response);
        else response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    private static String name(HttpServletRequest request) {
        var info = Objects.requireNonNullElse(request.getPathInfo(), "/").substring(1);
        return info.endsWith(END) ? info.substring(0, info.length() - END.length()) : "";
    }

    private Optional<CalendarFeed> feed(String path, String name) {
        return switch (path) {
            case MINE -> feeds.read(name);
            case SCHOOL -> feeds.busyOf(name);
            default ->
                NUMBER.matcher(name).matches() ? feeds.busyOf(Long.parseLong(name)) : Optional.<CalendarFeed>empty();
        };
    }

    private void wrong(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        var wait = words.wrong(ClientAddress.of(request, settings));
        if (wait.isZero()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Retry-After", String.valueOf(Math.max(1, wait.toSeconds())));
        response.sendError(TOO_MANY);
    }

    /** RFC 9110, 13.2.2: where there is an ETag the day is not asked. */
    private static void answer(
            CalendarFeed feed, boolean mine, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var bytes = feed.text().getBytes(StandardCharsets.UTF_8);
        var tag = tag(bytes);
        var changed = feed.changed().truncatedTo(ChronoUnit.SECONDS).toEpochMilli();
        response.setHeader("ETag", tag);
        response.setDateHeader("Last-Modified", changed);
        response.setHeader("Cache-Control", mine ? "private, no-cache" : "public, max-age=300");
        response.setHeader("X-Robots-Tag", "noindex");
        var known = Objects.requireNonNullElse(request.getHeader("If-None-Match"), "");
        var same = known.isEmpty() ? isSince(request, changed) : isNamed(known, tag);
        if (same) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType("text/calendar;charset=UTF-8");
        response.setHeader("Content-Disposition", "inline; filename=\"carrel.ics\"");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static boolean isNamed(String known, String tag) {
        return Arrays.stream(known.split(","))
                .map(one -> one.strip().replaceFirst("^W/", ""))
                .anyMatch(one -> one.equals(tag) || one.equals("*"));
    }

    private static boolean isSince(HttpServletRequest request, long changed) {
        try {
            return request.getDateHeader("If-Modified-Since") >= changed;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String tag(byte[] bytes) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return '"' + HexFormat.of().formatHex(hash, 0, 16) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
