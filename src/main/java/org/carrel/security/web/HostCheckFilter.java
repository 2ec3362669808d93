package org.carrel.security.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import org.carrel.security.WebSettings;

/**
 * Answers only under our own name (421 otherwise, RFC 9110 section 15.5.20), so that no cache, link or script of another
 * name can be fed with our pages. What a proxy says in X-Forwarded-Host is not asked. Health checks come by any name:
 * they tell nothing and link nowhere.
 */
public class HostCheckFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final int MISDIRECTED = 421;

    @Inject
    transient WebSettings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getServletPath().startsWith("/health/") || asksForUs(request)) chain.doFilter(request, response);
        else refuse(response);
    }

    private boolean asksForUs(HttpServletRequest request) {
        var hosts = Collections.list(request.getHeaders("Host"));
        return hosts.size() == 1
                && WebSettings.hostOf(hosts.getFirst()).filter(settings::knows).isPresent()
                && settings.knows(request.getServerName());
    }

    /** Plain and short: whoever gets here did not come from one of our pages. */
    private static void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(MISDIRECTED);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().write("421 The library does not answer under this name.\n");
    }
}
