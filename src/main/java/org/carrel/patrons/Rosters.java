package org.carrel.patrons;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.carrel.patrons.RosterCommit.Committed;
import org.carrel.patrons.RosterCommit.NotWaiting;
import org.carrel.patrons.RosterCommit.Stopped;
import org.carrel.patrons.RosterFinding.Kind;
import org.carrel.patrons.RosterRun.Origin;
import org.carrel.patrons.RosterRun.State;
import org.carrel.patrons.RosterUndone.NotCommitted;
import org.carrel.patrons.RosterUndone.NotLast;
import org.carrel.patrons.RosterUndone.Undone;
import org.carrel.patrons.rosters.RosterFile;
import org.carrel.patrons.rosters.RosterStaging;
import org.carrel.patrons.rosters.RosterUndo;
import org.carrel.patrons.rosters.RosterWork;
import org.carrel.patrons.store.RosterLineStore;
import org.carrel.patrons.store.RosterRunStore;
import org.carrel.patrons.store.RosterRunStore.NewRun;
import org.carrel.patrons.store.RosterStore;
import org.carrel.patrons.store.RosterUndoStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;

/** Rosters of the student information system: looked through first, then committed in one transaction. */
@Door
public class Rosters {
    private static final int LONGEST_NAME = 200;
    /** So long the columns of a list are kept that nobody has named. */
    private static final Duration ASKED_FOR = Duration.ofDays(1);

    private static final Duration PLANNED_FOR = Duration.ofDays(7);

    private final Database database;
    private final Clock clock;
    private final Consumer<RosterRefused> refused;
    private final RosterStore store = new RosterStore();
    private final RosterRunStore runs = new RosterRunStore();
    private final RosterLineStore lines = new RosterLineStore();
    private final RosterUndoStore undo = new RosterUndoStore();

    @Inject
    public Rosters(Database database, Clock clock, Event<RosterRefused> refused) {
        this(database, clock, (Consumer<RosterRefused>) refused::fire);
    }

    /** Where nobody is told what is refused. */
    public Rosters(Database database, Clock clock) {
        this(database, clock, refused -> {});
    }

    /** @param refused is told what is refused, after it was written */
    public Rosters(Database database, Clock clock, Consumer<RosterRefused> refused) {
        this.database = database;
        this.clock = clock;
        this.refused = refused;
    }

    /** As {@link #stage(RosterUpload, String)}, with the columns that a plain list of this source had last. */
    public long stage(Path file, String name, String source, Origin origin, String who) {
        return stage(new RosterUpload(file, name, source, origin, false), who);
    }

    /**
     * Looks through a OneRoster zip file, folder or list of users, or a plain list. Nothing of people is written, and of the
     * file only the wanted columns are kept, until the run is committed or discarded. A plain list whose columns nobody has
     * told yet waits for {@link #map}.
     *
     * @return the number of the run, which may be refused
     */
    public long stage(RosterUpload upload, String who) {
        var name = upload.source().strip();
        var source = database.transaction(connection -> store.source(connection, cut(name, RosterSource.MAX_NAME)));
        var remembered = database.read(connection -> store.mapping(connection, source));
        var hash = hash(upload.file());
        long id;
        try (var opened = RosterFile.open(upload.file(), upload.asksColumns() ? Optional.empty() : remembered)) {
            var run = new NewRun(
                    source,
                    cut(upload.name(), LONGEST_NAME),
                    size(upload.file()),
                    hash,
                    upload.origin(),
                    State.REFUSED,
                    true,
                    who,
                    Optional.empty(),
                    upload.onlySite());
            id = database.transaction(connection -> staging(connection).stage(run, opened));
        }
        tell(id);
        return id;
    }

    /** Who looks at the page of a roster sees what it waits for; a file that came by itself has nobody who looks. */
    private void tell(long id) {
        var run = find(id).orElseThrow();
        var alone = run.origin() != Origin.DESK;
        var reason =
                switch (run.state()) {
                    case REFUSED -> stop(run.summary());
                    case MAPPING -> alone ? Optional.of(Kind.MAPPING_MISSING.name()) : Optional.<String>empty();
                    case PLANNED -> alone ? beyond(run.summary()) : Optional.<String>empty();
                    default -> Optional.<String>empty();
                };
        reason.ifPresent(
                word -> refused.accept(new RosterRefused(id, run.source(), run.origin(), word, clock.instant())));
    }

    private static Optional<String> stop(RosterSummary summary) {
        return summary.findings().stream()
                .map(RosterFinding::kind)
                .filter(Kind::stops)
                .map(Kind::name)
                .findFirst();
    }

    private static Optional<String> beyond(RosterSummary summary) {
        return summary.beyond().stream()
                .map(threshold -> threshold.kind().name())
                .findFirst();
    }

