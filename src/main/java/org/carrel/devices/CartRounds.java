package org.carrel.devices;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.carrel.circulation.Blocked;
import org.carrel.circulation.CirculationDesk;
import org.carrel.circulation.CirculationDesk.Acts;
import org.carrel.circulation.DeskAnswer;
import org.carrel.circulation.DeskPlace;
import org.carrel.circulation.Lifted;
import org.carrel.circulation.LoanBlock;
import org.carrel.circulation.Scan;
import org.carrel.devices.CartRound.Kind;
import org.carrel.devices.CartRound.Outcome;
import org.carrel.devices.CartSlot.Fate;
import org.carrel.devices.rules.Counting;
import org.carrel.devices.rules.KitRules;
import org.carrel.devices.store.CartOutStore;
import org.carrel.devices.store.CartRoundStore;
import org.carrel.devices.store.CartRoundStore.Seen;
import org.carrel.devices.store.CartRoundStore.Start;
import org.carrel.devices.store.DeviceStore;
import org.carrel.devices.store.KitStore;
import org.carrel.devices.store.SlotStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.Caller;

/**
 * Carts go and come: by trust, by a count, or scanned piece by piece (rules Q2 to Q4). Each public method is one use case and one
 * transaction, and the same request sent again does nothing a second time (rule Z2). Lock order: who has the cart, the items in the
 * order of their numbers, then what hangs on them.
 */
@Door
public class CartRounds {
    private final Database database;
    private final CirculationDesk desk;
    private final DeviceInventory inventory;
    private final DeviceStore devices = new DeviceStore();
    private final SlotStore slots = new SlotStore();
    private final CartOutStore outs = new CartOutStore();
    private final CartRoundStore rounds = new CartRoundStore();
    private final KitStore kits = new KitStore();

    @Inject
    public CartRounds(Database database, CirculationDesk desk, DeviceInventory inventory) {
        this.database = database;
        this.desk = desk;
        this.inventory = inventory;
    }

    private Optional<Device> cart(long cart, Caller by) {
        return database.read(connection -> devices.find(connection, cart))
                .filter(device -> device.isContainer() && by.isOf(device.siteCode()));
    }

    private static Scan scan(Device cart, UUID request, Optional<Long> patron, Duration ago, Lifted lifted) {
        return new Scan(request, cart.name(), patron, DeskPlace.at(cart.siteCode()), ago, lifted);
    }

    private static Scan scan(Device cart, UUID request) {
        return scan(cart, request, Optional.empty(), Duration.ZERO, Lifted.NOTHING);
    }

    /** Somebody wants to scan what goes with the cart before it goes. Goes on with the round that is open. */
    public CartAnswer startOut(long cart, UUID request, Caller by) {
        var found = cart(cart, by);
        if (found.isEmpty()) return new CartAnswer.Stale();
        var answer = desk.together(scan(found.get(), request), by, acts -> {
            var connection = acts.connection();
            devices.lock(connection, cart);
            if (outs.open(connection, cart).isPresent()) return DeskAnswer.of(DeskAnswer.Act.UNKNOWN);
            if (rounds.lockOpen(connection, cart).isEmpty()) {
                var act = acts.act();
                rounds.start(
                        connection, new Start(cart, Kind.OUT, OptionalLong.empty(), request, act.at(), act.account()));
            }
            return DeskAnswer.of(DeskAnswer.Act.DONE);
        });
        return answer.act() == DeskAnswer.Act.DONE ? done(answer) : new CartAnswer.Stale();
    }

    private static CartAnswer.Done done(DeskAnswer answer) {
        return new CartAnswer.Done(answer, List.of());
    }

    /** The cart is back: it is returned whatever is in it, and from now on it is counted what came with it. */
    public CartAnswer startIn(long cart, UUID request, Caller by) {
        var found = cart(cart, by);
        if (found.isEmpty()) return new CartAnswer.Stale();
        return done(desk.together(
                scan(found.get(), request), by, acts -> acts.take(found.get().item(), false)));
    }

    /** Nobody goes on scanning before the cart goes. What was scanned is forgotten. */
    public CartAnswer giveUp(long cart, UUID request, Caller by) {
        var found = cart(cart, by);
        if (found.isEmpty()) return new CartAnswer.Stale();
        return done(desk.together(scan(found.get(), request), by, acts -> {
            var connection = acts.connection();
            devices.lock(connection, cart);
            var round = rounds.lockOpen(connection, cart).filter(open -> open.kind() == Kind.OUT);
            if (round.isPresent())
                rounds.close(
                        connection,
                        round.get().id(),
                        "given_up",
                        acts.act().account(),
                        acts.act().at());
            return DeskAnswer.of(DeskAnswer.Act.DONE);
        }));
    }

