package org.carrel.catalog.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.carrel.catalog.ImportReport;
import org.carrel.catalog.ImportRequest;
import org.carrel.catalog.Site;
import org.carrel.catalog.UndoReport;
import org.carrel.catalog.store.ImportJobStore;
import org.carrel.catalog.store.ImportJobStore.Job;
import org.carrel.catalog.store.ImportJobStore.State;
import org.carrel.catalog.store.PlaceStore;
import org.carrel.catalog.store.UndoStore;
import org.carrel.platform.Database;

/** Files that are staged in the database, then committed: by the process that began, or by another after a crash. */
public final class ImportBatches {
    private static final int PIECE_BYTES = 4 << 20;
    private static final Duration FOR_ANOTHER_PROCESS = Duration.ofHours(12);

    private final Database database;
    private final Clock clock;
    private final ImportJobStore jobs = new ImportJobStore();
    private final PlaceStore places = new PlaceStore();

    public ImportBatches(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Stages and commits a file; one of the same bytes for the same site that was broken off goes on instead. */
    public ImportReport run(ImportRequest request, IntConsumer progress) {
        var site = database.read(connection -> places.findSite(connection, request.siteCode()));
        var here = site.orElseGet(() -> addSite(request.siteCode()));
        var hash = hash(request.file());
        var jobId = database.read(connection -> jobs.findUnfinished(connection, here.id(), hash))
                .map(Job::id)
                .orElseGet(() -> stage(request.file(), here, hash));
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
        var file = spool(job.id());
        try {
            commit(job.id(), site, file, count -> {});
        } finally {
            delete(file);
        }
    }

    /** Takes back what the import did; goes on when that was begun and broken off. */
    public Optional<UndoReport> undo(long jobId) {
        if (database.read(connection -> jobs.find(connection, jobId)).isEmpty()) return Optional.empty();
        database.exclusively(lock(jobId), FOR_ANOTHER_PROCESS, () -> {
            database.transaction(connection -> jobs.change(connection, jobId, State.COMMITTED, State.UNDOING)
                    || jobs.change(connection, jobId, State.REFUSED, State.UNDOING));
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

    private Site addSite(String code) {
        return database.transaction(connection -> {
            places.addSite(connection, code, code);
            return places.findSite(connection, code).orElseThrow();
        });
    }

    /** Takes the file into the database. Until its last piece is there, nobody touches it. */
    private long stage(Path file, Site site, byte[] hash) {
        var name = Texts.cut(String.valueOf(file.getFileName()), 500);
        var jobId = database.transaction(connection ->
                jobs.add(connection, site.id(), name, file.toFile().length(), hash));
        try (var in = Files.newInputStream(file)) {
            var number = 0;
            for (var piece = in.readNBytes(PIECE_BYTES); piece.length > 0; piece = in.readNBytes(PIECE_BYTES)) {
                var bytes = piece;
                var at = number++;
                database.transaction(connection -> {
                    jobs.addPiece(connection, jobId, at, bytes);
                    return at;
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        database.transaction(connection -> jobs.change(connection, jobId, State.STAGED, State.COMMITTING));
        return jobId;
    }

    /** Under the lock: another process may have come to the end just now. */
    private void commit(long jobId, Site site, Path file, IntConsumer progress) {
        if (isIn(jobId, State.COMMITTING)) new CommitRun(database, clock, jobId, site, progress).run(file);
    }

    private boolean isIn(long jobId, State state) {
        return database.read(connection -> jobs.find(connection, jobId))
                .filter(job -> job.state() == state)
                .isPresent();
    }

    /** The staged file, back from the database. */
    private Path spool(long jobId) {
        try {
            var file = Files.createTempFile("carrel-import-", ".marc");
            try (var out = Files.newOutputStream(file)) {
                for (var number = 0; ; number++) {
                    var at = number;
                    var piece = database.read(connection -> jobs.findPiece(connection, jobId, at));
                    if (piece.isEmpty()) return file;
                    out.write(piece.get());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] hash(Path file) {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return in.getMessageDigest().digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
