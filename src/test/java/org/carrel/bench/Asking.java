package org.carrel.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Clients that ask one question after the other, without a pause.
 *
 * @param clients threads
 * @param each questions of one client
 */
record Asking(int clients, int each) {
    /** One question, whatever becomes of it. */
    @FunctionalInterface
    interface Question {
        void ask(String text) throws Exception;
    }

    /**
     * What it took, in nanoseconds, sorted.
     *
     * @param wall as a clock saw it
     * @param cpu processor time of the asking thread; what other threads do for it is not in it
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Times(long[] wall, long[] cpu) {
        double wall(double percent) {
            return at(wall, percent);
        }

        private static double at(long[] sorted, double percent) {
            return sorted[(int) ((sorted.length - 1) * percent / 100)] / 1e6;
        }

        String line(String name) {
            return String.format(
                    Locale.ROOT,
                    "%-34s n=%,6d  p50 %7.2f  p95 %7.2f  p99 %7.2f ms   cpu p50 %7.2f  p99 %7.2f ms",
                    name,
                    wall.length,
                    wall(50),
                    wall(95),
                    wall(99),
                    at(cpu, 50),
                    at(cpu, 99));
        }
    }

    Times of(List<String> texts, Question question) throws InterruptedException {
        var pool = Executors.newFixedThreadPool(clients);
        try {
            var running = new ArrayList<Future<Times>>();
            for (var client = 0; client < clients; client++) {
                var first = client * 31;
                running.add(pool.submit(() -> one(texts, first, question)));
            }
            var all = new ArrayList<Times>();
            for (var each : running) all.add(each.get());
            return new Times(
                    all.stream()
                            .flatMapToLong(times -> Arrays.stream(times.wall()))
                            .sorted()
                            .toArray(),
                    all.stream()
                            .flatMapToLong(times -> Arrays.stream(times.cpu()))
                            .sorted()
                            .toArray());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            pool.shutdown();
        }
    }

    private Times one(List<String> texts, int first, Question question) throws Exception {
        var threads = ManagementFactory.getThreadMXBean();
        var wall = new long[each];
        var cpu = new long[each];
        for (var i = 0; i < each; i++) {
            var text = texts.get((first + i * 7) % texts.size());
            var began = System.nanoTime();
            var worked = threads.getCurrentThreadCpuTime();
            question.ask(text);
            wall[i] = System.nanoTime() - began;
            cpu[i] = threads.getCurrentThreadCpuTime() - worked;
        }
        return new Times(wall, cpu);
    }
}
