package org.carrel.catalog;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.carrel.catalog.CopyAnswer.ChangedSince;
import org.carrel.catalog.CopyAnswer.Gone;
import org.carrel.catalog.CopyAnswer.Refused;
import org.carrel.catalog.CopyAnswer.Saved;
import org.carrel.catalog.CopyForm.Field;
import org.carrel.catalog.CopyProblem.Kind;
import org.carrel.catalog.marc.MarcJson;
import org.carrel.catalog.rules.CallNumberText;
import org.carrel.catalog.rules.CopyRules;
import org.carrel.catalog.rules.ShelfKey;
import org.carrel.catalog.rules.TitleCallNumber;
import org.carrel.catalog.store.BibStore;
import org.carrel.catalog.store.ChangeLog;
import org.carrel.catalog.store.Copy;
import org.carrel.catalog.store.CopyStore;
import org.carrel.catalog.store.EditStore;
import org.carrel.catalog.store.ItemStore;
import org.carrel.catalog.store.PlaceStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.Caller;
import org.carrel.security.Operation;
import org.carrel.security.Owner;

/** Copies as people add and change them. */
@Door
public class CopyEdits {
    /** So many numbers are looked at together for a free one. */
    private static final int WINDOW = 500;

    private final Database database;
    private final Clock clock;
    private final CopyStore copies = new CopyStore();
    private final ItemStore items = new ItemStore();
    private final BibStore bibs = new BibStore();
    private final PlaceStore places = new PlaceStore();
    private final EditStore edits = new EditStore();
    private final ChangeLog changes = new ChangeLog();

