package org.carrel.devices.mdm;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.carrel.catalog.UnlistedItem;
import org.carrel.catalog.UnlistedItems;
import org.carrel.devices.DeviceEvent;
import org.carrel.devices.DeviceModel;
import org.carrel.devices.MacAddress;
import org.carrel.devices.MdmField;
import org.carrel.devices.MdmOutcome;
import org.carrel.devices.MdmRemark.Kind;
import org.carrel.devices.MdmRun;
import org.carrel.devices.MdmSource;
import org.carrel.devices.ModelFacts;
import org.carrel.devices.mdm.MdmWork.Compared;
import org.carrel.devices.rules.Conditions;
import org.carrel.devices.rules.KnownDevice;
import org.carrel.devices.rules.KnownDevice.LastUse;
import org.carrel.devices.rules.MdmNewDevices;
import org.carrel.devices.rules.MdmRow;
import org.carrel.devices.rules.Serials;
import org.carrel.devices.store.DeviceEventStore;
import org.carrel.devices.store.DeviceEventStore.Entry;
import org.carrel.devices.store.DiscrepancyStore;
import org.carrel.devices.store.DiscrepancyStore.Found;
import org.carrel.devices.store.MdmWriteStore;
import org.carrel.devices.store.MdmWriteStore.Done;
import org.carrel.devices.store.MdmWriteStore.Filled;
import org.carrel.devices.store.MdmWriteStore.Fresh;
import org.carrel.devices.store.MdmWriteStore.KnownBefore;
import org.carrel.devices.store.MdmWriteStore.Mac;
import org.carrel.devices.store.MdmWriteStore.Said;
import org.carrel.devices.store.MdmWriteStore.Used;

/** Writes a page of compared rows: new devices, and facts of those that are there (rule V5). Joins the caller's transaction. */
public final class MdmWriting {
    /** What somebody has settled stays settled so long, though the console says the same every day. */
    private static final Duration SETTLED_FOR = Duration.ofDays(30);

    private static final String NO_MODEL = "?";
    /** Stands for the number of a console that its export does not have. */
    static final String BY_SERIAL = "serial/";

    private final Connection connection;
    private final MdmRun run;
    private final int site;
    private final Instant now;
    private final UnlistedItems items;
    private final Models models;
    private final MdmWriteStore store = new MdmWriteStore();
    private final DeviceEventStore events = new DeviceEventStore();
    private final DiscrepancyStore discrepancies = new DiscrepancyStore();
    private final Map<String, DeviceModel> known = new HashMap<>();

    /** @param site number of the site to which new devices belong */
    public MdmWriting(Connection connection, MdmRun run, int site, Instant now, UnlistedItems items, Models models) {
        this.connection = connection;
        this.run = run;
        this.site = site;
        this.now = now;
        this.items = items;
        this.models = models;
    }

    /** The model of this manufacturer and name, which is added when there is none. */
    @FunctionalInterface
    public interface Models {
        DeviceModel of(Connection connection, ModelFacts facts) throws SQLException;
    }

    public void page(List<Compared> rows) throws SQLException {
        var written = rows.stream().filter(row -> row.plan().outcome().writes()).toList();
        var added = add(written.stream()
                .filter(row -> row.plan().outcome() == MdmOutcome.NEW)
                .toList());
        var entries = new ArrayList<Entry>();
        added.forEach(
                (number, device) -> entries.add(Entry.of(device, now, OptionalLong.empty(), DeviceEvent.Kind.ADDED)));
        fill(written, entries);
        var source = run.form().source();
        if (source.isPresent()) say(source.get(), written, added, entries);
        events.add(connection, entries);
        done(written, added);
        if (source.isPresent()) compare(source.get(), rows, added);
    }

    private static long device(Compared row, Map<Integer, Long> added) {
        return row.device().map(KnownDevice::id).orElseGet(() -> Objects.requireNonNull(added.get(row.number())));
    }

    /** Numbers of the new devices by the rows that they are of. */
    private Map<Integer, Long> add(List<Compared> rows) throws SQLException {
        var itemIds = new HashMap<Integer, Long>();
        for (var lendable : List.of(true, false)) {
            var some = rows.stream()
                    .filter(row -> isLendable(row.row()) == lendable)
                    .toList();
            var copies = new ArrayList<UnlistedItem>();
            for (var row : some) copies.add(item(row));
            var ids = items.addAll(connection, copies, lendable);
            for (var at = 0; at < some.size(); at++) itemIds.put(some.get(at).number(), ids.get(at));
        }
        var fresh = new ArrayList<Fresh>();
        for (var row : rows) fresh.add(fresh(row, Objects.requireNonNull(itemIds.get(row.number()))));
        var devices = store.add(connection, fresh, now);
        var added = new HashMap<Integer, Long>();
        itemIds.forEach((number, item) -> added.put(number, Objects.requireNonNull(devices.get(item))));
        return added;
    }

    private static boolean isLendable(MdmRow row) {
        return Conditions.use(MdmNewDevices.condition(row)).lendable();
    }

    private DeviceModel model(MdmRow row) throws SQLException {
        var maker = row.get(MdmField.MANUFACTURER);
        var name = row.facts().has(MdmField.MODEL) ? row.get(MdmField.MODEL) : NO_MODEL;
        var key = (maker + "\n" + name).toLowerCase(Locale.ROOT);
        var model = known.get(key);
        if (model == null) {
            model = models.of(connection, ModelFacts.named(maker, name, MdmNewDevices.category(run.form(), row)));
            known.put(key, model);
        }
        return model;
    }

