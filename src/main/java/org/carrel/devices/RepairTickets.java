package org.carrel.devices;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.catalog.UnlistedItems;
import org.carrel.circulation.DamageFees;
import org.carrel.circulation.DeskAct;
import org.carrel.circulation.LoanDues;
import org.carrel.circulation.Money;
import org.carrel.devices.RepairChanged.Done;
import org.carrel.devices.RepairChanged.Refused;
import org.carrel.devices.RepairChanged.Why;
import org.carrel.devices.rules.DamageCharge;
import org.carrel.devices.rules.RepairSteps;
import org.carrel.devices.rules.SlaClock;
import org.carrel.devices.store.DeviceStore;
import org.carrel.devices.store.PhotoStore;
import org.carrel.devices.store.RepairEventStore;
import org.carrel.devices.store.RepairEventStore.Entry;
import org.carrel.devices.store.RepairPartStore;
import org.carrel.devices.store.RepairStore;
import org.carrel.devices.store.RepairStore.Holder;
import org.carrel.patrons.Borrowers;
import org.carrel.platform.Database;
import org.carrel.platform.DatabaseProblem;
import org.carrel.platform.Door;
import org.carrel.school.SchoolCalendar;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.AuditTrail;
import org.carrel.security.Caller;

/** What is broken, and how far it has come. Each public method is one use case and one transaction. */
@Door
public class RepairTickets {
    private static final int DUPLICATE = 1062;
    /** Within this time claims of a person are counted. */
    private static final Duration YEAR = Duration.ofDays(365);

    private static final int MOST_MINUTES = 100_000;

    private final Database database;
    private final Clock clock;
    private final Borrowers people;
    private final SchoolCalendar calendars;
    private final DamageFees fees;
    private final AuditTrail audit;
    private final RepairWriting writing;
    private final DeviceStore devices = new DeviceStore();
    private final RepairStore store = new RepairStore();
    private final RepairEventStore events = new RepairEventStore();
    private final RepairPartStore parts = new RepairPartStore();
    private final PhotoStore photos = new PhotoStore();

    @Inject
    public RepairTickets(
            Database database,
            Clock clock,
            UnlistedItems items,
            Borrowers people,
            LoanDues dues,
            SchoolCalendar calendars,
            DamageFees fees,
            AuditTrail audit) {
        this.database = database;
        this.clock = clock;
        this.people = people;
        this.calendars = calendars;
        this.fees = fees;
        this.audit = audit;
        this.writing = new RepairWriting(clock, items, people, dues, calendars);
    }

    RepairWriting writing() {
        return writing;
    }

    /** @param page from 1 */
    public List<RepairTicket> find(RepairSearch wish, int page, int size, Caller by) {
        return database.read(connection -> store.find(connection, within(wish, by), (page - 1) * size, size));
    }

    public int count(RepairSearch wish, Caller by) {
        return database.read(connection -> store.count(connection, within(wish, by)));
    }

    /** How many open tickets are in each state; states without one are left out. */
    public List<RepairCount> counts(Caller by) {
        return database.read(connection -> store.counts(connection, by.site().orElse("")));
    }

    /** Who is of one site sees that site, whatever is asked for. */
    private static RepairSearch within(RepairSearch wish, Caller by) {
        return by.site().map(wish::at).orElse(wish);
    }

    public Optional<RepairTicket> find(long id) {
        return database.read(connection -> store.find(connection, id));
    }

    /** All of a device, the latest first. */
    public List<RepairTicket> ofDevice(long device) {
        return database.read(connection -> store.ofDevice(connection, device));
    }

    /** What the caller has reported, the latest first. */
    public List<RepairTicket> own(Caller by, int most) {
        return database.read(connection -> store.openedBy(connection, by.account(), most));
    }

