package org.carrel.devices;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.catalog.ItemsAtDesk;
import org.carrel.catalog.UnlistedItems;
import org.carrel.circulation.Blocked;
import org.carrel.circulation.CirculationDesk;
import org.carrel.circulation.DeskAct;
import org.carrel.circulation.DeskAnswer;
import org.carrel.circulation.DeskAnswer.Remark;
import org.carrel.circulation.DeskPlace;
import org.carrel.circulation.DeviceFees;
import org.carrel.circulation.Scan;
import org.carrel.devices.Assigned.Done;
import org.carrel.devices.Assigned.Refused;
import org.carrel.devices.Assignment.End;
import org.carrel.devices.AssignmentProblem.Kind;
import org.carrel.devices.DeviceWriting.Author;
import org.carrel.devices.LentAccessory.Cause;
import org.carrel.devices.rules.AssignmentRules;
import org.carrel.devices.rules.AssignmentRules.Facts;
import org.carrel.devices.rules.AssignmentRules.Has;
import org.carrel.devices.rules.DeviceBlocks;
import org.carrel.devices.rules.DeviceForLoan;
import org.carrel.devices.store.AssignmentStore;
import org.carrel.devices.store.DeviceEventStore;
import org.carrel.devices.store.DeviceEventStore.Entry;
import org.carrel.devices.store.DeviceStore;
import org.carrel.devices.store.HandbackStore;
import org.carrel.patrons.Borrowers;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.school.SchoolCalendar;
import org.carrel.security.Caller;
import org.carrel.security.Operation;
import org.carrel.security.Roles;

/**
 * Devices that people, or rooms, have for the year. An assignment is no loan: nothing is due, and it stays while the device is
 * mended (V2). Each public method that changes something is one transaction, and the same request again does nothing.
 */
@Door
public class Assignments {
    /** For so long what was just done is taken back by one press. */
    public static final Duration UNDO = Duration.ofMinutes(10);

    private static final int MOST = 5_000;
    private static final int SHOWN = 50;

    private final Database database;
    private final Clock clock;
    private final CirculationDesk desk;
    private final Borrowers people;
    private final ItemsAtDesk items;
    private final DeviceFees fees;
    private final SchoolCalendar calendar;
    private final DeviceWriting writing;
    private final DeviceStore devices = new DeviceStore();
    private final DeviceEventStore events = new DeviceEventStore();
    private final AssignmentStore store = new AssignmentStore();
    private final HandbackStore handbacks = new HandbackStore();
    private final AccessoryLending accessories = new AccessoryLending();

    @Inject
    public Assignments(
            Database database,
            Clock clock,
            CirculationDesk desk,
            Borrowers people,
            ItemsAtDesk items,
            DeviceFees fees,
            SchoolCalendar calendar,
            UnlistedItems unlisted) {
        this.database = database;
        this.clock = clock;
        this.desk = desk;
        this.people = people;
        this.items = items;
        this.fees = fees;
        this.calendar = calendar;
        this.writing = new DeviceWriting(unlisted, clock);
    }

    public Optional<Assignment> find(long id) {
        return database.read(connection -> store.find(connection, id));
    }

    /** Who has the device now. */
    public Optional<Assignment> openOf(long device) {
        return database.read(connection -> store.openOf(connection, device));
    }

    /** What the person has now, the oldest first. */
    public List<Assignment> ofPatron(long patron) {
        return database.read(connection -> store.openOfPatron(connection, patron));
    }

    /** Who has had the device, the latest first. */
    public List<Assignment> ofDevice(long device) {
        return database.read(connection -> store.ofDevice(connection, device, SHOWN));
    }

    /** All that last within reach: of rooms first, then by the names of people. */
    public List<Assignment> open(Caller by) {
        return database.read(connection -> store.open(connection, by.site().orElse(""), MOST));
    }

    /** What was done in the last minutes within reach, the latest first: it can be taken back. */
    public List<Assignment> latest(Caller by) {
        var since = clock.instant().minus(UNDO);
        return database.read(
                connection -> store.since(connection, since, by.site().orElse(""), SHOWN));
    }

    public Assigned assign(AssignmentWish wish, Caller by) {
        return database.transaction(connection -> assign(connection, wish, by, true));
    }

    /** What would speak against it; nothing is written. */
    List<AssignmentProblem> against(AssignmentWish wish, Caller by) {
        var answer = database.transaction(connection -> assign(connection, wish, by, false));
        return answer instanceof Refused refused ? refused.problems() : List.of();
    }

