package org.carrel.catalog.batch;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.UUID;
import org.carrel.catalog.BatchStep;
import org.carrel.catalog.EditKind;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.MergeAnswer;
import org.carrel.catalog.OpenCopy;
import org.carrel.catalog.RecordBatch.Source;
import org.carrel.catalog.RecordBatch.State;
import org.carrel.catalog.TitleHoldings;
import org.carrel.catalog.edits.RecordWriting;
import org.carrel.catalog.edits.RecordWriting.Change;
import org.carrel.catalog.marc.MarcJson;
import org.carrel.catalog.rules.EditRules;
import org.carrel.catalog.rules.RecordMerge;
import org.carrel.catalog.store.BatchStore;
import org.carrel.catalog.store.BatchStore.Fate;
import org.carrel.catalog.store.BatchStore.Line;
import org.carrel.catalog.store.BatchStore.Moved;
import org.carrel.catalog.store.BatchStore.Target;
import org.carrel.catalog.store.ChangeLog;
import org.carrel.catalog.store.Copy;
import org.carrel.catalog.store.CopyStore;
import org.carrel.catalog.store.EditStore;
import org.carrel.catalog.store.ItemStore;
import org.carrel.catalog.store.PlaceStore;
import org.carrel.catalog.store.StoredBib;
import org.carrel.security.Caller;

/**
 * Merges records, in the transaction of who has the turn of imports. Order of locks: records, copies, then what other features have:
 * their queues.
 */
public final class MergeRun {
    private final Clock clock;
    private final List<TitleHoldings> holdings;
    private final BatchStore batches = new BatchStore();
    private final EditStore edits = new EditStore();
    private final ItemStore items = new ItemStore();
    private final CopyStore copies = new CopyStore();
    private final ChangeLog changes = new ChangeLog();
    private final PlaceStore places = new PlaceStore();
    private final RecordWriting writing;

    public MergeRun(Clock clock, List<TitleHoldings> holdings) {
        this.clock = clock;
        this.holdings = List.copyOf(holdings);
        this.writing = new RecordWriting(clock);
    }

    /** The record that stays, as it is with what is kept of the others. */
    public static MarcRecord becomes(StoredBib keep, List<StoredBib> away) {
        var record = MarcJson.read(keep.marc());
        for (var other : away) record = RecordMerge.absorb(record, MarcJson.read(other.marc()));
        return record;
    }

    public MergeAnswer merge(Connection connection, long keep, Map<Long, Integer> seen, UUID request, Caller by)
            throws SQLException {
        var standing = edits.lock(connection, seen.keySet());
        if (standing.size() < seen.size()) return new MergeAnswer.Gone();
        if (standing.stream().anyMatch(one -> one.version() != seen.getOrDefault(one.id(), 0)))
            return new MergeAnswer.ChangedSince();
        var stays =
                standing.stream().filter(one -> one.id() == keep).findFirst().orElseThrow();
        var away = standing.stream().filter(one -> one.id() != keep).toList();
        var ids = away.stream().map(StoredBib::id).toList();
        var open = copies.lockAll(
                connection,
                items.findCopies(connection, ids).stream().map(Copy::id).toList());
        var stored = items.findCopies(connection, ids);

        var written = new ArrayList<Change>();
        var becomes = becomes(stays, away);
        if (!EditRules.isSame(MarcJson.read(stays.marc()), becomes)) written.add(new Change(stays, becomes));
        // Written again as they are: whoever takes back the import that brought one of them must not take it for the
        // import's own.
        for (var one : away) written.add(new Change(one, MarcJson.read(one.marc())));

        var batch = log(connection, keep, written, open, request, by);
        var moved = new ArrayList<Moved>();
        for (var id : ids)
            for (var kind : holdings)
                for (var thing : kind.move(connection, id, keep)) moved.add(new Moved(kind.kind(), id, thing));
        batches.addMoved(connection, batch, moved);
        batches.merged(connection, ids, keep, batch);
        move(connection, keep, open, stored, by);
        writing.replace(connection, written, EditKind.JOINED, OptionalLong.of(by.account()));
        batches.removeKeys(connection, ids);
        changes.append(connection, new TreeSet<>(seen.keySet()));
        return new MergeAnswer.Merged(batch);
    }

    private void move(Connection connection, long keep, List<OpenCopy> open, List<Copy> stored, Caller by)
            throws SQLException {
        items.update(connection, stored.stream().map(copy -> copy.of(keep)).toList(), null);
        var now = new HashMap<Long, Integer>();
        open.forEach(copy -> now.put(copy.id(), copy.version() + 1));
        copies.log(connection, now, CopyStore.Kind.MOVED, by.account(), clock.instant());
    }

    /** A batch that is done already, with a line for each record and copy that is written. */
    private long log(
            Connection connection, long keep, List<Change> written, List<OpenCopy> open, UUID request, Caller by)
            throws SQLException {
        var asked = BatchJson.write(new BatchStep.Merge(keep));
        var now = clock.instant();
        var batch = batches.add(
                connection,
                new BatchStore.New(
                        request,
                        asked,
                        Source.MERGE,
                        "",
                        "",
                        State.DONE,
                        by.account(),
                        places.findSiteOf(connection, by),
                        now));
        var targets = new ArrayList<Target>();
        var fates = new ArrayList<Fate>();
        for (var change : written) {
            targets.add(new Target(change.standing().id(), 0));
            fates.add(changed(targets.size(), change.standing().version()));
        }
        for (var copy : open) {
            targets.add(new Target(copy.bibId(), copy.id()));
            fates.add(changed(targets.size(), copy.version()));
        }
        batches.addLines(connection, batch, targets, 1);
        batches.plan(connection, batch, fates);
        batches.done(connection, batch, fates);
        batches.finished(connection, batch, now);
        return batch;
    }

    private static Fate changed(int number, int version) {
        var line = new Line(number, 0, 0, OptionalInt.empty(), OptionalInt.empty());
        return RecordLines.changed(line, version);
    }
}