    public Optional<RepairFile> open(long id) {
        return database.read(connection -> {
            var found = store.find(connection, id);
            if (found.isEmpty()) return Optional.empty();
            var ticket = found.get();
            var policy = writing.policy(connection, ticket.siteId());
            var due = due(ticket, policy, events.steps(connection, List.of(id)));
            return Optional.of(new RepairFile(
                    ticket,
                    due,
                    isLate(ticket, due),
                    ticket.cost(policy.laborRate()),
                    events.of(connection, id),
                    parts.used(connection, id),
                    photos.ofTicket(connection, id),
                    policy));
        });
    }

    /** @param steps of this ticket and of others */
    private Optional<Instant> due(RepairTicket ticket, RepairPolicy policy, Map<Long, List<RepairEvent>> steps) {
        return SlaClock.due(
                calendars.of(ticket.siteCode()),
                ticket.opened(),
                policy.hours(ticket.priority()),
                SlaClock.waits(steps.getOrDefault(ticket.id(), List.of())));
    }

    private boolean isLate(RepairTicket ticket, Optional<Instant> due) {
        var until = ticket.closed().orElseGet(clock::instant);
        return due.filter(until::isAfter).isPresent();
    }

    /**
     * Until when a ticket is to be closed, and whether that has passed.
     *
     * @param due empty while its clock stands, and when the school is never open for so long
     */
    public record Sla(Optional<Instant> due, boolean late) {}

    /** In the order of the tickets. */
    public List<Sla> sla(List<RepairTicket> tickets) {
        return database.read(connection -> {
            var steps = events.steps(
                    connection, tickets.stream().map(RepairTicket::id).toList());
            var all = new ArrayList<Sla>();
            for (var ticket : tickets) {
                var due = due(ticket, writing.policy(connection, ticket.siteId()), steps);
                all.add(new Sla(due, isLate(ticket, due)));
            }
            return List.copyOf(all);
        });
    }

    /** Rooms of a site that have devices or had tickets, by name. @param site code */
    public List<String> rooms(String site) {
        return database.read(connection -> store.rooms(connection, site));
    }

    /** What stands in a room, things that are fixed to it first. @param site code */
    public List<Device> inRoom(String site, String room) {
        return database.read(connection -> {
            var ids = store.inRoom(connection, site, room);
            var found = devices.find(connection, ids);
            return ids.stream()
                    .flatMap(id -> found.stream().filter(device -> device.id() == id))
                    .toList();
        });
    }

    /** Opens a ticket, or adds to the one that is open. */
    public RepairChanged report(RepairWish wish, Caller by) {
        if (wish.room().length() > RepairTicket.LONGEST_ROOM) return new Refused(Why.ROOM_TOO_LONG);
        if (wish.description().length() > RepairTicket.LONGEST_DESCRIPTION) return new Refused(Why.NOTE_TOO_LONG);
        if (wish.device().isEmpty() && wish.room().isBlank()) return new Refused(Why.NO_THING);
        return onceMore(connection -> report(connection, wish, by));
    }

    private RepairChanged report(Connection connection, RepairWish wish, Caller by) throws SQLException {
        var account = OptionalLong.of(by.account());
        if (wish.device().isEmpty()) {
            var site = writing.site(connection, wish.site()).filter(id -> by.isOf(wish.site()));
            if (site.isEmpty()) return new Refused(Why.NO_SUCH_SITE);
            return writing.open(connection, wish, site.get(), Holder.NOBODY, account);
        }
        var id = wish.device().getAsLong();
        var holder = writing.lockHolder(connection, id);
        var device = devices.find(connection, id).filter(one -> by.isOf(one.siteCode()));
        if (device.isEmpty()) return new Refused(Why.NO_SUCH_DEVICE);
        return writing.open(connection, wish, device.get().siteId(), holder, account);
    }

    /** Two people who report the same at once: the database refuses the second ticket, which joins the first then. */
    private RepairChanged onceMore(Database.Work<RepairChanged> work) {
        try {
            return database.transaction(work);
        } catch (DatabaseProblem problem) {
            if (problem.code() != DUPLICATE) throw problem;
            return database.transaction(work);
        }
    }

