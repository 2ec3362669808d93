package org.carrel.devices;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.catalog.UnlistedItems;
import org.carrel.circulation.DeskAct;
import org.carrel.circulation.LoanDues;
import org.carrel.devices.DeviceWriting.Author;
import org.carrel.devices.RepairChanged.Done;
import org.carrel.devices.RepairChanged.Refused;
import org.carrel.devices.RepairChanged.Why;
import org.carrel.devices.rules.RepairSteps;
import org.carrel.devices.store.DeviceEventStore;
import org.carrel.devices.store.DeviceStore;
import org.carrel.devices.store.LoanerStore;
import org.carrel.devices.store.RepairEventStore;
import org.carrel.devices.store.RepairEventStore.Entry;
import org.carrel.devices.store.RepairPolicyStore;
import org.carrel.devices.store.RepairStore;
import org.carrel.devices.store.RepairStore.Holder;
import org.carrel.patrons.Borrowers;
import org.carrel.school.SchoolCalendar;

/** Writes tickets and what follows from them. Every method joins the caller's transaction. */
final class RepairWriting {
    private final Clock clock;
    private final UnlistedItems items;
    private final Borrowers people;
    private final LoanDues dues;
    private final SchoolCalendar calendars;
    private final DeviceWriting writing;
    private final DeviceStore devices = new DeviceStore();
    private final RepairStore tickets = new RepairStore();
    private final RepairEventStore events = new RepairEventStore();
    private final RepairPolicyStore policies = new RepairPolicyStore();
    private final LoanerStore loaners = new LoanerStore();
    private final DeviceEventStore deviceEvents = new DeviceEventStore();

    RepairWriting(Clock clock, UnlistedItems items, Borrowers people, LoanDues dues, SchoolCalendar calendars) {
        this.clock = clock;
        this.items = items;
        this.people = people;
        this.dues = dues;
        this.calendars = calendars;
        this.writing = new DeviceWriting(items, clock);
    }

    RepairPolicy policy(Connection connection, int site) throws SQLException {
        return policies.find(connection, site).orElse(RepairPolicy.STANDARD);
    }

    /** Locks the person who has the device and the device, in this order, and tells who it is. */
    Holder lockHolder(Connection connection, long device) throws SQLException {
        var before = tickets.holder(connection, device);
        if (before.patron().isPresent()) people.lock(connection, before.patron().getAsLong());
        devices.lock(connection, device);
        var now = tickets.holder(connection, device);
        // Lent to somebody else in this moment: who that is was not locked, and nobody is said to have broken it.
        return now.patron().equals(before.patron()) ? now : Holder.NOBODY;
    }

    /**
     * Opens a ticket; where one of the device is open, it gets a note. The device and who has it are locked.
     *
     * @param holder who has it, or had it a moment ago
     */
    RepairChanged open(Connection connection, RepairWish wish, int site, Holder holder, OptionalLong account)
            throws SQLException {
        var done = tickets.byRequest(connection, wish.request());
        if (done.isPresent()) return new Done(done.get().id(), false);
        if (wish.device().isEmpty()) return opened(connection, wish, site, Optional.empty(), holder, account);
        var device = devices.find(connection, wish.device().getAsLong()).orElseThrow();
        if (device.condition().isGone()) return new Refused(Why.RETIRED);
        if (wish.deviceIn() && device.kept()) return new Refused(Why.KEPT);
        var known = tickets.openOf(connection, device.id());
        if (known.isEmpty()) return opened(connection, wish, site, Optional.of(device), holder, account);
        join(connection, known.get(), wish, device, holder, account);
        return new Done(known.get().id(), true);
    }

    private RepairChanged opened(
            Connection connection,
            RepairWish wish,
            int site,
            Optional<Device> device,
            Holder holder,
            OptionalLong account)
            throws SQLException {
        var now = clock.instant();
        var out = device.filter(one -> one.custody() instanceof Custody.OnLoan).isPresent();
        var in = wish.deviceIn() && device.isPresent() && !out;
        var id = tickets.add(connection, wish, site, in, holder, account, now);
        events.add(
                connection,
                Entry.of(id, now, account, RepairEvent.Kind.OPENED)
                        .about("", wish.fault().name())
                        .saying(wish.description()));
        if (device.isPresent()) condition(connection, id, RepairState.NEW, in, device.get(), account);
        return new Done(id, false);
    }

    private void join(
            Connection connection,
            RepairTicket known,
            RepairWish wish,
            Device device,
            Holder holder,
            OptionalLong account)
            throws SQLException {
        events.add(
                connection,
                Entry.of(known.id(), clock.instant(), account, RepairEvent.Kind.REPORTED_AGAIN)
                        .about(known.fault().name(), wish.fault().name())
                        .saying(wish.description()));
        if (holder.patron().isPresent()) tickets.holder(connection, known.id(), holder);
        if (wish.deviceIn() && !known.deviceIn()) bringIn(connection, known, device, account);
    }

    /** Who mends it has it from now on, unless it is kept. The device is locked, and nobody has it on loan. */
    void bringIn(Connection connection, RepairTicket ticket, Device device, OptionalLong account) throws SQLException {
        if (ticket.deviceIn() || device.kept() || device.custody() instanceof Custody.OnLoan) return;
        tickets.deviceIn(connection, ticket.id(), true);
        condition(connection, ticket.id(), ticket.state(), true, device, account);
    }

