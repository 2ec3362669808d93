package org.carrel.security.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.net.URI;
import org.carrel.security.WebSettings;

/** TO BE REPLACED by the settings of org.carrel.platform: delete this class when they produce {@link WebSettings}. */
@ApplicationScoped
public class DefaultWebSettings {
    private static final long ONE_MEGABYTE = 1L << 20;

    @Produces
    WebSettings settings() {
        return new WebSettings(URI.create("http://localhost:8080"), ONE_MEGABYTE, "Lakeside Media Center");
    }
}
