package org.carrel.devices;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.carrel.circulation.CirculationDesk;
import org.carrel.circulation.CirculationDesk.Acts;
import org.carrel.circulation.DeskAnswer;
import org.carrel.circulation.DeskPlace;
import org.carrel.circulation.Lifted;
import org.carrel.circulation.Loans;
import org.carrel.circulation.Scan;
import org.carrel.devices.CollectionPage.Held;
import org.carrel.devices.CollectionPage.Holder;
import org.carrel.devices.CollectionPage.Room;
import org.carrel.devices.CollectionSaved.Saved;
import org.carrel.devices.CollectionSaved.Why;
import org.carrel.devices.CollectionSaved.Wrong;
import org.carrel.devices.LentAccessory.Cause;
import org.carrel.devices.rules.BurnDown;
import org.carrel.devices.store.AssignmentStore;
import org.carrel.devices.store.CollectionStore;
import org.carrel.devices.store.CollectionStore.Seen;
import org.carrel.patrons.Borrowers;
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.PatronStatus;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.school.SchoolCalendar;
import org.carrel.security.Caller;

/**
 * Collects what is out at the end of a year: one scan for each device, one key for a charger that is missing. Each public method is one
 * use case and one transaction.
 */
@Door
public class DeviceCollections {
    private final Database database;
    private final Clock clock;
    private final CirculationDesk desk;
    private final DeviceInventory inventory;
    private final Borrowers people;
    private final Loans loans;
    private final SchoolCalendar calendar;
    private final Assignments assignments;
    private final LentAccessories accessories;
    private final CollectionStore store = new CollectionStore();
    private final AssignmentStore assigned = new AssignmentStore();

    @Inject
    public DeviceCollections(
            Database database,
            Clock clock,
            CirculationDesk desk,
            DeviceInventory inventory,
            Borrowers people,
            Loans loans,
            SchoolCalendar calendar,
            Assignments assignments,
            LentAccessories accessories) {
        this.database = database;
        this.clock = clock;
        this.desk = desk;
        this.inventory = inventory;
        this.people = people;
        this.loans = loans;
        this.calendar = calendar;
        this.assignments = assignments;
        this.accessories = accessories;
    }

    /** Those within reach, the latest first. */
    public List<CollectionPlan> list(Caller by) {
        return database.read(connection -> store.list(connection, by.site().orElse("")));
    }

    /** @param request the same one again makes no second collection */
    public CollectionSaved add(
            String site, String typed, Optional<LocalDate> starts, Optional<LocalDate> ends, UUID request, Caller by) {
        var name = typed.strip();
        if (name.isEmpty() || name.length() > CollectionPlan.LONGEST) return new Wrong(Why.NAME);
        if (starts.isEmpty() || ends.isEmpty() || ends.get().isBefore(starts.get())) return new Wrong(Why.DAYS);
        var at = inventory.sites(by).stream()
                .filter(one -> one.code().equalsIgnoreCase(site))
                .findFirst();
        if (at.isEmpty()) return new Wrong(Why.NO_SUCH_SITE);
        var plan = new CollectionPlan(
                0, at.get().id(), at.get().code(), at.get().name(), name, starts.get(), ends.get(), Optional.empty());
        return new Saved(database.transaction(
                connection -> store.add(connection, plan, request, by.account(), clock.instant())));
    }

    private Optional<CollectionPlan> plan(Connection connection, long id, Caller by) throws SQLException {
        return store.find(connection, id).filter(plan -> by.isOf(plan.site()));
    }

    /** Empty when there is none of this number within reach. */
    public Optional<CollectionPlan> find(long id, Caller by) {
        return database.read(connection -> plan(connection, id, by));
    }

    /** False when there is none within reach. */
    public boolean close(long id, Caller by) {
        return database.transaction(connection -> {
            var plan = plan(connection, id, by);
            if (plan.isPresent()) store.close(connection, id, clock.instant());
            return plan.isPresent();
        });
    }

    private LocalDate today(String site) {
        return calendar.of(site).today(clock.instant());
    }

    /** Empty when there is none within reach. */
    public Optional<CollectionPage> open(long id, Caller by) {
        return database.read(connection -> {
            var plan = plan(connection, id, by);
            return plan.isEmpty() ? Optional.empty() : Optional.of(page(connection, plan.get()));
        });
    }

    private CollectionPage page(Connection connection, CollectionPlan plan) throws SQLException {
        var holders = holders(connection, plan);
        var left = holders.stream().mapToInt(holder -> holder.devices().size()).sum();
        var days = store.days(connection, plan.id());
        return new CollectionPage(
                plan,
                holders,
                rooms(holders, store.rooms(connection, plan.id())),
                BurnDown.days(plan.starts(), plan.ends(), today(plan.site()), left, days),
                left,
                store.collected(connection, plan.id()),
                store.chargers(connection, plan.id()));
    }

    private List<Holder> holders(Connection connection, CollectionPlan plan) throws SQLException {
        var devices = new LinkedHashMap<Long, List<Held>>();
        for (var out : store.out(connection, plan.siteId()))
            devices.computeIfAbsent(out.patron(), key -> new ArrayList<>()).add(out.held());
        var holders = new ArrayList<Holder>();
        for (var patron : people.find(connection, devices.keySet())) {
            var leaver = isLeaver(patron);
            var held = devices.getOrDefault(patron.id(), List.<Held>of());
            var others = leaver ? others(connection, patron.id(), held) : List.<String>of();
            holders.add(new Holder(patron, leaver, held, others));
        }
        holders.sort(Comparator.comparing(Holder::leaver)
                .reversed()
                .thenComparing(holder -> room(holder.patron()))
                .thenComparing(holder -> holder.patron().sortedName()));
        return holders;
    }

