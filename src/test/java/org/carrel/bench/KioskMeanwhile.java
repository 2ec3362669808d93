package org.carrel.bench;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/** One reader after the other asks at a kiosk, a few times in a second, while something else is done. */
final class KioskMeanwhile {
    private static final long PAUSE_NANOS = 100_000_000;

    private final BenchProduct product;
    private final List<String> words;

    KioskMeanwhile(BenchProduct product, List<String> words) {
        this.product = product;
        this.words = words;
    }

    /** What readers waited, in nanoseconds, sorted. @param errors pages that did not come */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Waited(long[] sorted, int errors) {
        String line() {
            return String.format(
                    Locale.ROOT,
                    "kiosk meanwhile: %,d pages, p50 %.0f p95 %.0f p99 %.0f ms, errors %d",
                    sorted.length,
                    millis(50),
                    millis(95),
                    millis(99),
                    errors);
        }

        private double millis(int percent) {
            return sorted.length == 0 ? 0 : sorted[(int) ((sorted.length - 1) * percent / 100.0)] / 1e6;
        }
    }

    Waited during(Callable<Void> work) throws Exception {
        var goOn = new AtomicBoolean(true);
        var times = LongStream.builder();
        var errors = new AtomicInteger();
        var reader = Thread.ofPlatform().name("reader").start(() -> {
            for (var asked = 0; goOn.get(); asked++) {
                var began = System.nanoTime();
                try {
                    product.search(words.get(asked % words.size()));
                    times.add(System.nanoTime() - began);
                } catch (IOException | IllegalStateException e) {
                    errors.incrementAndGet();
                } catch (InterruptedException e) {
                    return;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        });
        try {
            work.call();
        } finally {
            goOn.set(false);
            reader.join();
        }
        return new Waited(times.build().sorted().toArray(), errors.get());
    }
}
