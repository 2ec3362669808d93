package org.carrel.copycataloging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.carrel.copycataloging.TargetState.Outcome;

/** One number, of which all targets are asked at once. Several people may wait for it. */
final class Question {
    /** Once there is a good record, the others get so long to have a better one. */
    private static final Duration GRACE = Duration.ofMillis(300);

    private final List<CopyTarget> targets;
    private final long began = System.nanoTime();
    private final List<Asked> answers = new ArrayList<>();
    private final List<FoundRecord> records = new ArrayList<>();
    private long goodSince;
    private boolean good;

    Question(List<CopyTarget> targets) {
        this.targets = List.copyOf(targets);
    }

    List<CopyTarget> targets() {
        return targets;
    }

    Duration age() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    synchronized void answered(Asked answer, List<FoundRecord> found) {
        answers.add(answer);
        records.addAll(found);
        if (!good && found.stream().anyMatch(record -> record.merit().isGood())) {
            good = true;
            goodSince = System.nanoTime();
        }
        notifyAll();
    }

    /** Until all have answered, something good has come, or patience is over. */
    synchronized void await(Duration patience) throws InterruptedException {
        while (answers.size() < targets.size()) {
            var now = System.nanoTime();
            var left = began + patience.toNanos() - now;
            if (good) left = Math.min(left, goodSince + GRACE.toNanos() - now);
            if (left <= 0) return;
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(left, TimeUnit.MILLISECONDS.toNanos(1)));
        }
    }

    synchronized List<FoundRecord> records() {
        return List.copyOf(records);
    }

    /** One for each target, in their order. */
    synchronized List<TargetState> states() {
        return targets.stream().map(this::state).toList();
    }

    private TargetState state(CopyTarget target) {
        var answer = answers.stream().filter(one -> one.target().equals(target)).findFirst();
        var late = age().compareTo(Duration.ofSeconds(target.seconds())) > 0;
        return answer.map(Asked::state)
                .orElseGet(() -> new TargetState(target.name(), late ? Outcome.SLOW : Outcome.ASKING, 0, ""));
    }
}
