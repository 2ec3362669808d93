package org.carrel.circulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.carrel.catalog.ItemsAtDesk;
import org.carrel.catalog.UnlistedItems;
import org.carrel.circulation.DeskAnswer.Act;
import org.carrel.circulation.DeskAnswer.Remark;
import org.carrel.devices.Assigned;
import org.carrel.devices.AssignmentWish;
import org.carrel.devices.Assignments;
import org.carrel.devices.CartAnswer;
import org.carrel.devices.CartGuard;
import org.carrel.devices.CartHandOver;
import org.carrel.devices.CartOut;
import org.carrel.devices.CartPeople;
import org.carrel.devices.CartRound.Outcome;
import org.carrel.devices.CartRounds;
import org.carrel.devices.CartSlot.Fate;
import org.carrel.devices.Carts;
import org.carrel.devices.CollectionAnswer;
import org.carrel.devices.CollectionPage;
import org.carrel.devices.CollectionSaved;
import org.carrel.devices.Custody;
import org.carrel.devices.Device;
import org.carrel.devices.DeviceCategory;
import org.carrel.devices.DeviceCheck;
import org.carrel.devices.DeviceCollections;
import org.carrel.devices.DeviceCondition;
import org.carrel.devices.DeviceGuard;
import org.carrel.devices.DeviceSearch;
import org.carrel.devices.LentAccessories;
import org.carrel.devices.OwedDevices;
import org.carrel.devices.OwedThing;
import org.carrel.devices.SlotsChanged;
import org.carrel.devices.TestDevices;
import org.carrel.patrons.Borrowers;
import org.carrel.patrons.PatronField;
import org.carrel.platform.SettingSources;
import org.carrel.platform.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Carts and kits, out and in as one, through their doors on the product's database (Q1 to Q5). */
class CartsIT {
    private TestDesk given;
    private TestDevices devices;
    private Carts carts;
    private CartRounds rounds;
    private OwedDevices owing;
    private int chromebooks;
    private int cartModel;
    private int kitModel;

    @BeforeEach
    void open() {
        given = TestDesk.open(
                at -> List.of(new CartGuard(), new DeviceGuard(at.clock, at.calendar, new DeviceFees(at.ledger))));
        given.rule("period=14 days");
        devices = TestDevices.at(given.site, given.clock);
        carts = new Carts(given.database, given.clock, devices.inventory);
        rounds = new CartRounds(given.database, given.desk, devices.inventory);
        owing = new OwedDevices(given.database, given.clock, new UnlistedItems(), Settings.of(new SettingSources()));
        chromebooks = devices.model(TestDesk.unique("Maker "));
        cartModel = devices.model(TestDesk.unique("Maker "), DeviceCategory.CART);
        kitModel = devices.model(TestDesk.unique("Maker "), DeviceCategory.KIT);
    }

    @AfterEach
    void close() {
        if (devices != null) devices.close();
        if (given != null) given.close();
    }

    private DeviceCollections collections() {
        var fees = new DeviceFees(given.ledger);
        return new DeviceCollections(
                given.database,
                given.clock,
                given.desk,
                devices.inventory,
                new Borrowers(),
                given.loans,
                given.calendar,
                assignments(),
                new LentAccessories(given.database, given.clock, new Borrowers(), new ItemsAtDesk(), fees));
    }

    private Assignments assignments() {
        return new Assignments(
                given.database,
                given.clock,
                given.desk,
                new Borrowers(),
                new ItemsAtDesk(),
                new DeviceFees(given.ledger),
                given.calendar,
                new UnlistedItems());
    }

    private Device chromebook() {
        return devices.add(chromebooks, TestDesk.unique("CB-"), TestDesk.unique("S"));
    }

    private Device emptyCart() {
        return devices.add(cartModel, TestDesk.unique("CART-"), "");
    }

    private Device cart(List<Device> inside) {
        var cart = emptyCart();
        carts.addSlots(cart.id(), inside.size(), given.technician());
        for (var device : inside)
            assertThat(carts.put(cart.id(), "", device.tag(), given.technician()))
                    .isInstanceOf(SlotsChanged.Done.class);
        return cart;
    }

