package org.carrel.bench;

import java.lang.management.ManagementFactory;

/** Collects five times on the way through a file and keeps the most that was alive. The time for it is not taken out. */
final class LiveHeap {
    private final int step;
    private int next;
    private long most;

    LiveHeap(int records) {
        step = Math.max(1, records / 5);
        next = step;
    }

    void look(int records) {
        if (records < next) return;
        next += step;
        System.gc();
        most = Math.max(
                most, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }

    long megabytes() {
        return most >> 20;
    }
}
