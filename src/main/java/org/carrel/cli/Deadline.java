package org.carrel.cli;

import java.time.Duration;

/** A moment until which something is waited for, on a clock that nobody can set. */
final class Deadline {
    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    boolean passed() {
        return System.nanoTime() - end > 0;
    }
}