    private Assigned assign(Connection connection, AssignmentWish wish, Caller by, boolean forReal)
            throws SQLException {
        var known = store.byRequest(connection, wish.request());
        if (known.isPresent()) return again(connection, known.get());
        if (wish.room().length() > Assignment.LONGEST_ROOM || wish.note().length() > Assignment.LONGEST_NOTE)
            return Refused.of(Kind.TEXT_TOO_LONG);
        if (wish.patron().isEmpty() && wish.room().isBlank()) return Refused.of(Kind.ROOM_MISSING);
        var seen = devices.find(connection, wish.device()).filter(device -> by.isOf(device.siteCode()));
        if (seen.isEmpty()) return Refused.of(Kind.NO_SUCH_DEVICE);
        // People before items before what hangs on them.
        var found = against(connection, wish, seen.get(), by);
        if (found.isEmpty()) return Refused.of(Kind.NO_SUCH_PERSON);
        var device = devices.lock(connection, wish.device()).orElseThrow();
        var now = store.openOf(connection, device.id());
        if (now.isPresent() && isSame(now.get(), wish)) return again(connection, now.get());
        var facts = facts(connection, wish, device, found.get());
        var mayOverride = Roles.may(by, Operation.OVERRIDE_LOAN);
        var problems = AssignmentRules.against(facts, wish.exchange(), wish.lifted(), mayOverride);
        if (!problems.isEmpty()) return new Refused(problems);
        return forReal ? write(connection, wish, device, facts, by) : new Refused(List.of());
    }

    private static boolean isSame(Assignment now, AssignmentWish wish) {
        if (wish.patron().isPresent()) return now.isOf(wish.patron().getAsLong());
        return now.room().equalsIgnoreCase(wish.room().strip());
    }

    private Assigned again(Connection connection, Assignment known) throws SQLException {
        return new Done(known, accessories.of(connection, Cause.assignment(known.id())), true);
    }

    /** What the desk has against it; for a room what is wrong with the device alone. Empty for somebody out of reach. */
    private Optional<List<Blocked>> against(Connection connection, AssignmentWish wish, Device device, Caller by)
            throws SQLException {
        if (wish.patron().isPresent()) {
            var scan = Scan.now(wish.request(), "", Optional.empty(), DeskPlace.at(device.siteCode()));
            return desk.against(connection, scan, wish.patron().getAsLong(), device.item(), by);
        }
        items.lock(connection, device.item());
        var assigned = store.openOf(connection, device.id())
                .map(one -> OptionalLong.of(one.id()))
                .orElse(OptionalLong.empty());
        var ticket = device.custody() instanceof Custody.AtRepair repair
                ? Optional.of(repair.ticket())
                : Optional.<OptionalLong>empty();
        return Optional.of(DeviceBlocks.of(
                new DeviceForLoan(device.condition(), ticket, assigned, false, device.kept(), List.of())));
    }

    private Facts facts(Connection connection, AssignmentWish wish, Device device, List<Blocked> found)
            throws SQLException {
        var has = new ArrayList<Has>();
        if (wish.patron().isPresent()) {
            for (var one : store.openOfPatron(connection, wish.patron().getAsLong())) {
                if (one.device() == device.id()) continue;
                var category =
                        devices.find(connection, one.device()).orElseThrow().category();
                var atRepair = store.openTicket(connection, one.device()).isPresent();
                has.add(new Has(one.device(), one.deviceName(), category, atRepair));
            }
        }
        var isOut = device.custody() instanceof Custody.OnLoan;
        return new Facts(device.category(), isOut, found, has, wish.until(), today(device.siteCode()));
    }

    private LocalDate today(String site) {
        return calendar.of(site).today(clock.instant());
    }

    private Assigned write(Connection connection, AssignmentWish wish, Device device, Facts facts, Caller by)
            throws SQLException {
        var act = new DeskAct(wish.request(), clock.instant(), OptionalLong.of(by.account()));
        for (var old : wish.exchange() ? AssignmentRules.ofKind(facts) : List.<Has>of()) {
            items.lock(
                    connection,
                    devices.find(connection, old.device()).orElseThrow().item());
            var had = store.openOf(connection, old.device());
            if (had.isPresent()) finish(connection, had.get(), End.EXCHANGED, act);
        }
        var id = store.add(
                connection,
                new AssignmentStore.New(
                        wish.request(),
                        device.id(),
                        wish.patron(),
                        wish.patron().isPresent() ? "" : wish.room().strip(),
                        act.at(),
                        act.account(),
                        wish.until(),
                        wish.note().strip()));
        var out = accessories.handOut(
                connection, Cause.assignment(id), device.id(), device.model(), device.siteId(), act);
        var entry = Entry.of(device.id(), act.at(), act.account(), DeviceEvent.Kind.ASSIGNED);
        events.add(connection, List.of(entry.because(wish.lifted().reason())));
        return new Done(store.find(connection, id).orElseThrow(), out, false);
    }

