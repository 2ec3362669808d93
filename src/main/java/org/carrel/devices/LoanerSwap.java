package org.carrel.devices;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.circulation.CirculationDesk;
import org.carrel.circulation.CirculationDesk.Acts;
import org.carrel.circulation.DeskAnswer;
import org.carrel.circulation.DeskAnswer.Act;
import org.carrel.circulation.DeskPlace;
import org.carrel.circulation.Lifted;
import org.carrel.circulation.LoanDues;
import org.carrel.circulation.Scan;
import org.carrel.devices.rules.SwapRules;
import org.carrel.devices.store.DeviceStore;
import org.carrel.devices.store.LoanerStore;
import org.carrel.devices.store.LoanerStore.Lent;
import org.carrel.devices.store.RepairEventStore;
import org.carrel.devices.store.RepairEventStore.Entry;
import org.carrel.devices.store.RepairEventStore.HandedBack;
import org.carrel.devices.store.RepairStore;
import org.carrel.devices.store.RepairStore.Holder;
import org.carrel.patrons.Borrowers;
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronField;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.Caller;

/**
 * A broken device for a loaner, and the loaner for the mended one (V2): each in one transaction, in which the desk's own rules
 * lend and take back.
 */
@Door
public class LoanerSwap {
    /** For so long a swap can be taken back, as the desk does with its own acts. */
    public static final Duration UNDO = Duration.ofSeconds(60);

    private final Database database;
    private final Clock clock;
    private final CirculationDesk desk;
    private final DeviceInventory inventory;
    private final Borrowers people;
    private final LoanDues dues;
    private final SwapNotice notice;
    private final RepairWriting writing;
    private final DeviceStore devices = new DeviceStore();
    private final RepairStore tickets = new RepairStore();
    private final RepairEventStore events = new RepairEventStore();
    private final LoanerStore loaners = new LoanerStore();

    @Inject
    public LoanerSwap(
            Database database,
            Clock clock,
            CirculationDesk desk,
            DeviceInventory inventory,
            Borrowers people,
            LoanDues dues,
            SwapNotice notice,
            RepairTickets repairs) {
        this.database = database;
        this.clock = clock;
        this.desk = desk;
        this.inventory = inventory;
        this.people = people;
        this.dues = dues;
        this.notice = notice;
        this.writing = repairs.writing();
    }

    /** How many loaners a site has, and how many could be lent now. @param all 0: every device that can be lent is one */
    public record Left(int all, int left) {}

    /** @param site code */
    public Left left(String site) {
        var pool = database.read(connection -> loaners.pool(connection, site));
        return new Left(pool.all(), pool.left());
    }

    public boolean isLoaner(long device) {
        return database.read(connection -> loaners.isLoaner(connection, device));
    }

    /** Takes a device into the pool of loaners, or out of it. False when there is none within reach. */
    public boolean setLoaner(long device, boolean loaner, Caller by) {
        return database.transaction(connection -> {
            var known = devices.lock(connection, device).filter(one -> by.isOf(one.siteCode()));
            if (known.isEmpty()) return false;
            loaners.setLoaner(connection, device, loaner);
            return true;
        });
    }

    /** What was scanned so far means. @param second empty: not scanned yet */
    public SwapLook look(String first, String second, Caller by) {
        if (first.isBlank()) return SwapLook.NOTHING;
        var one = scanned(first, by);
        if (one.problem().isPresent()) return one;
        return database.read(connection -> {
            var look = begun(connection, one.broken().orElseThrow(), by);
            if (look.problem().isPresent() || second.isBlank()) return look;
            var other = scanned(second, by);
            if (other.problem().isPresent()) return look.but(other.problem().get(), other.about());
            return other(connection, look, other.broken().orElseThrow());
        });
    }

