package org.carrel.catalog.imports;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.carrel.catalog.Finding;
import org.carrel.catalog.ImportChoices;
import org.carrel.catalog.ImportReport;
import org.carrel.catalog.ImportRequest;
import org.carrel.catalog.ImportSettings;
import org.carrel.catalog.PlanWatch;
import org.carrel.catalog.Site;
import org.carrel.catalog.UndoReport;
import org.carrel.catalog.store.ImportJobStore;
import org.carrel.catalog.store.ImportJobStore.Job;
import org.carrel.catalog.store.ImportJobStore.State;
import org.carrel.catalog.store.ImportLineStore;
import org.carrel.catalog.store.PlaceStore;
import org.carrel.catalog.store.SearchMoveStore;
import org.carrel.catalog.store.UndoStore;
import org.carrel.platform.Database;

/** Files that are staged in the database, then committed: by the process that began, or by another after a crash. */
public final class ImportBatches {
    private static final Logger LOG = Logger.getLogger(ImportBatches.class.getName());
    private static final Finding BROKE_OFF = new Finding(ImportProblem.BROKEN_OFF, "", "");
    private static final int ABANDONED_HOURS = 24;
    private static final Duration FOR_ANOTHER_PROCESS = Duration.ofHours(12);

    private final Database database;
    private final Clock clock;
    private final PlanWatch watch;
    private final ImportJobStore jobs = new ImportJobStore();
    private final PlaceStore places = new PlaceStore();
    private final StagedFiles files;

    public ImportBatches(Database database, Clock clock) {
        this(database, clock, PlanWatch.NOBODY);
    }

    public ImportBatches(Database database, Clock clock, PlanWatch watch) {
        this.database = database;
        this.watch = watch;
        this.files = new StagedFiles(database);
        this.clock = clock;
    }

    /** Stages and commits a file; one of the same bytes for the same site that was broken off goes on instead. */
    public ImportReport run(ImportRequest request, IntConsumer progress) {
        var site = database.read(connection -> places.findSite(connection, request.siteCode()));
        var here = site.orElseGet(() -> addSite(request.siteCode()));
        var hash = StagedFiles.hash(request.file());
        var jobId = database.read(connection -> jobs.findUnfinished(connection, here.id(), hash))
                .map(Job::id)
                .orElseGet(() -> files.add(
                        request.file(), name(request.file()), here.id(), hash, Chosen.of(request), State.STAGED));
        database.transaction(connection -> {
            jobs.acceptDeletions(connection, jobId, request.acceptDeletions());
            return jobs.change(connection, jobId, State.STAGED, State.COMMITTING);
        });
        database.exclusively(lock(jobId), FOR_ANOTHER_PROCESS, () -> commit(jobId, here, request.file(), progress));
        return new ImportReports(database).of(jobId, site.isEmpty());
    }

    /** Goes on with every import and undo that a crash broke off and no process is at; the number of those finished. */
    public int resume() {
        var finished = 0;
        for (var job : database.read(jobs::findUnfinished)) {
            if (database.exclusively(lock(job.id()), Duration.ZERO, () -> resume(job))) finished++;
        }
        return finished;
    }

    private void resume(Job job) {
        if (job.state() == State.UNDOING) {
            new UndoRun(database, clock, job.id()).run();
            return;
        }
        var site = database.read(connection -> places.findSite(connection, job.siteCode()))
                .orElseThrow();
        var file = files.spool(job.id());
        try {
            if (isIn(job.id(), State.PLANNING))
                new PlanRun(database, clock, watch, job.id(), site, settings(job.id())).run(file);
            commit(job.id(), site, file, count -> {});
        } catch (IllegalStateException | IllegalArgumentException e) {
            // A mistake of ours: said aloud, and not tried again for ever.
            LOG.log(Level.SEVERE, "Import " + job.id() + " stopped", e);
            database.transaction(connection -> {
                jobs.finish(connection, job.id(), Optional.of(Words.refusal(BROKE_OFF)));
                return job;
            });
        } finally {
            StagedFiles.delete(file);
        }
    }

    /** Takes a file in to be planned by the next {@link #resume}; its number. */
    public long stage(Path file, String name, String siteCode, Chosen chosen) {
        var site = database.read(connection -> places.findSite(connection, siteCode));
        var here = site.orElseGet(() -> addSite(siteCode));
        return files.add(file, name, here.id(), StagedFiles.hash(file), chosen, State.PLANNING);
    }

