package org.carrel.security.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/** Keeps one content security policy, and sends redirects as local paths: never with the host that a request named. */
final class GuardedResponse extends HttpServletResponseWrapper {
    private final ContentSecurityPolicy policy;
    private final LocalRedirect redirect;

    GuardedResponse(HttpServletResponse response, ContentSecurityPolicy policy, LocalRedirect redirect) {
        super(response);
        this.policy = policy;
        this.redirect = redirect;
    }

    @Override
    public void addHeader(String name, String value) {
        setHeaderOr(name, value, false);
    }

    @Override
    public void setHeader(String name, String value) {
        setHeaderOr(name, value, true);
    }

    private void setHeaderOr(String name, String value, boolean replace) {
        if (ContentSecurityPolicy.HEADER.equalsIgnoreCase(name)) {
            policy.admit(value);
            super.setHeader(ContentSecurityPolicy.HEADER, policy.value());
        } else if ("Location".equalsIgnoreCase(name)) super.setHeader(name, redirect.location(value));
        else if (replace) super.setHeader(name, value);
        else super.addHeader(name, value);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        sendRedirect(location, SC_FOUND, true);
    }

    @Override
    public void sendRedirect(String location, boolean clearBuffer) throws IOException {
        sendRedirect(location, SC_FOUND, clearBuffer);
    }

    @Override
    public void sendRedirect(String location, int status) throws IOException {
        sendRedirect(location, status, true);
    }

    /** Not the container's own way, which makes the location absolute with the request's Host header. */
    @Override
    public void sendRedirect(String location, int status, boolean clearBuffer) throws IOException {
        if (clearBuffer) resetBuffer();
        setStatus(status);
        setHeader("Location", location);
        flushBuffer();
    }
}
