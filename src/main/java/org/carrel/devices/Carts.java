package org.carrel.devices;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.devices.SlotsChanged.Done;
import org.carrel.devices.SlotsChanged.Refused;
import org.carrel.devices.SlotsChanged.Why;
import org.carrel.devices.rules.Nesting;
import org.carrel.devices.store.CartOutStore;
import org.carrel.devices.store.CartRoundStore;
import org.carrel.devices.store.DeviceStore;
import org.carrel.devices.store.KitStore;
import org.carrel.devices.store.SlotStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.Caller;

/** Carts and kits: what belongs in them, what is in them, and what did not come back. Each public method is one transaction. */
@Door
public class Carts {
    private static final int MOST_AT_ONCE = 60;
    private static final int MOST_SLOTS = 200;

    private final Database database;
    private final Clock clock;
    private final DeviceInventory inventory;
    private final DeviceStore devices = new DeviceStore();
    private final SlotStore slots = new SlotStore();
    private final CartOutStore outs = new CartOutStore();
    private final CartRoundStore rounds = new CartRoundStore();
    private final KitStore kits = new KitStore();

    @Inject
    public Carts(Database database, Clock clock, DeviceInventory inventory) {
        this.database = database;
        this.clock = clock;
        this.inventory = inventory;
    }

    /** By tag, those within reach. */
    public List<CartRow> list(Caller by) {
        return database.read(connection -> slots.list(connection, by.site().orElse("")));
    }

    /** What did not come back with its cart, the longest owed first. */
    public List<OwedThing> owed(Caller by) {
        return database.read(connection -> outs.owed(connection, by.site().orElse("")));
    }

    /** Empty when there is no such cart or kit within reach. */
    public Optional<CartPage> open(long cart, Caller by) {
        return database.read(connection -> page(connection, cart))
                .filter(page -> by.isOf(page.cart().siteCode()));
    }

    private Optional<CartPage> page(Connection connection, long cart) throws SQLException {
        var device = devices.find(connection, cart).filter(Device::isContainer);
        if (device.isEmpty()) return Optional.empty();
        var inside = slots.placeOf(connection, cart);
        Optional<CartSlot> place = Optional.empty();
        if (inside.isPresent()) {
            var holder = devices.find(connection, inside.get().container());
            place = Optional.of(new CartSlot(inside.get().slot(), 0, holder, CartSlot.Fate.GOES));
        }
        return Optional.of(new CartPage(
                device.get(),
                place,
                slots.of(connection, cart),
                kits.parts(connection, cart),
                outs.open(connection, cart),
                rounds.open(connection, cart),
                outs.owedOf(connection, cart)));
    }

    @FunctionalInterface
    private interface Work {
        SlotsChanged on(Connection connection, Device cart) throws SQLException;
    }

    private SlotsChanged change(long cart, Caller by, Work work) {
        return database.transaction(connection -> {
            var device =
                    devices.lock(connection, cart).filter(found -> found.isContainer() && by.isOf(found.siteCode()));
            return device.isEmpty() ? new Refused(Why.NO_SUCH_CART, "") : work.on(connection, device.get());
        });
    }

    /** Numbered slots behind those that there are. @param number from 1 to 60 */
    public SlotsChanged addSlots(long cart, int number, Caller by) {
        return change(cart, by, (connection, device) -> {
            var before = slots.count(connection, cart);
            if (number < 1 || number > MOST_AT_ONCE || before + number > MOST_SLOTS)
                return new Refused(Why.SLOT_NUMBER, String.valueOf(number));
            var position = slots.lastPosition(connection, cart);
            var name = position;
            for (var i = 1; i <= number; i++) {
                name++;
                while (slots.device(connection, cart, String.valueOf(name)).isPresent()) name++;
                slots.add(connection, cart, String.valueOf(name), position + i);
            }
            return new Done(String.valueOf(number), "");
        });
    }

    public SlotsChanged rename(long cart, String slot, String typed, Caller by) {
        return change(cart, by, (connection, device) -> {
            var name = typed.strip();
            if (name.isEmpty() || name.length() > CartSlot.LONGEST || name.contains("/"))
                return new Refused(Why.SLOT_NAME, name);
            var taken = slots.device(connection, cart, name).isPresent();
            if (taken && !name.toLowerCase(Locale.ROOT).equals(slot.toLowerCase(Locale.ROOT)))
                return new Refused(Why.SLOT_TAKEN, name);
            return slots.rename(connection, cart, slot, name)
                    ? new Done(name, "")
                    : new Refused(Why.NO_SUCH_SLOT, slot);
        });
    }

    /** Takes an empty slot away. */
    public SlotsChanged removeSlot(long cart, String slot, Caller by) {
        return change(cart, by, (connection, device) -> {
            var holds = slots.device(connection, cart, slot);
            if (holds.isEmpty()) return new Refused(Why.NO_SUCH_SLOT, slot);
            return slots.remove(connection, cart, slot) ? new Done(slot, "") : new Refused(Why.SLOT_FULL, slot);
        });
    }