    /** False when the import does not wait for that; done by the next {@link #resume}. */
    public boolean commitPlanned(long jobId, ImportChoices choices) {
        return database.transaction(connection -> {
            var done = jobs.change(connection, jobId, State.PLANNED, State.COMMITTING);
            if (done) jobs.acceptDeletions(connection, jobId, choices.acceptDeletions());
            return done;
        });
    }

    /** Lets go of a plan and its file; false when the import does not wait. */
    public boolean discard(long jobId) {
        return database.transaction(connection -> {
            var done = jobs.change(connection, jobId, State.PLANNED, State.DISCARDED);
            if (done) clear(connection, jobId);
            return done;
        });
    }

    private void clear(Connection connection, long jobId) throws SQLException {
        ImportLineStore.PLAN.remove(connection, jobId);
        new SearchMoveStore().replace(connection, jobId, List.of());
        jobs.removePieces(connection, jobId);
    }

    /** Lets go of uploads that broke off a day ago or longer. */
    public void discardAbandoned() {
        database.transaction(connection -> {
            for (var jobId : jobs.findAbandoned(connection, ABANDONED_HOURS)) {
                if (jobs.change(connection, jobId, State.STAGED, State.DISCARDED)) clear(connection, jobId);
            }
            return true;
        });
    }

    /** False when there is nothing to take back; done by the next {@link #resume}. */
    public boolean askUndo(long jobId) {
        return database.transaction(connection -> startUndo(connection, jobId));
    }

    private boolean startUndo(Connection connection, long jobId) throws SQLException {
        return jobs.change(connection, jobId, State.COMMITTED, State.UNDOING)
                || jobs.change(connection, jobId, State.REFUSED, State.UNDOING);
    }

    /** What undoing did; empty when there is no such import, or it was not taken back. */
    public Optional<UndoReport> undone(long jobId) {
        return isIn(jobId, State.UNDONE)
                ? Optional.of(database.read(connection -> undoReport(connection, jobId)))
                : Optional.empty();
    }

    /** Takes back what the import did; goes on when that was begun and broken off. */
    public Optional<UndoReport> undo(long jobId) {
        if (database.read(connection -> jobs.find(connection, jobId)).isEmpty()) return Optional.empty();
        database.exclusively(lock(jobId), FOR_ANOTHER_PROCESS, () -> {
            database.transaction(connection -> startUndo(connection, jobId));
            if (isIn(jobId, State.UNDOING)) new UndoRun(database, clock, jobId).run();
        });
        return Optional.of(database.read(connection -> undoReport(connection, jobId)));
    }

    private UndoReport undoReport(Connection connection, long jobId) throws SQLException {
        var undo = new UndoStore();
        var kept = undo.findKept(connection, jobId, UndoReport.MAX_KEPT).stream()
                .map(line -> new UndoReport.Kept(
                        line.bibId(), line.itemId() != 0, line.title(), line.barcode(), line.outcome()))
                .toList();
        return new UndoReport(
                jobId,
                jobs.find(connection, jobId).orElseThrow().fileName(),
                undo.count(connection, jobId, true),
                undo.count(connection, jobId, false),
                kept);
    }

    private static String lock(long jobId) {
        return "import/" + jobId;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private Site addSite(String code) {
        return database.transaction(connection -> {
            places.addSite(connection, code, code);
            return places.findSite(connection, code).orElseThrow();
        });
    }

    /** Under the lock: another process may have come to the end just now. */
    private void commit(long jobId, Site site, Path file, IntConsumer progress) {
        if (!isIn(jobId, State.COMMITTING)) return;
        new CommitRun(database, clock, jobId, site, settings(jobId), progress).run(file);
    }

    /** What the import was planned with, or began with. */
    private ImportSettings settings(long jobId) {
        var job = database.read(connection -> jobs.find(connection, jobId)).orElseThrow();
        return SettingsJson.read(job.settings());
    }

    private boolean isIn(long jobId, State state) {
        return database.read(connection -> jobs.find(connection, jobId))
                .filter(job -> job.state() == state)
                .isPresent();
    }
}
