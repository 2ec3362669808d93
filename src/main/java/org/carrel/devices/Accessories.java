package org.carrel.devices;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.carrel.catalog.Site;
import org.carrel.catalog.UnlistedItems;
import org.carrel.devices.AccessoryChanged.Done;
import org.carrel.devices.AccessoryChanged.NoneLeft;
import org.carrel.devices.AccessoryChanged.Refused;
import org.carrel.devices.AccessoryChanged.Why;
import org.carrel.devices.rules.Serials;
import org.carrel.devices.store.AccessoryStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.Caller;

/** Chargers, cables, bags: things without a barcode, of which only the number at each site is known (V6). */
@Door
public class Accessories {
    /** Nobody has more of a thing. */
    public static final int MOST = 1_000_000;

    private static final int MOVES_SHOWN = 50;

    private final Database database;
    private final Clock clock;
    private final UnlistedItems items;
    private final AccessoryStore store = new AccessoryStore();

    @Inject
    public Accessories(Database database, Clock clock, UnlistedItems items) {
        this.database = database;
        this.clock = clock;
        this.items = items;
    }

    public List<Accessory.Type> types() {
        return database.read(store::types);
    }

    /** By site and name, what is within reach; also where there is none. */
    public List<Accessory> stock(Caller by) {
        return database.read(store::stock).stream()
                .filter(one -> by.isOf(one.siteCode()))
                .toList();
    }

    /** The latest changes within reach, the last one first. */
    public List<AccessoryMove> moves(Caller by) {
        return database.read(connection -> store.moves(connection, by.site().orElse(""), MOVES_SHOWN));
    }

    /** @param price in cents */
    public AccessoryChanged addType(String typed, OptionalInt price) {
        var name = Serials.shown(typed);
        if (name.isEmpty()) return new Refused(Why.NAME_MISSING);
        if (name.length() > Accessory.LONGEST_NAME) return new Refused(Why.NAME_TOO_LONG);
        var added = database.transaction(connection -> store.addType(connection, name, price));
        return added ? new Done(0) : new Refused(Why.NAME_TAKEN);
    }

    /** More or fewer of a thing; never fewer than none. */
    public AccessoryChanged change(AccessoryWish wish, Caller by) {
        if (wish.number() < 0 || wish.number() > MOST) return new Refused(Why.NO_NUMBER);
        if (wish.number() == 0 && wish.why() != Accessory.Why.COUNTED) return new Refused(Why.NO_NUMBER);
        if (wish.note().length() > Accessory.LONGEST_NOTE) return new Refused(Why.NOTE_TOO_LONG);
        return database.transaction(connection -> change(connection, wish, by));
    }

    private AccessoryChanged change(Connection connection, AccessoryWish wish, Caller by) throws SQLException {
        var site = items.sites(connection).stream()
                .filter(one -> one.code().equalsIgnoreCase(wish.site()) && by.isOf(one.code()))
                .map(Site::id)
                .findFirst();
        if (site.isEmpty()) return new Refused(Why.NO_SUCH_THING);
        var before = store.lock(connection, wish.typeId(), site.get());
        if (before.isEmpty()) return new Refused(Why.NO_SUCH_THING);
        var have = before.get();
        if (store.isDone(connection, wish.request())) return new Done(have);
        var change = wish.why() == Accessory.Why.COUNTED
                ? wish.number() - have
                : wish.why().isMore() ? wish.number() : -wish.number();
        if (change == 0) return new Done(have);
        if (have + change > MOST) return new Refused(Why.NO_NUMBER);
        if (!store.add(connection, wish.typeId(), site.get(), change)) return new NoneLeft(have);
        store.write(
                connection,
                new AccessoryStore.Entry(
                        wish.typeId(),
                        site.get(),
                        change,
                        wish.why(),
                        clock.instant(),
                        OptionalLong.of(by.account()),
                        wish.request(),
                        wish.note().strip()));
        return new Done(have + change);
    }
}
