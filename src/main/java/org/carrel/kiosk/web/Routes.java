package org.carrel.kiosk.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The addresses of the public pages, and the page files behind them. The files themselves have no address: whoever asks
 * for a {@code .xhtml} gets 404, which leaves one address for each page.
 */
public class Routes extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private static final Map<String, String> PAGES = Map.of(
            "/",
            "/kiosk/home.xhtml",
            "/search",
            "/kiosk/search.xhtml",
            "/offline",
            "/kiosk/offline.xhtml",
            "/privacy",
            "/kiosk/privacy.xhtml",
            "/series",
            "/kiosk/series.xhtml",
            "/sign",
            "/kiosk/sign.xhtml",
            "/where",
            "/kiosk/where.xhtml");
    private static final String RECORD_PAGE = "/kiosk/record.xhtml";
    private static final Pattern RECORD = Pattern.compile("/records/([1-9][0-9]{0,17})");
    private static final String SESSION_PAGE = "/kiosk/session.xhtml";
    private static final Pattern SESSION = Pattern.compile("/s/([^/]+)");
    private static final String LIST_PAGE = "/kiosk/list.xhtml";
    private static final Pattern LIST = Pattern.compile("/list/([^/]+)");
    private static final String CLOSED_PAGE = "/kiosk/closed.xhtml";
    private static final Set<String> READING = Set.of("GET", "HEAD");
    /** Where Faces serves the scripts and styles of its components. */
    private static final String COMPONENT_RESOURCES = "/jakarta.faces.resource/";

    @Inject
    transient KioskDevice device;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = path(request);
        var record = RECORD.matcher(path);
        var session = SESSION.matcher(path);
        var list = LIST.matcher(path);
        if (PAGES.containsKey(path)) {
            show(PAGES.get(path), request, response);
        } else if (record.matches()) {
            request.setAttribute(KioskRecordView.ID, Long.valueOf(record.group(1)));
            show(RECORD_PAGE, request, response);
        } else if (session.matches()) {
            request.setAttribute(KioskSessionView.WORD, session.group(1));
            show(SESSION_PAGE, request, response);
        } else if (list.matches()) {
            request.setAttribute(KioskListView.WORD, list.group(1));
            show(LIST_PAGE, request, response);
        } else if (isInside(path)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Page files, and the door through which PrimeFaces once read code from an address (CVE-2017-1000486). */
    private static boolean isInside(String path) {
        return path.startsWith("/kiosk/")
                || path.startsWith(COMPONENT_RESOURCES + "dynamiccontent.")
                || (path.endsWith(".xhtml") && !path.startsWith(COMPONENT_RESOURCES));
    }

    /** Public pages are read only, and what one child looked for is not kept for the next one. */
    private void show(String page, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (!READING.contains(request.getMethod())) {
            response.setHeader("Allow", "GET, HEAD");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        request.setAttribute(ScreenView.ADDRESS, path(request) + query);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Vary", "Cookie, Accept-Language");
        var closed = device.isSwitchedOff();
        if (closed) response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        request.getRequestDispatcher(closed ? CLOSED_PAGE : page).forward(request, response);
    }

    private static String path(HttpServletRequest request) {
        var info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }
}