    /** What happens to a ticket that is locked. */
    private interface Change {
        RepairChanged on(Connection connection, RepairTicket ticket) throws SQLException;
    }

    /** @param version of the ticket as it was shown; -1: any */
    private RepairChanged change(long id, int version, Caller by, Change change) {
        return database.transaction(connection -> {
            var seen = store.find(connection, id).filter(one -> by.isOf(one.siteCode()));
            if (seen.isEmpty()) return new Refused(Why.STALE);
            if (seen.get().patron().isPresent())
                people.lock(connection, seen.get().patron().getAsLong());
            if (seen.get().device().isPresent())
                devices.lock(connection, seen.get().device().getAsLong());
            var ticket = store.lock(connection, id).orElseThrow();
            if (version >= 0 && ticket.version() != version) return new Refused(Why.STALE);
            return change.on(connection, ticket);
        });
    }

    /** The next step. @param version of the ticket as it was shown */
    public RepairChanged step(long id, int version, RepairState to, String note, UUID request, Caller by) {
        var account = OptionalLong.of(by.account());
        return change(id, version, by, (connection, ticket) -> {
            return writing.step(connection, ticket, to, note, request, account);
        });
    }

    /** Whether a step needs a word about why. */
    public static boolean needsNote(RepairState to) {
        return RepairSteps.needsNote(to);
    }

    /** A word more about it; also when it is closed. */
    public RepairChanged note(long id, String note, Caller by) {
        if (note.isBlank()) return new Refused(Why.NOTE_MISSING);
        if (note.length() > RepairSteps.LONGEST_NOTE) return new Refused(Why.NOTE_TOO_LONG);
        return change(id, -1, by, (connection, ticket) -> {
            events.add(connection, entry(ticket, RepairEvent.Kind.NOTE, by).saying(note.strip()));
            return new Done(id, false);
        });
    }

    /** The device was brought in: who mends it has it now. */
    public RepairChanged bringIn(long id, int version, Caller by) {
        return change(id, version, by, (connection, ticket) -> {
            if (ticket.device().isEmpty() || !ticket.isOpen()) return new Refused(Why.CLOSED);
            var device = devices.find(connection, ticket.device().getAsLong()).orElseThrow();
            if (device.custody() instanceof Custody.OnLoan) return new Refused(Why.ON_LOAN);
            if (device.kept()) return new Refused(Why.KEPT);
            writing.bringIn(connection, ticket, device, OptionalLong.of(by.account()));
            return new Done(id, false);
        });
    }

    private Entry entry(RepairTicket ticket, RepairEvent.Kind kind, Caller by) {
        return Entry.of(ticket.id(), clock.instant(), OptionalLong.of(by.account()), kind);
    }

    /** What people write into a ticket. @param minutes of labor in all @param billCents of others, in all */
    public record Edit(RepairPriority priority, String reference, int minutes, int billCents) {}

    public RepairChanged edit(long id, int version, Edit edit, Caller by) {
        var reference = edit.reference().strip();
        if (reference.length() > RepairTicket.LONGEST_REFERENCE) return new Refused(Why.REFERENCE_TOO_LONG);
        if (edit.minutes() < 0 || edit.minutes() > MOST_MINUTES) return new Refused(Why.NO_NUMBER);
        if (edit.billCents() < 0) return new Refused(Why.NO_MONEY);
        return change(id, version, by, (connection, ticket) -> {
            // Priority is of open work; numbers and bills of others come when it is long closed.
            var priority = ticket.isOpen() ? edit.priority() : ticket.priority();
            store.edit(connection, id, priority, reference, edit.minutes(), edit.billCents());
            var was = ticket.priority() + " " + ticket.reference() + " " + ticket.laborMinutes() + " min "
                    + Money.ofCents(ticket.billCents());
            var becomes = priority + " " + reference + " " + edit.minutes() + " min " + Money.ofCents(edit.billCents());
            if (!was.equals(becomes))
                events.add(
                        connection, entry(ticket, RepairEvent.Kind.EDITED, by).about(was, becomes));
            return new Done(id, false);
        });
    }

