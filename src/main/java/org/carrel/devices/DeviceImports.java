package org.carrel.devices;

import jakarta.inject.Inject;
import java.io.IOException;
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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carrel.catalog.Site;
import org.carrel.catalog.UnlistedItems;
import org.carrel.devices.MdmCommit.Committed;
import org.carrel.devices.MdmCommit.NotWaiting;
import org.carrel.devices.MdmRun.State;
import org.carrel.devices.MdmUndone.NotCommitted;
import org.carrel.devices.MdmUndone.NotLast;
import org.carrel.devices.MdmUndone.Undone;
import org.carrel.devices.mdm.MdmStaging;
import org.carrel.devices.mdm.MdmUndo;
import org.carrel.devices.mdm.MdmWork;
import org.carrel.devices.mdm.MdmWriting;
import org.carrel.devices.rules.MdmColumns;
import org.carrel.devices.store.DeviceModelStore;
import org.carrel.devices.store.MdmRowStore;
import org.carrel.devices.store.MdmRunStore;
import org.carrel.devices.store.MdmRunStore.NewRun;
import org.carrel.platform.Database;
import org.carrel.platform.Door;

/**
 * Exports of device management and spreadsheets: looked through first, then committed in one transaction, and taken back. They
 * bring new devices and facts; custody, condition, tag and assignment are people's (rule V5).
 */
@Door
public class DeviceImports {
    private static final int LONGEST_NAME = 200;
    private static final int PIECE = 1 << 16;
    /** So long a file waits for somebody's yes. */
    private static final Duration WAITS = Duration.ofDays(7);

    private final Database database;
    private final Clock clock;
    private final UnlistedItems items;
    private final DeviceModels models;
    private final DeviceModelStore modelStore = new DeviceModelStore();
    private final MdmRunStore runs = new MdmRunStore();
    private final MdmRowStore rows = new MdmRowStore();

    @Inject
    public DeviceImports(Database database, Clock clock, UnlistedItems items, DeviceModels models) {
        this.database = database;
        this.clock = clock;
        this.items = items;
        this.models = models;
    }

    /**
     * Looks through a file. Nothing of devices is written until the run is committed.
     *
     * @return the number of the run, which may be refused, or wait for a person to say which column is which; empty when there is
     *     no such site
     */
    public Optional<Long> stage(MdmUpload upload, String who) {
        discardAbandoned();
        var opened = MdmStaging.open(upload.file());
        var hash = hash(upload.file());
        var bytes = upload.file().toFile().length();
        return database.transaction(connection -> {
            var remembered = opened.form() == MdmForm.LIST
                    ? runs.remembered(connection, opened.header())
                    : Optional.<Map<MdmField, Integer>>empty();
            var columns = remembered.map(MdmColumns::told).orElse(opened.columns());
            var refused = opened.findings().stream().anyMatch(one -> one.kind().stops());
            var state = refused ? State.REFUSED : columns.findsDevices() ? State.PLANNED : State.MAPPING;
            var name = upload.name().substring(Math.max(0, upload.name().length() - LONGEST_NAME));
            var wish = new NewRun(
                    opened.form(),
                    name,
                    bytes,
                    hash,
                    upload.origin(),
                    state,
                    upload.site(),
                    opened.header(),
                    remembered,
                    who);
            var summary = MdmSummary.found(0, opened.findings());
            var id = runs.add(connection, wish, summary, clock.instant());
            if (id.isPresent() && !refused) fill(connection, id.get(), upload.file(), opened, columns);
            return id;
        });
    }

    private void fill(Connection connection, long id, Path file, MdmStaging.Opened opened, MdmColumns columns)
            throws SQLException {
        var as = new MdmStaging.Opened(opened.form(), opened.kept(), opened.header(), columns, opened.findings());
        var read = new MdmStaging().stage(connection, id, file, as);
        var findings = new ArrayList<>(opened.findings());
        read.refused().ifPresent(findings::add);
        runs.summary(connection, id, MdmSummary.found(read.rows(), findings));
        if (read.refused().isPresent()) {
            rows.remove(connection, id);
            runs.state(connection, id, State.REFUSED);
        } else if (columns.findsDevices()) plan(connection, id);
    }

    private void plan(Connection connection, long id) throws SQLException {
        var run = runs.find(connection, id).orElseThrow();
        runs.summary(connection, id, new MdmWork(connection, run, clock.instant()).plan(compared -> {}));
    }

