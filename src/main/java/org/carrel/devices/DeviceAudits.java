package org.carrel.devices;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.UUID;
import org.carrel.catalog.UnlistedItems;
import org.carrel.devices.DeviceWriting.Author;
import org.carrel.devices.rules.AuditRules;
import org.carrel.devices.store.AuditStore;
import org.carrel.devices.store.DeviceEventStore;
import org.carrel.devices.store.DeviceEventStore.Entry;
import org.carrel.devices.store.DeviceStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.Caller;

/**
 * Audits: somebody goes through a room or a cart and scans what is there; then everything that is not as it should be is resolved in
 * one confirmation (B67). An audit lives in the database: it survives the browser, and several people may scan for it at once.
 */
@Door
public class DeviceAudits {
    /** In characters; longer scans are cut. */
    public static final int LONGEST_CODE = 64;

    private final Database database;
    private final Clock clock;
    private final UnlistedItems items;
    private final DeviceInventory inventory;
    private final DeviceWriting writing;
    private final AuditStore store = new AuditStore();
    private final DeviceStore devices = new DeviceStore();
    private final DeviceEventStore events = new DeviceEventStore();

    @Inject
    public DeviceAudits(Database database, Clock clock, UnlistedItems items, DeviceInventory inventory) {
        this.database = database;
        this.clock = clock;
        this.items = items;
        this.inventory = inventory;
        this.writing = new DeviceWriting(items, clock);
    }

    /** The latest first, within reach. @param page from 1 */
    public List<AuditRow> history(int page, int size, Caller by) {
        return database.read(connection -> store.history(connection, by.site().orElse(""), (page - 1) * size, size));
    }

    public long count(Caller by) {
        return database.read(connection -> store.count(connection, by.site().orElse("")));
    }

    public Optional<AuditHeader> find(long id) {
        return database.read(connection -> store.find(connection, id));
    }

    /** Rooms of a site to which devices belong. */
    public List<String> rooms(String site) {
        return database.read(connection -> store.rooms(connection, site));
    }

    /**
     * Begins, or goes on with the one that is open for this place.
     *
     * @param site code; of a cart, its own site counts
     * @param typed name of a room, or the label of a cart or kit
     */
    public AuditStarted start(String site, String typed, Caller by) {
        var text = typed.strip();
        if (text.isEmpty()) return new AuditStarted.Refused(AuditStarted.Why.NO_PLACE);
        var known = inventory.sites(by).stream()
                .filter(one -> one.code().equalsIgnoreCase(site.strip()))
                .findFirst();
        if (known.isEmpty()) return new AuditStarted.Refused(AuditStarted.Why.NO_SUCH_SITE);
        var room = rooms(known.get().code()).stream()
                .filter(one -> one.equalsIgnoreCase(text))
                .findFirst();
        if (room.isPresent()) return begin(known.get().id(), room.get(), OptionalLong.empty(), by);
        var scanned = inventory.scanned(text, by);
        if (scanned.size() != 1) return new AuditStarted.Refused(AuditStarted.Why.NOTHING_BELONGS_THERE);
        var cart = scanned.getFirst();
        if (!database.read(connection -> store.isContainer(connection, cart.id())))
            return new AuditStarted.Refused(AuditStarted.Why.NO_CART);
        return begin(cart.siteId(), "", OptionalLong.of(cart.id()), by);
    }

    private AuditStarted begin(int site, String room, OptionalLong container, Caller by) {
        var now = clock.instant();
        var audit =
                database.transaction(connection -> store.begin(connection, site, room, container, now, by.account()));
        return new AuditStarted.Started(audit.id(), audit.startedAt().isBefore(now));
    }

    /** What was scanned and what should have been; empty when there is no such audit. */
    public Optional<AuditSheet> open(long id) {
        return database.read(connection -> {
            var audit = store.find(connection, id);
            return audit.isEmpty() ? Optional.empty() : Optional.of(sheet(connection, audit.get()));
        });
    }

    private AuditSheet sheet(Connection connection, AuditHeader audit) throws SQLException {
        var lines = audit.state() == AuditHeader.State.CLOSED ? closed(connection, audit) : found(connection, audit);
        return new AuditSheet(audit, lines, store.unknown(connection, audit.id()));
    }

