package org.carrel.devices;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.carrel.catalog.Site;
import org.carrel.catalog.UnlistedItem;
import org.carrel.catalog.UnlistedItems;
import org.carrel.devices.DeviceSaved.Saved;
import org.carrel.devices.DeviceSaved.Stale;
import org.carrel.devices.DeviceSaved.Wrong;
import org.carrel.devices.rules.Conditions;
import org.carrel.devices.rules.DeviceChecks;
import org.carrel.devices.store.DeviceEventStore;
import org.carrel.devices.store.DeviceEventStore.Entry;
import org.carrel.devices.store.DeviceModelStore;
import org.carrel.devices.store.DeviceStore;

/** Writes devices with their items and their history, for people and for imports. Every method joins the caller's transaction. */
final class DeviceWriting {
    private final UnlistedItems items;
    private final Clock clock;
    private final DeviceStore store = new DeviceStore();
    private final DeviceModelStore models = new DeviceModelStore();
    private final DeviceEventStore events = new DeviceEventStore();

    DeviceWriting(UnlistedItems items, Clock clock) {
        this.items = items;
        this.clock = clock;
    }

    /** Who writes. @param account of staff; empty: an import @param local whether what is written is people's from now on */
    record Author(OptionalLong account, boolean local) {
        static Author person(long account) {
            return new Author(OptionalLong.of(account), true);
        }

        static Author importer() {
            return new Author(OptionalLong.empty(), false);
        }
    }

    DeviceSaved add(Connection connection, NewDevice wish, DeviceCondition condition, Author by) throws SQLException {
        var typed = DeviceChecks.cleaned(new DeviceChange(
                0,
                0,
                wish.model(),
                wish.tag(),
                wish.serial(),
                wish.site(),
                wish.room(),
                wish.purchase(),
                Optional.empty(),
                ""));
        var model = models.find(connection, wish.model());
        var site = site(connection, typed.site());
        var problems = problems(connection, typed, model, site);
        if (!problems.isEmpty()) return new Wrong(problems);
        var now = clock.instant();
        var local = EnumSet.noneOf(DeviceField.class);
        if (by.local()) {
            for (var field : DeviceField.values())
                if (field != DeviceField.MODEL && !typed.text(field).isEmpty()) local.add(field);
        }
        var item = items.add(connection, item(0, typed, model.orElseThrow(), site.orElseThrow()));
        var id = store.add(connection, item, facts(typed, model.orElseThrow(), local), condition, now);
        use(connection, item, condition, now);
        events.add(
                connection,
                List.of(Entry.of(id, now, by.account(), DeviceEvent.Kind.ADDED).about("", "", typed.tag())));
        return new Saved(id);
    }

    DeviceSaved change(Connection connection, DeviceChange wish, Author by) throws SQLException {
        var before = store.lock(connection, wish.id()).orElse(null);
        if (before == null || before.version() != wish.version()) return new Stale();
        var typed = DeviceChecks.cleaned(wish);
        var changed = DeviceChecks.differences(before, typed);
        if (changed.isEmpty()) return new Saved(before.id());
        var model = models.find(connection, typed.model());
        var site = site(connection, typed.site());
        var problems = problems(connection, typed, model, site);
        if (!problems.isEmpty()) return new Wrong(problems);
        var now = clock.instant();
        var local = EnumSet.noneOf(DeviceField.class);
        local.addAll(before.local());
        if (by.local()) local.addAll(changed);
        if (changed.contains(DeviceField.TAG)) relabel(connection, before, typed.tag(), now);
        if (!store.change(connection, before.id(), wish.version(), facts(typed, model.orElseThrow(), local), now))
            return new Stale();
        items.change(connection, item(before.item(), typed, model.orElseThrow(), site.orElseThrow()));
        events.add(connection, entries(before, typed, changed, by, now));
        return new Saved(before.id());
    }

    private void relabel(Connection connection, Device before, String tag, Instant now) throws SQLException {
        if (!tag.isEmpty()) store.takeOldTag(connection, before.id(), tag);
        if (!before.tag().isEmpty() && !before.tag().equalsIgnoreCase(tag))
            store.keepOldTag(connection, before.id(), before.tag(), now);
    }

    private static List<Entry> entries(
            Device before, DeviceChange typed, Set<DeviceField> changed, Author by, Instant now) {
        var old = DeviceChange.of(before);
        var entries = new ArrayList<Entry>();
        for (var field : changed) {
            var kind =
                    switch (field) {
                        case TAG -> DeviceEvent.Kind.TAG_CHANGED;
                        case SITE, ROOM -> DeviceEvent.Kind.MOVED;
                        default -> DeviceEvent.Kind.EDITED;
                    };
            // A note may be long and about anybody: that it changed is enough.
            var said = field != DeviceField.NOTE;
            entries.add(Entry.of(before.id(), now, by.account(), kind)
                    .about(
                            field.name().toLowerCase(Locale.ROOT),
                            said ? old.text(field) : "",
                            said ? typed.text(field) : ""));
        }
        return entries;
    }

