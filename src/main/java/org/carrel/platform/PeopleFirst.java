package org.carrel.platform;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets work that nobody waits for stand aside while somebody waits for an answer of this process: an import shares two
 * processors with the kiosks. Each thread of such work has one of its own, and gives away half of its time at most, so
 * that it comes to an end however many people search.
 */
public final class PeopleFirst {
    private static final AtomicInteger WAITING = new AtomicInteger();
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long LOOK = TimeUnit.MICROSECONDS.toNanos(500);

    private long worksUntil = System.nanoTime();

    /** Somebody waits from now on until it is closed, by the same thread or another. */
    public static Answering answering() {
        WAITING.incrementAndGet();
        return WAITING::decrementAndGet;
    }

    /** What somebody waits for. To be closed once. */
    @FunctionalInterface
    public interface Answering extends AutoCloseable {
        @Override
        void close();
    }

    /** To be called between two small pieces of work, holding nothing that somebody's answer may need. */
    public void standAside() {
        if (WAITING.get() == 0 || System.nanoTime() - worksUntil < 0) return;
        var began = System.nanoTime();
        while (WAITING.get() > 0 && System.nanoTime() - began < LONGEST_PAUSE) {
            LockSupport.parkNanos(LOOK);
        }
        var now = System.nanoTime();
        worksUntil = now + (now - began);
    }
}