    /** One thing out of the cart was scanned. @param ago how long ago, for what had to wait for the network */
    public CartAnswer scan(long cart, String text, UUID request, Duration ago, Caller by) {
        var holder = cart(cart, by).orElse(null);
        if (holder == null) return new CartAnswer.Stale();
        var typed = text.strip();
        var known = typed.isEmpty() || typed.length() > Scan.LONGEST ? List.<Device>of() : inventory.scanned(typed, by);
        var device = known.size() == 1 ? Optional.of(known.getFirst()) : Optional.<Device>empty();
        var answer = desk.together(
                new Scan(request, typed, Optional.empty(), DeskPlace.at(holder.siteCode()), ago, Lifted.NOTHING),
                by,
                acts -> seen(acts, holder, device, typed, request));
        return database.read(connection -> told(connection, holder, device, typed, request, answer));
    }

    private DeskAnswer seen(Acts acts, Device cart, Optional<Device> device, String typed, UUID request)
            throws SQLException {
        var connection = acts.connection();
        var kind = rounds.open(connection, cart.id()).map(CartRound::kind);
        // What comes in is taken before the round is locked: people and items go first.
        var isTaken = device.isPresent()
                && kind.filter(Kind.IN::equals).isPresent()
                && device.get().id() != cart.id();
        var answer = isTaken ? acts.take(device.get().item(), true) : DeskAnswer.of(DeskAnswer.Act.NOTHING);
        var round = rounds.lockOpen(connection, cart.id()).orElse(null);
        if (round == null || kind.filter(round.kind()::equals).isEmpty())
            throw acts.refuse(DeskAnswer.of(DeskAnswer.Act.FORGOTTEN));
        var outcome = outcome(connection, round, cart, device);
        var number = device.map(found -> OptionalLong.of(found.id())).orElse(OptionalLong.empty());
        rounds.add(
                connection,
                new Seen(
                        round.id(),
                        request,
                        number,
                        typed,
                        outcome,
                        acts.act().at(),
                        acts.act().account().orElse(0)));
        return answer;
    }

    private Outcome outcome(Connection connection, CartRound round, Device cart, Optional<Device> device)
            throws SQLException {
        if (device.isEmpty()) return Outcome.UNKNOWN;
        var id = device.get().id();
        if (id == cart.id() || round.here().contains(id)) return Outcome.AGAIN;
        var belongs = slots.of(connection, cart.id()).stream()
                .filter(slot -> slot.device().filter(one -> one.id() == id).isPresent())
                .findFirst();
        var went = round.out().isPresent()
                && outs.find(connection, round.out().getAsLong()).orElseThrow().items().stream()
                        .anyMatch(item -> item.device() == id);
        if (belongs.isEmpty() && !went)
            return slots.placeOf(connection, id).isPresent() ? Outcome.STRAY : Outcome.LOOSE;
        var fits = round.kind() == Kind.IN
                || belongs.filter(slot -> slot.fate() == Fate.GOES).isPresent();
        return fits ? Outcome.HERE : Outcome.UNFIT;
    }

    private CartAnswer told(
            Connection connection, Device cart, Optional<Device> device, String typed, UUID request, DeskAnswer answer)
            throws SQLException {
        var outcome = rounds.outcome(connection, request);
        var round = rounds.open(connection, cart.id());
        if (outcome.isEmpty() || round.isEmpty()) return new CartAnswer.Stale();
        var place =
                device.isPresent() ? slots.placeOf(connection, device.get().id()) : Optional.<SlotStore.Place>empty();
        var waiting = new HashSet<>(waited(connection, round.get()));
        waiting.removeAll(round.get().here());
        return new CartAnswer.Scanned(
                outcome.get(),
                device.map(Device::name).orElse(typed),
                place.map(SlotStore.Place::told).orElse(""),
                device.map(Device::id),
                answer.act() == DeskAnswer.Act.NOTHING ? Optional.empty() : Optional.of(answer),
                round.get(),
                waiting.size());
    }