    /** Sets it and makes the item follow. The device must be locked. */
    void setCondition(
            Connection connection, Device device, DeviceCondition condition, String reason, OptionalInt cost, Author by)
            throws SQLException {
        var now = clock.instant();
        store.setCondition(connection, device.id(), condition, reason, now);
        use(connection, device.item(), condition, now);
        var kind = condition == DeviceCondition.RETIRED
                ? DeviceEvent.Kind.RETIRED
                : device.condition() == DeviceCondition.RETIRED
                        ? DeviceEvent.Kind.REACTIVATED
                        : DeviceEvent.Kind.CONDITION_SET;
        var entry = Entry.of(device.id(), now, by.account(), kind)
                .about("condition", word(device.condition()), word(condition))
                .because(reason)
                .costing(cost);
        events.add(connection, List.of(entry));
    }

    private static String word(DeviceCondition condition) {
        return condition.name().toLowerCase(Locale.ROOT);
    }

    private void use(Connection connection, long item, DeviceCondition condition, Instant now) throws SQLException {
        var use = Conditions.use(condition);
        var withdrawn =
                use.withdrawn() ? Optional.of(LocalDate.ofInstant(now, clock.getZone())) : Optional.<LocalDate>empty();
        items.setUse(connection, item, use.condition(), use.lendable(), withdrawn);
    }

    private Optional<Site> site(Connection connection, String code) throws SQLException {
        return items.sites(connection).stream()
                .filter(site -> site.code().equalsIgnoreCase(code))
                .findFirst();
    }

    private List<DeviceProblem> problems(
            Connection connection, DeviceChange typed, Optional<DeviceModel> model, Optional<Site> site)
            throws SQLException {
        var problems = new ArrayList<>(DeviceChecks.problems(typed));
        if (model.isEmpty()) problems.add(new DeviceProblem(DeviceField.MODEL, DeviceProblem.Kind.NO_SUCH_MODEL));
        if (site.isEmpty()) problems.add(new DeviceProblem(DeviceField.SITE, DeviceProblem.Kind.NO_SUCH_SITE));
        if (!typed.tag().isEmpty()) tagTaken(connection, typed).ifPresent(problems::add);
        if (model.isPresent()) serialTaken(connection, typed, model.get()).ifPresent(problems::add);
        return problems;
    }

    private Optional<DeviceProblem> tagTaken(Connection connection, DeviceChange typed) throws SQLException {
        var other = store.byTag(connection, typed.tag()).filter(known -> known.id() != typed.id());
        if (other.isPresent()) return other.map(known -> taken(DeviceField.TAG, DeviceProblem.Kind.TAG_TAKEN, known));
        var once = store.byOldTag(connection, typed.tag()).filter(known -> known.id() != typed.id());
        if (once.isPresent()) return once.map(known -> taken(DeviceField.TAG, DeviceProblem.Kind.TAG_USED_UP, known));
        var copy = items.byBarcode(connection, typed.tag());
        if (copy.isEmpty()) return Optional.empty();
        var known = store.byItem(connection, copy.get().id());
        if (known.isEmpty()) {
            var title = items.title(connection, copy.get().bibId());
            return Optional.of(
                    new DeviceProblem(DeviceField.TAG, DeviceProblem.Kind.BARCODE_TAKEN, title, OptionalLong.empty()));
        }
        // Somebody else gave it the tag just now.
        return known.filter(first -> first.id() != typed.id())
                .map(first -> taken(DeviceField.TAG, DeviceProblem.Kind.TAG_TAKEN, first));
    }

    private Optional<DeviceProblem> serialTaken(Connection connection, DeviceChange typed, DeviceModel model)
            throws SQLException {
        return store.bySerial(connection, typed.serial()).stream()
                .filter(known ->
                        known.id() != typed.id() && known.manufacturer().equalsIgnoreCase(model.manufacturer()))
                .findFirst()
                .map(known -> taken(
                        DeviceField.SERIAL,
                        known.condition() == DeviceCondition.RETIRED
                                ? DeviceProblem.Kind.SERIAL_RETIRED
                                : DeviceProblem.Kind.SERIAL_TAKEN,
                        known));
    }

    private static DeviceProblem taken(DeviceField field, DeviceProblem.Kind kind, Device other) {
        var known = field == DeviceField.TAG && !other.serial().isEmpty() ? other.serial() : other.name();
        return new DeviceProblem(field, kind, known, OptionalLong.of(other.id()));
    }

    private static DeviceStore.Facts facts(DeviceChange typed, DeviceModel model, Set<DeviceField> local) {
        return new DeviceStore.Facts(
                model.id(),
                model.manufacturer(),
                typed.tag(),
                typed.serial(),
                typed.room(),
                typed.purchase().orderNumber(),
                typed.purchase().warrantyEnds().orElse(null),
                typed.supportEnds().orElse(null),
                local);
    }

    private static UnlistedItem item(long id, DeviceChange typed, DeviceModel model, Site site) {
        var bought = typed.purchase();
        return new UnlistedItem(
                id,
                model.bibId(),
                site.id(),
                model.itemType(),
                typed.tag(),
                bought.price().isPresent() || id != 0 ? bought.price() : model.price(),
                bought.acquired(),
                bought.vendor(),
                bought.fund(),
                typed.note());
    }
}