    @Inject
    public CopyEdits(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Empty when there is no such copy, or it is shown nowhere. */
    public Optional<OpenCopy> find(long item) {
        return database.read(connection -> copies.find(connection, item));
    }

    /** All copies of a record, withdrawn ones last. */
    public List<OpenCopy> of(long bibId) {
        return database.read(connection -> copies.ofRecord(connection, bibId));
    }

    /** Codes that a copy can name. */
    public KnownPlaces places() {
        return database.read(connection -> new KnownPlaces(
                places.findSites(connection).stream().map(Site::code).toList(),
                places.findLocationCodes(connection),
                places.findItemTypeCodes(connection)));
    }

    /**
     * What the next copy of a record at a site will most likely be: as its copies there are, else as its text says; with the number
     * that follows the one given last. Nothing is stored or kept for anybody.
     */
    public CopyForm propose(long bibId, String site) {
        return database.read(connection -> {
            var there = copies.ofRecord(connection, bibId).stream()
                    .filter(copy -> copy.form().site().equalsIgnoreCase(site)
                            && copy.withdrawn().isEmpty())
                    .toList();
            var barcode = nextBarcode(connection, site);
            if (!there.isEmpty()) {
                var like = there.getLast().form();
                return new CopyForm(
                        site,
                        like.location(),
                        like.itemType(),
                        barcode,
                        like.callNumber(),
                        nextCopy(there),
                        "",
                        like.price(),
                        today().toString(),
                        like.vendor(),
                        like.fund(),
                        "",
                        true);
            }
            var marc = Optional.ofNullable(
                    bibs.findMarc(connection, List.of(bibId)).get(bibId));
            var call = marc.map(MarcJson::read).map(TitleCallNumber::of).orElse(CallNumber.NONE);
            return fresh(site, barcode, call.text());
        });
    }

    private CopyForm fresh(String site, String barcode, String callNumber) {
        return new CopyForm(site, "", "", barcode, callNumber, "", "", "", today().toString(), "", "", "", true);
    }

    /** The same for a title that is not there yet. @param callNumber in one line */
    public CopyForm proposeFirst(String site, String callNumber) {
        return database.read(connection -> fresh(site, nextBarcode(connection, site), callNumber));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Copies that are numbered at all go on being numbered; empty when none is. */
    private static String nextCopy(List<OpenCopy> there) {
        var numbers = there.stream()
                .flatMapToLong(copy -> copy.form().copyNumber().matches("[0-9]{1,9}")
                        ? LongStream.of(Long.parseLong(copy.form().copyNumber()))
                        : LongStream.empty())
                .max();
        return numbers.isPresent() ? String.valueOf(numbers.getAsLong() + 1) : "";
    }

    private String nextBarcode(Connection connection, String site) throws SQLException {
        var range = copies.lastBarcode(connection, site).flatMap(CopyRules::after);
        if (range.isEmpty()) return "";
        for (var from = range.get().start(); from <= range.get().last(); from += WINDOW) {
            var numbers = LongStream.range(
                            from, Math.min(from + WINDOW, range.get().last() + 1))
                    .mapToObj(range.get()::barcode)
                    .toList();
            var free = copies.free(connection, numbers);
            if (!free.isEmpty()) return free.getFirst();
        }
        return "";
    }

    /** A copy that was not there. */
    public CopyAnswer add(long bibId, CopyForm form, Caller by) {
        return database.transaction(connection -> {
            edits.takeTurn(connection);
            return add(connection, bibId, form, by);
        });
    }

    /** The same in the transaction of somebody who has the turn of imports. To be called last. */
    CopyAnswer add(Connection connection, long bibId, CopyForm form, Caller by) throws SQLException {
        if (bibs.findMarc(connection, List.of(bibId)).isEmpty()) return new Gone();
        var problems = new ArrayList<>(CopyRules.problems(form));
        var copy = copy(connection, bibId, form, by, 0, problems);
        if (copy.isEmpty() || !problems.isEmpty()) return new Refused(problems);
        var id = items.nextIds(connection, 1).getFirst();
        items.add(connection, List.of(copy.get().as(id)), null);
        copies.log(connection, id, 1, CopyStore.Kind.ADDED, by.account(), clock.instant());
        changes.append(connection, List.of(bibId));
        return new Saved(id, 1);
    }

    /** What stands against a new copy of whatever title; nothing is stored. */
    List<CopyProblem> problems(Connection connection, CopyForm form, Caller by) throws SQLException {
        var problems = new ArrayList<>(CopyRules.problems(form));
        copy(connection, 0, form, by, 0, problems);
        return problems;
    }

    /** @param seen version that somebody had before them */
    public CopyAnswer change(long item, int seen, CopyForm form, Caller by) {
        return database.transaction(connection -> {
            edits.takeTurn(connection);
            var standing = copies.lock(connection, item)
                    .filter(copy -> isOf(by, copy.form().site()));
            if (standing.isEmpty()) return new Gone();
            if (standing.get().version() != seen) return new ChangedSince();
            var problems = new ArrayList<>(CopyRules.problems(form));
            var copy = copy(connection, standing.get().bibId(), form, by, item, problems);
            if (copy.isEmpty() || !problems.isEmpty()) return new Refused(problems);
            if (standing.get().form().equals(form)) return new Saved(item, seen);
            return written(
                    connection, List.of(standing.get().bibId()), copy.get().as(item), seen, CopyStore.Kind.EDITED, by);
        });
    }

    /**
     * To another title, as when it was put under the wrong one; who has it keeps it.
     *
     * @param seen version that somebody had before them
     */
    public CopyAnswer move(long item, int seen, long bibId, Caller by) {
        return database.transaction(connection -> {
            edits.takeTurn(connection);
            var standing = copies.lock(connection, item)
                    .filter(copy -> isOf(by, copy.form().site()));
            if (standing.isEmpty() || bibs.findMarc(connection, List.of(bibId)).isEmpty()) return new Gone();
            if (standing.get().version() != seen) return new ChangedSince();
            var from = standing.get().bibId();
            if (from == bibId) return new Saved(item, seen);
            var copy = items.findCopies(connection, List.of(from)).stream()
                    .filter(each -> each.id() == item)
                    .findFirst()
                    .orElseThrow()
                    .of(bibId);
            return written(connection, List.of(from, bibId), copy, seen, CopyStore.Kind.MOVED, by);
        });
    }

    private CopyAnswer written(
            Connection connection, List<Long> records, Copy copy, int seen, CopyStore.Kind kind, Caller by)
            throws SQLException {
        items.update(connection, List.of(copy), null);
        copies.log(connection, copy.id(), seen + 1, kind, by.account(), clock.instant());
        changes.append(connection, records);
        return new Saved(copy.id(), seen + 1);
    }

    private static boolean isOf(Caller by, String site) {
        return by.may(Operation.CATALOG, Owner.site(site));
    }

    /** Empty, and at least one problem, when it names a place that is not there. @param item 0 for a new one */
    private Optional<Copy> copy(
            Connection connection, long bibId, CopyForm form, Caller by, long item, List<CopyProblem> problems)
            throws SQLException {
        var site = places.findSite(connection, form.site().strip()).filter(known -> isOf(by, known.code()));
        if (site.isEmpty()) {
            problems.add(
                    new CopyProblem(Field.SITE, Kind.UNKNOWN_SITE, form.site().strip()));
            return Optional.empty();
        }
        var location = place(
                form.location(),
                code -> places.findLocation(connection, site.get().id(), code));
        if (location.isEmpty() && !form.location().isBlank())
            problems.add(new CopyProblem(
                    Field.LOCATION, Kind.UNKNOWN_LOCATION, form.location().strip()));
        var type = place(form.itemType(), code -> places.findItemType(connection, code));
        if (type.isEmpty() && !form.itemType().isBlank())
            problems.add(new CopyProblem(
                    Field.ITEM_TYPE, Kind.UNKNOWN_TYPE, form.itemType().strip()));
        var barcode = form.barcode().strip();
        for (var other : items.findByBarcode(connection, barcode.isEmpty() ? List.of() : List.of(barcode)))
            if (other.id() != item)
                problems.add(new CopyProblem(
                        Field.BARCODE,
                        Kind.BARCODE_TAKEN,
                        bibs.findTitle(connection, other.bibId()).orElse("")));
        var call = CallNumberText.split(form.callNumber());
        var cents = CopyRules.cents(form.price());
        return Optional.of(new Copy(
                item,
                bibId,
                site.get().id(),
                location.orElse(null),
                type.orElse(null),
                barcode.isEmpty() ? null : barcode,
                call,
                ShelfKey.of(call),
                form.copyNumber().strip(),
                form.volume().strip(),
                cents.isPresent() ? Integer.valueOf(cents.getAsInt()) : null,
                CopyRules.day(form.acquired()).orElse(null),
                form.vendor().strip(),
                form.fund().strip(),
                form.note().strip(),
                form.lendable()));
    }

    @FunctionalInterface
    private interface Look {
        Optional<Integer> at(String code) throws SQLException;
    }

    private static Optional<Integer> place(String typed, Look look) throws SQLException {
        return typed.isBlank() ? Optional.empty() : look.at(typed.strip());
    }

    /** What withdrawing came to. */
    public enum Withdrawal {
        DONE,
        /** Somebody has it, waits for it, or it is on its way. */
        BUSY,
        GONE
    }

    /** It is not ours any more, or again: withdrawn copies are kept, and keep their barcode. A second time changes nothing. */
    public Withdrawal withdraw(long item, boolean away, Caller by) {
        return database.transaction(connection -> {
            edits.takeTurn(connection);
            var standing = copies.lock(connection, item)
                    .filter(copy -> isOf(by, copy.form().site()));
            if (standing.isEmpty()) return Withdrawal.GONE;
            var copy = standing.get();
            if (copy.withdrawn().isPresent() == away) return Withdrawal.DONE;
            if (away && copies.isBusy(connection, item)) return Withdrawal.BUSY;
            items.setUse(
                    connection,
                    item,
                    copy.condition(),
                    copy.form().lendable(),
                    away ? Optional.of(today()) : Optional.empty());
            var kind = away ? CopyStore.Kind.WITHDRAWN : CopyStore.Kind.RETURNED;
            copies.log(connection, item, copy.version() + 1, kind, by.account(), clock.instant());
            changes.append(connection, List.of(copy.bibId()));
            return Withdrawal.DONE;
        });
    }
}
