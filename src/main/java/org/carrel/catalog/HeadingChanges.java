package org.carrel.catalog;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.carrel.catalog.HeadingChange.State;
import org.carrel.catalog.UsedHeading.Proposal;
import org.carrel.catalog.edits.RecordWriting;
import org.carrel.catalog.marc.MarcJson;
import org.carrel.catalog.rules.AuthorityMapping;
import org.carrel.catalog.rules.AuthorityMapping.Read;
import org.carrel.catalog.rules.EditMerge;
import org.carrel.catalog.rules.EditRules;
import org.carrel.catalog.rules.HeadingFlip;
import org.carrel.catalog.rules.HeadingFlip.Target;
import org.carrel.catalog.rules.RecordDifferences;
import org.carrel.catalog.rules.RecordHeadings;
import org.carrel.catalog.store.AuthorityStore;
import org.carrel.catalog.store.AuthorityStore.Led;
import org.carrel.catalog.store.AuthorityStore.Row;
import org.carrel.catalog.store.BibStore;
import org.carrel.catalog.store.EditStore;
import org.carrel.catalog.store.FlipStore;
import org.carrel.catalog.store.FlipStore.Changed;
import org.carrel.catalog.store.FlipStore.Task;
import org.carrel.catalog.store.HeadingStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.jspecify.annotations.Nullable;

/**
 * Headings of titles that no authority establishes, and changing a heading wherever it stands: a chunk of titles after the other, each
 * whole, each title with a version that says who did it. Search answers all the while, since the old heading leads to the new one.
 */
@Door
public class HeadingChanges {
    private static final int LISTED = 100;
    private static final int SAMPLES = 5;
    private static final int NEAR = 8;
    private static final int CHANGES = 20;
    private static final int TITLES = 20;
    private static final int CHUNK = 50;

    private final Database database;
    private final Clock clock;
    private final Authorities authorities;
    private final RecordWriting writing;
    private final AuthorityStore store = new AuthorityStore();
    private final HeadingStore headings = new HeadingStore();
    private final FlipStore flips = new FlipStore();
    private final EditStore edits = new EditStore();
    private final BibStore bibs = new BibStore();

    @Inject
    public HeadingChanges(Database database, Clock clock, Authorities authorities) {
        this.database = database;
        this.clock = clock;
        this.authorities = authorities;
        this.writing = new RecordWriting(clock);
    }

    /**
     * Headings that no authority establishes, those first that most titles have; a hundred at most.
     *
     * @param beginning of the headings; empty for all
     */
    public List<UsedHeading> unauthorised(String beginning) {
        return database.read(connection -> {
            var found = headings.findUnauthorised(connection, beginning.strip(), LISTED);
            var led = store
                    .findLed(connection, found.stream().map(UsedHeading::key).toList())
                    .stream()
                    .filter(Led::see)
                    .collect(Collectors.groupingBy(Led::key));
            return found.stream()
                    .map(heading -> with(
                            heading,
                            led.getOrDefault(heading.key(), List.of()).stream()
                                    .filter(each -> answers(each, heading.thesaurus()))
                                    .findFirst()
                                    .map(each -> proposal(each.row()))))
                    .toList();
        });
    }

    private static boolean answers(Led led, String thesaurus) {
        return RecordHeadings.answers(led.row().authority().thesaurus(), thesaurus);
    }

    private static Proposal proposal(Row row) {
        return new Proposal(row.id(), row.authority().heading(), row.authority().thesaurus());
    }

    private static UsedHeading with(UsedHeading heading, Optional<Proposal> proposed) {
        return new UsedHeading(
                heading.kind(), heading.thesaurus(), heading.text(), heading.key(), heading.titles(), proposed);
    }

    /** A heading as titles have it; empty when none has. */
    public Optional<UsedHeading> find(long key, String thesaurus) {
        return database.read(connection -> find(connection, key, thesaurus));
    }

    private Optional<UsedHeading> find(Connection connection, long key, String thesaurus) throws SQLException {
        var known = headings.find(connection, key, thesaurus);
        if (known.isEmpty()) return Optional.empty();
        var proposed = store.findLed(connection, List.of(key)).stream()
                .filter(each -> each.see() && answers(each, thesaurus))
                .findFirst()
                .map(each -> proposal(each.row()));
        return Optional.of(new UsedHeading(
                known.get().kind(),
                thesaurus,
                known.get().text(),
                key,
                headings.countTitles(connection, key, thesaurus),
                proposed));
    }

