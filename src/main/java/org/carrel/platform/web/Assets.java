package org.carrel.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/** Style sheets, pictures and fonts of our own. Nothing ever comes from another host. */
@ApplicationScoped
public class Assets {
    /** The folder in the web application; also the start of every asset's address. */
    public static final String FOLDER = "/assets/";

    @Inject
    ServletContext application;

    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    /** {@code /assets/kiosk.css?v=1a2b3c4d}: another content, another address. */
    public String address(String name) {
        return addresses.computeIfAbsent(name, this::withPrint);
    }

    private String withPrint(String name) {
        try (var stream = application.getResourceAsStream(FOLDER + name)) {
            if (stream == null) throw new IllegalArgumentException("No such asset: " + name);
            var print = new CRC32();
            print.update(stream.readAllBytes());
            return FOLDER + name + "?v=" + Long.toHexString(print.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException("Asset " + name, e);
        }
    }
}