    private SwapLook scanned(String text, Caller by) {
        var found = inventory.scanned(text.strip(), by);
        if (found.isEmpty()) return SwapLook.NOTHING.but(SwapProblem.UNKNOWN, text.strip());
        if (found.size() > 1) return SwapLook.NOTHING.but(SwapProblem.SEVERAL, text.strip());
        return SwapLook.NOTHING.of(found.getFirst());
    }

    private SwapLook begun(Connection connection, Device device, Caller by) throws SQLException {
        var outFor = loaners.outFor(connection, device.id());
        if (outFor.isPresent())
            return whose(connection, back(outFor.get()).of(device), outFor.get().patron(), by);
        var outAs = loaners.outAs(connection, device.item());
        if (outAs.isPresent())
            return whose(connection, back(outAs.get()).with(device), outAs.get().patron(), by);
        var look = SwapLook.NOTHING.of(device);
        var gone = SwapRules.broken(device);
        if (gone.isPresent()) return look.but(gone.get(), device.name());
        var open = tickets.openOf(connection, device.id());
        if (open.isPresent()) look = look.on(open.get().id());
        return whose(connection, look, holder(connection, device.id()).patron(), by);
    }

    private static SwapLook back(Lent lent) {
        return SwapLook.NOTHING.isBack().on(lent.ticket());
    }

    /** Who has a device, or had it when its open ticket was written. */
    private Holder holder(Connection connection, long device) throws SQLException {
        var now = tickets.holder(connection, device);
        if (now.patron().isPresent()) return now;
        return tickets.openOf(connection, device)
                .map(ticket -> new Holder(ticket.patron(), OptionalLong.empty()))
                .orElse(Holder.NOBODY);
    }

    private SwapLook whose(Connection connection, SwapLook look, OptionalLong patron, Caller by) throws SQLException {
        var person = patron.isPresent()
                ? people.find(connection, patron.getAsLong()).filter(known -> isReached(known, by))
                : Optional.<Patron>empty();
        if (person.isPresent()) return look.whose(person.get());
        var device = look.broken().or(look::loaner).orElseThrow();
        return look.but(SwapProblem.OF_NOBODY, device.name());
    }

    private static boolean isReached(Patron person, Caller by) {
        var site = person.facts().get(PatronField.SITE);
        return site.isEmpty() || by.isOf(site);
    }

    private SwapLook other(Connection connection, SwapLook look, Device device) throws SQLException {
        if (!look.back()) {
            var with = look.with(device);
            return loanerProblem(connection, device, look.broken().orElseThrow().id())
                    .map(problem -> with.but(problem, device.name()))
                    .orElse(with);
        }
        var lent = out(connection, look);
        if (look.broken().isPresent()) {
            if (device.id() == lent.loaner()) return look.with(device);
            return look.but(SwapProblem.OTHER_LOANER, name(connection, lent.loaner()));
        }
        if (device.id() == lent.device()) return look.of(device);
        return look.but(SwapProblem.OTHER_DEVICE, name(connection, lent.device()));
    }

    private Lent out(Connection connection, SwapLook look) throws SQLException {
        return look.broken().isPresent()
                ? loaners.outFor(connection, look.broken().get().id()).orElseThrow()
                : loaners.outAs(connection, look.loaner().orElseThrow().item()).orElseThrow();
    }

    private String name(Connection connection, long device) throws SQLException {
        return devices.find(connection, device).map(Device::name).orElse("#" + device);
    }

    private Optional<SwapProblem> loanerProblem(Connection connection, Device device, long broken) throws SQLException {
        var pool = loaners.pool(connection, device.siteCode());
        return SwapRules.loaner(device, broken, loaners.isLoaner(connection, device.id()), pool.all() > 0);
    }

