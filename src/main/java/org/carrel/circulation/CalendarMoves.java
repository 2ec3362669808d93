package org.carrel.circulation;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carrel.catalog.ItemForLoan;
import org.carrel.catalog.ItemsAtDesk;
import org.carrel.circulation.fees.FeeLedger;
import org.carrel.circulation.rules.CalendarBefore;
import org.carrel.circulation.rules.DueMoves;
import org.carrel.circulation.rules.Ledger.Posting;
import org.carrel.circulation.store.CalendarMoveStore;
import org.carrel.circulation.store.CalendarMoveStore.Shelved;
import org.carrel.circulation.store.ChargeStore;
import org.carrel.circulation.store.LoanStore;
import org.carrel.circulation.store.LossStore;
import org.carrel.patrons.Borrowers;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.school.Closure;
import org.carrel.school.SchoolCalendar;
import org.carrel.school.SiteCalendar;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.AuditTrail;
import org.carrel.security.Caller;

/**
 * A snow day (rule D7): days of a site were closed, or are open after all, and what was due then is due elsewhere. Looked at first,
 * then done loan by loan, so that no desk waits for it; done again it finds nothing more to do. All of it can be taken back, but what
 * was renewed, returned or paid since.
 */
@Door
public class CalendarMoves {
    private static final int MOST_EXAMPLES = 5;
    private static final int AT_ONCE = 50;

    private final Database database;
    private final Clock clock;
    private final SchoolCalendar calendars;
    private final Borrowers people;
    private final ItemsAtDesk items;
    private final FeeLedger ledger;
    private final AuditTrail audit;
    private final LoanStore loans = new LoanStore();
    private final ChargeStore charges = new ChargeStore();
    private final LossStore losses = new LossStore();
    private final CalendarMoveStore store = new CalendarMoveStore();

    @Inject
    public CalendarMoves(
            Database database,
            Clock clock,
            SchoolCalendar calendars,
            Borrowers people,
            ItemsAtDesk items,
            FeeLedger ledger,
            AuditTrail audit) {
        this.database = database;
        this.clock = clock;
        this.calendars = calendars;
        this.people = people;
        this.items = items;
        this.ledger = ledger;
        this.audit = audit;
    }

    /**
     * What happened to the calendar, which is saved already.
     *
     * @param site code
     * @param closed a closure on these days came, else one went
     */
    public record Change(String site, LocalDate first, LocalDate last, boolean closed) {
        /** Empty when the days are none, or too many. */
        public static Optional<Change> of(String site, LocalDate first, LocalDate last, boolean closed) {
            var isOne = !last.isBefore(first) && last.isBefore(first.plusDays(Closure.MAX_DAYS));
            return isOne ? Optional.of(new Change(site, first, last, closed)) : Optional.empty();
        }
    }

    /** So many loans that are due on one day and will be on another. */
    public record Days(LocalDate from, LocalDate to, int loans) {}

    /** A copy that is out: enough to look at what would happen, and nobody's name. */
    public record Example(String title, String barcode, LocalDate from, LocalDate to) {}

    /**
     * What would be moved.
     *
     * @param shelf copies that wait longer on the hold shelf
     * @param fines that go, wholly or in part
     */
    public record Plan(List<Days> days, int loans, int shelf, int fines, Money voided, List<Example> examples) {
        public boolean isEmpty() {
            return loans == 0 && shelf == 0 && fines == 0;
        }
    }

    /** What was moved. @param undone it was taken back */
    public record Moved(long id, Change change, int loans, int shelf, int fines, boolean undone) {}

    /** Everything that a change of the calendar would do. */
    private record Work(List<DueMove> dues, List<ShelfMove> shelf, List<FineCut> fines, SiteCalendar after) {}

    private record ShelfMove(Shelved copy, LocalDate to) {}

    /** Looks, and writes nothing. */
    public Plan plan(Change change) {
        var work = work(change);
        var zone = work.after().zone();
        var days = new TreeMap<LocalDate, Map<LocalDate, Integer>>();
        for (var due : work.dues()) {
            days.computeIfAbsent(day(due, zone), from -> new TreeMap<>())
                    .merge(due.to().atZone(zone).toLocalDate(), 1, Integer::sum);
        }
        var rows = days.entrySet().stream()
                .flatMap(from -> from.getValue().entrySet().stream()
                        .map(to -> new Days(from.getKey(), to.getKey(), to.getValue())))
                .toList();
        var voided = Money.sum(
                work.fines().stream().map(cut -> new Money(cut.voided())).toList());
        return new Plan(
                rows,
                work.dues().size(),
                work.shelf().size(),
                work.fines().size(),
                voided,
                examples(work.dues(), zone));
    }