    /** What a round looks for: what can go with the cart, or went with it. */
    private Set<Long> waited(Connection connection, CartRound round) throws SQLException {
        if (round.kind() == Kind.OUT) return going(connection, round.container());
        var out = outs.find(connection, round.out().orElseThrow()).orElseThrow();
        return out.in(CartOut.State.OUT).stream().map(CartOut.Item::device).collect(Collectors.toSet());
    }

    private Set<Long> going(Connection connection, long cart) throws SQLException {
        return slots.of(connection, cart).stream()
                .filter(slot -> slot.fate() == Fate.GOES)
                .map(slot -> slot.device().orElseThrow().id())
                .collect(Collectors.toSet());
    }

    /**
     * The cart goes to this person with what is in it. What is broken or missing is neither counted nor handed over (B40), nor what
     * somebody has already (B41).
     *
     * @param lifted blocks that somebody lifts, with a reason
     */
    public CartAnswer handOver(long cart, long patron, CartHandOver how, UUID request, Lifted lifted, Caller by) {
        var found = cart(cart, by).orElse(null);
        if (found == null) return new CartAnswer.Stale();
        var unclear = new Counting.Unclear[1];
        var answer = desk.together(scan(found, request, Optional.of(patron), Duration.ZERO, lifted), by, acts -> {
            var connection = acts.connection();
            if (acts.lock(patron).isEmpty()) return DeskAnswer.of(DeskAnswer.Act.UNKNOWN);
            lockAll(connection, cart, slots.of(connection, cart));
            if (outs.open(connection, cart).filter(CartOut::onLoan).isPresent())
                return DeskAnswer.of(DeskAnswer.Act.FORGOTTEN);
            var round = rounds.lockOpen(connection, cart).filter(open -> open.kind() == Kind.OUT);
            var counted = countedOut(connection, cart, how, round);
            if (counted instanceof Counting.Unclear not) {
                unclear[0] = not;
                throw acts.refuse(miscounted(not));
            }
            saw(connection, cart, how);
            var lent = acts.lend(patron, found.item());
            if (lent.act() != DeskAnswer.Act.CHECKED_OUT) throw acts.refuse(lent);
            var out = outs.open(connection, cart).orElseThrow();
            outs.setWay(connection, out.id(), how.way());
            outs.absent(connection, out.id(), ((Counting.Known) counted).missing());
            if (round.isPresent())
                rounds.close(
                        connection,
                        round.get().id(),
                        how.way() == CartOut.Way.SCANNED ? "scanned" : "counted",
                        acts.act().account(),
                        acts.act().at());
            return lent;
        });
        if (unclear[0] != null && answer.act() == DeskAnswer.Act.REFUSED)
            return new CartAnswer.Unclear(unclear[0].expected(), unclear[0].counted(), unclear[0].named());
        return switch (answer.act()) {
            case CHECKED_OUT ->
                new CartAnswer.Done(answer, database.read(connection -> named(connection, cart, CartOut.State.ABSENT)));
            case REFUSED -> new CartAnswer.Blocked(answer);
            default -> new CartAnswer.Stale();
        };
    }

    private static DeskAnswer miscounted(Counting.Unclear not) {
        return DeskAnswer.of(DeskAnswer.Act.REFUSED)
                .because(List.of(Blocked.of(LoanBlock.CART_MISCOUNTED, not.expected(), not.counted())));
    }

    /** Parts of a kit are looked at before it is asked whether it can be lent. */
    private void saw(Connection connection, long kit, CartHandOver how) throws SQLException {
        for (var part : kits.parts(connection, kit)) {
            var there = how.parts().get(part.id());
            if (there != null)
                kits.setMissing(connection, part.id(), part.quantity() - Math.clamp(there, 0, part.quantity()));
        }
    }

    private Counting.Result countedOut(Connection connection, long cart, CartHandOver how, Optional<CartRound> round)
            throws SQLException {
        var going = going(connection, cart);
        return switch (how.way()) {
            case TRUSTED -> new Counting.Known(Set.of());
            case SCANNED ->
                Counting.scanned(going, new HashSet<>(round.map(CartRound::here).orElse(List.of())));
            case COUNTED ->
                Counting.counted(
                        going,
                        new HashSet<>(round.map(CartRound::here).orElse(List.of())),
                        how.counted().orElse(going.size() - how.absent().size()),
                        how.absent());
        };
    }

    private void lockAll(Connection connection, long cart, List<CartSlot> all) throws SQLException {
        var inside = new HashSet<>(Set.of(cart));
        for (var slot : all) slot.device().ifPresent(device -> inside.add(device.id()));
        devices.lockAll(connection, inside);
    }

