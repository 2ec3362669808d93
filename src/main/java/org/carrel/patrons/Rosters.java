package org.carrel.patrons;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.carrel.patrons.RosterCommit.Committed;
import org.carrel.patrons.RosterCommit.NotWaiting;
import org.carrel.patrons.RosterCommit.Stopped;
import org.carrel.patrons.RosterRun.Origin;
import org.carrel.patrons.RosterRun.State;
import org.carrel.patrons.rosters.RosterWork;
import org.carrel.patrons.store.RosterRunStore;
import org.carrel.patrons.store.RosterRunStore.NewRun;
import org.carrel.patrons.store.RosterStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;

/** Rosters of the student information system: looked through first, then committed in one transaction. */
@Door
public class Rosters {
    private static final int LONGEST_NAME = 200;

    private final Database database;
    private final Clock clock;
    private final RosterStore store = new RosterStore();
    private final RosterRunStore runs = new RosterRunStore();

    @Inject
    public Rosters(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Looks through a OneRoster zip file, folder or list of users. Nothing of people is written, and of the file only the
     * wanted columns are kept, until the run is committed or discarded.
     *
     * @param name of the file, for people
     * @return the number of the run, which may be refused
     */
    public long stage(Path file, String name, String sourceName, Origin origin, String who) {
        var opened = RosterWork.open(file);
        var hash = hash(file);
        var cut = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        return database.transaction(connection -> {
            var now = clock.instant();
            var source = store.source(connection, sourceName);
            var read = opened.read().orElse(null);
            if (read == null) {
                var refused = new NewRun(source, cut, size(file), hash, origin, State.REFUSED, true, who);
                return runs.add(connection, refused, RosterSummary.refused(opened.findings(), List.of()), now);
            }
            var plan = work().plan(connection, source, read, opened.findings());
            var state = plan.summary().isRefused() ? State.REFUSED : State.PLANNED;
            var run = new NewRun(source, cut, size(file), hash, origin, state, plan.complete(), who);
            var id = runs.add(connection, run, plan.summary(), now);
            runs.lines(connection, id, plan.lines());
            if (state == State.PLANNED) runs.addPieces(connection, id, read.copy());
            return id;
        });
    }

    /**
     * Takes a waiting roster in, all of it or nothing. It is compared anew, since people were edited meanwhile.
     *
     * @param confirmed a person has said yes to a roster beyond the thresholds
     */
    public RosterCommit commit(long id, boolean confirmed, String who) {
        return database.transaction(connection -> {
            var source = runs.lockPlanned(connection, id);
            if (source.isEmpty()) return new NotWaiting();
            var read = RosterWork.reopen(runs.pieces(connection, id));
            var said = runs.find(connection, id).orElseThrow().summary().findings();
            var plan = work().plan(connection, source.get(), read, said);
            runs.summary(connection, id, plan.summary());
            var beyond = !plan.summary().beyond().isEmpty();
            if (plan.summary().isRefused() || beyond && !confirmed) {
                runs.lines(connection, id, plan.lines());
                return new Stopped(plan.summary());
            }
            runs.lines(connection, id, plan.writing().write(connection));
            runs.removePieces(connection, id);
            runs.committed(connection, id, who, beyond, clock.instant());
            return new Committed(plan.summary());
        });
    }

    /** Lets go of a roster that waits. False when it does not. */
    public boolean discard(long id) {
        return database.transaction(connection -> {
            if (!runs.discard(connection, id)) return false;
            runs.removePieces(connection, id);
            return true;
        });
    }

    /** Who is missing for too many days is not here any more. How many these are. */
    public int settle() {
        var today = LocalDate.now(clock);
        var since = today.minusDays(RosterLimits.USUAL.missingDays());
        return database.transaction(connection -> store.settle(connection, since, today, clock.instant()));
    }

    public Optional<RosterRun> find(long id) {
        return database.read(connection -> runs.find(connection, id));
    }

    /** The newest first. */
    public List<RosterRun> runs(int most) {
        return database.read(connection -> runs.list(connection, most));
    }

    /** @param after the number of the last line that was seen, 0 for the first page */
    public List<RosterLine> lines(long id, Optional<RosterOutcome> outcome, int after, int most) {
        return database.read(connection -> runs.lines(connection, id, outcome, after, most));
    }

    private RosterWork work() {
        return new RosterWork(LocalDate.now(clock), clock.instant(), RosterLimits.USUAL);
    }

    private static long size(Path file) {
        return file.toFile().length();
    }

    /** Of a folder: of the names and bytes of its files. */
    private static byte[] hash(Path path) {
        try (var files = Files.walk(path)) {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(Files.readAllBytes(file));
            }
            return digest.digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
