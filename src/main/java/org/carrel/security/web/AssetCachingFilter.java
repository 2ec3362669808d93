package org.carrel.security.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** How long browsers keep style sheets, pictures and fonts: those with a print of their content in the address for ever. */
public class AssetCachingFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Cache-Control", keep(request));
        chain.doFilter(request, response);
    }

    private static String keep(HttpServletRequest request) {
        if (request.getParameter("v") != null) return "public, max-age=31536000, immutable";
        return request.getServletPath().endsWith(".woff2") ? "public, max-age=2592000" : "public, max-age=3600";
    }
}