    private List<Device> chromebooks(int number) {
        var all = new ArrayList<Device>();
        for (var i = 0; i < number; i++) all.add(chromebook());
        return all;
    }

    private Device now(Device device) {
        return devices.device(device.id());
    }

    private Custody.Kind custody(Device device) {
        return now(device).custody().kind();
    }

    private CartAnswer handOver(Device cart, long teacher, CartHandOver how) {
        return rounds.handOver(cart.id(), teacher, how, UUID.randomUUID(), Lifted.NOTHING, given.technician());
    }

    private CartAnswer.Scanned scan(Device cart, String text) {
        return scan(cart, text, UUID.randomUUID());
    }

    private CartAnswer.Scanned scan(Device cart, String text, UUID request) {
        return (CartAnswer.Scanned) rounds.scan(cart.id(), text, request, Duration.ZERO, given.technician());
    }

    private CartAnswer close(Device cart, CartHandOver how) {
        return rounds.close(cart.id(), how, UUID.randomUUID(), given.technician());
    }

    private void back(Device cart) {
        assertThat(rounds.startIn(cart.id(), UUID.randomUUID(), given.technician()))
                .isInstanceOf(CartAnswer.Done.class);
    }

    private CartOut out(Device cart) {
        return carts.open(cart.id(), given.technician()).orElseThrow().out().orElseThrow();
    }

    private List<String> owed(Device cart) {
        return carts.open(cart.id(), given.technician()).orElseThrow().owed().stream()
                .map(OwedThing::name)
                .toList();
    }

    private Set<String> broken() {
        var problems = new HashSet<String>();
        new DeviceCheck(given.database).run(problems::add);
        return problems;
    }