    /** What is to be asked about a plain list; empty when it does not wait for that. */
    public Optional<RosterColumnsQuestion> question(long id) {
        return database.read(connection -> {
            var run = runs.find(connection, id);
            if (run.filter(known -> known.state() == State.MAPPING).isEmpty()) return Optional.empty();
            var source = store.source(connection, run.get().source());
            return Optional.of(RosterFile.question(runs.pieces(connection, id), store.mapping(connection, source)));
        });
    }

    /**
     * Says which column of a plain list is which field, remembers it for the source, and looks the list through.
     *
     * @return false when the run does not wait for that, or number or family name have no column
     */
    public boolean map(long id, RosterMapping mapping) {
        if (!mapping.isComplete()) return false;
        if (!database.transaction(connection -> staging(connection).map(id, mapping))) return false;
        tell(id);
        return true;
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
            store.lock(connection, source.get());
            try (var file = RosterFile.reopen(runs.pieces(connection, id), runs.mapping(connection, id))) {
                return commit(connection, new Waiting(id, source.get(), confirmed, who), file);
            }
        });
    }

    /** What somebody wants to be taken in. */
    private record Waiting(long id, int source, boolean confirmed, String who) {}

    private RosterCommit commit(Connection connection, Waiting wish, RosterFile file) throws SQLException {
        var id = wish.id();
        var run = runs.find(connection, id).orElseThrow();
        try (var plan = work().within(run.onlySite())
                .plan(connection, wish.source(), file, run.summary().findings())) {
            runs.summary(connection, id, plan.summary());
            plan.keepLines(connection, id);
            var beyond = !plan.summary().beyond().isEmpty();
            if (plan.summary().isRefused() || beyond && !wish.confirmed()) return new Stopped(plan.summary());
            plan.write(connection, id);
            runs.removePieces(connection, id);
            runs.committed(connection, id, wish.who(), beyond, clock.instant());
            return new Committed(plan.summary());
        }
    }

    /** Takes the last roster of a source back, all of it or nothing. Who was edited since stays, and is listed. */
    public RosterUndone undo(long id, String who) {
        return database.transaction(connection -> {
            var source = undo.lockCommitted(connection, id).orElse(0);
            if (source == 0) return new NotCommitted();
            store.lock(connection, source);
            var last = undo.lastCommitted(connection, source).orElse(id);
            if (last != id) return new NotLast(last);
            return new Undone(new RosterUndo(connection, id, source, clock.instant()).back(who));
        });
    }

    /** Whether {@link #undo} would take it back. */
    public boolean isLast(long id) {
        return database.read(connection -> {
            var source = undo.sourceOf(connection, id).orElse(0);
            return undo.lastCommitted(connection, source)
                    .filter(last -> last == id)
                    .isPresent();
        });
    }

    /** Lets go of rosters that nobody has wanted for some days. How many these were. */
    public int discardAbandoned() {
        var now = clock.instant();
        var waiting = new ArrayList<Long>();
        database.read(connection -> {
            waiting.addAll(runs.waiting(connection, State.MAPPING, now.minus(ASKED_FOR)));
            return waiting.addAll(runs.waiting(connection, State.PLANNED, now.minus(PLANNED_FOR)));
        });
        return (int) waiting.stream().filter(this::discard).count();
    }

    /** Who goes from which grade to which: grades follow the roster, never the calendar. */
    public List<GradeMove> grades(long id) {
        return database.read(connection -> lines.grades(connection, id));
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

    /** Whether this very file was the last one that the watched folder has brought for the source. */
    public boolean hasCome(Path file, String source) {
        var hash = hash(file);
        return database.read(connection -> runs.hasDropped(connection, source, hash));
    }

    public Optional<RosterRun> find(long id) {
        return database.read(connection -> runs.find(connection, id));
    }

    /** The newest first. */
    public List<RosterRun> runs(int most) {
        return database.read(connection -> runs.list(connection, Optional.empty(), most));
    }

    /** Those that may touch people of this site only, the newest first. @param site code */
    public List<RosterRun> runs(String site, int most) {
        return database.read(connection -> runs.list(connection, Optional.of(site), most));
    }

    /** @param after the number of the last line that was seen, 0 for the first page */
    public List<RosterLine> lines(long id, Optional<RosterOutcome> outcome, int after, int most) {
        return database.read(connection -> lines.lines(connection, id, outcome, after, most));
    }

    private RosterWork work() {
        return new RosterWork(LocalDate.now(clock), clock.instant(), RosterLimits.USUAL);
    }

    private RosterStaging staging(Connection connection) {
        return new RosterStaging(connection, work(), clock.instant());
    }

    private static String cut(String name, int longest) {
        return name.length() > longest ? name.substring(0, longest) : name;
    }

    private static long size(Path file) {
        return file.toFile().length();
    }

    /** Of a folder: of the names and bytes of its files. */
    private static byte[] hash(Path path) {
        try (var files = Files.walk(path)) {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
            return digest.digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