    private List<AuditLine> found(Connection connection, AuditHeader audit) throws SQLException {
        var scanned = store.scanned(connection, audit.id());
        var all = new LinkedHashMap<Long, Device>();
        store.belonging(connection, audit).forEach(device -> all.put(device.id(), device));
        var belonging = new HashSet<>(all.keySet());
        devices.find(connection, scanned).forEach(device -> all.putIfAbsent(device.id(), device));
        var ids = List.copyOf(all.keySet());
        var seen = store.seen(connection, ids);
        var slots = store.slots(connection, ids);
        var now = clock.instant();
        var lines = new ArrayList<AuditLine>();
        for (var device : all.values()) {
            var outcome = AuditRules.outcome(
                    device.condition(),
                    device.custody(),
                    belonging.contains(device.id()),
                    scanned.contains(device.id()),
                    audit.container());
            var last = Optional.ofNullable(seen.get(device.id()));
            var fresh = AuditRules.isFresh(last, now);
            lines.add(new AuditLine(
                    device,
                    slots.getOrDefault(device.id(), device.room()),
                    outcome,
                    AuditRules.proposal(outcome, fresh),
                    AuditRules.choices(outcome),
                    device.custody().kind(),
                    last,
                    fresh));
        }
        return lines;
    }

    private List<AuditLine> closed(Connection connection, AuditHeader audit) throws SQLException {
        var written = new HashMap<Long, AuditStore.Written>();
        store.lines(connection, audit.id()).forEach(line -> written.put(line.device(), line));
        var slots = store.slots(connection, List.copyOf(written.keySet()));
        var at = audit.closedAt().orElse(audit.startedAt());
        var lines = new ArrayList<AuditLine>();
        for (var device : devices.find(connection, written.keySet())) {
            var line = written.get(device.id());
            if (line == null) continue;
            lines.add(new AuditLine(
                    device,
                    slots.getOrDefault(device.id(), device.room()),
                    line.outcome(),
                    line.act(),
                    List.of(),
                    line.custody(),
                    line.seen(),
                    AuditRules.isFresh(line.seen(), at)));
        }
        return lines;
    }

    /**
     * A device is here. The same scan again counts once.
     *
     * @param typed label or serial
     * @param serial what the device itself says, when somebody checks labels; empty: nobody does
     */
    public AuditScanned scan(long id, String typed, String serial, Caller by) {
        var code = cut(typed.strip());
        if (code.isEmpty()) return new AuditScanned.Empty();
        var known = inventory.scanned(code, by);
        if (known.size() > 1)
            return new AuditScanned.Several(known.stream().map(Device::name).toList());
        if (!serial.isBlank() && isOther(known, serial, by)) return new AuditScanned.OtherSerial();
        return database.transaction(connection -> {
            // As everywhere: the device before what hangs on it.
            if (!known.isEmpty()) devices.lock(connection, known.getFirst().id());
            var audit = store.lock(connection, id).filter(one -> one.state() == AuditHeader.State.OPEN);
            if (audit.isEmpty()) return new AuditScanned.Over();
            if (known.isEmpty()) {
                store.keepUnknown(connection, id, code, clock.instant(), by.account());
                return new AuditScanned.Unknown(code);
            }
            var device = known.getFirst().id();
            var first = store.scan(connection, id, device, clock.instant(), by.account());
            return new AuditScanned.Scanned(device, !first);
        });
    }

    private boolean isOther(List<Device> labelled, String serial, Caller by) {
        var said = serial.strip();
        if (labelled.size() == 1 && labelled.getFirst().serial().equalsIgnoreCase(said)) return false;
        // A label that nobody knows on a device that we know, or one that belongs to another device.
        return labelled.size() == 1 || !inventory.scanned(said, by).isEmpty();
    }

    private static String cut(String code) {
        return code.length() > LONGEST_CODE ? code.substring(0, LONGEST_CODE) : code;
    }

    /** Takes a scan back that was a mistake. */
    public void unscan(long id, long device) {
        database.transaction(connection -> {
            var audit = store.lock(connection, id);
            if (audit.filter(one -> one.state() == AuditHeader.State.OPEN).isPresent())
                store.unscan(connection, id, device);
            return true;
        });
    }

    /** Ends it without a result. False when it is not open. */
    public boolean drop(long id, UUID request, Caller by) {
        return database.transaction(connection -> {
            var audit = store.lock(connection, id);
            if (store.isClosedBy(connection, id, request)) return true;
            if (audit.filter(one -> one.state() == AuditHeader.State.OPEN).isEmpty()) return false;
            store.close(connection, id, AuditHeader.State.DROPPED, clock.instant(), by.account(), request);
            return true;
        });
    }