    /** What is in the slot belongs to no cart from now on. */
    public SlotsChanged empty(long cart, String slot, Caller by) {
        return change(cart, by, (connection, device) -> {
            var holds = slots.device(connection, cart, slot).orElse(OptionalLong.empty());
            if (holds.isEmpty()) return new Refused(Why.NO_SUCH_SLOT, slot);
            slots.free(connection, holds.getAsLong());
            return new Done(slot, "");
        });
    }

    /**
     * What was scanned belongs into the slot from now on, wherever it belonged before.
     *
     * @param slot empty: the first free one
     */
    public SlotsChanged put(long cart, String slot, String scanned, Caller by) {
        var found = inventory.scanned(scanned.strip(), by);
        if (found.size() != 1) return new Refused(Why.NO_SUCH_DEVICE, scanned.strip());
        var child = found.getFirst();
        return database.transaction(connection -> {
            // Both at once: two that are put into each other wait here.
            devices.lockAll(connection, new HashSet<>(List.of(cart, child.id())));
            var holder =
                    devices.find(connection, cart).filter(device -> device.isContainer() && by.isOf(device.siteCode()));
            if (holder.isEmpty()) return new Refused(Why.NO_SUCH_CART, "");
            var why = refused(connection, holder.get(), child);
            return why.isPresent() ? new Refused(why.get(), child.name()) : put(connection, cart, slot, child);
        });
    }

    private Optional<Why> refused(Connection connection, Device holder, Device child) throws SQLException {
        if (holder.siteId() != child.siteId()) return Optional.of(Why.OTHER_SITE);
        var within = slots.placeOf(connection, holder.id());
        return Nesting.refused(new Nesting.Facts(
                holder.id(),
                within.isPresent() ? OptionalLong.of(within.get().container()) : OptionalLong.empty(),
                child.id(),
                child.isContainer(),
                slots.holdsContainers(connection, child.id())));
    }

    private SlotsChanged put(Connection connection, long cart, String slot, Device child) throws SQLException {
        var from = slots.placeOf(connection, child.id());
        var there = from.filter(place -> place.container() == cart);
        if (there.isPresent() && slot.isEmpty())
            return new Done(child.name(), there.get().told());
        var into = slot.isEmpty() ? slots.firstFree(connection, cart) : Optional.of(slot);
        if (into.isEmpty()) return new Refused(Why.NO_FREE_SLOT, child.name());
        var holds = slots.device(connection, cart, into.get());
        if (holds.isEmpty()) return new Refused(Why.NO_SUCH_SLOT, into.get());
        if (holds.get().isPresent() && holds.get().getAsLong() != child.id())
            return new Refused(Why.SLOT_FULL, into.get());
        slots.put(connection, cart, into.get(), child.id());
        return new Done(child.name(), from.map(SlotStore.Place::told).orElse(""));
    }

    /** @param optional the kit is lent without it too (rule Q4) */
    public SlotsChanged addPart(long kit, String typed, int quantity, boolean optional, Caller by) {
        return change(kit, by, (connection, device) -> {
            var name = typed.strip();
            if (name.isEmpty() || name.length() > KitPart.LONGEST) return new Refused(Why.PART_NAME, name);
            if (quantity < 1 || quantity > KitPart.MOST) return new Refused(Why.PART_NUMBER, String.valueOf(quantity));
            var known = kits.parts(connection, kit).stream()
                    .anyMatch(part -> part.name().equalsIgnoreCase(name));
            if (known) return new Refused(Why.PART_NAME, name);
            kits.add(connection, kit, name, quantity, optional);
            return new Done(name, "");
        });
    }

    public SlotsChanged removePart(long kit, long part, Caller by) {
        return change(kit, by, (connection, device) -> {
            var known = kits.parts(connection, kit).stream()
                    .filter(one -> one.id() == part)
                    .findFirst();
            if (known.isEmpty() || !kits.remove(connection, kit, part, clock.instant()))
                return new Refused(Why.NO_SUCH_PART, "");
            return new Done(known.get().name(), "");
        });
    }

    /**
     * A part that was owed is there again, or nobody looks for it any more.
     *
     * @param brought false: it is given up, and stays missing
     */
    public SlotsChanged settlePart(long kit, long owed, boolean brought, Caller by) {
        return change(kit, by, (connection, device) -> {
            var known = kits.lockOwed(connection, owed).filter(one -> one.kit() == kit);
            if (known.isEmpty()) return new Refused(Why.NO_SUCH_PART, "");
            kits.settle(connection, owed, brought, by.account(), clock.instant());
            if (brought)
                kits.brought(connection, known.get().part(), known.get().quantity());
            return new Done("", "");
        });
    }

    /** Somebody has looked what is in the kit. @param there how many, by number of the part */
    public SlotsChanged saw(long kit, Map<Long, Integer> there, Caller by) {
        return change(kit, by, (connection, device) -> {
            for (var part : kits.parts(connection, kit)) {
                var now =
                        Math.clamp(there.getOrDefault(part.id(), part.quantity() - part.missing()), 0, part.quantity());
                kits.setMissing(connection, part.id(), part.quantity() - now);
            }
            return new Done("", "");
        });
    }
}
