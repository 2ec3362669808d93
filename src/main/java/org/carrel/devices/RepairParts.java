package org.carrel.devices;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.catalog.Site;
import org.carrel.catalog.UnlistedItems;
import org.carrel.devices.RepairChanged.Done;
import org.carrel.devices.RepairChanged.Refused;
import org.carrel.devices.RepairChanged.Why;
import org.carrel.devices.rules.Serials;
import org.carrel.devices.store.RepairPartStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.Caller;

/** Spare parts, of which only the number at each site is known; tickets use them. */
@Door
public class RepairParts {
    private final Database database;
    private final Clock clock;
    private final UnlistedItems items;
    private final RepairPartStore store = new RepairPartStore();

    @Inject
    public RepairParts(Database database, Clock clock, UnlistedItems items) {
        this.database = database;
        this.clock = clock;
        this.items = items;
    }

    /** By site and name, what is within reach; also where there is none. */
    public List<RepairPart> stock(Caller by) {
        return database.read(store::stock).stream()
                .filter(part -> by.isOf(part.siteCode()))
                .toList();
    }

    /** A new kind of part; one that is there already gets the price. @param price in cents; empty: nothing */
    public RepairChanged addType(String typed, OptionalInt price) {
        var name = Serials.shown(typed);
        if (name.isEmpty()) return new Refused(Why.NAME_MISSING);
        if (name.length() > RepairPart.LONGEST_NAME) return new Refused(Why.NOTE_TOO_LONG);
        var added = database.transaction(connection -> store.addType(connection, name, price.orElse(0)));
        return added ? new Done(0, false) : new Refused(Why.NAME_TAKEN);
    }

    /**
     * More of a part, or the number that was counted.
     *
     * @param site code
     * @param counted the number is all there are; else so many have come
     */
    public RepairChanged stocked(int type, String site, int number, boolean counted, UUID request, Caller by) {
        if (number < 0 || number > RepairPart.MOST || number == 0 && !counted) return new Refused(Why.NO_NUMBER);
        return database.transaction(connection -> {
            var at = items.sites(connection).stream()
                    .filter(one -> one.code().equalsIgnoreCase(site) && by.isOf(one.code()))
                    .map(Site::id)
                    .findFirst();
            var price = store.price(connection, type);
            if (at.isEmpty() || price.isEmpty()) return new Refused(Why.NO_SUCH_PART);
            var have = store.lock(connection, type, at.get());
            if (store.isDone(connection, request)) return new Done(0, false);
            var change = counted ? number - have : number;
            if (change == 0) return new Done(0, false);
            if (have + change > RepairPart.MOST) return new Refused(Why.NO_NUMBER);
            var move = new RepairPartStore.Move(
                    type,
                    at.get(),
                    change,
                    counted ? "counted" : "bought",
                    OptionalLong.empty(),
                    price.get(),
                    clock.instant(),
                    OptionalLong.of(by.account()),
                    request);
            return store.move(connection, move) ? new Done(0, false) : new Refused(Why.NONE_LEFT);
        });
    }
}