    /**
     * Resolves everything at once, or nothing.
     *
     * @param acts what to do about each device that has a choice, by its number; all that were shown
     * @param request the same again does nothing a second time
     */
    public AuditClosed close(long id, Map<Long, AuditAct> acts, UUID request, Caller by) {
        return database.transaction(connection -> close(connection, id, acts, request, by));
    }

    private AuditClosed close(Connection connection, long id, Map<Long, AuditAct> acts, UUID request, Caller by)
            throws SQLException {
        var before = store.find(connection, id).orElse(null);
        if (before == null) return AuditClosed.OVER;
        lock(connection, before, acts.keySet());
        var audit = store.lock(connection, id).orElseThrow();
        if (store.isClosedBy(connection, id, request)) return AuditClosed.DONE;
        if (audit.state() != AuditHeader.State.OPEN) return AuditClosed.OVER;
        var lines = new ArrayList<AuditLine>();
        for (var line : found(connection, audit)) {
            var act = acts.get(line.device().id());
            if (line.choices().isEmpty()) lines.add(line);
            else if (act == null || !line.choices().contains(act)) return AuditClosed.CHANGED;
            else lines.add(chosen(line, act));
        }
        if (moves(lines) > room(connection, audit)) return AuditClosed.NO_SLOT;
        for (var line : lines) resolve(connection, audit, line, by);
        store.write(connection, id, lines);
        store.close(connection, id, AuditHeader.State.CLOSED, clock.instant(), by.account(), request);
        return AuditClosed.DONE;
    }

    /** Everything that is written about, and the cart itself, in the order of their items. */
    private void lock(Connection connection, AuditHeader audit, Collection<Long> shown) throws SQLException {
        var ids = new TreeSet<Long>(shown);
        found(connection, audit).forEach(line -> ids.add(line.device().id()));
        if (audit.container().isPresent()) ids.add(audit.container().getAsLong());
        devices.lockAll(connection, ids);
    }

    private static AuditLine chosen(AuditLine line, AuditAct act) {
        return new AuditLine(
                line.device(),
                line.home(),
                line.outcome(),
                act,
                line.choices(),
                line.custody(),
                line.seen(),
                line.fresh());
    }

    private static long moves(List<AuditLine> lines) {
        return lines.stream().filter(line -> line.act() == AuditAct.MOVE_HERE).count();
    }

    private long room(Connection connection, AuditHeader audit) throws SQLException {
        return audit.container().isPresent()
                ? store.freeSlots(connection, audit.container().getAsLong())
                : Long.MAX_VALUE;
    }

    private void resolve(Connection connection, AuditHeader audit, AuditLine line, Caller by) throws SQLException {
        var device = line.device();
        var author = Author.person(by.account());
        switch (line.act()) {
            case NONE -> {}
            case MOVE_HERE -> move(connection, audit, device, by);
            case MARK_MISSING ->
                writing.setCondition(
                        connection,
                        device,
                        DeviceCondition.MISSING,
                        "Audit " + audit.id() + ": " + audit.place(),
                        OptionalInt.empty(),
                        author);
            case MAKE_READY ->
                writing.setCondition(
                        connection,
                        device,
                        DeviceCondition.READY,
                        "Audit " + audit.id() + ": " + audit.place(),
                        OptionalInt.empty(),
                        author);
            case SEND_HOME, LEAVE -> {}
        }
        if (line.act() != AuditAct.NONE) event(connection, audit, line, clock.instant(), by);
    }

    private void event(Connection connection, AuditHeader audit, AuditLine line, Instant now, Caller by)
            throws SQLException {
        var entry = Entry.of(line.device().id(), now, OptionalLong.of(by.account()), DeviceEvent.Kind.AUDITED)
                .about("audit", audit.place(), line.act().name().toLowerCase(Locale.ROOT));
        events.add(connection, List.of(entry));
    }

    private void move(Connection connection, AuditHeader audit, Device device, Caller by) throws SQLException {
        store.leaveSlot(connection, device.id());
        if (audit.container().isPresent()) {
            store.takeSlot(connection, audit.container().getAsLong(), device.id());
            return;
        }
        var home = DeviceChange.of(device).inRoom(audit.room()).atSite(audit.site());
        writing.change(connection, home, Author.person(by.account()));
    }
}