    /** It is over: the device is here, lost, or it never was so. */
    public Assigned end(UUID request, long id, End why, Caller by) {
        return database.transaction(connection -> {
            var one = locked(connection, id, by);
            if (one.isEmpty()) return Refused.of(Kind.STALE);
            var act = new DeskAct(request, clock.instant(), OptionalLong.of(by.account()));
            return end(connection, one.get(), why, act);
        });
    }

    /** Person and item are locked. */
    Assigned end(Connection connection, Assignment one, End why, DeskAct act) throws SQLException {
        if (!one.isOpen()) return again(connection, one);
        var back = finish(connection, one, why, act);
        if (why == End.LOST) {
            var device = devices.lock(connection, one.device()).orElseThrow();
            writing.setCondition(
                    connection,
                    device,
                    DeviceCondition.MISSING,
                    "",
                    OptionalInt.empty(),
                    new Author(act.account(), true));
        }
        return new Done(store.find(connection, one.id()).orElseThrow(), back, false);
    }

    private List<LentAccessory> finish(Connection connection, Assignment one, End why, DeskAct act)
            throws SQLException {
        store.end(connection, one.id(), why, act.at(), act.account(), act.at().plus(UNDO));
        handbacks.close(connection, one.device(), act.at());
        var entry = Entry.of(one.device(), act.at(), act.account(), DeviceEvent.Kind.ASSIGNMENT_ENDED);
        events.add(connection, List.of(entry));
        if (why == End.LOST) {
            accessories.lost(connection, Cause.assignment(one.id()), act);
            return List.of();
        }
        return accessories.takeBack(connection, Cause.assignment(one.id()), act);
    }

    /** The line of a desk at which the device was scanned: it is here, and is nobody's any more. */
    public DeskAnswer returned(Scan scan, long id, Caller by) {
        return desk.together(scan, by, acts -> {
            var connection = acts.connection();
            var one = locked(connection, id, by);
            if (one.isEmpty() || !one.get().isOpen()) return DeskAnswer.of(DeskAnswer.Act.NOTHING_TO_UNDO);
            var done = (Done) end(connection, one.get(), End.RETURNED, acts.act());
            var answer = DeskAnswer.of(DeskAnswer.Act.ASSIGNMENT_ENDED)
                    .with(items.find(connection, one.get().item()).orElseThrow());
            if (!done.accessories().isEmpty()) {
                var cause = Cause.assignment(id).code();
                answer = answer.saying(List.of(new Remark(Remark.Kind.ACCESSORIES_BACK, cause)));
            }
            if (one.get().patron().isEmpty()) return answer;
            return people.find(connection, one.get().patron().getAsLong())
                    .map(answer::with)
                    .orElse(answer);
        });
    }

    /** Takes back what was done in the last minutes: an assignment never was, or it lasts after all. */
    public Assigned undo(UUID request, long id, Caller by) {
        return database.transaction(connection -> {
            var one = locked(connection, id, by);
            if (one.isEmpty()) return Refused.of(Kind.STALE);
            var now = clock.instant();
            var act = new DeskAct(request, now, OptionalLong.of(by.account()));
            var since = one.get().ended().orElse(one.get().assigned());
            if (since.isBefore(now.minus(UNDO))) return Refused.of(Kind.TOO_LATE);
            if (one.get().isOpen()) return end(connection, one.get(), End.MISTAKE, act);
            return again(connection, one.get(), act);
        });
    }

    private Assigned again(Connection connection, Assignment one, DeskAct act) throws SQLException {
        var device = devices.lock(connection, one.device()).orElseThrow();
        var isTaken = store.openOf(connection, one.device()).isPresent() || device.custody() instanceof Custody.OnLoan;
        if (isTaken || !store.reopen(connection, one.id())) return Refused.of(Kind.TOO_LATE);
        accessories.outAgain(connection, Cause.assignment(one.id()), act, fees);
        events.add(connection, List.of(Entry.of(one.device(), act.at(), act.account(), DeviceEvent.Kind.ASSIGNED)));
        return new Done(store.find(connection, one.id()).orElseThrow(), List.of(), false);
    }

    /** People before items before what hangs on them. Empty when it is not within reach. */
    private Optional<Assignment> locked(Connection connection, long id, Caller by) throws SQLException {
        var seen = store.find(connection, id).filter(one -> by.isOf(one.site()));
        if (seen.isEmpty()) return seen;
        if (seen.get().patron().isPresent())
            people.lock(connection, seen.get().patron().getAsLong());
        items.lock(connection, seen.get().item());
        return store.lock(connection, id);
    }
}
