package org.carrel.catalog.imports;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import org.carrel.catalog.ImportProgress;
import org.carrel.catalog.rules.Pace;
import org.carrel.catalog.store.ImportHistoryStore.Work;

/** From what the database knows of the work at an import to how far it is, how fast, and when it will be done. */
public final class ImportPace {
    private ImportPace() {}

    /** Progress by records where their number is known, else by bytes; an archive's bytes say nothing of that kind. */
    public static ImportProgress of(Work work, Instant now) {
        var total = work.records() == null ? OptionalInt.empty() : OptionalInt.of(work.records());
        var percent = total.isPresent()
                ? Pace.percent(work.done(), total.getAsInt())
                : Pace.percent(Math.min(work.doneBytes(), work.fileBytes()), work.fileBytes());
        var pace = pace(work, now);
        return new ImportProgress(
                work.state(),
                work.done(),
                total,
                percent,
                pace.map(known -> (int) known.perSecond()).orElse(0),
                total.isPresent() ? pace.flatMap(known -> known.left(total.getAsInt())) : Optional.empty());
    }

    private static Optional<Pace> pace(Work work, Instant now) {
        if (work.began() == null) return Optional.empty();
        var working = Duration.between(work.began().toInstant(ZoneOffset.UTC), now);
        return Optional.of(new Pace(work.done(), work.before(), working));
    }
}