    /** Takes the broken device in, opens its ticket and lends the loaner: all of it or nothing. */
    public SwapAnswer swap(SwapWish wish, Caller by) {
        var holder = database.read(connection -> {
            var done = loaners.byRequest(connection, wish.request());
            return done.isPresent()
                    ? new Holder(done.get().patron(), OptionalLong.empty())
                    : holder(connection, wish.broken());
        });
        if (holder.patron().isEmpty()) return nothing();
        var patron = holder.patron().getAsLong();
        var answer = desk.together(scan(wish, patron), by, acts -> swap(acts, wish, patron, by));
        var lent = database.read(connection -> loaners.byRequest(connection, wish.request()));
        return new SwapAnswer(answer, number(lent));
    }

    private static OptionalLong number(Optional<Lent> lent) {
        return lent.isPresent() ? OptionalLong.of(lent.get().ticket()) : OptionalLong.empty();
    }

    private static SwapAnswer nothing() {
        return new SwapAnswer(DeskAnswer.of(Act.UNKNOWN), OptionalLong.empty());
    }

    private static Scan scan(SwapWish wish, long patron) {
        return new Scan(
                wish.request(), "", Optional.of(patron), DeskPlace.at(wish.site()), Duration.ZERO, wish.lifted());
    }

    private DeskAnswer swap(Acts acts, SwapWish wish, long patron, Caller by) throws SQLException {
        var connection = acts.connection();
        acts.lock(patron);
        loaners.lock(connection, wish.broken(), wish.loaner());
        var broken = reached(acts, wish.broken(), by);
        var loaner = reached(acts, wish.loaner(), by);
        var had = holder(connection, broken.id());
        var isSame = had.patron().equals(OptionalLong.of(patron));
        if (!isSame || loanerProblem(connection, loaner, broken.id()).isPresent()) throw stale(acts);
        if (SwapRules.broken(broken).isPresent()) throw stale(acts);
        if (had.loan().isPresent()) acts.take(broken.item(), false);
        var lent = acts.lend(patron, loaner.item());
        if (lent.act() != Act.CHECKED_OUT) throw acts.refuse(lent);
        var loan = lent.loan().orElseThrow().id();
        // Until the ticket is closed nobody knows when the loaner is due (V2).
        dues.set(connection, loan, Optional.empty(), Optional.empty(), acts.act());
        var ticket = ticket(acts, wish, broken, had, loan);
        notice.lent(connection, wish.site(), patron, ticket);
        return DeskAnswer.of(Act.SWAPPED)
                .with(lent.copy().orElseThrow())
                .with(lent.patron().orElseThrow())
                .with(acts.loan(loan).orElseThrow())
                .saying(lent.remarks());
    }

    private Device reached(Acts acts, long device, Caller by) throws SQLException {
        var found = devices.find(acts.connection(), device).filter(one -> by.isOf(one.siteCode()));
        if (found.isEmpty()) throw stale(acts);
        return found.get();
    }

    private static RuntimeException stale(Acts acts) {
        return acts.refuse(DeskAnswer.of(Act.UNKNOWN));
    }

    private long ticket(Acts acts, SwapWish wish, Device broken, Holder had, long loan) throws SQLException {
        var connection = acts.connection();
        var account = acts.act().account();
        var report = new RepairWish(
                wish.request(),
                broken.siteCode(),
                OptionalLong.of(broken.id()),
                Optional.empty(),
                broken.room(),
                wish.fault(),
                wish.description(),
                true,
                RepairPriority.NORMAL);
        var opened = writing.open(connection, report, broken.siteId(), had, account);
        if (!(opened instanceof RepairChanged.Done done)) throw stale(acts);
        var now = clock.instant();
        loaners.add(
                connection,
                new Lent(
                        loan,
                        done.ticket(),
                        broken.id(),
                        wish.loaner(),
                        0,
                        had.patron(),
                        had.loan(),
                        wish.request(),
                        !done.joined(),
                        now,
                        account.orElse(0),
                        true));
        events.add(
                connection,
                Entry.of(done.ticket(), now, account, RepairEvent.Kind.LENT)
                        .about("", name(connection, wish.loaner())));
        return done.ticket();
    }