    /** Who has left, and who stands on no roster any more though nobody has said yet that they have left. */
    private static boolean isLeaver(Patron patron) {
        return patron.facts().status() != PatronStatus.ACTIVE
                || patron.missingSince().isPresent();
    }

    private List<String> others(Connection connection, long patron, List<Held> held) throws SQLException {
        var devices = held.stream().map(Held::name).toList();
        return loans.lines(connection, patron).stream()
                .filter(line -> !devices.contains(line.item().barcode()))
                .map(line -> line.item().title())
                .toList();
    }

    private static String room(Patron patron) {
        return patron.facts().get(PatronField.HOMEROOM);
    }

    private static List<Room> rooms(List<Holder> holders, Map<String, Integer> collected) {
        var left = new TreeMap<String, Integer>();
        collected.keySet().forEach(name -> left.put(name, 0));
        for (var holder : holders)
            left.merge(room(holder.patron()), holder.devices().size(), Integer::sum);
        return left.entrySet().stream()
                .map(one -> new Room(one.getKey(), one.getValue(), collected.getOrDefault(one.getKey(), 0)))
                .toList();
    }

    /** One device was scanned. @param ago how long ago, for what had to wait for the network */
    public CollectionAnswer scan(long id, String text, UUID request, Duration ago, Caller by) {
        var plan = find(id, by).filter(open -> open.closed().isEmpty());
        if (plan.isEmpty()) return new CollectionAnswer.Stale();
        var typed = text.strip();
        var known = typed.isEmpty() || typed.length() > Scan.LONGEST ? List.<Device>of() : inventory.scanned(typed, by);
        if (known.size() != 1) return new CollectionAnswer.Unknown(typed);
        var device = known.getFirst();
        var place = DeskPlace.at(plan.get().site());
        var answer = desk.together(
                new Scan(request, typed, Optional.empty(), place, ago, Lifted.NOTHING),
                by,
                acts -> collect(acts, plan.get(), device));
        return database.read(connection -> told(connection, plan.get(), device, request, answer));
    }

    private DeskAnswer collect(Acts acts, CollectionPlan plan, Device device) throws SQLException {
        var connection = acts.connection();
        var holder = store.holder(connection, device.id());
        var had = holder.isPresent() ? acts.lock(holder.getAsLong()) : Optional.<Patron>empty();
        var answer = acts.take(device.item(), true);
        var act = acts.act();
        var assigned = endAssignment(acts, device);
        // What it went out with: of a loaner's device for the year the loan ends first.
        var cause =
                answer.act() == DeskAnswer.Act.RETURNED ? answer.loan().map(loan -> Cause.loan(loan.id())) : assigned;
        store.add(
                connection,
                new Seen(
                        plan.id(),
                        act.request(),
                        device.id(),
                        had.map(DeviceCollections::room).orElse(""),
                        holder.isPresent(),
                        cause.map(Cause::code).orElse(""),
                        act.at(),
                        calendar.of(plan.site()).today(act.at()),
                        act.account().orElse(0)));
        return had.isPresent() && answer.patron().isEmpty() ? answer.with(had.get()) : answer;
    }

    /** The one place where collecting ends what somebody has for the year. Person and item are locked. */
    private Optional<Cause> endAssignment(Acts acts, Device device) throws SQLException {
        var open = assigned.openOf(acts.connection(), device.id());
        if (open.isEmpty()) return Optional.empty();
        assignments.end(acts.connection(), open.get(), Assignment.End.RETURNED, acts.act());
        return Optional.of(Cause.assignment(open.get().id()));
    }

    private CollectionAnswer told(
            Connection connection, CollectionPlan plan, Device device, UUID request, DeskAnswer answer)
            throws SQLException {
        var told = store.told(connection, request).orElse(null);
        if (told == null) return new CollectionAnswer.Stale();
        var out = store.out(connection, plan.siteId());
        var had = answer.patron();
        var still = had.isEmpty()
                ? 0
                : (int) out.stream()
                        .filter(one -> one.patron() == had.get().id())
                        .count();
        return new CollectionAnswer.In(
                told.id(),
                device,
                told.wasOut(),
                told.chargerMissing(),
                had,
                still,
                answer,
                store.collected(connection, plan.id()),
                out.size());
    }

    /**
     * The charger of what was scanned did not come with it, or did after all: whoever had the device owes it from then on. The name of the
     * device; empty when it was no scan of this collection. The same again does nothing.
     */
    public Optional<String> charger(UUID request, long id, long scan, boolean missing, Caller by) {
        var plan = find(id, by);
        if (plan.isEmpty()) return Optional.empty();
        var known = database.transaction(connection -> store.charger(connection, id, scan, missing));
        known.flatMap(said -> Cause.parse(said.cause()))
                .flatMap(cause -> accessories.of(cause).stream().findFirst())
                .ifPresent(first -> accessories.set(request, first.id(), !missing, by));
        return known.map(CollectionStore.Scanned::device);
    }
}
