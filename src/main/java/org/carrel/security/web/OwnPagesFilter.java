package org.carrel.security.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.carrel.security.SessionCookie;
import org.carrel.security.WebSettings;

/**
 * Takes what changes something from our own pages only: a page of another site, open in the same browser, may lead here
 * but not post. Browsers say with Sec-Fetch-Site which page sent a form; those that do not say it send Origin. What says
 * neither is no browser's form, and is taken only without a session.
 */
public class OwnPagesFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    /** Fetch Metadata: {@code none} is an address typed by hand. */
    private static final Set<String> OWN_PAGES = Set.of("none", "same-origin");

    @Inject
    transient WebSettings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (READING.contains(request.getMethod()) || isFromOurPages(request)) chain.doFilter(request, response);
        else response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    /** As our pages give no referrer, Origin is "null" on their forms. */
    private boolean isFromOurPages(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        var origin = request.getHeader("Origin");
        if (site != null) {
            return OWN_PAGES.contains(site) && (origin == null || origin.equals("null") || isOwn(origin, request));
        }
        return origin == null ? SessionCookie.session(request, settings).isEmpty() : isOwn(origin, request);
    }

    private boolean isOwn(String origin, HttpServletRequest request) {
        return settings.isOwnOrigin(origin, String.valueOf(request.getHeader("Host")));
    }
}
