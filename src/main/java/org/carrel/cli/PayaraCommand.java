package org.carrel.cli;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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

    /** JEP 290: nothing of ours is ever deserialised. The server copies its own resources that way in its naming service. */
    private static final String DESERIALISED =
            "maxdepth=20;maxrefs=10000;maxbytes=1048576;java.base/*;java.naming/*;com.sun.**;jakarta.**;org.glassfish.**;fish.payara.**;!*";

    private final Settings settings;
    private final RuntimeFiles programs;

    PayaraCommand(Settings settings) {
        this.settings = settings;
        var jar = Path.of(System.getProperty("carrel.internal.jar", "carrel.jar"));
        this.programs = new RuntimeFiles(jar, settings.home().runtime());
    }

    List<String> line() throws IOException {
        var line = new ArrayList<String>();
        line.add(java().toString());
        line.add("-Xlog:disable"); // a missing or outdated archive of classes is no news; what the user chose comes
        // after
        line.addAll(ServerJvm.options());
        line.add("--enable-native-access=ALL-UNNAMED"); // Lucene's, and the database driver's
        line.addAll(ownMemory());
        OPENED.forEach(name -> line.add("--add-opens=" + name + "=ALL-UNNAMED"));
        EXPORTED.forEach(name -> line.add("--add-exports=" + name + "=ALL-UNNAMED"));
        line.addAll(hardening());
        line.addAll(sharedClasses().options());
        line.addAll(List.of("-cp", classPath(), PayaraMain.class.getName()));
        line.addAll(payara());
        return line;
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    private static List<String> ownMemory() {
        return memory(ManagementFactory.getRuntimeMXBean().getInputArguments());
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
                "-Djdk.serialFilter=" + DESERIALISED,
                "-Djavax.xml.accessExternalDTD=",
                "-Djavax.xml.accessExternalSchema=",
                "-Djava.io.tmpdir=" + temporary,
                "-Djava.awt.headless=true",
                // Its services start one after the other: side by side, HK2 locks itself out once in some dozens of
                // starts.
                "-Dorg.glassfish.startupThreadPolicy=USE_NO_THREADS",
                "-Dfish.payara.micro.BootJar=" + bootJar().toUri(),
                "-Dfish.payara.micro.UnpackDir=" + bootJar().getParent(),
                "-Dfile.encoding=UTF-8");
    }

    /** To be called when the server runs: the next one will start faster. */
    void prepareNext() {
        sharedClasses().prepareNext(java(), ownMemory());
    }

    private SharedClasses sharedClasses() {
        return new SharedClasses(programs.unpacked(RuntimeFiles.Part.LIB), libraries());
    }

    private String classPath() {
        return libraries() + File.pathSeparator + ownJar();
    }

    /** The server's before the application's: where both have a class, the server's is meant. */
    private String libraries() {
        return Stream.concat(Stream.of(bootJar()), programs.jars(RuntimeFiles.Part.LIB).stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
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
        var domain = new PayaraDomain(settings.home());
        return List.of(
                "--rootdir",
                root.toString(),
                "--domainconfig",
                domain.write(bootJar(), settings.http()).toString(),
                "--logproperties",
                domain.writeLogging().toString(),
                "--nocluster",
                "--nohazelcast",
                "--disablephonehome",
                "--port",
                String.valueOf(settings.http().port()),
                "--contextroot",
                "/",
                "--deploy",
                programs.unpacked(RuntimeFiles.Part.APP).toString());
    }
}
