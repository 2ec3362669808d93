package org.carrel.bench;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/** One desk lends, several scans in a second, while something else is done. No copy is lent twice. */
final class DeskMeanwhile {
    private static final long PAUSE_NANOS = 100_000_000;

    private final BenchScans desk;
    private final List<String> codes;
    private int next;

    /** @param codes a card, then three books, and so on: enough of them for the whole time */
    DeskMeanwhile(BenchScans desk, List<String> codes) {
        this.desk = desk;
        this.codes = codes;
    }

    /**
     * What the desk waited from scan to answer, in nanoseconds, sorted.
     *
     * @param errors scans that had no answer
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Waited(long[] sorted, int errors) {
        String line() {
            return String.format(
                    Locale.ROOT,
                    "desk meanwhile: %,d scans, p50 %.0f p95 %.0f p99 %.0f max %.0f ms, errors %d",
                    sorted.length,
                    millis(50),
                    millis(95),
                    millis(99),
                    millis(100),
                    errors);
        }

        private double millis(int percent) {
            return sorted.length == 0 ? 0 : sorted[(int) ((sorted.length - 1) * percent / 100.0)] / 1e6;
        }
    }

    Waited during(Callable<Void> work) throws Exception {
        var goOn = new AtomicBoolean(true);
        var times = LongStream.builder();
        var errors = new int[1];
        var standing = Thread.ofPlatform().name("desk").start(() -> {
            while (goOn.get() && next < codes.size()) {
                var began = System.nanoTime();
                try {
                    desk.scan(codes.get(next++));
                    times.add(System.nanoTime() - began);
                } catch (IOException e) {
                    errors[0]++;
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
            standing.join();
        }
        if (next == codes.size()) throw new IllegalStateException("Too few books for so long a time");
        return new Waited(times.build().sorted().toArray(), errors[0]);
    }
}
