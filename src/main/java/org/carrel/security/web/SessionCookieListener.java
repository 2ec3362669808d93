package org.carrel.security.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.carrel.security.WebSettings;

/** Where people come by https, the session cookie travels by nothing else, and no other host can plant one. */
@WebListener
public class SessionCookieListener implements ServletContextListener {
    @Inject
    WebSettings settings;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        var cookie = event.getServletContext().getSessionCookieConfig();
        cookie.setSecure(settings.secure());
        var atRoot = event.getServletContext().getContextPath().isEmpty();
        if (settings.secure() && atRoot) cookie.setName("__Host-carrel");
    }
}