    /** Titles that have the heading, by number, some twenty at most. */
    public Map<Long, String> titles(long key, String thesaurus) {
        return database.read(connection -> {
            var titles = new TreeMap<Long, String>();
            for (var id : headings.findTitles(connection, key, thesaurus, 0, TITLES))
                titles.put(id, bibs.findTitle(connection, id).orElse(""));
            return titles;
        });
    }

    /** Authorities that a heading may mean: what it leads to, then those that begin alike, or as was typed. */
    public List<Proposal> proposals(UsedHeading heading, String typed) {
        return database.read(connection -> {
            var found = new ArrayList<Proposal>(heading.proposed().stream().toList());
            var text = typed.isBlank() ? heading.text() : typed;
            near(connection, text).stream()
                    .filter(each -> !found.contains(each))
                    .forEach(found::add);
            return found;
        });
    }

    /** With fewer words where the whole finds none. */
    private List<Proposal> near(Connection connection, String text) throws SQLException {
        var words = List.of(text.strip().split("\\s+"));
        for (var count = words.size(); count > 0; count = count / 2) {
            var found = store.findBeginning(connection, String.join(" ", words.subList(0, count)), NEAR);
            if (!found.isEmpty())
                return found.stream().map(HeadingChanges::proposal).toList();
        }
        return List.of();
    }

    /** What {@link #start} would do; empty when there is no such heading or authority. */
    public Optional<HeadingPreview> preview(long key, String thesaurus, long authority) {
        return database.read(connection -> {
            var target = target(connection, authority);
            var from = find(connection, key, thesaurus);
            if (target.isEmpty() || from.isEmpty()) return Optional.<HeadingPreview>empty();
            var ids = headings.findTitles(connection, key, thesaurus, 0, SAMPLES);
            var marc = bibs.findMarc(connection, ids);
            var samples = new ArrayList<HeadingPreview.Sample>();
            for (var id : ids) {
                var text = marc.get(id);
                if (text == null) continue;
                var before = MarcJson.read(text);
                var after = HeadingFlip.of(before, key, thesaurus, target.get());
                samples.add(new HeadingPreview.Sample(
                        id, bibs.findTitle(connection, id).orElse(""), RecordDifferences.of(before, after)));
            }
            return Optional.of(new HeadingPreview(from.get().titles(), leads(connection, key, authority), samples));
        });
    }

    private boolean leads(Connection connection, long key, long authority) throws SQLException {
        return store.findLed(connection, List.of(key)).stream()
                .anyMatch(led -> led.row().id() == authority);
    }

    private Optional<Target> target(Connection connection, long authority) throws SQLException {
        return store.findMarc(connection, authority)
                .map(marc -> AuthorityMapping.of(MarcJson.read(marc)))
                .filter(Read.Usable.class::isInstance)
                .map(read -> {
                    var usable = (Read.Usable) read;
                    return new Target(usable.authority(), usable.heading());
                });
    }

    /**
     * Begins to put the established heading wherever the other one stands; the other one leads to it from now on.
     *
     * @return the number of the change; empty when there is no such heading or authority, or it is being changed already
     */
    public OptionalLong start(long key, String thesaurus, long authority, long account) {
        return database.transaction(connection -> {
            store.takeTurn(connection);
            var target = target(connection, authority);
            var from = find(connection, key, thesaurus);
            if (target.isEmpty() || from.isEmpty() || flips.isUnderWay(connection, key, thesaurus))
                return OptionalLong.empty();
            var flip = flips.add(
                    connection, from.get(), authority, target.get().authority().heading(), account, clock.instant());
            if (!leads(connection, key, authority))
                store.lead(connection, authority, from.get().text(), key, flip);
            return OptionalLong.of(flip);
        });
    }

    /** Begins to take a change back. @return false when there is no such change, or it is not done */
    public boolean undo(long id, long account) {
        return database.transaction(connection -> {
            store.takeTurn(connection);
            var task = flips.lock(connection, id);
            if (task.isEmpty() || task.get().state() != State.DONE) return false;
            flips.undoing(connection, id, account);
            store.leadNoMore(connection, task.get().authority(), id);
            return true;
        });
    }