    /** Takes the loaner back, closes the ticket and hands the mended device back: all of it or nothing. */
    public SwapAnswer back(SwapWish wish, Caller by) {
        var lent = database.read(connection -> {
            var done = loaners.byBackRequest(connection, wish.request());
            return done.isPresent() ? done : loaners.outFor(connection, wish.broken());
        });
        if (lent.isEmpty() || lent.get().patron().isEmpty()) return nothing();
        var patron = lent.get().patron().getAsLong();
        var answer = desk.together(scan(wish, patron), by, acts -> back(acts, wish, patron, by));
        return new SwapAnswer(answer, number(lent));
    }

    private DeskAnswer back(Acts acts, SwapWish wish, long patron, Caller by) throws SQLException {
        var connection = acts.connection();
        acts.lock(patron);
        loaners.lock(connection, wish.broken(), wish.loaner());
        var mended = reached(acts, wish.broken(), by);
        var loaner = reached(acts, wish.loaner(), by);
        var lent = loaners.outFor(connection, mended.id()).orElse(null);
        if (lent == null || lent.loaner() != loaner.id() || !lent.patron().equals(OptionalLong.of(patron)))
            throw stale(acts);
        var taken = acts.take(loaner.item(), true);
        if (taken.act() != Act.RETURNED) throw acts.refuse(taken);
        var ticket = tickets.lock(connection, lent.ticket()).orElseThrow();
        var was = HandedBack.was(ticket.state(), mended.condition());
        if (ticket.isOpen()) close(acts, ticket);
        var answer = handBack(acts, mended, ticket, lent, patron);
        loaners.back(connection, lent.loan(), wish.request());
        events.add(
                connection,
                Entry.of(ticket.id(), acts.act().at(), acts.act().account(), RepairEvent.Kind.HANDED_BACK)
                        .about(was, mended.name()));
        return answer;
    }

    private void close(Acts acts, RepairTicket ticket) throws SQLException {
        var account = acts.act().account();
        var closed = writing.step(
                acts.connection(), ticket, RepairState.FIXED, "", acts.act().request(), account);
        if (closed instanceof RepairChanged.Refused) throw stale(acts);
    }

    /** Who has it for the year has it again; who had it on loan gets a loan. */
    private DeskAnswer handBack(Acts acts, Device mended, RepairTicket ticket, Lent lent, long patron)
            throws SQLException {
        var copy = acts.item(mended.item()).orElseThrow();
        var owner = tickets.holder(acts.connection(), mended.id());
        var answer = DeskAnswer.of(Act.SWAPPED_BACK)
                .with(copy)
                .with(acts.lock(patron).orElseThrow());
        if (owner.patron().isPresent()
                || lent.brokenLoan().isEmpty() && ticket.loan().isEmpty()) return answer;
        var again = acts.lend(patron, mended.item());
        if (again.act() != Act.CHECKED_OUT) throw acts.refuse(again);
        return answer.with(again.loan().orElseThrow()).saying(again.remarks());
    }

    /**
     * Takes a swap back within a minute, by who made it: the loaner is here, the device is with its borrower, and a ticket that the
     * swap opened is cancelled. Does nothing when something else has happened since.
     *
     * @param swap request of then
     * @param request of now
     */
    public SwapAnswer undo(UUID swap, UUID request, String site, Caller by) {
        var since = clock.instant().minus(UNDO);
        var lent = database.read(connection -> loaners.byRequest(connection, swap))
                .filter(one -> one.account() == by.account() && !one.at().isBefore(since));
        return undo(lent, request, site, by, this::undo);
    }

    /**
     * Takes the way back back, under the same conditions: the loaner is out again, its ticket is as it was, and the device is with
     * who mends it.
     *
     * @param back request of then
     * @param request of now
     */
    public SwapAnswer undoBack(UUID back, UUID request, String site, Caller by) {
        var lent = database.read(connection -> loaners.byBackRequest(connection, back));
        return undo(lent, request, site, by, (acts, one, patron) -> undoBack(acts, one, back, patron));
    }

