package org.carrel.catalog;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.catalog.CopyProblem.Kind;
import org.carrel.catalog.NewTitleAnswer.CopyRefused;
import org.carrel.catalog.NewTitleAnswer.RecordRefused;
import org.carrel.catalog.NewTitleAnswer.Stored;
import org.carrel.catalog.edits.RecordWriting;
import org.carrel.catalog.marc.MarcJson;
import org.carrel.catalog.rules.BriefRecords;
import org.carrel.catalog.rules.EditRules;
import org.carrel.catalog.rules.HouseRules;
import org.carrel.catalog.rules.KeyHashes;
import org.carrel.catalog.rules.MatchKey;
import org.carrel.catalog.rules.TitleCallNumber;
import org.carrel.catalog.store.BibStore;
import org.carrel.catalog.store.ChangeLog;
import org.carrel.catalog.store.CopyStore;
import org.carrel.catalog.store.EditStore;
import org.carrel.catalog.store.ItemStore;
import org.carrel.catalog.store.NewTitleStore;
import org.carrel.catalog.store.UndoStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.Caller;
import org.carrel.security.Operation;
import org.carrel.security.Owner;

/** Titles that come with a copy in one's hand: both are stored together or not at all, and can be taken back together. */
@Door
public class NewTitles {
    /** So long after it was sent, a form that is sent again is the same one. */
    private static final Duration SAME_FORM = Duration.ofMinutes(5);
    /** So long a copy and its title can be taken back. */
    private static final Duration UNDONE_WITHIN = Duration.ofHours(12);

    private final Database database;
    private final Clock clock;
    private final CopyEdits copyEdits;
    private final RecordWriting writing;
    private final BibStore bibs = new BibStore();
    private final ItemStore items = new ItemStore();
    private final EditStore edits = new EditStore();
    private final CopyStore copies = new CopyStore();
    private final NewTitleStore store = new NewTitleStore();
    private final UndoStore removals = new UndoStore();
    private final ChangeLog changes = new ChangeLog();

