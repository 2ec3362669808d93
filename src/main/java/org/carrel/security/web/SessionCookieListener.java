package org.carrel.security.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.carrel.security.WebSettings;

/**
 * The session cookie is not sent along by other sites. Where people come by https it travels by nothing else, and no
 * other host can plant one.
 */
@WebListener
public class SessionCookieListener implements ServletContextListener {
    @Inject
    WebSettings settings;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        var cookie = event.getServletContext().getSessionCookieConfig();
        cookie.setAttribute("SameSite", "Lax"); // Payara 7.2025.1 leaves out what web.xml says about it
        cookie.setSecure(settings.secure());
        var atRoot = event.getServletContext().getContextPath().isEmpty();
        if (settings.secure() && atRoot) cookie.setName("__Host-carrel");
    }
}
