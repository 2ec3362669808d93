package org.carrel.cli;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The server's classes in the form in which the JVM can map them into memory: about a fifth of the start's processor
 * time. The first start writes down which classes it used; some time later, with lowest priority, the JVM makes the
 * archive for the next one. A JVM that does not like the archive ignores it.
 */
final class SharedClasses {
    private static final Logger LOG = Logger.getLogger(SharedClasses.class.getName());
    private static final int QUIET_SECONDS = 45;
    private static final int LONGEST_MINUTES = 5;

    private final String classPath;
    private final Path archive;
    private final Path list;

    /** @param classPath the start of the server's class path; what comes after it may change */
    SharedClasses(Path directory, String classPath) {
        this.classPath = classPath;
        var from = System.getProperty("java.home") + Runtime.version() + classPath;
        var name = "classes-" + HexFormat.of().toHexDigits(from.hashCode());
        this.archive = directory.resolve(name + ".jsa");
        this.list = directory.resolve(name + ".list");
    }

    List<String> options() {
        if (Files.exists(archive)) return List.of("-XX:SharedArchiveFile=" + archive);
        return List.of("-XX:DumpLoadedClassList=" + list);
    }

    /** Makes the archive in the background when there is none; the end of this process ends it, too. */
    void prepareNext(Path java, List<String> memory) {
        if (Files.exists(archive)) return;
        Thread.ofPlatform().daemon().name("carrel-classes").start(() -> prepare(java, memory));
    }

    private void prepare(Path java, List<String> memory) {
        try {
            Thread.sleep(TimeUnit.SECONDS.toMillis(QUIET_SECONDS));
            dump(java, memory);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.log(Level.INFO, "No archive of classes: the next start takes as long as this one", e);
        }
    }

    private void dump(Path java, List<String> memory) throws IOException, InterruptedException {
        var partial = archive.resolveSibling(archive.getFileName() + ".partial");
        leaveOutTheApplication();
        var process = new ProcessBuilder(command(java, memory, partial))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(new File("/dev/null")))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        if (process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0) {
            Files.move(partial, archive, StandardCopyOption.ATOMIC_MOVE);
        }
        process.destroyForcibly();
        Files.deleteIfExists(partial);
    }

    /** Classes of the web application come from its own class loader; the JVM refuses a list with some kinds of them. */
    private void leaveOutTheApplication() throws IOException {
        var classes = Files.readAllLines(list);
        classes.removeIf(line -> line.contains(" source: "));
        Files.write(list, classes);
    }

    private List<String> command(Path java, List<String> memory, Path partial) {
        var command = new ArrayList<>(List.of("/bin/sh", "-c", "exec nice -n 19 \"$@\"", "carrel-classes"));
        command.add(java.toString());
        command.addAll(memory);
        command.addAll(List.of(
                "-Xshare:dump",
                "-XX:SharedClassListFile=" + list,
                "-XX:SharedArchiveFile=" + partial,
                "-cp",
                classPath));
        return command;
    }
}
