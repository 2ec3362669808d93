package org.carrel.catalog.imports;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.carrel.catalog.Finding;
import org.carrel.catalog.ImportSettings;
import org.carrel.catalog.Site;
import org.carrel.catalog.marc.MarcFileRefused;
import org.carrel.catalog.store.ImportJobStore;
import org.carrel.catalog.store.ImportJobStore.Job;
import org.carrel.catalog.store.ImportLineStore;
import org.carrel.platform.Database;
import org.carrel.platform.PeopleFirst;

/**
 * A file on its way into the catalog: chunk by chunk, each a transaction of records, copies, lines and changes. Goes on
 * behind the last line that is committed, so whoever breaks it off anywhere only has to start it again.
 */
final class CommitRun {
    private final PeopleFirst peopleFirst = new PeopleFirst();
    private final Database database;
    private final ImportJobStore jobs = new ImportJobStore();
    private final long jobId;
    private final ChunkWriter writer;
    private final int thisYear;
    private final IntConsumer progress;
    private final ImportSettings settings;

    CommitRun(Database database, Clock clock, long jobId, Site site, ImportSettings settings, IntConsumer progress) {
        this.database = database;
        this.jobId = jobId;
        this.thisYear = Year.now(clock).getValue();
        var accept = database.read(connection -> jobs.find(connection, jobId))
                .map(Job::acceptsDeletions)
                .orElse(false);
        this.writer = new ChunkWriter(site, jobId, thisYear, settings, accept);
        this.settings = settings;
        this.progress = progress;
    }

    /** A refusal in the middle of the file leaves what was committed before it, and says so. */
    void run(Path file) {
        var done = database.transaction(connection -> {
            var last = ImportLineStore.LOG.last(connection, jobId);
            jobs.begin(connection, jobId, last);
            return last;
        });
        var refused = write(file, done).or(this::refusedForContent);
        database.transaction(connection -> {
            ImportLineStore.PLAN.remove(connection, jobId);
            jobs.finish(connection, jobId, refused.map(Words::refusal));
            return jobId;
        });
    }

    private Optional<Finding> write(Path file, int done) {
        try (var chunks = ChunkReader.open(file, settings, thisYear)) {
            for (var chunk = chunks.next(); chunk.isPresent(); chunk = chunks.next()) {
                write(chunk.get().stream()
                        .filter(taken -> taken.at().number() > done)
                        .toList());
            }
            return Optional.empty();
        } catch (MarcFileRefused refused) {
            return Optional.of(refused.finding());
        }
    }

    private void write(List<Taken> chunk) {
        var open = chunk;
        while (!open.isEmpty()) {
            var now = open;
            peopleFirst.standAside();
            var written = database.transaction(connection -> writer.write(connection, now));
            progress.accept(open.get(written - 1).at().number());
            open = open.subList(written, open.size());
        }
    }

    private Optional<Finding> refusedForContent() {
        return new ImportReports(database).builder(jobId).refusedForContent();
    }
}