    /** What is taken back under the locks of the desk. */
    private interface Undone {
        DeskAnswer of(Acts acts, Lent lent, long patron) throws SQLException;
    }

    private SwapAnswer undo(Optional<Lent> lent, UUID request, String site, Caller by, Undone undone) {
        if (lent.isEmpty() || lent.get().patron().isEmpty())
            return new SwapAnswer(DeskAnswer.of(Act.NOTHING_TO_UNDO), OptionalLong.empty());
        var patron = lent.get().patron().getAsLong();
        var wish =
                new SwapWish(request, site, lent.get().device(), lent.get().loaner(), Fault.OTHER, "", Lifted.NOTHING);
        var answer = desk.together(scan(wish, patron), by, acts -> undone.of(acts, lent.get(), patron));
        return new SwapAnswer(answer, OptionalLong.of(lent.get().ticket()));
    }

    private DeskAnswer undo(Acts acts, Lent lent, long patron) throws SQLException {
        var connection = acts.connection();
        acts.lock(patron);
        loaners.lock(connection, lent.device(), lent.loaner());
        var tooLate = DeskAnswer.of(Act.NOTHING_TO_UNDO);
        var ticket = tickets.lock(connection, lent.ticket()).orElseThrow();
        if (!ticket.isOpen() || lent.openedTicket() && ticket.state() != RepairState.NEW) return tooLate;
        var loan = acts.loan(lent.loan()).orElseThrow();
        if (!acts.undo(lent.request(), Act.CHECKED_OUT, loan)) throw acts.refuse(tooLate);
        if (lent.brokenLoan().isPresent()) {
            var before = acts.loan(lent.brokenLoan().getAsLong()).orElseThrow();
            if (!acts.undo(lent.request(), Act.RETURNED, before)) throw acts.refuse(tooLate);
        }
        writing.undone(connection, ticket, lent.openedTicket(), acts.act().account());
        return DeskAnswer.of(Act.UNDONE).with(acts.item(loan.item()).orElseThrow());
    }

    private DeskAnswer undoBack(Acts acts, Lent lent, UUID back, long patron) throws SQLException {
        var connection = acts.connection();
        var account = acts.act().account();
        acts.lock(patron);
        loaners.lock(connection, lent.device(), lent.loaner());
        var tooLate = DeskAnswer.of(Act.NOTHING_TO_UNDO);
        var ticket = tickets.lock(connection, lent.ticket()).orElseThrow();
        var told = events.handedBack(connection, ticket.id())
                .filter(one -> one.account().equals(account)
                        && !one.at().isBefore(acts.act().at().minus(UNDO)));
        if (told.isEmpty()) return tooLate;
        var handed = loaners.loanOf(connection, lent.device(), told.get().at());
        if (handed.isPresent()) {
            var again = acts.loan(handed.getAsLong()).orElseThrow();
            if (!acts.undo(back, Act.CHECKED_OUT, again)) throw acts.refuse(tooLate);
        } else if (isLentSince(acts, lent.device(), told.get().at())) throw acts.refuse(tooLate);
        var loan = acts.loan(lent.loan()).orElseThrow();
        if (!acts.undo(back, Act.RETURNED, loan)) throw acts.refuse(tooLate);
        if (!writing.reopened(connection, ticket, told.get().state(), told.get().condition(), account))
            throw acts.refuse(tooLate);
        return DeskAnswer.of(Act.UNDONE).with(acts.item(loan.item()).orElseThrow());
    }

    private boolean isLentSince(Acts acts, long device, Instant then) throws SQLException {
        var now = tickets.holder(acts.connection(), device).loan();
        if (now.isEmpty()) return false;
        return acts.loan(now.getAsLong()).orElseThrow().lent().isAfter(then);
    }
}