    private static LocalDate day(DueMove move, ZoneId zone) {
        return move.loan().due().orElseThrow().atZone(zone).toLocalDate();
    }

    private List<Example> examples(List<DueMove> dues, ZoneId zone) {
        var some = dues.stream().limit(MOST_EXAMPLES).toList();
        return database.read(connection -> {
            var ofLoans = charges.items(
                    connection, some.stream().map(due -> due.loan().loan()).toList());
            var copies = items.find(connection, ofLoans.values()).stream()
                    .collect(Collectors.toMap(ItemForLoan::id, Function.identity()));
            return some.stream()
                    .flatMap(due -> Optional.ofNullable(ofLoans.get(due.loan().loan()))
                            .map(copies::get)
                            .map(copy -> example(copy, due, zone))
                            .stream())
                    .toList();
        });
    }

    private static Example example(ItemForLoan copy, DueMove due, ZoneId zone) {
        var to = due.to().atZone(zone).toLocalDate();
        return new Example(copy.title(), copy.barcode(), day(due, zone), to);
    }

    private Work work(Change change) {
        var after = calendars.read(change.site());
        var before = change.closed()
                ? CalendarBefore.closure(after, change.first(), change.last())
                : CalendarBefore.opening(after, change.first(), change.last());
        return database.read(connection -> {
            var known = loans.findDated(connection, change.site()).stream()
                    .map(OpenLoans::fact)
                    .toList();
            var dues = DueMoves.plan(known, before, after, clock.instant());
            var shelf = store.shelved(connection, change.site(), change.first(), change.last()).stream()
                    .map(copy -> new ShelfMove(copy, shelfDate(copy.until(), before, after)))
                    .filter(move -> !move.to().equals(move.copy().until()))
                    .toList();
            var fines = store.fines(connection, change.site(), change.first(), change.last(), after.zone());
            return new Work(dues, shelf, DueMoves.fineCuts(fines, before, after), after);
        });
    }

    private static LocalDate shelfDate(LocalDate until, SiteCalendar before, SiteCalendar after) {
        var noon = until.atTime(12, 0).atZone(after.zone()).toInstant();
        return after.today(DueMoves.shelfDate(noon, before, after));
    }

    /** Moves all of it. The same request again goes on where it was broken off, and is told the same. Empty out of reach. */
    public Optional<Moved> move(Change change, UUID request, Caller by) {
        if (!by.isOf(change.site())) return Optional.empty();
        var id = database.transaction(connection -> store.begin(connection, change, request, by, clock.instant()));
        if (id.isEmpty()) return Optional.empty();
        var number = id.getAsLong();
        var known = find(number);
        if (known.filter(Moved::undone).isPresent()) return known;
        var work = work(change);
        for (var some : pages(work.dues())) {
            database.transaction(connection -> {
                for (var due : some) moveDue(connection, number, due, by);
                return true;
            });
        }
        for (var some : pages(work.shelf())) {
            database.transaction(connection -> {
                for (var one : some) store.moveShelf(connection, number, one.copy(), one.to());
                return true;
            });
        }
        for (var cut : work.fines()) {
            database.transaction(connection -> voidFine(connection, number, cut, by));
        }
        return note("due_dates_moved", number, by);
    }

    private void moveDue(Connection connection, long move, DueMove due, Caller by) throws SQLException {
        var loan = due.loan();
        var from = loan.due().orElseThrow();
        var day = due.to().atZone(loan.rules().zone()).toLocalDate();
        if (!store.due(connection, loan.loan(), from, due.to(), day)) return;
        store.addDue(connection, move, loan.loan(), from, due.to());
        loans.add(connection, changed(loan.loan(), from, due.to(), by), clock.instant());
    }

    private static LoanStore.Event changed(long loan, Instant from, Instant to, Caller by) {
        return new LoanStore.Event(
                loan, "due_changed", OptionalLong.of(by.account()), "", "", Optional.of(from), Optional.of(to));
    }

