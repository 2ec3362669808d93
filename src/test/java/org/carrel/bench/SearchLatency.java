package org.carrel.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;

/** How long one person waits for a page of results, with a pause between two questions. */
final class SearchLatency {
    private static final int QUESTIONS = 1000;
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final MediaCenterInside center;
    private final List<String> questions = new RecordGenerator(1, 0).questions(QUESTIONS);

    SearchLatency(MediaCenterInside center) {
        this.center = center;
    }

    /** Times in nanoseconds, sorted. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Times(long[] sorted) {
        double millis(int percent) {
            return sorted[(int) ((sorted.length - 1) * percent / 100.0)] / 1e6;
        }

        long count() {
            return sorted.length;
        }
    }

    /** Every question twice; the first round warms up and is not counted. */
    Times idle() {
        ask(() -> true, QUESTIONS);
        return ask(() -> true, QUESTIONS);
    }

    Times during(Runnable work) {
        var worker = Thread.ofPlatform().name("import").start(work);
        return ask(worker::isAlive, Integer.MAX_VALUE);
    }

    private Times ask(BooleanSupplier goOn, int most) {
        var times = LongStream.builder();
        for (var asked = 0; asked < most && goOn.getAsBoolean(); asked++) {
            var began = System.nanoTime();
            center.find(questions.get(asked % QUESTIONS));
            times.add(System.nanoTime() - began);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return new Times(times.build().sorted().toArray());
    }
}
