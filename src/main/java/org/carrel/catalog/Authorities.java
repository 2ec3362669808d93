package org.carrel.catalog;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.carrel.catalog.AuthorityFile.Line;
import org.carrel.catalog.AuthorityFile.Outcome;
import org.carrel.catalog.AuthorityFile.State;
import org.carrel.catalog.marc.MarcEntry;
import org.carrel.catalog.marc.MarcFileReader;
import org.carrel.catalog.marc.MarcFileRefused;
import org.carrel.catalog.marc.MarcJson;
import org.carrel.catalog.marc.ReadLimits;
import org.carrel.catalog.rules.AuthorityMapping;
import org.carrel.catalog.rules.AuthorityMapping.Read;
import org.carrel.catalog.rules.RecordHeadings;
import org.carrel.catalog.rules.RecordHeadings.Heading;
import org.carrel.catalog.store.AuthorityFileStore;
import org.carrel.catalog.store.AuthorityFileStore.Incoming;
import org.carrel.catalog.store.AuthorityStore;
import org.carrel.catalog.store.AuthorityStore.Written;
import org.carrel.catalog.store.BibStore;
import org.carrel.catalog.store.ChangeLog;
import org.carrel.catalog.store.HeadingStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.platform.PeopleFirst;

/**
 * Authority records: taken in from files, each file looked at before it counts and taken back when it should not have been. Search
 * reads the titles that they are about again soon after.
 */
@Door
public class Authorities {
    private static final int CHUNK = 200;
    private static final int WAITING = 500;
    private static final int LINES = 200;
    private static final int FILES = 20;

    private final Database database;
    private final Clock clock;
    private final AuthorityStore store = new AuthorityStore();
    private final AuthorityFileStore files = new AuthorityFileStore();
    private final HeadingStore headings = new HeadingStore();
    private final BibStore bibs = new BibStore();
    private final ChangeLog changes = new ChangeLog();

