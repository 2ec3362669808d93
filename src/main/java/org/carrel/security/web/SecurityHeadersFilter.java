package org.carrel.security.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.carrel.security.WebSettings;

/** Tells the browser what to refuse on our pages. Runs for error pages too. */
public class SecurityHeadersFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    /** Request attribute with the nonce for script elements of templates: {@code #{requestScope.cspNonce}}. */
    public static final String NONCE = "cspNonce";

    private static final String POLICY = ContentSecurityPolicy.class.getName();
    private static final String A_YEAR = "max-age=31536000";
    private static final Map<String, String> FIXED = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Permissions-Policy",
                    "camera=(), display-capture=(), fullscreen=(self), geolocation=(), hid=(), microphone=(), midi=(),"
                            + " payment=(), serial=(), usb=()",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");

    @Inject
    transient WebSettings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var policy = policy(request);
        FIXED.forEach(response::setHeader);
        if (settings.secure()) response.setHeader("Strict-Transport-Security", A_YEAR);
        response.setHeader(ContentSecurityPolicy.HEADER, policy.value());
        var redirect = new LocalRedirect(settings, request.getRequestURI());
        chain.doFilter(request, new GuardedResponse(response, policy, redirect));
    }

    /** The same one for the page and for the error page that may follow it. */
    private static ContentSecurityPolicy policy(HttpServletRequest request) {
        if (request.getAttribute(POLICY) instanceof ContentSecurityPolicy known) return known;
        var policy = new ContentSecurityPolicy();
        request.setAttribute(POLICY, policy);
        request.setAttribute(NONCE, policy.nonce());
        return policy;
    }
}
