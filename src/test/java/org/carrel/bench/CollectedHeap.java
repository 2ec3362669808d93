package org.carrel.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** The most that was on the heap after any collection since it is watched: what a job holds, and what was not found dead yet. */
final class CollectedHeap {
    private final AtomicLong most = new AtomicLong();

    private CollectedHeap() {}

    static CollectedHeap watch() {
        var heap = new CollectedHeap();
        for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector)
                    .addNotificationListener(
                            (notice, ignored) -> heap.after((CompositeData) notice.getUserData()), null, null);
        }
        return heap;
    }

    private void after(CompositeData data) {
        var used = GarbageCollectionNotificationInfo.from(data).getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
                .filter(pool -> pool.getKey().startsWith("G1 "))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum();
        most.accumulateAndGet(used, Math::max);
    }

    long megabytes() {
        return most.get() >> 20;
    }
}
