package org.carrel.catalog.batch;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carrel.catalog.BatchRefusal;
import org.carrel.catalog.BatchStep;
import org.carrel.catalog.BatchStep.ChangeCallNumber;
import org.carrel.catalog.BatchStep.ChangeType;
import org.carrel.catalog.BatchStep.MoveShelf;
import org.carrel.catalog.BatchStep.Withdraw;
import org.carrel.catalog.CallNumber;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.OpenCopy;
import org.carrel.catalog.RecordBatch.Undone;
import org.carrel.catalog.marc.MarcJson;
import org.carrel.catalog.rules.BatchRules;
import org.carrel.catalog.rules.BatchRules.Result;
import org.carrel.catalog.rules.ShelfKey;
import org.carrel.catalog.store.BatchStore;
import org.carrel.catalog.store.BatchStore.Fate;
import org.carrel.catalog.store.BatchStore.Line;
import org.carrel.catalog.store.BibStore;
import org.carrel.catalog.store.ChangeLog;
import org.carrel.catalog.store.Copy;
import org.carrel.catalog.store.CopyStore;
import org.carrel.catalog.store.ItemStore;
import org.carrel.catalog.store.PlaceStore;
import org.carrel.catalog.store.UndoStore;
import org.jspecify.annotations.Nullable;

/** Lines of a batch that are copies. The caller has locked them, or only looks. */
final class CopyLines {
    private final Clock clock;
    private final CopyStore copies = new CopyStore();
    private final ItemStore items = new ItemStore();
    private final BibStore bibs = new BibStore();
    private final PlaceStore places = new PlaceStore();
    private final UndoStore versions = new UndoStore();
    private final ChangeLog changes = new ChangeLog();

    CopyLines(Clock clock) {
        this.clock = clock;
    }

    /** A copy, as people see it and as it is stored, and what it becomes. */
    record Change(OpenCopy open, Copy standing, Copy becomes) {}

    /**
     * What becomes of the lines.
     *
     * @param changes copies that are written anew
     * @param withdrawn copies that go
     */
    record Decided(List<Fate> fates, List<Change> changes, List<OpenCopy> withdrawn) {}

    List<OpenCopy> look(Connection connection, List<Line> lines) throws SQLException {
        return copies.findAll(connection, numbers(lines));
    }

    List<OpenCopy> lock(Connection connection, List<Line> lines) throws SQLException {
        return copies.lockAll(connection, numbers(lines));
    }

    private static List<Long> numbers(List<Line> lines) {
        return lines.stream().map(Line::item).sorted().toList();
    }

    /** What is known of the copies of a page of lines. */
    private record Facts(
            Map<Long, OpenCopy> open, Map<Long, Copy> stored, Set<Long> busy, Map<Long, MarcRecord> records) {}

