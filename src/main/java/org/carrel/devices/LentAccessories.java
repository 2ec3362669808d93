package org.carrel.devices;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.catalog.ItemsAtDesk;
import org.carrel.circulation.ChargeWhy;
import org.carrel.circulation.DeskAct;
import org.carrel.circulation.DeviceFees;
import org.carrel.circulation.Money;
import org.carrel.devices.LentAccessory.Cause;
import org.carrel.devices.LentAccessory.State;
import org.carrel.devices.LentAccessoryChanged.Done;
import org.carrel.devices.LentAccessoryChanged.NoneLeft;
import org.carrel.devices.LentAccessoryChanged.Refused;
import org.carrel.devices.LentAccessoryChanged.Why;
import org.carrel.devices.store.LentAccessoryStore;
import org.carrel.patrons.Borrowers;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.Caller;
import org.carrel.security.Operation;
import org.carrel.security.Roles;

/**
 * Chargers, cables and bags that are out with devices. They go out and come back with their device by themselves; here somebody says
 * of one that it stayed behind, or that the device came back without it, which is owed from then on.
 */
@Door
public class LentAccessories {
    private static final int MOST = 1_000;

    private final Database database;
    private final Clock clock;
    private final Borrowers people;
    private final ItemsAtDesk items;
    private final DeviceFees fees;
    private final AccessoryLending lending = new AccessoryLending();
    private final LentAccessoryStore store = new LentAccessoryStore();

    @Inject
    public LentAccessories(Database database, Clock clock, Borrowers people, ItemsAtDesk items, DeviceFees fees) {
        this.database = database;
        this.clock = clock;
        this.people = people;
        this.items = items;
        this.fees = fees;
    }

    /** What went out with a loan or an assignment, or should have; by name. */
    public List<LentAccessory> of(Cause cause) {
        return database.read(connection -> store.of(connection, cause));
    }

    /** What people owe within reach, the oldest first. */
    public List<LentAccessory> owed(Caller by) {
        return database.read(connection -> store.owed(connection, by.site().orElse(""), MOST));
    }

    public List<LentAccessory> owedBy(long patron) {
        return database.read(connection -> store.owedBy(connection, patron));
    }

    /** Does something to an accessory that is locked. */
    @FunctionalInterface
    private interface Change {
        LentAccessoryChanged on(Connection connection, LentAccessory one, DeskAct act) throws SQLException;
    }

    /**
     * Ticks it or not. While its device is out: whether it went along. When the device is back: whether it came back too; if not, who
     * had the device owes it. The same again does nothing.
     */
    public LentAccessoryChanged set(UUID request, long id, boolean there, Caller by) {
        return change(request, id, by, (connection, one, act) -> set(connection, one, there, act));
    }

    /** The same in the transaction of who takes a device back: person and item are locked there. */
    LentAccessoryChanged set(Connection connection, LentAccessory one, boolean there, DeskAct act) throws SQLException {
        var out = store.cause(connection, one.cause());
        if (out.isEmpty()) return new Refused(Why.NO_SUCH_THING);
        if (one.isThere() == there) return done(connection, one);
        if (out.get().open()) {
            if (!there) lending.keepHere(connection, one, act);
            else if (!lending.give(connection, one, act)) return new NoneLeft(one);
            return done(connection, one);
        }
        if (one.state() == State.NOT_GIVEN) return done(connection, one);
        if (there) {
            lending.handedIn(connection, one, act, fees);
            return done(connection, one);
        }
        if (out.get().patron().isEmpty()) return new Refused(Why.FORGOTTEN);
        return lending.owe(connection, one, out.get().patron().getAsLong(), act)
                ? done(connection, one)
                : new NoneLeft(one);
    }

    /** It was handed in late. */
    public LentAccessoryChanged handIn(UUID request, long id, Caller by) {
        return change(request, id, by, (connection, one, act) -> {
            if (one.state() == State.BACK) return new Done(one);
            if (one.state() != State.OWED) return new Refused(Why.NOT_OWED);
            lending.handedIn(connection, one, act, fees);
            return done(connection, one);
        });
    }

    /** Nobody waits for it any more: it was paid, or is given up. */
    public LentAccessoryChanged letGo(UUID request, long id, Caller by) {
        if (!Roles.may(by, Operation.DECIDE_FEES)) return new Refused(Why.NOT_ALLOWED);
        return change(request, id, by, (connection, one, act) -> {
            if (one.state() == State.LET_GO) return new Done(one);
            if (one.state() != State.OWED) return new Refused(Why.NOT_OWED);
            lending.letGo(connection, one, act);
            return done(connection, one);
        });
    }

    /** Who owes it is charged what such a thing costs; handed in later, nothing is to be paid. */
    public LentAccessoryChanged charge(UUID request, long id, Caller by) {
        if (!Roles.may(by, Operation.DECIDE_FEES)) return new Refused(Why.NOT_ALLOWED);
        return change(request, id, by, (connection, one, act) -> {
            if (one.state() != State.OWED) return new Refused(Why.NOT_OWED);
            if (one.chargedBy().isPresent())
                return one.chargedBy().get().equals(request) ? new Done(one) : new Refused(Why.CHARGED_ALREADY);
            if (one.price().orElse(0) == 0) return new Refused(Why.NO_PRICE);
            fees.charge(
                    connection,
                    one.patron().orElseThrow(),
                    Money.ofCents(one.price().getAsInt()),
                    ChargeWhy.TYPE_PRICE,
                    one.shownName(),
                    act);
            store.charged(connection, one.id(), request);
            return done(connection, one);
        });
    }

    private LentAccessoryChanged done(Connection connection, LentAccessory one) throws SQLException {
        return new Done(store.find(connection, one.id()).orElseThrow());
    }

    /** People before items before what hangs on them. */
    private LentAccessoryChanged change(UUID request, long id, Caller by, Change change) {
        return database.transaction(connection -> {
            var known = store.find(connection, id).filter(one -> by.isOf(one.site()));
            if (known.isEmpty()) return new Refused(Why.NO_SUCH_THING);
            var whose = known.get().patron();
            if (whose.isEmpty())
                whose = store.cause(connection, known.get().cause())
                        .map(LentAccessoryStore.Out::patron)
                        .orElse(whose);
            if (whose.isPresent()) people.lock(connection, whose.getAsLong());
            items.lock(connection, known.get().item());
            var one = store.lock(connection, id).orElseThrow();
            return change.on(connection, one, new DeskAct(request, clock.instant(), OptionalLong.of(by.account())));
        });
    }
}
