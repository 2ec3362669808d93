package org.carrel.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the same command again with a newer Java: same options, same input and output, same exit code, same signals. */
final class Relaunch {
    /** How long the other Java may take to end cleanly after a signal before this one ends anyway. */
    private static final int GRACE_SECONDS = 30;

    private static final String STOP_WITH_PARENT = "--stop-with-parent";

    private final Path javaHome;

    Relaunch(Path javaHome) {
        this.javaHome = javaHome;
    }

    int run(Path jar, List<String> arguments) {
        try {
            var child = new ProcessBuilder(command(jar, arguments)).inheritIO().start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> passSignalOn(child), "carrel-relaunch"));
            if (arguments.contains(STOP_WITH_PARENT)) endWithParent();
            return child.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 130;
        }
    }

    /** The child would watch this process, which stays behind when its own parent is killed. */
    private static void endWithParent() {
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
    }

    private List<String> command(Path jar, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(JavaFinder.executable(javaHome).toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-Dcarrel.internal.parent=" + ProcessHandle.current().pid());
        command.add("-jar");
        command.add(jar.toString());
        command.addAll(arguments);
        return command;
    }

    /** At a signal the exit code is the child's: it decides whether it ended as it was asked to. */
    private static void passSignalOn(Process child) {
        var signalled = child.isAlive();
        child.destroy();
        try {
            if (!child.waitFor(GRACE_SECONDS, TimeUnit.SECONDS))
                child.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            child.destroyForcibly();
        }
        if (signalled) Runtime.getRuntime().halt(child.exitValue());
    }
}