    /** Lock order: the person, then the copy. */
    private boolean voidFine(Connection connection, long move, FineCut cut, Caller by) throws SQLException {
        var fine = cut.fine();
        var seen = loans.find(connection, fine.loan().loan());
        if (seen.isEmpty() || seen.get().patron().isEmpty()) return false;
        var patron = seen.get().patron().getAsLong();
        if (people.lock(connection, patron).isEmpty()) return false;
        items.lock(connection, seen.get().item());
        var owed = charges.ofLoan(connection, fine.loan().loan()).stream()
                .filter(line -> line.id() == fine.charge())
                .findFirst()
                .map(ChargeLine::outstanding)
                .orElse(Money.ZERO);
        var amount = new Money(cut.voided()).atMost(owed);
        if (amount.isZero() || !store.addFine(connection, move, fine.charge(), amount)) return false;
        post(connection, patron, new Posting(fine.charge(), EntryKind.CANCELLATION, amount), by);
        ledger.settle(connection, List.of(fine.loan().loan()), act(by));
        return true;
    }

    private void post(Connection connection, long patron, Posting posting, Caller by) throws SQLException {
        ledger.post(connection, patron, posting.kind(), Optional.empty(), List.of(posting), "", act(by));
    }

    private DeskAct act(Caller by) {
        return new DeskAct(UUID.randomUUID(), clock.instant(), OptionalLong.of(by.account()));
    }

    /** Takes it back, as far as nothing has happened to it since. Empty out of reach, or when it was taken back before. */
    public Optional<Moved> undo(long move, Caller by) {
        var known =
                find(move).filter(one -> !one.undone() && by.isOf(one.change().site()));
        if (known.isEmpty()) return Optional.empty();
        for (var some : pages(database.read(connection -> store.dues(connection, move)))) {
            database.transaction(connection -> {
                for (var due : some) {
                    var day = due.before().atZone(due.zone()).toLocalDate();
                    if (store.due(connection, due.loan(), due.after(), due.before(), day))
                        loans.add(connection, changed(due.loan(), due.after(), due.before(), by), clock.instant());
                }
                return true;
            });
        }
        for (var fine : database.read(connection -> store.voided(connection, move))) {
            database.transaction(connection -> reinstate(connection, move, fine, by));
        }
        database.transaction(connection -> {
            store.unmoveShelf(connection, move);
            return store.undone(connection, move, by, clock.instant());
        });
        return note("due_dates_moved_back", move, by);
    }

    /** Each once, also when it was broken off in between. */
    private boolean reinstate(Connection connection, long move, CalendarMoveStore.Voided fine, Caller by)
            throws SQLException {
        if (people.lock(connection, fine.patron()).isEmpty()) return false;
        if (!store.removeFine(connection, move, fine.charge())) return false;
        post(connection, fine.patron(), new Posting(fine.charge(), EntryKind.REINSTATEMENT, fine.amount()), by);
        if (fine.loan().isPresent()) losses.keep(connection, fine.loan().getAsLong());
        return true;
    }

    private Optional<Moved> note(String action, long move, Caller by) {
        var moved = find(move);
        moved.ifPresent(done -> database.transaction(connection -> {
            var site = store.site(connection, move);
            var payload = "{\"move\":" + move + ",\"loans\":" + done.loans() + ",\"shelf\":" + done.shelf()
                    + ",\"fines\":" + done.fines() + "}";
            audit.add(
                    connection,
                    OptionalLong.of(by.account()),
                    action,
                    Optional.of(new Subject("site", site)),
                    Optional.of(payload));
            return true;
        }));
        return moved;
    }

    public Optional<Moved> find(long move) {
        return database.read(connection -> store.find(connection, move));
    }

    /** The last ones of a site, the newest first. @param site code */
    public List<Moved> last(String site, int most) {
        return database.read(connection -> store.last(connection, site, most));
    }

    private static <T> List<List<T>> pages(List<T> all) {
        var pages = new ArrayList<List<T>>();
        for (var i = 0; i < all.size(); i += AT_ONCE) pages.add(all.subList(i, Math.min(all.size(), i + AT_ONCE)));
        return pages;
    }
}
