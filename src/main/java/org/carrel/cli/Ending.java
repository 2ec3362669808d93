package org.carrel.cli;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The one clean end of {@code serve}: what was started is stopped in reverse order, once, whether by a signal, by the end
 * of the parent process or by a failure. After a signal this process ends with exit code 0: it did as it was told.
 */
final class Ending implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Ending.class.getName());

    private final Deque<Runnable> steps = new ArrayDeque<>();
    private final Object closing = new Object();
    private boolean bySignal;
    private boolean done;

    Ending() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::signalled, "carrel-stop"));
    }

    /** A step that undoes what was just started. Runs at once when the end has already come. */
    void add(Runnable step) {
        synchronized (this) {
            if (!done) {
                steps.push(step);
                return;
            }
        }
        step.run();
    }

    /** Ends when the process that started this one ends, e.g. Maven. */
    void withParent() {
        ProcessHandle.current().parent().ifPresent(Ending::endWith);
    }

    /** Ends when the older Java that started this one is killed. */
    void withLauncher() {
        Optional.ofNullable(Long.getLong("carrel.internal.parent"))
                .ifPresent(pid -> ProcessHandle.of(pid).ifPresentOrElse(Ending::endWith, () -> System.exit(1)));
    }

    private static void endWith(ProcessHandle parent) {
        parent.onExit().thenRun(() -> System.exit(0));
    }

    /** True once a signal came: failures that follow from it are no news. */
    synchronized boolean begun() {
        return bySignal;
    }

    /** Waits for a signal that may be on its way: Ctrl-C reaches the web server's process at the same moment. */
    synchronized boolean begunWithin(Duration patience) throws InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        for (var left = patience.toMillis(); !bySignal && left > 0; left = (end - System.nanoTime()) / 1_000_000)
            wait(left);
        return bySignal;
    }

    /** Does not return: the thread that handles the signal ends this process. */
    static int awaitHalt() throws InterruptedException {
        Thread.currentThread().join();
        throw new IllegalStateException("A thread outlived itself");
    }

    private void signalled() {
        synchronized (this) {
            if (done) return;
            bySignal = true;
            notifyAll();
        }
        close();
        Runtime.getRuntime().halt(0);
    }

    @Override
    public void close() {
        synchronized (closing) {
            for (var step = next(); step.isPresent(); step = next()) run(step.get());
        }
    }

    private static void run(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            // The other steps must run nevertheless.
            LOG.log(Level.WARNING, "One step of the end failed", e);
        }
    }

    private synchronized Optional<Runnable> next() {
        done = steps.isEmpty();
        return Optional.ofNullable(steps.poll());
    }
}
