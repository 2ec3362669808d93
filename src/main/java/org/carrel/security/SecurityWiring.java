package org.carrel.security;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.carrel.platform.Door;
import org.carrel.platform.Settings;

/** Gives the web part the settings it needs. */
@Door
public class SecurityWiring {
    @Produces
    @Singleton
    WebSettings webSettings(Settings settings) {
        var http = settings.http();
        return new WebSettings(
                http.baseUrl(),
                http.maxBodyBytes(),
                settings.school().name(),
                settings.access().proxies(),
                settings.access().staffOnOwnMachine(),
                settings.access().badgeWithPin());
    }
}