    @Inject
    public NewTitles(Database database, Clock clock, CopyEdits copyEdits) {
        this.database = database;
        this.clock = clock;
        this.copyEdits = copyEdits;
        this.writing = new RecordWriting(clock);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** A correct record made of what somebody typed; nothing is stored. */
    public MarcRecord brief(BriefRecord typed) {
        return BriefRecords.toMarc(typed, today());
    }

    /** What the plain form shows of a record. */
    public static BriefRecord described(MarcRecord record) {
        return BriefRecords.of(record);
    }

    /** A record from elsewhere under the school's rules: the call number is proposed before they take fields away. */
    public static DressedRecord dressed(List<HouseRule> rules, MarcRecord foreign) {
        var stating = HouseRules.forCopies(rules, foreign);
        var copy = new CopyStatement(
                "",
                "",
                "",
                TitleCallNumber.of(stating),
                "",
                "",
                "",
                null,
                null,
                "",
                "",
                List.of(),
                List.of(),
                false,
                List.of());
        return new DressedRecord(
                HouseRules.record(rules, foreign),
                HouseRules.copy(rules, stating, copy).callNumber().text());
    }

    /** Whether the record can be stored as it is. */
    public boolean isStorable(MarcRecord record) {
        return EditRules.against(EditRules.clean(record), today()).isEmpty();
    }

    /** Records with this number, the first that came first. @param isbn thirteen digits */
    public List<Long> withIsbn(String isbn) {
        return database.read(connection -> withIsbn(connection, isbn));
    }

    private List<Long> withIsbn(Connection connection, String isbn) throws SQLException {
        var key = KeyHashes.of(new MatchKey(MatchKey.Kind.ISBN, isbn));
        var ids = bibs.findByKey(connection, List.of(key)).getOrDefault(key, List.of());
        // Two numbers may have one hash, and keys of earlier versions stay.
        return bibs.findMarc(connection, ids).entrySet().stream()
                .filter(entry -> Isbns.of(MarcJson.read(entry.getValue())).contains(isbn))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /**
     * A title with its first copy. When somebody else has added the title meanwhile, the copy is one of theirs; a form that is sent twice
     * adds one copy.
     *
     * @param isbn thirteen digits; empty for a title without one
     */
    public NewTitleAnswer add(MarcRecord made, Optional<String> isbn, CopyForm form, Caller by) {
        var record = EditRules.clean(made);
        var against = EditRules.against(record, today());
        if (!against.isEmpty()) return new RecordRefused(against);
        return database.transaction(connection -> {
            edits.takeTurn(connection);
            var known = isbn.isPresent() ? withIsbn(connection, isbn.get()) : List.<Long>of();
            var problems = copyEdits.problems(connection, form, by);
            if (!problems.isEmpty()) return again(connection, known, form, problems, by);
            var bib =
                    known.isEmpty() ? writing.add(connection, record, OptionalLong.of(by.account())) : known.getFirst();
            return stored(bib, copyEdits.add(connection, bib, form, by), known.isEmpty());
        });
    }

    /** A further copy of a title; a form that is sent twice adds one. */
    public NewTitleAnswer addCopy(long bib, CopyForm form, Caller by) {
        return database.transaction(connection -> {
            edits.takeTurn(connection);
            var problems = copyEdits.problems(connection, form, by);
            if (!problems.isEmpty()) return again(connection, List.of(bib), form, problems, by);
            return stored(bib, copyEdits.add(connection, bib, form, by), false);
        });
    }

    private static NewTitleAnswer stored(long bib, CopyAnswer copy, boolean made) {
        return switch (copy) {
            case CopyAnswer.Saved saved -> new Stored(bib, saved.item(), made);
            case CopyAnswer.Refused refused -> new CopyRefused(refused.why());
            case CopyAnswer.ChangedSince changed ->
                throw new IllegalStateException("A new copy has no earlier version");
            case CopyAnswer.Gone gone ->
                new CopyRefused(List.of(new CopyProblem(CopyForm.Field.SITE, Kind.UNKNOWN_SITE, "")));
        };
    }

    /** The barcode is taken by the very copy that this form has added a moment ago. */
    private NewTitleAnswer again(
            Connection connection, List<Long> bibIds, CopyForm form, List<CopyProblem> problems, Caller by)
            throws SQLException {
        var isTaken = problems.size() == 1 && problems.getFirst().kind() == Kind.BARCODE_TAKEN;
        if (!isTaken) return new CopyRefused(problems);
        for (var copy : items.findByBarcode(connection, List.of(form.barcode().strip()))) {
            var made = store.find(connection, copy.id());
            var since = clock.instant().minus(SAME_FORM);
            if (bibIds.contains(copy.bibId())
                    && made.isPresent()
                    && made.get().isBy(by.account())
                    && made.get().at().isAfter(since))
                return new Stored(copy.bibId(), copy.id(), made.get().withTitle());
        }
        return new CopyRefused(problems);
    }

    /** What taking back came to. */
    public enum Undone {
        COPY,
        /** The copy, and the title that came with it. */
        TITLE,
        /** Somebody has lent or changed the copy since, or another person has added it, or long ago: nothing was done. */
        NOT_NOW
    }

    /** Takes back a copy that this person has added a short while ago, and the title that came with it when it has no other copy. */
    public Undone undo(long item, Caller by) {
        return database.transaction(connection -> {
            edits.takeTurn(connection);
            removals.lockCopies(connection, List.of(item));
            var made = store.find(connection, item)
                    .filter(known -> known.isBy(by.account())
                            && known.at().isAfter(clock.instant().minus(UNDONE_WITHIN))
                            && by.may(Operation.CATALOG, Owner.site(known.site())));
            if (made.isEmpty() || made.get().used() || copies.isBusy(connection, item)) return Undone.NOT_NOW;
            var bib = made.get().bib();
            var isTitle = made.get().withTitle()
                    && made.get().copies() == 1
                    && made.get().bibVersion() == 1;
            removals.removeCopies(connection, List.of(item));
            copies.log(connection, item, 2, CopyStore.Kind.UNDONE, by.account(), clock.instant());
            if (isTitle) {
                var standing = edits.lock(connection, List.of(bib)).getFirst();
                removals.removeBibs(connection, List.of(bib));
                edits.log(connection, List.of(standing.as(2)), EditKind.UNDONE, by.account(), clock.instant());
            }
            changes.append(connection, List.of(bib));
            return isTitle ? Undone.TITLE : Undone.COPY;
        });
    }
}