    /** What the family would pay with this cover, and why. Empty when nobody is known to have had it. */
    public Optional<RepairCharge> proposed(RepairTicket ticket, RepairCover cover) {
        if (ticket.patron().isEmpty()) return Optional.empty();
        return Optional.of(database.read(connection -> proposed(connection, ticket, cover)));
    }

    private RepairCharge proposed(Connection connection, RepairTicket ticket, RepairCover cover) throws SQLException {
        var policy = writing.policy(connection, ticket.siteId());
        var since = ticket.opened().minus(YEAR);
        var claims = store.claims(connection, ticket.patron().orElseThrow(), since);
        var facts = new DamageCharge.Facts(ticket.cost(policy.laborRate()), ticket.price(), cover, claims);
        return DamageCharge.of(facts, policy);
    }

    /** Charges what the policy makes of it, once. It can be waived on the account of the person. */
    public RepairChanged charge(long id, int version, RepairCover cover, UUID request, Caller by) {
        return change(id, version, by, (connection, ticket) -> {
            if (ticket.cover().isPresent()) return new Refused(Why.CHARGED);
            if (ticket.patron().isEmpty()) return new Refused(Why.NOBODY);
            var result = proposed(connection, ticket, cover);
            var patron = ticket.patron().getAsLong();
            var account = OptionalLong.of(by.account());
            var charged = result.cents() > 0;
            if (charged) {
                fees.charge(
                        connection,
                        patron,
                        ticket.loan(),
                        cover == RepairCover.INSURANCE,
                        Money.ofCents(result.cents()),
                        result.why(),
                        new DeskAct(request, clock.instant(), account));
                audit.add(connection, account, "fee_charged", new Subject("patron", patron));
            }
            store.decide(connection, id, cover, result.cents(), charged ? Optional.of(request) : Optional.empty());
            events.add(
                    connection,
                    entry(ticket, RepairEvent.Kind.CHARGED, by)
                            .about(cover.name(), Money.ofCents(result.cents()).toString()));
            return new Done(id, false);
        });
    }

    /** Uses parts, or puts them back when the number is below nothing. */
    public RepairChanged part(long id, int type, int number, UUID request, Caller by) {
        if (number == 0 || Math.abs(number) > RepairPart.MOST) return new Refused(Why.NO_NUMBER);
        return change(id, -1, by, (connection, ticket) -> {
            if (parts.isDone(connection, request)) return new Done(id, false);
            var price = parts.price(connection, type);
            if (price.isEmpty()) return new Refused(Why.NO_SUCH_PART);
            var used = parts.used(connection, id).stream()
                    .filter(one -> one.typeId() == type)
                    .findFirst();
            if (number < 0 && used.map(RepairPart.Used::quantity).orElse(0) < -number)
                return new Refused(Why.NO_NUMBER);
            parts.lock(connection, type, ticket.siteId());
            var cents = number < 0 ? used.orElseThrow().priceCents() : price.get();
            var moved = parts.move(
                    connection,
                    new RepairPartStore.Move(
                            type,
                            ticket.siteId(),
                            -number,
                            number > 0 ? "used" : "put_back",
                            OptionalLong.of(id),
                            cents,
                            clock.instant(),
                            OptionalLong.of(by.account()),
                            request));
            if (!moved) return new Refused(Why.NONE_LEFT);
            var kind = number > 0 ? RepairEvent.Kind.PART_USED : RepairEvent.Kind.PART_BACK;
            events.add(
                    connection, entry(ticket, kind, by).about("", Math.abs(number) + " × " + name(connection, type)));
            return new Done(id, false);
        });
    }

    private String name(Connection connection, int type) throws SQLException {
        return parts.stock(connection).stream()
                .filter(part -> part.typeId() == type)
                .map(RepairPart::name)
                .findFirst()
                .orElse("");
    }
}
