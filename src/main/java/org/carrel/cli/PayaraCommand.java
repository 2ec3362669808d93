package org.carrel.cli;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.carrel.boot.RuntimeFiles;
import org.carrel.platform.Settings;

/** The command line of the web server's process. Makes the files that it names. */
final class PayaraCommand {
    private static final String STANDARD_HEAP = "-Xmx512m";

    /** What the manifest of payara-micro.jar opens for it. */
    private static final List<String> OPENED = List.of(
            "java.base/jdk.internal.loader",
            "java.base/java.lang",
            "java.base/java.net",
            "java.base/java.nio",
            "java.base/java.util",
            "java.base/sun.nio.ch",
            "java.management/sun.management",
            "jdk.management/com.sun.management.internal",
            "java.base/sun.net.www.protocol.jrt",
            "java.base/sun.net.www.protocol.jar",
            "java.base/java.io",
            "java.naming/javax.naming.spi",
            "java.rmi/sun.rmi.transport",
            "java.logging/java.util.logging",
            "java.management/javax.management",
            "java.management/javax.management.openmbean");

    private static final List<String> EXPORTED =
            List.of("java.base/jdk.internal.ref", "jdk.naming.dns/com.sun.jndi.dns", "java.naming/com.sun.jndi.ldap");

    private final Settings settings;
    private final RuntimeFiles programs;

    PayaraCommand(Settings settings) {
        this.settings = settings;
        var jar = Path.of(System.getProperty("carrel.internal.jar", "carrel.jar"));
        this.programs = new RuntimeFiles(jar, settings.home().runtime());
    }

    List<String> line() throws IOException {
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(memory(ManagementFactory.getRuntimeMXBean().getInputArguments()));
        OPENED.forEach(name -> line.add("--add-opens=" + name + "=ALL-UNNAMED"));
        EXPORTED.forEach(name -> line.add("--add-exports=" + name + "=ALL-UNNAMED"));
        line.addAll(hardening());
        line.addAll(sharedClasses());
        line.addAll(List.of("-cp", classPath(), PayaraMain.class.getName()));
        line.addAll(payara());
        return line;
    }

    /** The heap and collector that the user chose for this process are meant for the server. */
    static List<String> memory(List<String> own) {
        var chosen = new ArrayList<>(own.stream()
                .filter(option -> option.startsWith("-X"))
                .filter(option -> !option.contains("SharedArchive") && !option.startsWith("-Xshare"))
                .toList());
        if (chosen.stream().noneMatch(option -> option.startsWith("-Xmx") || option.contains("RAMPercentage"))) {
            chosen.add(STANDARD_HEAP);
        }
        return chosen;
    }

    private List<String> hardening() throws IOException {
        var temporary = Files.createDirectories(settings.home().run().resolve("tmp"));
        return List.of(
                "-XX:+ExitOnOutOfMemoryError",
                "-Djavax.xml.accessExternalDTD=",
                "-Djavax.xml.accessExternalSchema=",
                "-Djava.io.tmpdir=" + temporary,
                "-Djava.awt.headless=true",
                "-Dfish.payara.micro.BootJar=" + bootJar().toUri(),
                "-Dfish.payara.micro.UnpackDir=" + bootJar().getParent(),
                "-Dfile.encoding=UTF-8");
    }

    /** The JVM writes and renews this file by itself; a start that finds it takes about half of the processor time. */
    private List<String> sharedClasses() {
        var archive = programs.unpacked(RuntimeFiles.Part.PAYARA).resolve("classes.jsa");
        return List.of(
                "-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off", "-Xlog:aot=off");
    }

    private String classPath() {
        return bootJar() + File.pathSeparator + ownJar();
    }

    private Path bootJar() {
        return programs.unpacked(RuntimeFiles.Part.PAYARA).resolve("boot.jar");
    }

    private static Path ownJar() {
        try {
            return Path.of(PayaraMain.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> payara() throws IOException {
        var root = settings.home().run().resolve("payara");
        Directories.delete(root);
        Files.createDirectories(root);
        return Stream.of(
                        List.of("--rootdir", root.toString()),
                        List.of("--nocluster", "--nohazelcast", "--disablephonehome"),
                        List.of("--port", String.valueOf(settings.http().port())),
                        List.of(
                                "--prebootcommandfile",
                                PayaraDomain.write(settings).toString()),
                        List.of(
                                "--logproperties",
                                PayaraDomain.writeLogging(settings.home()).toString()),
                        List.of("--contextroot", "/"),
                        List.of(
                                "--deploy",
                                programs.unpacked(RuntimeFiles.Part.APP).toString()))
                .flatMap(List::stream)
                .toList();
    }
}
