package org.carrel.security.web;

import jakarta.servlet.http.HttpServletRequest;

/** The path that a request asks for, decoded, within the application. */
final class Address {
    private Address() {}

    static String of(HttpServletRequest request) {
        var info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }
}