    @Inject
    public Authorities(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Looks through a file; nothing of it counts until {@link #store}. What is no authority is rejected with its reason.
     *
     * @param name what the browser calls the file
     * @param account of who brings it
     * @return the number of the file, refused or not
     */
    public long read(Path file, String name, long account) {
        var id = database.transaction(connection -> files.add(connection, name, account, clock.instant()));
        try (var reader = MarcFileReader.open(file, ReadLimits.defaults())) {
            var lines = new ArrayList<Incoming>();
            for (var entry = reader.next(); entry.isPresent(); entry = reader.next()) {
                lines.add(incoming(entry.get()));
                if (lines.size() == CHUNK) flush(id, lines);
            }
            flush(id, lines);
        } catch (MarcFileRefused refused) {
            database.transaction(connection -> {
                files.refuse(connection, id, refused.finding());
                return true;
            });
        }
        return id;
    }

    private void flush(long file, List<Incoming> lines) {
        var all = List.copyOf(lines);
        lines.clear();
        database.transaction(connection -> {
            var looked = new ArrayList<Incoming>();
            for (var line : all) looked.add(looked(connection, line));
            files.addLines(connection, file, looked);
            return true;
        });
    }

    private static Incoming incoming(MarcEntry entry) {
        var number = entry.at().number();
        return switch (entry) {
            case MarcEntry.Rejected rejected ->
                new Incoming(
                        number,
                        Outcome.REJECTED,
                        rejected.controlNumber(),
                        null,
                        new Finding(rejected.reason(), "", rejected.detail()),
                        null);
            case MarcEntry.Read read ->
                switch (AuthorityMapping.of(read.record())) {
                    case Read.Unusable unusable ->
                        new Incoming(
                                number,
                                Outcome.REJECTED,
                                read.record().control("001").orElse("").strip(),
                                null,
                                unusable.why(),
                                null);
                    case Read.Usable usable ->
                        new Incoming(
                                number,
                                Outcome.NEW,
                                usable.authority().heading(),
                                MarcJson.write(read.record()),
                                null,
                                null);
                };
        };
    }

    /** What the record is to what stands now. */
    private Incoming looked(Connection connection, Incoming line) throws SQLException {
        if (line.marc() == null) return line;
        var authority = authority(line.marc());
        var standing = store.find(connection, authority.source(), authority.number());
        if (standing.isEmpty()) return with(line, Outcome.NEW, null);
        var before = standing.get().marc();
        return with(line, before.equals(line.marc()) ? Outcome.SAME : Outcome.CHANGED, before);
    }

    private static Incoming with(Incoming line, Outcome outcome, @org.jspecify.annotations.Nullable String before) {
        return new Incoming(line.number(), outcome, line.heading(), line.marc(), line.why(), before);
    }

    private static Authority authority(String marc) {
        if (AuthorityMapping.of(MarcJson.read(marc)) instanceof Read.Usable usable) return usable.authority();
        throw new IllegalStateException("Only what was understood is kept");
    }

    /** The file with the counts of its records; empty when there is none. */
    public Optional<AuthorityFile> file(long id) {
        return database.read(connection -> files.find(connection, id));
    }

    /** Records of the file that are that to us, in its order, some hundred at most. */
    public List<Line> lines(long file, Outcome outcome) {
        return database.read(connection -> files.findLines(connection, file, outcome, LINES));
    }

    /** The latest first. */
    public List<AuthorityFile> latest() {
        return database.read(connection -> files.findLatest(connection, FILES));
    }

    public long count() {
        return database.read(store::count);
    }

    /** An authority with what leads to it; empty when there is none. */
    public Optional<Authority> find(long id) {
        return database.read(connection -> store.find(connection, id)).map(AuthorityStore.Row::authority);
    }

    /**
     * All usable records of the file count from now on, in one act.
     *
     * @return false when there is no such file, or it does not wait for that
     */
    public boolean store(long file) {
        return database.transaction(connection -> {
            store.takeTurn(connection);
            if (files.lock(connection, file).filter(State.READ::equals).isEmpty()) return false;
            var after = 0;
            for (var lines = files.findUsable(connection, file, after, CHUNK);
                    !lines.isEmpty();
                    lines = files.findUsable(connection, file, after, CHUNK)) {
                var stored = new ArrayList<Incoming>();
                for (var line : lines) stored.add(put(connection, line));
                files.putOutcomes(connection, file, stored);
                after = lines.getLast().number();
            }
            files.putState(connection, file, State.STORED);
            return true;
        });
    }

    private Incoming put(Connection connection, Incoming line) throws SQLException {
        var looked = looked(connection, line);
        var marc = looked.marc();
        if (marc == null || looked.outcome() == Outcome.SAME) return looked;
        var authority = authority(marc);
        var standing = store.find(connection, authority.source(), authority.number());
        var id = standing.isPresent() ? standing.get().id() : store.nextId(connection);
        store.put(connection, new Written(id, authority, marc));
        return looked;
    }

    /**
     * What the file has brought is as it was before it; what a later file has changed again stays as that made it.
     *
     * @return false when there is no such file, or it was not stored
     */
    public boolean undo(long file) {
        return database.transaction(connection -> {
            store.takeTurn(connection);
            if (files.lock(connection, file).filter(State.STORED::equals).isEmpty()) return false;
            var below = Integer.MAX_VALUE;
            for (var lines = files.findStored(connection, file, below, CHUNK);
                    !lines.isEmpty();
                    lines = files.findStored(connection, file, below, CHUNK)) {
                for (var line : lines) takeBack(connection, line);
                below = lines.getLast().number();
            }
            files.putState(connection, file, State.UNDONE);
            return true;
        });
    }

    private void takeBack(Connection connection, Incoming line) throws SQLException {
        if (line.marc() == null) return;
        var authority = authority(line.marc());
        var standing = store.find(connection, authority.source(), authority.number());
        if (standing.isEmpty() || !standing.get().marc().equals(line.marc())) return;
        var before = line.before();
        if (before == null) store.remove(connection, standing.get().id());
        else store.put(connection, new Written(standing.get().id(), authority(before), before));
    }

    /** Notes which headings titles have up to the newest change, and tells search which titles to read again. */
    public void follow() {
        var peopleFirst = new PeopleFirst();
        while (database.transaction(this::step)) peopleFirst.standAside();
        while (database.transaction(this::announce)) peopleFirst.standAside();
    }

    private boolean step(Connection connection) throws SQLException {
        var followed = store.takeTurn(connection);
        var next = changes.findAfter(connection, followed, CHUNK);
        if (next.isEmpty()) return false;
        var ids = next.stream().map(Catalog.Change::bibId).toList();
        var found = new HashMap<Long, List<Heading>>();
        bibs.findMarc(connection, ids).forEach((id, marc) -> found.put(id, RecordHeadings.of(MarcJson.read(marc))));
        headings.replace(connection, ids, found);
        store.followed(connection, next.getLast().number());
        return true;
    }

    private boolean announce(Connection connection) throws SQLException {
        store.takeTurn(connection);
        var keys = store.waiting(connection, WAITING);
        if (keys.isEmpty()) return false;
        var titles = headings.findTitles(connection, keys);
        store.waitNoMore(connection, keys);
        changes.append(connection, titles);
        return true;
    }
}