    private List<String> named(Connection connection, long cart, CartOut.State state) throws SQLException {
        var out = outs.open(connection, cart);
        if (out.isEmpty()) return List.of();
        return out.get().in(state).stream().map(CartRounds::named).toList();
    }

    private static String named(CartOut.Item item) {
        return item.name() + " · " + item.slot();
    }

    /**
     * It is known what came back with the cart. What did not is owed by who had it; the cart itself is back already.
     *
     * @param how scanned: what was not scanned is missing
     */
    public CartAnswer close(long cart, CartHandOver how, UUID request, Caller by) {
        var found = cart(cart, by).orElse(null);
        if (found == null) return new CartAnswer.Stale();
        var unclear = new Counting.Unclear[1];
        var answer = desk.together(scan(found, request), by, acts -> {
            var connection = acts.connection();
            var open = outs.open(connection, cart).orElse(null);
            if (open == null || open.onLoan()) return DeskAnswer.of(DeskAnswer.Act.FORGOTTEN);
            if (open.patron().isPresent()) acts.lock(open.patron().getAsLong());
            var inside = new HashSet<>(Set.of(cart));
            open.items().forEach(item -> inside.add(item.device()));
            // A scan that is under way has its item, and waits for the round next.
            devices.lockAll(connection, inside);
            var out = outs.lock(connection, open.id()).orElseThrow();
            var round = rounds.lockOpen(connection, cart).filter(one -> one.kind() == Kind.IN);
            if (round.isEmpty()) return DeskAnswer.of(DeskAnswer.Act.FORGOTTEN);
            var result = countedIn(out, how);
            if (result instanceof Counting.Unclear not) {
                unclear[0] = not;
                throw acts.refuse(miscounted(not));
            }
            settle(acts, out, ((Counting.Known) result).missing());
            parts(acts, cart, out, how);
            outs.close(connection, out.id(), acts.act().at());
            var way = how.way() == CartOut.Way.SCANNED ? "scanned" : "counted";
            rounds.close(
                    connection,
                    round.get().id(),
                    way,
                    acts.act().account(),
                    acts.act().at());
            return DeskAnswer.of(DeskAnswer.Act.DONE);
        });
        if (unclear[0] != null && answer.act() == DeskAnswer.Act.REFUSED)
            return new CartAnswer.Unclear(unclear[0].expected(), unclear[0].counted(), unclear[0].named());
        return answer.act() == DeskAnswer.Act.DONE
                ? new CartAnswer.Done(answer, missing(cart))
                : new CartAnswer.Stale();
    }

    private List<String> missing(long cart) {
        return database.read(connection -> outs.owedOf(connection, cart)).stream()
                .map(owed -> owed.slot().isEmpty() ? owed.name() : owed.name() + " · " + owed.slot())
                .toList();
    }

    private static Counting.Result countedIn(CartOut out, CartHandOver how) {
        var waited = new HashSet<Long>();
        var seen = new HashSet<Long>();
        for (var item : out.items()) {
            if (item.state() == CartOut.State.OUT) waited.add(item.device());
            if (item.state() == CartOut.State.BACK) seen.add(item.device());
        }
        if (how.way() == CartOut.Way.SCANNED) return Counting.scanned(waited, seen);
        var all = new HashSet<>(waited);
        all.addAll(seen);
        var number = how.counted().orElse(all.size() - how.absent().size());
        return Counting.counted(all, seen, number, how.absent());
    }

    private void settle(Acts acts, CartOut out, Set<Long> missing) throws SQLException {
        for (var item : out.in(CartOut.State.OUT)) {
            if (missing.contains(item.device()))
                outs.owe(acts.connection(), out.id(), item.device(), acts.act().at());
            else
                outs.end(
                        acts.connection(),
                        out.id(),
                        item.device(),
                        CartOut.State.BACK,
                        acts.act().request(),
                        acts.act().at());
        }
    }

    private void parts(Acts acts, long kit, CartOut out, CartHandOver how) throws SQLException {
        var connection = acts.connection();
        var seen = KitRules.seen(kits.parts(connection, kit), how.parts(), kits.went(connection, out.id()));
        kits.saw(connection, out.id(), "in", seen);
        for (var one : seen) {
            if (one.newlyMissing() > 0)
                kits.owe(
                        connection,
                        out.id(),
                        one.part().id(),
                        one.newlyMissing(),
                        acts.act().at());
        }
    }
}
