package org.carrel.security.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;

/**
 * Until there are accounts the staff pages answer only to a person at the server itself, and there only to our own pages:
 * a page of another site, open in that person's browser, may lead here but neither post nor embed.
 */
public class OwnMachineFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String CLOSED = "/WEB-INF/errors/staff-closed.html";
    private static final Set<String> READING = Set.of("GET", "HEAD");
    /** Fetch Metadata: {@code none} is an address typed by hand. */
    private static final Set<String> OWN_PAGES = Set.of("none", "same-origin");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isFromThisMachine(request) && isFromOurPages(request)) chain.doFilter(request, response);
        else refuse(request, response);
    }

    private static boolean isFromThisMachine(HttpServletRequest request) {
        return OwnMachine.isLoopback(request.getRemoteAddr())
                && OwnMachine.isAskedAsLoopback(Collections.list(request.getHeaders("Host")))
                && OwnMachine.SIGNS_OF_A_PROXY.stream().allMatch(name -> request.getHeader(name) == null);
    }

    /**
     * Browsers say with Sec-Fetch-Site which page sent the form, and since our pages give no referrer, Origin is "null" on
     * their forms. What says neither is no browser's form, or an old browser, whose Origin has to be ours.
     */
    private static boolean isFromOurPages(HttpServletRequest request) {
        if (READING.contains(request.getMethod())) return true;
        var site = request.getHeader("Sec-Fetch-Site");
        var own = "http://" + request.getHeader("Host");
        var origin = Objects.requireNonNullElse(request.getHeader("Origin"), own);
        if (site == null) return origin.equalsIgnoreCase(own);
        return OWN_PAGES.contains(site) && (origin.equals("null") || origin.equalsIgnoreCase(own));
    }

    /** In both languages: whoever is refused may not have chosen one. */
    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/html;charset=UTF-8");
        try (var page = Objects.requireNonNull(getServletContext().getResourceAsStream(CLOSED))) {
            var text = new String(page.readAllBytes(), StandardCharsets.UTF_8);
            response.getWriter().write(text.replace("{context}", request.getContextPath()));
        }
    }
}
