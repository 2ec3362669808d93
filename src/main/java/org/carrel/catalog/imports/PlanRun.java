package org.carrel.catalog.imports;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import org.carrel.catalog.Finding;
import org.carrel.catalog.ImportSettings;
import org.carrel.catalog.PlanWatch;
import org.carrel.catalog.SearchMove;
import org.carrel.catalog.Site;
import org.carrel.catalog.marc.MarcFileRefused;
import org.carrel.catalog.store.ImportJobStore;
import org.carrel.catalog.store.ImportLineStore;
import org.carrel.catalog.store.ImportQuestionStore;
import org.carrel.catalog.store.SearchMoveStore;
import org.carrel.platform.Database;
import org.carrel.platform.PeopleFirst;

/** Plans a staged file: a line for each record, which a person can look through before anything is written. */
final class PlanRun {
    private final PeopleFirst peopleFirst = new PeopleFirst();
    private final Database database;
    private final Clock clock;
    private final PlanWatch watch;
    private final ImportJobStore jobs = new ImportJobStore();
    private final long jobId;
    private final Site site;
    private final int thisYear;
    private final ImportSettings settings;
    private int records;

    PlanRun(Database database, Clock clock, PlanWatch watch, long jobId, Site site, ImportSettings settings) {
        this.database = database;
        this.clock = clock;
        this.watch = watch;
        this.jobId = jobId;
        this.site = site;
        this.settings = settings;
        this.thisYear = Year.now(clock).getValue();
    }

    /** Begins anew when it was broken off: a plan is cheap, and half of one is of no use. */
    void run(Path file) {
        database.transaction(connection -> {
            ImportLineStore.PLAN.remove(connection, jobId);
            jobs.begin(connection, jobId, 0);
            return jobId;
        });
        try (var watching = watch.begin()) {
            var rehearsal = new Rehearsal(site, settings, thisYear, new PlannedTitles(watching, clock));
            var refused = plan(file, rehearsal).or(this::refusedForContent);
            finish(rehearsal, refused, watching.moves());
        }
    }

    private void finish(Rehearsal rehearsal, Optional<Finding> refused, List<SearchMove> moves) {
        database.transaction(connection -> {
            new SearchMoveStore().replace(connection, jobId, moves);
            new ImportQuestionStore().replace(connection, jobId, rehearsal.questions());
            ImportLineStore.PLAN.settleCopies(connection, jobId);
            jobs.finishPlan(connection, jobId, records, refused.map(Words::refusal));
            return jobId;
        });
    }

    private Optional<Finding> plan(Path file, Rehearsal rehearsal) {
        try (var chunks = ChunkReader.open(file, settings, thisYear)) {
            for (var chunk = chunks.next(); chunk.isPresent(); chunk = chunks.next()) plan(rehearsal, chunk.get());
            return Optional.empty();
        } catch (MarcFileRefused refused) {
            return Optional.of(refused.finding());
        }
    }

    private void plan(Rehearsal rehearsal, List<Taken> chunk) {
        var open = chunk;
        while (!open.isEmpty()) {
            var now = open;
            peopleFirst.standAside();
            var lines = database.read(connection -> rehearsal.plan(connection, now));
            database.transaction(connection -> {
                ImportLineStore.PLAN.add(connection, jobId, lines);
                return lines;
            });
            records += lines.size();
            open = open.subList(lines.size(), open.size());
        }
    }

    private Optional<Finding> refusedForContent() {
        return new ImportReports(database).builder(ImportLineStore.PLAN, jobId).refusedForContent();
    }
}
