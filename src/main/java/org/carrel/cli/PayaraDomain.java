package org.carrel.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.carrel.platform.CarrelHome;
import org.carrel.platform.HttpSettings;

/**
 * Payara Micro's own domain, hardened: nothing answers but the application, no header names a version, no data grid, no
 * report to the vendor. Written before the start, so there is no moment in which the port is open to more.
 */
final class PayaraDomain {
    private final CarrelHome home;

    PayaraDomain(CarrelHome home) {
        this.home = home;
    }

    /** @param bootJar the part of Payara Micro that has its domain */
    Path write(Path bootJar, HttpSettings http) throws IOException {
        try (var jar = new ZipFile(bootJar.toFile());
                var domain = jar.getInputStream(jar.getEntry("MICRO-INF/domain/domain.xml"))) {
            var text = new String(domain.readAllBytes(), StandardCharsets.UTF_8);
            return Files.writeString(home.run().resolve("payara-domain.xml"), harden(text, http.address()));
        }
    }

    static String harden(String domain, String address) {
        var hardened = domain;
        for (var change : changes(address).entrySet()) {
            if (!hardened.contains(change.getKey())) {
                throw new IllegalStateException("This Payara Micro's domain.xml has no " + change.getKey());
            }
            hardened = hardened.replace(change.getKey(), change.getValue());
        }
        return hardened;
    }

    /** Text as Payara Micro has it, and what it becomes. */
    private static Map<String, String> changes(String address) {
        var changes = new LinkedHashMap<String, String>();
        changes.put(
                "name=\"http-listener\" thread-pool", "name=\"http-listener\" address=\"" + address + "\" thread-pool");
        changes.put("<http default", "<http server-header=\"false\" xpowered-by=\"false\" default");
        changes.put(
                "<microprofile-metrics-configuration>",
                "<microprofile-healthcheck-configuration enabled=\"false\"></microprofile-healthcheck-configuration>"
                        + "<microprofile-openapi-configuration enabled=\"false\" endpoint=\"" + nowhere()
                        + "\"></microprofile-openapi-configuration>"
                        + "<microprofile-metrics-configuration enabled=\"false\">");
        changes.put(
                "<hazelcast-config-specific-configuration enabled=\"true\">",
                "<hazelcast-config-specific-configuration enabled=\"false\">");
        // No default error page: it names the product.
        changes.put(
                "network-listeners=\"http-listener, https-listener\">",
                "network-listeners=\"http-listener, https-listener\"><property name=\"errorReportValve\" value=\"\"/>");
        // Our own descriptors are checked when they are built, not at each start at a school.
        changes.put("<das-config>", "<das-config deploy-xml-validation=\"none\">");
        changes.put("<phone-home-runtime-configuration>", "<phone-home-runtime-configuration enabled=\"false\">");
        changes.put(" availability-enabled=\"true\"", " availability-enabled=\"false\"");
        changes.put("persistence-type=\"hazelcast\"", "persistence-type=\"memory\"");
        changes.put("ejb-timer-service=\"DataGrid\"", "");
        return changes;
    }

    /** A disabled OpenAPI still answers with a description of itself: at an address that nobody can guess. */
    private static String nowhere() {
        return HexFormat.of().toHexDigits(new SecureRandom().nextLong());
    }

    /** Plain lines without colour codes: they go to a file. */
    Path writeLogging() throws IOException {
        var lines = List.of(
                "handlers=java.util.logging.ConsoleHandler",
                "java.util.logging.ConsoleHandler.level=INFO",
                "java.util.logging.ConsoleHandler.formatter=com.sun.enterprise.server.logging.ODLLogFormatter",
                "com.sun.enterprise.server.logging.ODLLogFormatter.ansiColor=false",
                ".level=INFO",
                "fish.payara.nucleus.util.level=WARNING",
                "org.glassfish.admin.mbeanserver.level=WARNING",
                "");
        return Files.write(home.run().resolve("payara-logging.properties"), lines);
    }
}