    public Optional<HeadingChange> change(long id) {
        return database.read(connection -> flips.find(connection, id));
    }

    /** The latest first. */
    public List<HeadingChange> latest() {
        return database.read(connection -> flips.findLatest(connection, CHANGES));
    }

    /** Titles in which a change could not be taken back, by number; a hundred at most. @return titles, empty when they are gone */
    public Map<Long, String> left(long id) {
        return database.read(connection -> flips.findLeft(connection, id, LISTED)).stream()
                .collect(
                        Collectors.toMap(FlipStore.Left::id, FlipStore.Left::title, (one, other) -> one, TreeMap::new));
    }

    /** Does what is under way, to its end. @return how many changes */
    public int resume() {
        var all = database.read(flips::findUnderWay);
        for (var id : all) while (database.transaction(connection -> step(connection, id))) {}
        if (!all.isEmpty()) authorities.follow();
        return all.size();
    }

    private boolean step(Connection connection, long id) throws SQLException {
        edits.takeTurn(connection);
        var task = flips.lock(connection, id);
        if (task.isEmpty()) return false;
        return switch (task.get().state()) {
            case RUNNING -> flip(connection, task.get());
            case UNDOING -> takeBack(connection, task.get());
            case DONE, UNDONE -> false;
        };
    }

    private boolean flip(Connection connection, Task task) throws SQLException {
        var target = target(connection, task.authority());
        var ids = headings.findTitles(connection, task.key(), task.thesaurus(), task.reached(), CHUNK);
        if (target.isEmpty() || ids.isEmpty()) {
            flips.putState(connection, task.id(), State.DONE);
            return false;
        }
        var writes = new ArrayList<RecordWriting.Change>();
        var changed = new ArrayList<Changed>();
        for (var standing : edits.lock(connection, ids)) {
            var before = MarcJson.read(standing.marc());
            var after = HeadingFlip.of(before, task.key(), task.thesaurus(), target.get());
            if (EditRules.isSame(before, after)) continue;
            writes.add(new RecordWriting.Change(standing, after));
            changed.add(new Changed(standing.id(), standing.version() + 1));
        }
        flips.addChanged(connection, task.id(), changed);
        flips.reached(connection, task.id(), ids.getLast());
        writing.replace(connection, writes, EditKind.HEADING, account(task));
        return true;
    }

    private boolean takeBack(Connection connection, Task task) throws SQLException {
        var changed = flips.findChanged(connection, task.id(), task.reached(), CHUNK);
        if (changed.isEmpty()) {
            flips.putState(connection, task.id(), State.UNDONE);
            return false;
        }
        var standing = edits.lock(connection, changed.stream().map(Changed::bib).toList()).stream()
                .collect(Collectors.toMap(row -> row.id(), row -> row));
        var writes = new ArrayList<RecordWriting.Change>();
        var left = new ArrayList<Long>();
        for (var each : changed) {
            var row = standing.get(each.bib());
            var before = row == null ? null : before(connection, each, MarcJson.read(row.marc()));
            if (row == null || before == null) left.add(each.bib());
            else writes.add(new RecordWriting.Change(row, before));
        }
        flips.putOutcome(connection, task.id(), left, "left");
        flips.putOutcome(
                connection,
                task.id(),
                writes.stream().map(write -> write.standing().id()).toList(),
                "undone");
        flips.reached(connection, task.id(), changed.getLast().bib());
        writing.replace(connection, writes, EditKind.UNDONE, account(task));
        return true;
    }

    /** The record less what the change did to it; what others did since stays. Null when they have touched the same. */
    private @Nullable MarcRecord before(Connection connection, Changed changed, MarcRecord now) throws SQLException {
        var was = edits.findText(connection, changed.bib(), changed.version() - 1);
        var became = edits.findText(connection, changed.bib(), changed.version());
        if (was.isEmpty() || became.isEmpty()) return null;
        var merged = EditMerge.of(MarcJson.read(became.get()), now, MarcJson.read(was.get()), Map.of());
        return merged.conflicts().isEmpty() && !EditRules.isSame(now, merged.record()) ? merged.record() : null;
    }

    private static OptionalLong account(Task task) {
        return task.account() == 0 ? OptionalLong.empty() : OptionalLong.of(task.account());
    }
}
