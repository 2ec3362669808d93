package org.carrel.security.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Pages are shown and take nothing: forms go to servlets, which show the page again when something is wrong. What calls
 * itself the state of a Faces view, in an address or in a form, does not reach Faces.
 */
public class ShownPageFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(new Shown(request), response);
    }

    private static final class Shown extends HttpServletRequestWrapper {
        Shown(HttpServletRequest request) {
            super(request);
        }

        private static boolean isFacesOwn(String name) {
            return name.startsWith("jakarta.faces.");
        }

        @Override
        public @Nullable String getParameter(String name) {
            return isFacesOwn(name) ? null : super.getParameter(name);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            var map = new LinkedHashMap<>(super.getParameterMap());
            map.keySet().removeIf(Shown::isFacesOwn);
            return Collections.unmodifiableMap(map);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(getParameterMap().keySet());
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return isFacesOwn(name) ? null : super.getParameterValues(name);
        }

        /** Without the mark of a Faces Ajax request, which would be answered with a part of a page. */
        @Override
        public @Nullable String getHeader(String name) {
            return "Faces-Request".equalsIgnoreCase(name) ? null : super.getHeader(name);
        }
    }
}
