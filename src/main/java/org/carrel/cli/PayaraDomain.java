package org.carrel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.carrel.platform.CarrelHome;
import org.carrel.platform.Settings;

/** What Payara Micro's domain must be before it opens a port: nothing public but the application, no version in headers. */
final class PayaraDomain {
    private static final String CONFIG = "set configs.config.server-config.";
    private static final String LISTENER = CONFIG + "network-config.network-listeners.network-listener.http-listener.";
    private static final String HTTP = CONFIG + "network-config.protocols.protocol.http-listener.http.";

    private PayaraDomain() {}

    /** The commands that run before Payara Micro starts. */
    static Path write(Settings settings) throws IOException {
        var commands = List.of(
                LISTENER + "address=" + settings.http().address(),
                HTTP + "server-header=false",
                HTTP + "xpowered-by=false",
                CONFIG + "hazelcast-config-specific-configuration.enabled=false",
                CONFIG + "microprofile-metrics-configuration.enabled=false",
                "");
        return Files.write(settings.home().run().resolve("payara-boot.txt"), commands);
    }

    /** Plain lines without colour codes: they go to a file. */
    static Path writeLogging(CarrelHome home) throws IOException {
        var lines = List.of(
                "handlers=java.util.logging.ConsoleHandler",
                "java.util.logging.ConsoleHandler.level=INFO",
                "java.util.logging.ConsoleHandler.formatter=com.sun.enterprise.server.logging.ODLLogFormatter",
                "com.sun.enterprise.server.logging.ODLLogFormatter.ansiColor=false",
                ".level=INFO",
                "fish.payara.nucleus.util.level=WARNING",
                "org.glassfish.admin.mbeanserver.level=WARNING",
                "com.hazelcast.level=WARNING",
                "");
        return Files.write(home.run().resolve("payara-logging.properties"), lines);
    }
}
