package org.carrel.devices;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.circulation.DeskAct;
import org.carrel.circulation.DeviceFees;
import org.carrel.devices.LentAccessory.Cause;
import org.carrel.devices.LentAccessory.State;
import org.carrel.devices.store.AccessoryStore;
import org.carrel.devices.store.LentAccessoryStore;
import org.carrel.devices.store.LentAccessoryStore.New;

/**
 * Accessories go out and come back with their device, and their counts move with them. Every method joins the transaction of who
 * lends: the person and the device's item are locked.
 */
final class AccessoryLending {
    private final AccessoryStore counts = new AccessoryStore();
    private final LentAccessoryStore store = new LentAccessoryStore();

    List<LentAccessory> of(Connection connection, Cause cause) throws SQLException {
        return store.of(connection, cause);
    }

    /** Everything that the model expects goes out; where there is none left, that one stays behind (V6). */
    List<LentAccessory> handOut(Connection connection, Cause cause, long device, int model, int site, DeskAct act)
            throws SQLException {
        for (var expected : counts.expected(connection, model)) {
            for (var number = 1; number <= expected.quantity(); number++) {
                var wish = new New(device, expected.type(), site, number);
                var taken = take(connection, expected.type(), site, act);
                var state = taken == Taken.NONE_LEFT ? State.NOT_GIVEN : State.OUT;
                store.add(connection, wish, cause, state, taken == Taken.COUNTED, act.at());
            }
        }
        return store.of(connection, cause);
    }

    /** The device is here: so is all that was out with it, until somebody says what is missing. */
    List<LentAccessory> takeBack(Connection connection, Cause cause, DeskAct act) throws SQLException {
        for (var one : byKind(connection, cause)) if (one.state() == State.OUT) back(connection, one, act);
        return store.of(connection, cause).stream()
                .filter(one -> one.state() != State.NOT_GIVEN)
                .toList();
    }

    /** A loan or an assignment that was over goes on: what had come back is out again, and nothing is owed. */
    void outAgain(Connection connection, Cause cause, DeskAct act, DeviceFees fees) throws SQLException {
        for (var one : byKind(connection, cause)) {
            switch (one.state()) {
                case BACK -> {
                    var taken = one.counted() ? take(connection, one.typeId(), one.siteId(), act) : Taken.UNCOUNTED;
                    store.set(connection, one.id(), State.OUT, taken == Taken.COUNTED, OptionalLong.empty(), act.at());
                }
                case OWED, LET_GO -> {
                    uncharge(connection, one, act, fees);
                    store.set(connection, one.id(), State.OUT, one.counted(), OptionalLong.empty(), act.at());
                }
                case OUT, NOT_GIVEN -> {}
            }
        }
    }

    /** In the order in which counts are locked. */
    private List<LentAccessory> byKind(Connection connection, Cause cause) throws SQLException {
        return store.of(connection, cause).stream()
                .sorted(Comparator.comparingInt(LentAccessory::typeId).thenComparingInt(LentAccessory::number))
                .toList();
    }

    /** It stayed here after all. */
    void keepHere(Connection connection, LentAccessory one, DeskAct act) throws SQLException {
        put(connection, one, act);
        store.set(connection, one.id(), State.NOT_GIVEN, false, OptionalLong.empty(), act.at());
    }

    /** It goes out after all. False when there is none. */
    boolean give(Connection connection, LentAccessory one, DeskAct act) throws SQLException {
        var taken = take(connection, one.typeId(), one.siteId(), act);
        if (taken == Taken.NONE_LEFT) return false;
        store.set(connection, one.id(), State.OUT, taken == Taken.COUNTED, OptionalLong.empty(), act.at());
        return true;
    }

    void back(Connection connection, LentAccessory one, DeskAct act) throws SQLException {
        put(connection, one, act);
        store.set(connection, one.id(), State.BACK, one.counted(), OptionalLong.empty(), act.at());
    }

    /** It was thought to be back and is not. False when the count has none any more that could be missing. */
    boolean owe(Connection connection, LentAccessory one, long patron, DeskAct act) throws SQLException {
        if (one.counted() && take(connection, one.typeId(), one.siteId(), act) == Taken.NONE_LEFT) return false;
        store.set(connection, one.id(), State.OWED, one.counted(), OptionalLong.of(patron), act.at());
        return true;
    }

    /** Handed in late: nothing is to be paid for it, and what was paid is to be given back. */
    void handedIn(Connection connection, LentAccessory one, DeskAct act, DeviceFees fees) throws SQLException {
        uncharge(connection, one, act, fees);
        back(connection, one, act);
    }

    /** Nobody waits for it any more; its charge stays as it is. */
    void letGo(Connection connection, LentAccessory one, DeskAct act) throws SQLException {
        store.set(connection, one.id(), State.LET_GO, one.counted(), OptionalLong.empty(), act.at());
    }

    private static void uncharge(Connection connection, LentAccessory one, DeskAct act, DeviceFees fees)
            throws SQLException {
        if (one.patron().isEmpty() || one.chargedBy().isEmpty()) return;
        fees.takeBack(connection, one.patron().getAsLong(), one.chargedBy().get(), act);
    }

    private enum Taken {
        COUNTED,
        /** Nobody counts such things at this site. */
        UNCOUNTED,
        NONE_LEFT
    }

    private Taken take(Connection connection, int type, int site, DeskAct act) throws SQLException {
        var left = counts.lockCounted(connection, type, site);
        if (left.isEmpty()) return Taken.UNCOUNTED;
        if (!counts.add(connection, type, site, -1)) return Taken.NONE_LEFT;
        write(connection, type, site, -1, Accessory.Why.HANDED_OUT, act);
        return Taken.COUNTED;
    }

    private void put(Connection connection, LentAccessory one, DeskAct act) throws SQLException {
        if (!one.counted()) return;
        counts.lockCounted(connection, one.typeId(), one.siteId());
        counts.add(connection, one.typeId(), one.siteId(), 1);
        write(connection, one.typeId(), one.siteId(), 1, Accessory.Why.RETURNED, act);
    }

    /** Each with a number of its own: that it happens once is seen to by the request of who lends. */
    private void write(Connection connection, int type, int site, int change, Accessory.Why why, DeskAct act)
            throws SQLException {
        counts.write(
                connection,
                new AccessoryStore.Entry(type, site, change, why, act.at(), act.account(), UUID.randomUUID(), ""));
    }
}