    /**
     * Says which column of a list is which field, by their places, and looks the list through anew. It is remembered for lists with
     * the same columns.
     *
     * @return false when the run does not wait, is no list, or neither tag nor serial has a column
     */
    public boolean map(long id, Map<MdmField, Integer> mapping) {
        var columns = MdmColumns.told(mapping);
        if (!columns.findsDevices()) return false;
        return database.transaction(connection -> {
            var run = runs.lock(connection, id, List.of(State.MAPPING, State.PLANNED));
            if (run.filter(one -> one.form() == MdmForm.LIST).isEmpty()) return false;
            runs.mapped(connection, id, mapping, State.PLANNED);
            new MdmStaging().rekey(connection, id, columns);
            plan(connection, id);
            return true;
        });
    }

    /** Which column of a list counts as which field now. */
    public Map<MdmField, Integer> mapping(MdmRun run) {
        var mapping = new EnumMap<MdmField, Integer>(MdmField.class);
        MdmStaging.columns(run).fields().forEach((field, places) -> mapping.put(field, places.getFirst()));
        return mapping;
    }

    /** Takes a waiting file in, all of it or nothing. It is compared anew, since devices were edited meanwhile. */
    public MdmCommit commit(long id, String who) {
        return database.transaction(connection -> {
            var run = runs.lock(connection, id, List.of(State.PLANNED)).orElse(null);
            if (run == null) return new NotWaiting();
            var now = clock.instant();
            var site = items.sites(connection).stream()
                    .filter(one -> one.code().equals(run.site()))
                    .map(Site::id)
                    .findFirst()
                    .orElseThrow();
            var writing = new MdmWriting(connection, run, site, now, items, this::model);
            var summary = new MdmWork(connection, run, now).plan(writing::page);
            runs.summary(connection, id, summary);
            rows.close(connection, id);
            runs.committed(connection, id, who, now);
            return new Committed(summary);
        });
    }

    private DeviceModel model(Connection connection, ModelFacts facts) throws SQLException {
        var known = modelStore.byName(connection, facts.manufacturer(), facts.name());
        if (known.isPresent()) return known.get();
        if (!(models.add(connection, facts) instanceof ModelSaved.Saved saved)) {
            throw new IllegalStateException("Not a model: " + facts.manufacturer() + " " + facts.name());
        }
        return modelStore.find(connection, saved.id()).orElseThrow();
    }

    /** Takes the last file of a management back. What people have edited or lent since stays, and is listed. */
    public MdmUndone undo(long id, String who) {
        return database.transaction(connection -> {
            var run = runs.lock(connection, id, List.of(State.COMMITTED)).orElse(null);
            if (run == null) return new NotCommitted();
            var last = runs.lastCommitted(connection, run).orElse(id);
            if (last != id) return new NotLast(last);
            var now = clock.instant();
            var kept = new MdmUndo(connection, run, now, items).back();
            runs.undone(connection, id, who, now);
            return new Undone(kept);
        });
    }

    /** Whether {@link #undo} would take it back. */
    public boolean isLast(MdmRun run) {
        return database.read(connection -> runs.lastCommitted(connection, run))
                .filter(last -> last == run.id())
                .isPresent();
    }

    /** Lets go of a file that waits. False when it does not. */
    public boolean discard(long id) {
        return database.transaction(connection -> {
            if (runs.lock(connection, id, List.of(State.MAPPING, State.PLANNED)).isEmpty()) return false;
            rows.remove(connection, id);
            runs.state(connection, id, State.DISCARDED);
            return true;
        });
    }

    /** Lets go of files that nobody has wanted for some days. How many these were. */
    public int discardAbandoned() {
        var waiting = database.read(
                connection -> runs.waiting(connection, clock.instant().minus(WAITS)));
        return (int) waiting.stream().filter(this::discard).count();
    }

    public Optional<MdmRun> find(long id) {
        return database.read(connection -> runs.find(connection, id));
    }

    /** The newest first. @param site code: only those of this site; empty: all */
    public List<MdmRun> runs(Optional<String> site, int most) {
        return database.read(connection -> runs.list(connection, site, most));
    }

    /**
     * Without an outcome, those where something is to be seen.
     *
     * @param after the number of the last line that was seen, 0 for the first page
     */
    public List<MdmLine> lines(long id, Optional<MdmOutcome> outcome, int after, int most) {
        return database.read(connection -> rows.lines(connection, id, outcome, after, most));
    }

    private static byte[] hash(Path file) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
                var piece = new byte[PIECE];
                while (in.read(piece) >= 0) {
                    // the digest reads along
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
