package org.carrel.devices;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.catalog.ItemForLoan;
import org.carrel.circulation.Blocked;
import org.carrel.circulation.DeskAct;
import org.carrel.circulation.DeskAnswer.Remark;
import org.carrel.circulation.Loan;
import org.carrel.circulation.LoanBlock;
import org.carrel.circulation.LoanGuard;
import org.carrel.devices.CartSlot.Fate;
import org.carrel.devices.rules.KitRules;
import org.carrel.devices.store.CartOutStore;
import org.carrel.devices.store.CartOutStore.Taken;
import org.carrel.devices.store.CartRoundStore;
import org.carrel.devices.store.CartRoundStore.Start;
import org.carrel.devices.store.DeviceStore;
import org.carrel.devices.store.KitStore;
import org.carrel.devices.store.SlotStore;
import org.carrel.patrons.Patron;
import org.carrel.platform.Door;

/**
 * What is in a cart goes where the cart goes, and what comes in at any desk is in its cart again: one loan, and custody of the rest
 * (rules Q1, Q3 and Q4).
 */
@Door
public class CartGuard implements LoanGuard {
    private final DeviceStore devices = new DeviceStore();
    private final SlotStore slots = new SlotStore();
    private final CartOutStore outs = new CartOutStore();
    private final CartRoundStore rounds = new CartRoundStore();
    private final KitStore kits = new KitStore();

    @Override
    public List<Blocked> against(Connection connection, ItemForLoan item, Patron patron, String site)
            throws SQLException {
        var cart = cart(connection, item);
        if (cart.isEmpty()) return List.of();
        var blocks = new ArrayList<Blocked>();
        var out = outs.open(connection, cart.get().id());
        if (out.isPresent() && !out.get().onLoan()) blocks.add(Blocked.of(LoanBlock.CART_NOT_COUNTED));
        var lacking = KitRules.lacking(kits.parts(connection, cart.get().id()));
        if (!lacking.isEmpty()) blocks.add(Blocked.of(LoanBlock.KIT_INCOMPLETE, String.join(", ", lacking)));
        return blocks;
    }

    private Optional<Device> cart(Connection connection, ItemForLoan item) throws SQLException {
        return devices.byItem(connection, item.id()).filter(Device::isContainer);
    }

    @Override
    public List<Remark> lent(Connection connection, ItemForLoan item, Loan loan, DeskAct act) throws SQLException {
        var device = devices.byItem(connection, item.id()).orElse(null);
        if (device == null) return List.of();
        var remarks = new ArrayList<Remark>();
        var away = outs.away(connection, device.id());
        if (away.isPresent()) {
            var state = away.get().owed() ? CartOut.State.FOUND : CartOut.State.LENT;
            outs.end(connection, away.get().out(), device.id(), state, act.request(), act.at());
        }
        var place = slots.placeOf(connection, device.id());
        place.ifPresent(known -> remarks.add(new Remark(Remark.Kind.OUT_OF_CART, known.told())));
        if (device.isContainer()) remarks.addAll(taken(connection, device, loan, act));
        return remarks;
    }

    private List<Remark> taken(Connection connection, Device cart, Loan loan, DeskAct act) throws SQLException {
        // Nobody lends one of them in the same moment: what goes is what is seen under their locks.
        devices.lockAll(
                connection,
                slots.of(connection, cart.id()).stream()
                        .flatMap(slot -> slot.device().stream())
                        .map(Device::id)
                        .toList());
        var all = slots.of(connection, cart.id());
        var going = all.stream().filter(slot -> slot.fate() == Fate.GOES).toList();
        var patron = loan.patron().orElseThrow();
        var taken = new Taken(cart.id(), loan.id(), patron, act.request(), act.at(), act.account());
        var out = outs.add(connection, taken, going);
        var parts = kits.parts(connection, cart.id());
        if (!parts.isEmpty()) {
            var there = new HashMap<Long, Integer>();
            parts.forEach(part -> there.put(part.id(), part.quantity() - part.missing()));
            kits.saw(connection, out, "out", KitRules.seen(parts, there, there));
        }
        var without = all.stream()
                .filter(slot -> slot.device().isPresent() && slot.fate() != Fate.GOES)
                .count();
        var remarks = new ArrayList<Remark>();
        if (!going.isEmpty()) remarks.add(new Remark(Remark.Kind.CART_OUT, String.valueOf(going.size())));
        if (without > 0) remarks.add(new Remark(Remark.Kind.CART_WITHOUT, String.valueOf(without)));
        return remarks;
    }

    @Override
    public List<Remark> returned(Connection connection, ItemForLoan item, List<Loan> ended, DeskAct act)
            throws SQLException {
        var device = devices.byItem(connection, item.id()).orElse(null);
        if (device == null) return List.of();
        var remarks = new ArrayList<Remark>();
        var away = outs.away(connection, device.id());
        if (away.isPresent()) {
            var state = away.get().owed() ? CartOut.State.FOUND : CartOut.State.BACK;
            outs.end(connection, away.get().out(), device.id(), state, act.request(), act.at());
            if (away.get().owed())
                remarks.add(new Remark(Remark.Kind.WAS_OWED, away.get().told()));
        }
        var place = slots.placeOf(connection, device.id());
        place.ifPresent(known -> remarks.add(new Remark(Remark.Kind.GOES_IN_CART, known.told())));
        if (device.isContainer()) back(connection, device, act).ifPresent(remarks::add);
        return remarks;
    }

    /** From now on it is counted what came with it; nothing is to be counted when nothing was in it. */
    private Optional<Remark> back(Connection connection, Device cart, DeskAct act) throws SQLException {
        var out = outs.open(connection, cart.id());
        if (out.isEmpty() || out.get().onLoan()) return Optional.empty();
        var toCount = out.get().in(CartOut.State.OUT).size()
                + kits.parts(connection, cart.id()).size();
        if (rounds.lockOpen(connection, cart.id()).isPresent()) return Optional.empty();
        if (toCount == 0) {
            outs.close(connection, out.get().id(), act.at());
            return Optional.empty();
        }
        var start = new Start(
                cart.id(), CartRound.Kind.IN, OptionalLong.of(out.get().id()), act.request(), act.at(), act.account());
        rounds.start(connection, start);
        return Optional.of(new Remark(Remark.Kind.CART_TO_COUNT, String.valueOf(toCount)));
    }

    @Override
    public void undone(Connection connection, ItemForLoan item, Loan loan, UUID undone, DeskAct act)
            throws SQLException {
        var device = devices.byItem(connection, item.id()).orElse(null);
        if (device == null) return;
        outs.undo(connection, undone, device.id());
        if (!device.isContainer()) return;
        if (outs.undoLent(connection, undone, device.id(), act.at())) return;
        rounds.undo(connection, undone, device.id(), act.at());
        outs.reopen(connection, loan.id());
    }
}