    private UnlistedItem item(Compared row) throws SQLException {
        var model = model(row.row());
        var price = row.row().get(MdmField.PRICE);
        return new UnlistedItem(
                0,
                model.bibId(),
                site,
                model.itemType(),
                row.plan().tag(),
                price.isEmpty() ? model.price() : OptionalInt.of(Integer.parseInt(price)),
                day(row.row(), MdmField.PURCHASED),
                row.row().get(MdmField.VENDOR),
                "",
                run.form().source().isPresent() ? "" : row.row().get(MdmField.NOTES));
    }

    private Fresh fresh(Compared row, long item) throws SQLException {
        var model = model(row.row());
        var room = row.row().get(MdmField.LOCATION);
        return new Fresh(
                item,
                model.id(),
                model.manufacturer(),
                row.plan().tag(),
                Serials.shown(row.row().get(MdmField.SERIAL)),
                room.substring(0, Math.min(100, room.length())),
                row.row().get(MdmField.PO_NUMBER),
                day(row.row(), MdmField.WARRANTY_END),
                MdmNewDevices.condition(row.row()));
    }

    private static Optional<LocalDate> day(MdmRow row, MdmField field) {
        return Optional.of(row.get(field)).filter(text -> !text.isEmpty()).map(LocalDate::parse);
    }

    private void fill(List<Compared> rows, List<Entry> entries) throws SQLException {
        var filled = new ArrayList<Filled>();
        for (var row : rows) {
            if (row.device().isEmpty()) continue;
            var device = row.device().get().id();
            row.plan().changes().stream()
                    .filter(change -> change.field().fills())
                    .forEach(change -> filled.add(new Filled(device, change.field(), change.becomes())));
        }
        store.fill(connection, filled, now);
        for (var one : filled) {
            var field = one.field() == MdmField.PO_NUMBER ? "order_number" : "warranty_ends";
            entries.add(Entry.of(one.device(), now, OptionalLong.empty(), DeviceEvent.Kind.EDITED)
                    .about(field, "", one.value()));
        }
    }

    private void say(MdmSource source, List<Compared> rows, Map<Integer, Long> added, List<Entry> entries)
            throws SQLException {
        var said = new ArrayList<Said>();
        var users = new ArrayList<Used>();
        var macs = new ArrayList<Mac>();
        for (var row : rows) {
            var device = device(row, added);
            var before = row.device().map(KnownDevice::mdmId).orElse("");
            var id = mdmId(row, before);
            if (id.isEmpty()) continue;
            var values = row.device()
                    .map(one -> row.row().facts().over(one.values()))
                    .orElse(row.row().facts());
            said.add(new Said(device, id, values));
            if (before.isEmpty() && row.device().isPresent()) {
                entries.add(Entry.of(device, now, OptionalLong.empty(), DeviceEvent.Kind.MDM_LINKED)
                        .about(source.name().toLowerCase(Locale.ROOT), "", id));
            }
            lastUse(row).ifPresent(last -> users.add(new Used(device, last)));
            mac(row, MdmField.WIFI_MAC, MacAddress.Kind.WIFI, device, macs);
            mac(row, MdmField.ETHERNET_MAC, MacAddress.Kind.ETHERNET, device, macs);
        }
        store.facts(connection, source, said, now);
        store.lastUsers(connection, source, users);
        store.macs(connection, macs);
    }

    /** Which columns an export of Jamf has each school chooses: without a number the serial stands for it. */
    private static String mdmId(Compared row, String before) {
        var id = row.row().get(MdmField.MDM_ID);
        if (!id.isEmpty()) return id;
        if (!before.isEmpty()) return before;
        return Serials.key(row.row().get(MdmField.SERIAL))
                .map(key -> BY_SERIAL + key)
                .orElse("");
    }

    private Optional<LastUse> lastUse(Compared row) {
        var name = row.row().get(MdmField.LAST_USER);
        if (name.isEmpty()) return Optional.empty();
        var seen = row.row().facts().moment(MdmField.LAST_SEEN).orElse(now);
        var since = row.device()
                .flatMap(KnownDevice::lastUser)
                .filter(last ->
                        last.name().equalsIgnoreCase(name) && !last.since().isAfter(seen))
                .map(LastUse::since)
                .orElse(seen);
        return Optional.of(new LastUse(name, since, seen));
    }

    private static void mac(Compared row, MdmField field, MacAddress.Kind kind, long device, List<Mac> macs) {
        var digits = row.row().get(field);
        if (!digits.isEmpty()) macs.add(new Mac(device, kind, digits));
    }

    private void done(List<Compared> rows, Map<Integer, Long> added) throws SQLException {
        var changed = rows.stream().flatMap(row -> row.device().stream()).toList();
        var versions =
                store.versions(connection, changed.stream().map(KnownDevice::id).toList());
        var done = new ArrayList<Done>();
        for (var row : rows) {
            var before = row.device()
                    .map(device -> KnownBefore.of(device, versions.getOrDefault(device.id(), 0)))
                    .orElse(KnownBefore.NOTHING);
            done.add(new Done(row.number(), device(row, added), before));
        }
        store.done(connection, run.id(), done);
    }

    /** Also of devices of which nothing changes: somebody may have retired one since. */
    private void compare(MdmSource source, List<Compared> rows, Map<Integer, Long> added) throws SQLException {
        var devices = new ArrayList<Long>();
        var found = new ArrayList<Found>();
        for (var row : rows) {
            if (row.device().isEmpty() && !added.containsKey(row.number())) continue;
            // What is older than what is known says nothing of today.
            if (row.plan().remarks().stream().anyMatch(one -> one.kind() == Kind.OLDER_THAN_KNOWN)) continue;
            var device = device(row, added);
            devices.add(device);
            row.plan().suspicions().forEach(one -> found.add(new Found(device, one)));
        }
        discrepancies.compare(connection, run.id(), source, devices, found, now.minus(SETTLED_FOR), now);
    }
}