    @Test
    void aCartIsOneLoanAndWhatIsInItGoesWithIt() { // Q1: due applies to all
        var inside = chromebooks(3);
        var cart = cart(inside);
        var teacher = given.student("Tom");
        var lent = given.scan(teacher, cart.tag());
        assertThat(lent.act()).isEqualTo(Act.CHECKED_OUT);
        assertThat(lent.remarks()).contains(new Remark(Remark.Kind.CART_OUT, "3"));
        assertThat(given.number("select count(*) from loan where patron_id = ?", teacher))
                .as("one loan")
                .isEqualTo(1);
        for (var device : inside) {
            var custody = (Custody.WithContainer) now(device).custody();
            assertThat(custody.container()).isEqualTo(cart.id());
            assertThat(custody.due()).isEqualTo(lent.loan().orElseThrow().due());
            assertThat(custody.owed()).isFalse();
        }
        var found = devices.inventory.find(
                new DeviceSearch(
                        "",
                        given.site,
                        OptionalInt.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Custody.Kind.WITH_CONTAINER),
                        Optional.empty(),
                        true),
                1,
                50,
                devices.technician());
        assertThat(found.rows()).as("the list derives the same").hasSize(3);
        given.scan(cart.tag());
        assertThat(close(cart, CartHandOver.counted(3, Set.of()))).isInstanceOf(CartAnswer.Done.class);
        assertThat(inside).allMatch(device -> custody(device) == Custody.Kind.IN_CONTAINER);
    }

    @Test
    void oneIsLentOutOfTheCartAndTheCartTellsWhich() { // Q1
        var inside = chromebooks(2);
        var cart = cart(inside);
        var teacher = given.student("Tom");
        given.scan(teacher, cart.tag());
        var lent = given.scan(given.student("Ana"), inside.getFirst().tag());
        assertThat(lent.act()).isEqualTo(Act.CHECKED_OUT);
        assertThat(lent.remarks()).extracting(Remark::kind).contains(Remark.Kind.OUT_OF_CART);
        assertThat(custody(inside.getFirst())).isEqualTo(Custody.Kind.ON_LOAN);
        var page = carts.open(cart.id(), given.technician()).orElseThrow();
        assertThat(page.slots().getFirst().fate()).isEqualTo(Fate.LENT);
        back(cart);
        assertThat(((CartAnswer.Done) close(cart, CartHandOver.scanned())).missing())
                .as("what Ana has is not the teacher's")
                .hasSize(1);
        given.scan(inside.getFirst().tag());
        assertThat(custody(inside.getFirst())).isEqualTo(Custody.Kind.IN_CONTAINER);
    }

    @Test
    void whatIsBrokenMissingOrOutIsNamedAndDoesNotGo() { // B40, B41, V1
        var inside = chromebooks(4);
        var cart = cart(inside);
        devices.set(inside.get(0), DeviceCondition.MISSING, "Not in its slot");
        devices.set(inside.get(1), DeviceCondition.BROKEN, "Screen");
        given.scan(given.student("Ana"), inside.get(2).tag());
        var done = (CartAnswer.Done) handOver(cart, given.student("Tom"), CartHandOver.trusted());
        assertThat(done.answer().remarks())
                .contains(new Remark(Remark.Kind.CART_OUT, "1"), new Remark(Remark.Kind.CART_WITHOUT, "3"));
        assertThat(carts.open(cart.id(), given.technician()).orElseThrow().slots())
                .extracting(slot -> slot.fate())
                .containsExactly(Fate.GONE, Fate.NOT_READY, Fate.LENT, Fate.AWAY);
        assertThat(custody(inside.get(2))).as("Ana has it still").isEqualTo(Custody.Kind.ON_LOAN);
    }

    @Test
    void aCountThatIsShortNeedsNames() { // Q2: mismatch list before handing over
        var inside = chromebooks(3);
        var cart = cart(inside);
        var teacher = given.student("Tom");
        assertThat(handOver(cart, teacher, CartHandOver.counted(2, Set.of())))
                .isEqualTo(new CartAnswer.Unclear(3, 2, 0));
        assertThat(given.number("select count(*) from loan where patron_id = ?", teacher))
                .isZero();
        var gone = inside.get(1);
        var done = (CartAnswer.Done) handOver(cart, teacher, CartHandOver.counted(2, Set.of(gone.id())));
        assertThat(done.missing()).singleElement().asString().contains(gone.tag());
        assertThat(out(cart).handed()).isEqualTo(2);
        assertThat(custody(gone)).isEqualTo(Custody.Kind.IN_CONTAINER);
    }

    @Test
    void aCartIsScannedBeforeItGoes() { // Q2
        var inside = chromebooks(3);
        var cart = cart(inside);
        var other = cart(chromebooks(1));
        var stray =
                carts.open(other.id(), given.technician()).orElseThrow().slots().getFirst();
        rounds.startOut(cart.id(), UUID.randomUUID(), given.technician());
        assertThat(scan(cart, inside.get(2).tag()).left()).isEqualTo(2);
        assertThat(scan(cart, inside.get(0).tag()).outcome()).isEqualTo(Outcome.HERE);
        var strange = scan(cart, stray.device().orElseThrow().tag());
        assertThat(strange.outcome()).isEqualTo(Outcome.STRAY);
        assertThat(strange.place()).isEqualTo(other.tag() + " · 1");
        assertThat(scan(cart, "NOWHERE").outcome()).isEqualTo(Outcome.UNKNOWN);
        var done = (CartAnswer.Done) handOver(cart, given.student("Tom"), CartHandOver.scanned());
        assertThat(done.missing()).containsExactly(inside.get(1).tag() + " · 2");
        assertThat(out(cart).way()).isEqualTo(CartOut.Way.SCANNED);
    }

    @Test
    void whatComesInIsScannedInAnyOrderAndStraysGoHome() { // Q3
        var inside = chromebooks(4);
        var cart = cart(inside);
        var others = chromebooks(2);
        var other = cart(others);
        var teacher = given.student("Tom");
        handOver(cart, teacher, CartHandOver.trusted());
        handOver(other, given.student("Eva"), CartHandOver.trusted());
        back(cart);
        assertThat(given.number("select count(*) from loan where open_item = ?", cart.item()))
                .as("the cart itself is returned regardless")
                .isZero();
        assertThat(scan(cart, inside.get(3).tag()).left()).isEqualTo(3);
        var request = UUID.randomUUID();
        scan(cart, inside.get(0).serial(), request);
        assertThat(scan(cart, inside.get(0).serial(), request).left())
                .as("the same request again")
                .isEqualTo(2);
        assertThat(scan(cart, inside.get(0).tag()).outcome()).isEqualTo(Outcome.AGAIN);
        for (var stray : others) {
            var said = scan(cart, stray.tag());
            assertThat(said.outcome()).isEqualTo(Outcome.STRAY);
            assertThat(said.place()).startsWith(other.tag());
            assertThat(custody(stray)).as("home, logically").isEqualTo(Custody.Kind.IN_CONTAINER);
        }
        scan(cart, inside.get(1).tag());
        var done = (CartAnswer.Done) close(cart, CartHandOver.scanned());
        assertThat(done.missing()).containsExactly(inside.get(2).tag() + " · 3");
        var custody = (Custody.WithContainer) now(inside.get(2)).custody();
        assertThat(custody.owed()).isTrue();
        assertThat(carts.owed(given.technician()))
                .filteredOn(owed -> owed.container() == cart.id())
                .singleElement()
                .satisfies(owed -> assertThat(owed.patron()).hasValue(teacher));
        assertThat(given.scan(given.student("Ida"), cart.tag()).act()).isEqualTo(Act.CHECKED_OUT);
        assertThat(broken())
                .noneMatch(problem -> problem.startsWith("Cart " + cart.id() + " ")
                        || problem.startsWith("Cart " + other.id() + " "));
    }

    @Test
    void whatIsOwedIsMissingAfterSomeDaysAndNotAtOnce() { // Q3
        var inside = chromebooks(2);
        var cart = cart(inside);
        handOver(cart, given.student("Tom"), CartHandOver.trusted());
        back(cart);
        close(cart, CartHandOver.counted(1, Set.of(inside.getFirst().id())));
        owing.run();
        assertThat(now(inside.getFirst()).condition()).isEqualTo(DeviceCondition.READY);
        given.clock.pass(Duration.ofDays(8));
        owing.run();
        owing.run();
        assertThat(now(inside.getFirst()).condition()).isEqualTo(DeviceCondition.MISSING);
        assertThat(owed(cart)).containsExactly(inside.getFirst().tag());
        var late = given.scan(inside.getFirst().tag());
        assertThat(late.remarks()).extracting(Remark::kind).contains(Remark.Kind.WAS_OWED, Remark.Kind.GOES_IN_CART);
        assertThat(now(inside.getFirst()).condition()).isEqualTo(DeviceCondition.READY);
        assertThat(custody(inside.getFirst())).isEqualTo(Custody.Kind.IN_CONTAINER);
        assertThat(owed(cart)).isEmpty();
        given.clock.pass(Duration.ofHours(1));
        owing.run();
        assertThat(given.number(
                        "select count(*) from container_out where container_id = ? and patron_id is not null",
                        cart.id()))
                .as("PR-1: nothing is owed, nobody need know who had it")
                .isZero();
    }

    @Test
    void aFullCountIsOneKeyAndAShortOneNeedsNames() { // Q3
        var inside = chromebooks(3);
        var cart = cart(inside);
        handOver(cart, given.student("Tom"), CartHandOver.trusted());
        back(cart);
        scan(cart, inside.getFirst().tag());
        assertThat(close(cart, CartHandOver.counted(2, Set.of()))).isEqualTo(new CartAnswer.Unclear(3, 2, 0));
        assertThat(close(cart, CartHandOver.counted(2, Set.of(inside.getFirst().id()))))
                .as("what was scanned cannot be missing")
                .isEqualTo(new CartAnswer.Unclear(3, 2, 0));
        var request = UUID.randomUUID();
        var how = CartHandOver.counted(2, Set.of(inside.get(1).id()));
        var first = (CartAnswer.Done) rounds.close(cart.id(), how, request, given.technician());
        assertThat(first.missing()).containsExactly(inside.get(1).tag() + " · 2");
        assertThat(rounds.close(cart.id(), how, request, given.technician()))
                .as("Z2: the same request again")
                .isInstanceOf(CartAnswer.Done.class);
        assertThat(owed(cart)).hasSize(1);
    }

    @Test
    void aCartThatIsBackIsCountedBeforeItGoesAgain() {
        var cart = cart(chromebooks(1));
        handOver(cart, given.student("Tom"), CartHandOver.trusted());
        var back = given.scan(cart.tag());
        assertThat(back.remarks()).contains(new Remark(Remark.Kind.CART_TO_COUNT, "1"));
        var refused = given.scan(given.student("Ana"), cart.tag());
        assertThat(refused.blocks()).extracting(Blocked::block).containsExactly(LoanBlock.CART_NOT_COUNTED);
    }

    @Test
    void whatWasDoneAtTheDeskIsUndone() {
        var inside = chromebooks(2);
        var cart = cart(inside);
        var lend = given.request(given.student("Tom"), cart.tag());
        given.desk.scan(lend, given.technician());
        given.desk.undo(given.press(), Optional.of(lend.request()), given.technician());
        assertThat(custody(inside.getFirst())).isEqualTo(Custody.Kind.IN_CONTAINER);
        handOver(cart, given.student("Tom"), CartHandOver.trusted());
        given.clock.pass(Duration.ofMinutes(5));
        given.scan(cart.tag());
        given.desk.undo(given.press(), Optional.empty(), given.technician());
        assertThat(carts.open(cart.id(), given.technician()).orElseThrow().round())
                .isEmpty();
        assertThat(out(cart).onLoan()).isTrue();
        assertThat(custody(inside.getFirst())).isEqualTo(Custody.Kind.WITH_CONTAINER);
    }

    @Test
    void twoDesksScanOneCartAtOnceAndCloseItOnce() throws Exception { // Z5
        var inside = chromebooks(12);
        var cart = cart(inside);
        handOver(cart, given.student("Tom"), CartHandOver.trusted());
        back(cart);
        var acts = new ArrayList<Callable<Object>>();
        for (var device : inside) acts.add(() -> scan(cart, device.tag()));
        try (var pool = Executors.newFixedThreadPool(4)) {
            for (var done : pool.invokeAll(acts)) assertThat(done.get()).isNotNull();
            var closes = new ArrayList<Callable<CartAnswer>>();
            for (var i = 0; i < 3; i++) closes.add(() -> close(cart, CartHandOver.scanned()));
            var done = 0;
            for (var one : pool.invokeAll(closes)) if (one.get() instanceof CartAnswer.Done) done++;
            assertThat(done).isEqualTo(1);
        }
        assertThat(owed(cart)).isEmpty();
    }

    @Test
    void aKitWithoutAPartIsNotLentUnlessThePartIsOptional() { // Q4
        var kit = devices.add(kitModel, TestDesk.unique("KIT-"), "");
        carts.addPart(kit.id(), "Battery", 2, false, given.technician());
        carts.addPart(kit.id(), "Bag", 1, true, given.technician());
        var parts = carts.open(kit.id(), given.technician()).orElseThrow().parts();
        var battery = parts.getFirst().id();
        var bag = parts.getLast().id();
        carts.saw(kit.id(), Map.of(battery, 1), given.technician());
        var refused = given.scan(given.student("Ana"), kit.tag());
        assertThat(refused.blocks()).containsExactly(Blocked.of(LoanBlock.KIT_INCOMPLETE, "Battery"));
        carts.saw(kit.id(), Map.of(battery, 2, bag, 0), given.technician());
        assertThat(given.scan(given.student("Ana"), kit.tag()).act()).isEqualTo(Act.CHECKED_OUT);
    }

    @Test
    void b64AKitComesBackWithoutItsCharger() { // B64, Q4
        var camera = devices.add(chromebooks, TestDesk.unique("CAM-"), "");
        var kit = devices.add(kitModel, TestDesk.unique("KIT-"), "");
        carts.addSlots(kit.id(), 1, given.technician());
        carts.put(kit.id(), "1", camera.tag(), given.technician());
        carts.addPart(kit.id(), "Charger", 1, false, given.technician());
        carts.addPart(kit.id(), "Bag", 1, false, given.technician());
        var charger =
                carts.open(kit.id(), given.technician()).orElseThrow().parts().getFirst();
        var ana = given.student("Ana");
        given.scan(ana, kit.tag());
        given.scan(kit.tag());
        scan(kit, camera.tag());
        var done = (CartAnswer.Done) close(kit, CartHandOver.scanned().with(Map.of(charger.id(), 0)));
        assertThat(done.missing()).containsExactly("Charger");
        assertThat(given.number("select count(*) from loan where open_item = ?", kit.item()))
                .as("the kit is returned")
                .isZero();
        var owed = carts.open(kit.id(), given.technician()).orElseThrow().owed().getFirst();
        assertThat(owed.patron()).hasValue(ana);
        assertThat(given.scan(given.student("Bo"), kit.tag()).blocks())
                .extracting(Blocked::block)
                .containsExactly(LoanBlock.KIT_INCOMPLETE);
        carts.settlePart(kit.id(), owed.part().orElseThrow(), true, given.technician());
        assertThat(given.scan(given.student("Bo"), kit.tag()).act()).isEqualTo(Act.CHECKED_OUT);
    }

    @Test
    void collectingEndsLoansAndAssignmentsAndTheChargerIsOwed() {
        var charger = devices.accessory(5);
        devices.write("insert into device_model_accessory (model_id, type_id) values (?, ?)", chromebooks, charger);
        var lent = chromebook();
        var assigned = chromebook();
        var ana = given.person(Map.of(PatronField.HOMEROOM, "7B"));
        var bo = given.person(Map.of(PatronField.HOMEROOM, "7C"));
        given.scan(ana, lent.tag());
        var wish = AssignmentWish.toPerson(UUID.randomUUID(), bo, assigned.id());
        assertThat(assignments().assign(wish, given.technician())).isInstanceOf(Assigned.Done.class);
        var doors = collections();
        var today = Optional.of(LocalDate.ofInstant(given.clock.instant(), ZoneOffset.UTC));
        assertThat(doors.add(given.site, " ", today, today, UUID.randomUUID(), given.technician()))
                .isEqualTo(new CollectionSaved.Wrong(CollectionSaved.Why.NAME));
        var saved = doors.add(given.site, "June", today, today, UUID.randomUUID(), given.technician());
        var plan = ((CollectionSaved.Saved) saved).id();
        var before = doors.open(plan, given.technician()).orElseThrow();
        assertThat(before.left()).isEqualTo(2);
        assertThat(before.rooms()).extracting(CollectionPage.Room::name).containsExactly("7B", "7C");
        var request = UUID.randomUUID();
        var first = collect(doors, plan, lent, request);
        assertThat(first.had().orElseThrow().id()).isEqualTo(ana);
        assertThat(first.left()).isEqualTo(1);
        assertThat(collect(doors, plan, lent, request).collected())
                .as("Z2: the same request again")
                .isEqualTo(1);
        var second = collect(doors, plan, assigned, UUID.randomUUID());
        assertThat(second.had().orElseThrow().id()).isEqualTo(bo);
        assertThat(custody(assigned)).isEqualTo(Custody.Kind.IN_STOCK);
        for (var scan : List.of(first.scan(), second.scan()))
            assertThat(doors.charger(UUID.randomUUID(), plan, scan, true, given.technician()))
                    .isPresent();
        assertThat(given.number(
                        "select count(*) from lent_accessory where state = 'owed' and patron_id in (?, ?)", ana, bo))
                .isEqualTo(2);
        doors.charger(UUID.randomUUID(), plan, first.scan(), false, given.technician());
        assertThat(given.number("select count(*) from lent_accessory where state = 'owed' and patron_id = ?", ana))
                .as("it was in the bag")
                .isZero();
        var idle = collect(doors, plan, lent, UUID.randomUUID());
        assertThat(idle.wasOut()).isFalse();
        var after = doors.open(plan, given.technician()).orElseThrow();
        assertThat(after.collected()).isEqualTo(2);
        assertThat(after.chargers()).hasSize(1);
        doors.close(plan, given.technician());
        assertThat(doors.scan(plan, lent.tag(), UUID.randomUUID(), Duration.ZERO, given.technician()))
                .isEqualTo(new CollectionAnswer.Stale());
    }

    private CollectionAnswer.In collect(DeviceCollections doors, long plan, Device device, UUID request) {
        return (CollectionAnswer.In) doors.scan(plan, device.tag(), request, Duration.ZERO, given.technician());
    }

    @Test
    void nothingIsInsideItselfAndNothingIsDeeperThanAKitInACart() { // Q5
        var cart = emptyCart();
        var kit = devices.add(kitModel, TestDesk.unique("KIT-"), "");
        var deeper = devices.add(kitModel, TestDesk.unique("KIT-"), "");
        for (var one : List.of(cart, kit, deeper)) carts.addSlots(one.id(), 2, given.technician());
        assertThat(why(carts.put(cart.id(), "", cart.tag(), given.technician())))
                .isEqualTo(SlotsChanged.Why.ITSELF);
        assertThat(carts.put(cart.id(), "", kit.tag(), given.technician())).isInstanceOf(SlotsChanged.Done.class);
        assertThat(why(carts.put(kit.id(), "", cart.tag(), given.technician()))).isEqualTo(SlotsChanged.Why.CIRCLE);
        assertThat(why(carts.put(kit.id(), "", deeper.tag(), given.technician())))
                .isEqualTo(SlotsChanged.Why.TOO_DEEP);
        var camera = chromebook();
        carts.put(kit.id(), "", camera.tag(), given.technician());
        given.scan(given.student("Tom"), cart.tag());
        assertThat(custody(camera)).as("with the kit, in the cart").isEqualTo(Custody.Kind.WITH_CONTAINER);
        assertThat(((Custody.WithContainer) now(camera).custody()).slot()).isEqualTo("1/1");
    }

    private static SlotsChanged.Why why(SlotsChanged answer) {
        return ((SlotsChanged.Refused) answer).why();
    }

    @Test
    void slotsAreNumberedRenamedAndFilledInTheirOrder() {
        var inside = chromebooks(2);
        var cart = cart(inside);
        assertThat(carts.rename(cart.id(), "2", "Top", given.technician())).isInstanceOf(SlotsChanged.Done.class);
        assertThat(why(carts.rename(cart.id(), "1", "top", given.technician()))).isEqualTo(SlotsChanged.Why.SLOT_TAKEN);
        assertThat(why(carts.put(cart.id(), "", chromebook().tag(), given.technician())))
                .isEqualTo(SlotsChanged.Why.NO_FREE_SLOT);
        assertThat(why(carts.removeSlot(cart.id(), "1", given.technician()))).isEqualTo(SlotsChanged.Why.SLOT_FULL);
        assertThat(why(carts.addSlots(cart.id(), 61, given.technician()))).isEqualTo(SlotsChanged.Why.SLOT_NUMBER);
        var other = emptyCart();
        carts.addSlots(other.id(), 1, given.technician());
        var moved =
                (SlotsChanged.Done) carts.put(other.id(), "", inside.getLast().tag(), given.technician());
        assertThat(moved.from()).isEqualTo(cart.tag() + " · Top");
    }

    @Test
    void whoHasACartIsKnownUntilNothingIsOwedAndTwoEntriesBecomeOne() { // P6, PR-8
        var inside = chromebooks(1);
        var cart = cart(inside);
        var tom = given.student("Tom");
        handOver(cart, tom, CartHandOver.trusted());
        back(cart);
        close(cart, CartHandOver.scanned());
        var people = new CartPeople(given.database);
        assertThat(people.counts(List.of(tom))).containsEntry(tom, 1);
        var other = given.student("Tom");
        given.database.transaction(connection -> {
            var moved = people.move(connection, tom, other);
            assertThat(moved).hasSize(1);
            assertThat(people.isWith(connection, other)).isTrue();
            assertThat(people.moveBack(connection, moved, other, tom)).isEqualTo(moved);
            return moved;
        });
    }
}