    private void condition(
            Connection connection, long ticket, RepairState to, boolean in, Device device, OptionalLong account)
            throws SQLException {
        var known = tickets.find(connection, ticket).orElseThrow();
        var becomes = RepairSteps.condition(to, in, device.condition(), known.before());
        if (becomes.isEmpty()) return;
        tickets.before(connection, ticket, device.condition());
        var cost = to.isOpen() ? OptionalInt.empty() : cost(connection, known);
        writing.setCondition(connection, device, becomes.get(), "#" + ticket, cost, new Author(account, true));
    }

    private OptionalInt cost(Connection connection, RepairTicket ticket) throws SQLException {
        // What is closed for the second time, as its way back was taken back, has told most of it already.
        var told = deviceEvents.cost(connection, ticket.device().orElseThrow(), "#" + ticket.id());
        var cents = ticket.cost(policy(connection, ticket.siteId()).laborRate()) - told;
        return cents <= 0 ? OptionalInt.empty() : OptionalInt.of((int) cents);
    }

    /** The next step. The ticket's device is locked, and the ticket. @param note may be empty */
    RepairChanged step(
            Connection connection, RepairTicket ticket, RepairState to, String note, UUID request, OptionalLong account)
            throws SQLException {
        var device = ticket.device().isPresent()
                ? devices.find(connection, ticket.device().getAsLong())
                : Optional.<Device>empty();
        var facts = new RepairSteps.Facts(
                device.isPresent(),
                device.filter(one -> one.custody() instanceof Custody.OnLoan).isPresent(),
                device.filter(Device::kept).isPresent());
        var refused = RepairSteps.refused(ticket.state(), to, note, facts);
        if (refused.isPresent()) return new Refused(refused.get());
        var now = clock.instant();
        var in = RepairSteps.deviceIn(to, ticket.deviceIn(), facts);
        if (device.isPresent()) condition(connection, ticket.id(), to, in, device.get(), account);
        tickets.step(connection, ticket.id(), to, in, account, now);
        events.add(
                connection,
                Entry.of(ticket.id(), now, account, RepairEvent.Kind.STEP)
                        .about(ticket.state().name(), to.name())
                        .saying(note.strip()));
        if (!to.isOpen()) loanersDue(connection, ticket, new DeskAct(request, now, account));
        return new Done(ticket.id(), false);
    }

    /** A swap was taken back. @param cancel it opened the ticket */
    void undone(Connection connection, RepairTicket ticket, boolean cancel, OptionalLong account) throws SQLException {
        var now = clock.instant();
        events.add(connection, Entry.of(ticket.id(), now, account, RepairEvent.Kind.UNDONE));
        if (!cancel) return;
        var device = devices.find(connection, ticket.device().orElseThrow()).orElseThrow();
        condition(connection, ticket.id(), RepairState.CANCELLED, false, device, account);
        tickets.step(connection, ticket.id(), RepairState.CANCELLED, false, account, now);
    }

    /**
     * The way back was taken back: a ticket that it closed is open again. False when something else has happened to ticket or
     * device since; then nothing is written. Device and ticket are locked.
     *
     * @param state of the ticket before
     * @param condition of the device before
     */
    boolean reopened(
            Connection connection,
            RepairTicket ticket,
            RepairState state,
            DeviceCondition condition,
            OptionalLong account)
            throws SQLException {
        var now = clock.instant();
        var id = ticket.id();
        if (state.isOpen()) {
            var device = devices.find(connection, ticket.device().orElseThrow()).orElseThrow();
            var isAsLeft = ticket.state() == RepairState.FIXED
                    && tickets.openOf(connection, device.id()).isEmpty()
                    && RepairSteps.condition(RepairState.FIXED, true, condition, Optional.empty())
                            .orElse(condition)
                            .equals(device.condition());
            if (!isAsLeft) return false;
            tickets.step(connection, id, state, ticket.deviceIn(), account, now);
            events.add(
                    connection,
                    Entry.of(id, now, account, RepairEvent.Kind.STEP)
                            .about(ticket.state().name(), state.name()));
            if (device.condition() != condition)
                writing.setCondition(
                        connection, device, condition, "#" + id, OptionalInt.empty(), new Author(account, true));
        }
        events.add(connection, Entry.of(id, now, account, RepairEvent.Kind.UNDONE));
        return true;
    }

    /** What was lent until it is mended is due on the next open day (V2). */
    private void loanersDue(Connection connection, RepairTicket ticket, DeskAct act) throws SQLException {
        var calendar = calendars.of(ticket.siteCode());
        var today = calendar.today(act.at());
        var day = calendar.nextOpenDay(today).orElse(today.plusDays(1));
        var until = calendar.closingTime(day)
                .orElseGet(() -> day.plusDays(1).atStartOfDay(calendar.zone()).toInstant());
        for (var lent : loaners.outOf(connection, ticket.id()))
            dues.set(connection, lent.loan(), Optional.of(until), Optional.of(day), act);
    }

    /** The number of a site within reach. */
    Optional<Integer> site(Connection connection, String code) throws SQLException {
        return items.sites(connection).stream()
                .filter(site -> site.code().equalsIgnoreCase(code))
                .map(site -> site.id())
                .findFirst();
    }
}