    private Facts facts(Connection connection, BatchStep.OfCopy step, List<OpenCopy> standing) throws SQLException {
        var ids = standing.stream().map(OpenCopy::id).toList();
        var titles = standing.stream().map(OpenCopy::bibId).distinct().toList();
        var marc = step instanceof ChangeCallNumber ? bibs.findMarc(connection, titles) : Map.<Long, String>of();
        return new Facts(
                standing.stream().collect(Collectors.toMap(OpenCopy::id, Function.identity())),
                items.findCopiesById(connection, ids).stream().collect(Collectors.toMap(Copy::id, Function.identity())),
                step instanceof Withdraw ? copies.busy(connection, ids) : Set.of(),
                marc.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, one -> MarcJson.read(one.getValue()))));
    }

    Decided decide(
            Connection connection,
            BatchStore.Row batch,
            BatchStep.OfCopy step,
            List<Line> lines,
            List<OpenCopy> standing)
            throws SQLException {
        var facts = facts(connection, step, standing);
        var decided = new Decided(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (var line : lines) {
            var open = facts.open().get(line.item());
            var stored = facts.stored().get(line.item());
            if (open == null || stored == null) {
                decided.fates().add(RecordLines.refused(line, BatchRefusal.GONE, ""));
                continue;
            }
            if (batch.site() != null && batch.site() != stored.siteId())
                decided.fates()
                        .add(RecordLines.refused(
                                line, BatchRefusal.OTHER_SITE, open.form().site()));
            else if (step instanceof Withdraw) withdraw(line, open, facts, decided);
            else if (open.withdrawn().isPresent())
                decided.fates().add(RecordLines.refused(line, BatchRefusal.WITHDRAWN, ""));
            else change(connection, step, line, new Change(open, stored, stored), facts, decided);
        }
        return decided;
    }

    private static void withdraw(Line line, OpenCopy open, Facts facts, Decided decided) {
        if (open.withdrawn().isPresent()) decided.fates().add(RecordLines.same(line));
        else if (facts.busy().contains(open.id()))
            decided.fates().add(RecordLines.refused(line, BatchRefusal.BUSY, ""));
        else {
            decided.withdrawn().add(open);
            decided.fates().add(RecordLines.changed(line, open.version()));
        }
    }

    private void change(
            Connection connection, BatchStep.OfCopy step, Line line, Change now, Facts facts, Decided decided)
            throws SQLException {
        switch (changed(connection, step, now, facts)) {
            case Result.Changed<Copy> changed -> {
                decided.changes().add(new Change(now.open(), now.standing(), changed.becomes()));
                decided.fates().add(RecordLines.changed(line, now.open().version()));
            }
            case Result.Same<Copy> same -> decided.fates().add(RecordLines.same(line));
            case Result.Refused<Copy> no -> decided.fates().add(RecordLines.refused(line, no.why(), no.detail()));
        }
    }

    private Result<Copy> changed(Connection connection, BatchStep.OfCopy step, Change now, Facts facts)
            throws SQLException {
        var copy = now.standing();
        return switch (step) {
            case ChangeCallNumber call -> called(call, copy, facts.records().get(copy.bibId()));
            case MoveShelf move ->
                to(
                        places.findLocation(connection, copy.siteId(), move.location()),
                        copy.locationId(),
                        copy::standingAt,
                        new Result.Refused<>(BatchRefusal.NO_SUCH_LOCATION, move.location()));
            case ChangeType change ->
                to(
                        places.findItemType(connection, change.type()),
                        copy.itemTypeId(),
                        copy::ofType,
                        new Result.Refused<>(BatchRefusal.NO_SUCH_TYPE, change.type()));
            case Withdraw withdraw -> new Result.Same<>();
        };
    }

    private static Result<Copy> called(ChangeCallNumber call, Copy copy, @Nullable MarcRecord record) {
        if (record == null) return new Result.Refused<>(BatchRefusal.GONE, "");
        return switch (BatchRules.callNumber(call.rule(), record, copy.callNumber())) {
            case Result.Changed<CallNumber> changed ->
                new Result.Changed<>(copy.called(changed.becomes(), ShelfKey.of(changed.becomes())));
            case Result.Same<CallNumber> same -> new Result.Same<>();
            case Result.Refused<CallNumber> no -> new Result.Refused<>(no.why(), no.detail());
        };
    }

    private static Result<Copy> to(
            Optional<Integer> place, @Nullable Integer now, Function<Integer, Copy> there, Result<Copy> unknown) {
        if (place.isEmpty()) return unknown;
        return place.get().equals(now) ? new Result.Same<>() : new Result.Changed<>(there.apply(place.get()));
    }

    /** To be called last in a transaction. */
    void write(Connection connection, Decided decided, @Nullable Long account) throws SQLException {
        items.update(connection, decided.changes().stream().map(Change::becomes).toList(), null);
        var away = decided.withdrawn().stream().map(OpenCopy::id).toList();
        items.withdraw(connection, away, Optional.of(LocalDate.now(clock)));
        log(connection, decided.changes().stream().map(Change::open).toList(), CopyStore.Kind.BATCH, account);
        log(connection, decided.withdrawn(), CopyStore.Kind.BATCH, account);
        var records = new TreeSet<Long>();
        decided.changes().forEach(change -> records.add(change.open().bibId()));
        decided.withdrawn().forEach(copy -> records.add(copy.bibId()));
        changes.append(connection, records);
    }

    private void log(Connection connection, List<OpenCopy> before, CopyStore.Kind kind, @Nullable Long account)
            throws SQLException {
        var now = new HashMap<Long, Integer>();
        before.forEach(copy -> now.put(copy.id(), copy.version() + 1));
        copies.log(connection, now, kind, account, clock.instant());
    }

    /** What taking back does to lines. @param returned copies that are written again @param ours copies that are ours again */
    record Back(Map<Integer, Undone> fates, List<Returned> returned, List<OpenCopy> ours) {}

    /** @param job the import that wrote the earlier state; null for a person */
    record Returned(
            OpenCopy standing, Copy earlier, @Nullable Long job) {}

    Back back(Connection connection, boolean withdrawn, List<Line> lines) throws SQLException {
        var standing = lock(connection, lines).stream().collect(Collectors.toMap(OpenCopy::id, Function.identity()));
        var back = new Back(new HashMap<>(), new ArrayList<>(), new ArrayList<>());
        for (var line : lines) {
            var copy = standing.get(line.item());
            if (copy == null) back.fates().put(line.number(), Undone.GONE);
            else if (copy.version() != line.after().orElseThrow()) back.fates().put(line.number(), Undone.EDITED_SINCE);
            else {
                back.fates().put(line.number(), Undone.RESTORED);
                if (withdrawn) back.ours().add(copy);
                else
                    back.returned().add(returned(connection, copy, line.before().orElseThrow()));
            }
        }
        return back;
    }

    private Returned returned(Connection connection, OpenCopy copy, int version) throws SQLException {
        return new Returned(
                copy,
                items.findVersion(connection, copy.id(), version).orElseThrow(),
                versions.findJobOfCopyVersion(connection, copy.id(), version).orElse(null));
    }

    /** To be called last in a transaction. */
    void putBack(Connection connection, Back back, @Nullable Long account) throws SQLException {
        for (var one : back.returned()) items.update(connection, List.of(one.earlier()), one.job());
        items.withdraw(connection, back.ours().stream().map(OpenCopy::id).toList(), Optional.empty());
        log(connection, back.returned().stream().map(Returned::standing).toList(), CopyStore.Kind.UNDONE, account);
        log(connection, back.ours(), CopyStore.Kind.UNDONE, account);
        var records = new TreeSet<Long>();
        back.returned().forEach(one -> {
            records.add(one.standing().bibId());
            records.add(one.earlier().bibId());
        });
        back.ours().forEach(copy -> records.add(copy.bibId()));
        changes.append(connection, records);
    }
}
