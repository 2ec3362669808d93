package org.carrel.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.carrel.catalog.ItemsAtDesk;
import org.carrel.catalog.UnlistedItems;
import org.carrel.circulation.Blocked;
import org.carrel.circulation.DeskAnswer;
import org.carrel.circulation.DeskAnswer.Act;
import org.carrel.circulation.DeskAnswer.Remark;
import org.carrel.circulation.DeviceFees;
import org.carrel.circulation.Lifted;
import org.carrel.circulation.LoanBlock;
import org.carrel.circulation.Money;
import org.carrel.circulation.Scan;
import org.carrel.circulation.TestDesk;
import org.carrel.devices.LentAccessory.Cause;
import org.carrel.devices.LentAccessory.State;
import org.carrel.patrons.Borrowers;
import org.carrel.patrons.OwnClasses;
import org.carrel.patrons.PatronCategory;
import org.carrel.security.Caller;
import org.carrel.security.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Devices at a desk: what goes out with them, what is owed, and whose they are for the year. */
class LendingIT {
    private TestDesk desk;
    private TestDevices given;
    private LentAccessories accessories;
    private Assignments assignments;
    private int charger;
    private int model;

    @BeforeEach
    void open() {
        desk = TestDesk.open(at -> List.of(new DeviceGuard(at.clock, at.calendar, new DeviceFees(at.ledger))));
        desk.rule("period=7 days");
        given = TestDevices.at(desk.site, desk.clock);
        accessories = new LentAccessories(
                desk.database, desk.clock, new Borrowers(), new ItemsAtDesk(), new DeviceFees(desk.ledger));
        assignments = new Assignments(
                desk.database,
                desk.clock,
                desk.desk,
                new Borrowers(),
                new ItemsAtDesk(),
                new DeviceFees(desk.ledger),
                desk.calendar,
                new UnlistedItems());
        charger = given.accessory(2);
        given.write("update accessory_type set price_cents = 2900 where id = ?", charger);
        model = model(DeviceCategory.CHROMEBOOK, Map.of(charger, 1));
    }

    @AfterEach
    void close() {
        if (given != null) given.close();
        if (desk != null) desk.close();
    }

    private int model(DeviceCategory category, Map<Integer, Integer> with) {
        var facts = new ModelFacts(
                TestDevices.unique("Maker "),
                TestDevices.unique("Model "),
                category,
                "",
                OptionalInt.of(21_900),
                Optional.empty(),
                "",
                with);
        return ((ModelSaved.Saved) given.models.add(facts)).id();
    }

    private Device device() {
        return given.add(model, TestDevices.unique("CB-"), "");
    }

    private long left() {
        return given.number(
                "select quantity from accessory_stock where type_id = ? and site_id = (select id from site where code = ?)",
                charger,
                desk.site);
    }

    /** The count is the sum of its changes, whatever happened. */
    private void sumHolds() {
        assertThat(given.number(
                        "select coalesce(sum(quantity), 0) from accessory_move where type_id = ? and site_id = "
                                + "(select id from site where code = ?)",
                        charger,
                        desk.site))
                .isEqualTo(left());
    }

    private LentAccessory one(DeskAnswer answer) {
        return accessories.of(Cause.loan(answer.loan().orElseThrow().id())).getFirst();
    }

    private static List<LoanBlock> blocks(DeskAnswer answer) {
        return answer.blocks().stream().map(Blocked::block).toList();
    }

    private Caller librarian() {
        return new Caller(desk.technician().account() + 2, "librarian", "Librarian", Role.LIBRARIAN, Optional.empty());
    }

    private LentAccessoryChanged tick(LentAccessory one, boolean there) {
        return accessories.set(UUID.randomUUID(), one.id(), there, desk.technician());
    }

    @Test
    void aChargerGoesOutAndComesBackWithItsDeviceAndTheCountMoves() { // V6
        var device = device();
        var lent = desk.scan(desk.student("Ana"), device.tag());
        assertThat(lent.act()).isEqualTo(Act.CHECKED_OUT);
        assertThat(lent.remarks()).extracting(Remark::kind).contains(Remark.Kind.WITH_ACCESSORIES);
        assertThat(one(lent).state()).isEqualTo(State.OUT);
        assertThat(left()).isEqualTo(1);
        var back = desk.scan(device.tag());
        assertThat(back.act()).isEqualTo(Act.RETURNED);
        assertThat(back.remarks()).extracting(Remark::kind).contains(Remark.Kind.ACCESSORIES_BACK);
        assertThat(one(lent).state()).isEqualTo(State.BACK);
        assertThat(left()).isEqualTo(2);
        assertThat(given.device(device.id()).custody())
                .as("B66: returned without choosing, it is at home")
                .isEqualTo(new Custody.InStock(device.siteName(), "114"));
        sumHolds();
    }

    @Test
    void whatStaysBehindIsTickedOffAndNothingGoesBelowZero() { // V6
        var student = desk.student("Ben");
        var first = desk.scan(student, device().tag());
        assertThat(tick(one(first), false)).isInstanceOf(LentAccessoryChanged.Done.class);
        assertThat(one(first).state()).isEqualTo(State.NOT_GIVEN);
        assertThat(left()).isEqualTo(2);
        assertThat(tick(one(first), false))
                .as("the same again does nothing")
                .isInstanceOf(LentAccessoryChanged.Done.class);
        assertThat(left()).isEqualTo(2);
        desk.scan(student, device().tag());
        var third = desk.scan(student, device().tag());
        assertThat(left()).isZero();
        assertThat(one(third).state()).isEqualTo(State.OUT);
        var fourth = desk.scan(student, device().tag());
        assertThat(one(fourth).state()).as("none left").isEqualTo(State.NOT_GIVEN);
        assertThat(tick(one(fourth), true)).isInstanceOf(LentAccessoryChanged.NoneLeft.class);
        assertThat(left()).isZero();
        sumHolds();
    }

    @Test
    void whatIsMissingIsOwedChargedAndClearedWhenItIsHandedInLate() {
        var student = desk.student("Cleo");
        var device = device();
        var lent = desk.scan(student, device.tag());
        desk.scan(device.tag());
        tick(one(lent), false);
        assertThat(one(lent).state()).isEqualTo(State.OWED);
        assertThat(left()).isEqualTo(1);
        assertThat(accessories.owedBy(student))
                .extracting(LentAccessory::device)
                .containsExactly(device.id());
        assertThat(accessories.owed(desk.technician()))
                .extracting(LentAccessory::id)
                .contains(one(lent).id());
        assertThat(accessories.charge(UUID.randomUUID(), one(lent).id(), desk.technician()))
                .isEqualTo(new LentAccessoryChanged.Refused(LentAccessoryChanged.Why.NOT_ALLOWED));
        var request = UUID.randomUUID();
        assertThat(accessories.charge(request, one(lent).id(), librarian()))
                .isInstanceOf(LentAccessoryChanged.Done.class);
        assertThat(accessories.charge(request, one(lent).id(), librarian()))
                .as("once for its request")
                .isInstanceOf(LentAccessoryChanged.Done.class);
        assertThat(desk.owed(student)).isEqualTo(Money.ofCents(2_900));
        // The loan may be forgotten meanwhile: who owes it is known until it is here.
        desk.clock.pass(Duration.ofDays(40));
        desk.memory.forget();
        assertThat(given.number("select count(*) from loan where item_id = ? and patron_id is not null", device.item()))
                .isZero();
        assertThat(accessories.owedBy(student)).hasSize(1);
        assertThat(accessories.handIn(UUID.randomUUID(), one(lent).id(), desk.technician()))
                .isInstanceOf(LentAccessoryChanged.Done.class);
        assertThat(desk.owed(student)).isEqualTo(Money.ofCents(0));
        assertThat(left()).isEqualTo(2);
        assertThat(accessories.owedBy(student)).isEmpty();
        sumHolds();
    }

    @Test
    void undoneIsUndoneWithTheAccessories() {
        var student = desk.student("Dora");
        var device = device();
        var out = desk.request(student, device.tag());
        desk.desk.scan(out, desk.technician());
        desk.desk.undo(desk.press(), Optional.of(out.request()), desk.technician());
        assertThat(left()).isEqualTo(2);
        var lent = desk.scan(student, device.tag());
        var in = desk.press();
        desk.desk.checkIn(in, device.item(), desk.technician());
        tick(one(lent), false);
        desk.desk.undo(desk.press(), Optional.of(in.request()), desk.technician());
        assertThat(one(lent).state()).isEqualTo(State.OUT);
        assertThat(accessories.owedBy(student)).isEmpty();
        assertThat(left()).isEqualTo(1);
        sumHolds();
    }

    @Test
    void whereNobodyCountsChargersTheyGoOutAllTheSame() {
        given.write("insert into accessory_type (name) values (?)", TestDevices.unique("Bag "));
        var bag = (int) given.number("select max(id) from accessory_type");
        var camera = given.add(model(DeviceCategory.CAMERA, Map.of(bag, 2)), TestDevices.unique("CAM-"), "");
        var lent = desk.scan(desk.student("Eve"), camera.tag());
        assertThat(accessories.of(Cause.loan(lent.loan().orElseThrow().id())))
                .hasSize(2)
                .allMatch(one -> one.state() == State.OUT && !one.counted());
        desk.scan(camera.tag());
        assertThat(given.number("select count(*) from accessory_stock where type_id = ?", bag))
                .isZero();
    }

    @Test
    void aDeviceInNoConditionIsRefusedWithTheReason() { // V1
        var device = device();
        given.set(device, DeviceCondition.NEEDS_CHECK, "Key missing");
        var answer = desk.scan(desk.student("Fay"), device.tag());
        assertThat(answer.act()).isEqualTo(Act.REFUSED);
        assertThat(answer.blocks()).contains(Blocked.of(LoanBlock.DEVICE_NOT_READY, DeviceCondition.NEEDS_CHECK));
    }

    private Assigned assign(long patron, Device device) {
        return assignments.assign(AssignmentWish.toPerson(UUID.randomUUID(), patron, device.id()), desk.technician());
    }

    private static Assignment done(Assigned answer) {
        assertThat(answer).isInstanceOf(Assigned.Done.class);
        return ((Assigned.Done) answer).assignment();
    }

    private static List<AssignmentProblem.Kind> problems(Assigned answer) {
        return answer instanceof Assigned.Refused refused
                ? refused.problems().stream().map(AssignmentProblem::kind).toList()
                : List.of();
    }

    @Test
    void anAssignedDeviceIsUnderstoodAtTheDeskAndLentToNobody() { // V1, V2
        var owner = desk.student("Gina");
        var device = device();
        var assignment = done(assign(owner, device));
        assertThat(given.device(device.id()).custody()).isEqualTo(new Custody.Assigned(assignment.id()));
        assertThat(left()).isEqualTo(1);
        var theirs = desk.scan(owner, device.tag());
        assertThat(blocks(theirs)).containsExactly(LoanBlock.DEVICE_IS_THEIRS);
        var other = desk.scan(desk.student("Hal"), device.tag());
        assertThat(other.blocks()).containsExactly(Blocked.of(LoanBlock.DEVICE_ASSIGNED, assignment.id()));
        var lifted = new Lifted(EnumSet.allOf(LoanBlock.class), "I want it");
        assertThat(desk.scan(desk.student("Ivo"), device.tag(), lifted).act()).isEqualTo(Act.REFUSED);
        assertThat(given.number("select count(*) from loan where item_id = ?", device.item()))
                .isZero();
        var here = desk.scan(device.tag());
        assertThat(here.act()).isEqualTo(Act.NOT_ON_LOAN);
        assertThat(here.remarks()).contains(new Remark(Remark.Kind.ASSIGNED_TO, String.valueOf(assignment.id())));
        var back = assignments.returned(desk.press(), assignment.id(), desk.technician());
        assertThat(back.act()).isEqualTo(Act.ASSIGNMENT_ENDED);
        assertThat(left()).isEqualTo(2);
        assertThat(given.device(device.id()).custody()).isInstanceOf(Custody.InStock.class);
        assertThat(assignments.ofDevice(device.id()).getFirst().end()).contains(Assignment.End.RETURNED);
    }

    @Test
    void whoseDeviceIsAtRepairGetsALoanerAndNoSecondDevice() { // B71, V2
        var student = desk.student("Jan");
        var broken = device();
        var assignment = done(assign(student, broken));
        given.write(
                "insert into repair_ticket (site_id, device_id, fault, device_in, opened_at) values (?, ?, 'screen', true, now())",
                broken.siteId(),
                broken.id());
        assertThat(given.device(broken.id()).custody().kind()).isEqualTo(Custody.Kind.AT_REPAIR);
        assertThat(assignments.openOf(broken.id()).orElseThrow().id())
                .as("it survives the repair")
                .isEqualTo(assignment.id());
        var second = device();
        var answer = assign(student, second);
        assertThat(problems(answer)).containsExactly(AssignmentProblem.Kind.LOANER_ONLY);
        var wish = AssignmentWish.toPerson(UUID.randomUUID(), student, second.id());
        assertThat(problems(assignments.assign(wish.exchanging(), desk.technician())))
                .as("nor in exchange")
                .containsExactly(AssignmentProblem.Kind.LOANER_ONLY);
        assertThat(desk.scan(student, second.tag()).act()).as("a loaner").isEqualTo(Act.CHECKED_OUT);
        given.write("delete from repair_ticket where device_id = ?", broken.id());
    }

    @Test
    void anAideTakesDevicesBackAndLendsNone() {
        var aide = new Caller(1_000_000_009, "aide", "Aide", Role.AIDE, Optional.of(desk.site));
        var device = device();
        var student = desk.student("Jo");
        assertThat(blocks(desk.desk.scan(desk.request(student, device.tag()), aide)))
                .containsExactly(LoanBlock.DEVICE_NOT_FOR_ROLE);
        assertThat(desk.scan(student, device.tag()).act()).isEqualTo(Act.CHECKED_OUT);
        var back = Scan.now(UUID.randomUUID(), device.tag(), Optional.empty(), desk.place());
        assertThat(desk.desk.scan(back, aide).act()).isEqualTo(Act.RETURNED);
    }

    @Test
    void aSecondDeviceOfAKindIsAnExchange() {
        var student = desk.student("Kim");
        var old = device();
        var first = done(assign(student, old));
        var next = device();
        assertThat(problems(assign(student, next))).containsExactly(AssignmentProblem.Kind.HAS_ANOTHER);
        var wish =
                AssignmentWish.toPerson(UUID.randomUUID(), student, next.id()).exchanging();
        done(assignments.assign(wish, desk.technician()));
        assertThat(assignments.find(first.id()).orElseThrow().end()).contains(Assignment.End.EXCHANGED);
        assertThat(assignments.ofPatron(student)).extracting(Assignment::device).containsExactly(next.id());
        assertThat(assignments.assign(wish, desk.technician()))
                .as("the same request again")
                .extracting(again -> ((Assigned.Done) again).again())
                .isEqualTo(true);
        sumHolds();
    }

    @Test
    void anAssignmentIsRefusedForTheReasonsOfTheDesk() { // V1: the bulk path uses the same check
        var student = desk.student("Lea");
        var device = device();
        given.set(device, DeviceCondition.BROKEN, "Screen");
        var answer = (Assigned.Refused) assign(student, device);
        assertThat(answer.problems().stream()
                        .flatMap(one -> one.blocked().stream())
                        .map(Blocked::block))
                .contains(LoanBlock.DEVICE_NOT_READY, LoanBlock.NOT_LENDABLE);
        var lent = device();
        desk.scan(student, lent.tag());
        assertThat(problems(assign(desk.student("Mo"), lent))).contains(AssignmentProblem.Kind.ON_LOAN);
        assertThat(problems(assign(student, lent))).contains(AssignmentProblem.Kind.ON_LOAN);
        assertThat(problems(assign(999_999_999_999L, device()))).containsExactly(AssignmentProblem.Kind.NO_SUCH_PERSON);
    }

    @Test
    void whatWasJustDoneIsTakenBackAndNotLater() {
        var student = desk.student("Nia");
        var device = device();
        var assignment = done(assign(student, device));
        done(assignments.undo(UUID.randomUUID(), assignment.id(), desk.technician()));
        assertThat(assignments.find(assignment.id()).orElseThrow().end()).contains(Assignment.End.MISTAKE);
        assertThat(left()).isEqualTo(2);
        var again = done(assignments.undo(UUID.randomUUID(), assignment.id(), desk.technician()));
        assertThat(again.isOpen()).isTrue();
        assertThat(left()).isEqualTo(1);
        desk.clock.pass(Duration.ofMinutes(11));
        assertThat(problems(assignments.undo(UUID.randomUUID(), assignment.id(), desk.technician())))
                .containsExactly(AssignmentProblem.Kind.TOO_LATE);
        sumHolds();
    }

    @Test
    void aRoomHasADeviceAndIsNobody() {
        var projector = given.add(model(DeviceCategory.PROJECTOR, Map.of()), TestDevices.unique("PR-"), "");
        var wish = AssignmentWish.toRoom(UUID.randomUUID(), "Room 12", projector.id());
        var assignment = done(assignments.assign(wish, desk.technician()));
        assertThat(assignment.room()).isEqualTo("Room 12");
        assertThat(assignment.patron()).isEqualTo(OptionalLong.empty());
        assertThat(blocks(desk.scan(desk.student("Ola"), projector.tag()))).containsExactly(LoanBlock.DEVICE_ASSIGNED);
        assertThat(given.number("select count(*) from item_holder where item_id = ?", projector.item()))
                .isZero();
        assertThat(problems(assignments.assign(
                        AssignmentWish.toRoom(UUID.randomUUID(), " ", device().id()), desk.technician())))
                .containsExactly(AssignmentProblem.Kind.ROOM_MISSING);
    }

    @Test
    void whoHadADeviceIsForgottenAfterItsTimeAndWhoHasOneIsNotErased() { // PR-1, PR-8
        var student = desk.student("Pia");
        var device = device();
        var assignment = done(assign(student, device));
        var holdings = new AssignmentHoldings(desk.database);
        assertThat(holdings.counts(List.of(student))).containsEntry(student, 1);
        assertThat(given.number("select patron_id from item_holder where item_id = ?", device.item()))
                .isEqualTo(student);
        assertThat(desk.database.<Boolean>read(connection -> holdings.isWith(connection, student)))
                .isTrue();
        assignments.end(UUID.randomUUID(), assignment.id(), Assignment.End.RETURNED, desk.technician());
        holdings.forget(desk.clock.instant());
        assertThat(assignments.find(assignment.id()).orElseThrow().isOf(student))
                .isTrue();
        holdings.forget(desk.clock.instant().plus(Duration.ofMinutes(11)));
        assertThat(assignments.find(assignment.id()).orElseThrow().patron()).isEqualTo(OptionalLong.empty());
        assertThat(desk.database.<Boolean>read(connection -> holdings.isWith(connection, student)))
                .isFalse();
    }

    @Test
    void twoEntriesOfOnePersonHaveTheirDevicesTogether() { // P6
        var one = desk.student("Quinn");
        var other = desk.student("Quin");
        var device = device();
        var assignment = done(assign(one, device));
        var holdings = new AssignmentHoldings(desk.database);
        List<Long> moved = desk.database.transaction(connection -> holdings.move(connection, one, other));
        assertThat(moved).containsExactly(assignment.id());
        assertThat(assignments.ofPatron(other)).hasSize(1);
        desk.database.transaction(connection -> holdings.moveBack(connection, moved, other, one));
        assertThat(assignments.ofPatron(one)).hasSize(1);
    }

    private Agreements agreements() {
        return new Agreements(
                desk.database,
                desk.clock,
                new Borrowers(),
                new OwnClasses(desk.database, desk.clock),
                new UnlistedItems(),
                desk.audit);
    }

    private Agreement published(Agreements agreements, DeviceCategory what) {
        var name = TestDevices.unique("Agreement ");
        var draft = new AgreementDraft(
                0,
                name,
                Optional.of(desk.site),
                Optional.of(PatronCategory.STUDENT),
                Optional.of(what),
                2026,
                "Be careful.",
                "Tenga cuidado.");
        assertThat(agreements.publish(draft, librarian())).isEmpty();
        return agreements.all(librarian()).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static AgreementSigning signing(
            Agreement agreement, long patron, boolean accepted, AgreementAnswer.Way way) {
        return new AgreementSigning(
                UUID.randomUUID(), patron, agreement.id(), agreement.version(), accepted, way, "Ana", true, "");
    }

    @Test
    void whoHasNotSignedIsToldSoAndGetsNothingWithoutAReason() {
        var agreements = agreements();
        var agreement = published(agreements, DeviceCategory.CHROMEBOOK);
        var student = desk.student("Rosa");
        var device = device();
        var refused = desk.scan(student, device.tag());
        assertThat(refused.blocks()).containsExactly(Blocked.of(LoanBlock.AGREEMENT_MISSING, agreement.id()));
        assertThat(((Assigned.Refused) assign(student, device)).problems())
                .containsExactly(AssignmentProblem.of(Blocked.of(LoanBlock.AGREEMENT_MISSING, agreement.id())));
        var camera = given.add(model(DeviceCategory.CAMERA, Map.of()), TestDevices.unique("CAM-"), "");
        assertThat(desk.scan(student, camera.tag()).act()).as("another kind").isEqualTo(Act.CHECKED_OUT);
        var signing = signing(agreement, student, true, AgreementAnswer.Way.DESK);
        assertThat(agreements.sign(signing, desk.technician())).isEmpty();
        assertThat(agreements.sign(signing, desk.technician())).as("once").isEmpty();
        assertThat(given.number("select count(*) from agreement_answer where patron_id = ?", student))
                .isEqualTo(1);
        assertThat(desk.scan(student, device.tag()).act()).isEqualTo(Act.CHECKED_OUT);
        var other = new AgreementDraft(
                agreement.id(),
                agreement.name(),
                agreement.site(),
                agreement.whom(),
                agreement.what(),
                2026,
                "Be very careful.",
                "Tenga mucho cuidado.");
        assertThat(agreements.publish(other, librarian())).isEmpty();
        assertThat(blocks(desk.scan(student, device().tag()))).as("other words").contains(LoanBlock.AGREEMENT_MISSING);
        assertThat(agreements.sign(signing(agreement, student, true, AgreementAnswer.Way.DESK), desk.technician()))
                .contains(AgreementProblem.OTHER_WORDS);
        agreements.end(agreement.id(), librarian());
        assertThat(desk.scan(student, device().tag()).act()).isEqualTo(Act.CHECKED_OUT);
    }

    @Test
    void nobodySignsForAnotherAndTheAttemptIsKept() { // B68
        var agreements = agreements();
        var agreement = published(agreements, DeviceCategory.CHROMEBOOK);
        var student = desk.student("Sam");
        var another = new Caller(desk.technician().account() + 3, "mallory", "Mallory", Role.STUDENT, Optional.empty());
        assertThat(agreements.sign(signing(agreement, student, true, AgreementAnswer.Way.OWN_ACCOUNT), another))
                .contains(AgreementProblem.NOT_YOURS);
        assertThat(given.number("select count(*) from agreement_answer where patron_id = ?", student))
                .isZero();
        assertThat(given.number(
                        "select count(*) from audit_event where action = 'agreement_for_other_refused' and actor_id = ?",
                        another.account()))
                .isEqualTo(1);
        var login = TestDevices.unique("sam");
        given.write("update patron set username = ? where id = ?", login, student);
        var self = new Caller(desk.technician().account() + 4, login, "Sam", Role.STUDENT, Optional.empty());
        assertThat(agreements.sign(signing(agreement, student, true, AgreementAnswer.Way.OWN_ACCOUNT), self))
                .isEmpty();
        agreements.end(agreement.id(), librarian());
    }

    @Test
    void whoDeclinesHasToHandTheDeviceBackAndHasItUntilThen() { // B69
        var agreements = agreements();
        var student = desk.student("Tess");
        var device = device();
        done(assign(student, device));
        var agreement = published(agreements, DeviceCategory.CHROMEBOOK);
        agreements.sign(signing(agreement, student, false, AgreementAnswer.Way.DESK), desk.technician());
        assertThat(agreements.handbacks(desk.technician())).anySatisfy(task -> {
            assertThat(task.device()).isEqualTo(device.id());
            assertThat(task.patron()).isEqualTo(student);
        });
        assertThat(given.device(device.id()).custody().kind())
                .as("not silently in stock")
                .isEqualTo(Custody.Kind.ASSIGNED);
        var assignment = assignments.openOf(device.id()).orElseThrow();
        assignments.returned(desk.press(), assignment.id(), desk.technician());
        assertThat(agreements.handbacks(desk.technician())).noneMatch(task -> task.device() == device.id());
        agreements.end(agreement.id(), librarian());
    }

    @Test
    void aClassGetsItsDevicesFromAListWithTheSameCheck() { // V1, B62
        var one = desk.student("Uma");
        var other = desk.student("Vera");
        var first = device();
        var second = device();
        var broken = device();
        given.set(broken, DeviceCondition.BROKEN, "Screen");
        var lists = new AssignmentLists(desk.database, new Borrowers(), assignments);
        var list = desk.card(one) + "\n" + first.tag() + "\n" + second.tag() + "," + desk.card(other) + "\n"
                + desk.card(other) + "\t" + broken.tag() + "\nnobody-knows\n";
        var looked = lists.look(list, desk.place(), false, desk.technician());
        assertThat(looked).extracting(AssignmentLists.Row::isGood).containsExactly(true, true, false, false);
        assertThat(given.number(
                        "select count(*) from device_assignment where device_id in (?, ?, ?)",
                        first.id(),
                        second.id(),
                        broken.id()))
                .as("nothing is done by looking")
                .isZero();
        var request = UUID.randomUUID();
        lists.assign(request, list, desk.place(), false, desk.technician());
        lists.assign(request, list, desk.place(), false, desk.technician());
        assertThat(assignments.ofPatron(one)).extracting(Assignment::device).containsExactly(first.id());
        assertThat(assignments.ofPatron(other)).extracting(Assignment::device).containsExactly(second.id());
        assertThat(assignments.openOf(broken.id())).isEmpty();
    }

    @Test
    void anotherRoomIsAnEventAndNoLoan() { // B70
        var cart = given.add(model(DeviceCategory.CART, Map.of()), TestDevices.unique("CART-"), "");
        var wish = DeviceChange.of(cart).movedTo(desk.site, "Room 9");
        assertThat(given.inventory.change(wish, desk.technician())).isInstanceOf(DeviceSaved.Saved.class);
        assertThat(given.device(cart.id()).room()).isEqualTo("Room 9");
        assertThat(given.inventory
                        .open(cart.id())
                        .orElseThrow()
                        .events()
                        .getFirst()
                        .kind())
                .isEqualTo(DeviceEvent.Kind.MOVED);
        assertThat(given.number("select count(*) from loan where item_id = ?", cart.item()))
                .isZero();
    }

    @Test
    void aReturnTouchesNothingElseOfTheDevice() { // B65
        var device = device();
        given.inventory.change(DeviceChange.of(device).labelled(TestDevices.unique("CB-")), desk.technician());
        var before = given.device(device.id());
        desk.scan(desk.student("Will"), before.tag());
        desk.scan(before.tag());
        assertThat(given.device(device.id())).isEqualTo(before);
    }

    @Test
    void twoDesksAssignOneDeviceOnce() throws Exception { // Z1
        var device = device();
        var people = List.of(desk.student("Xena"), desk.student("Yuri"), desk.student("Zoe"));
        try (var pool = Executors.newFixedThreadPool(people.size())) {
            var acts = people.stream()
                    .<Callable<Assigned>>map(one -> () -> assign(one, device))
                    .toList();
            var answers = new ArrayList<Assigned>();
            for (var answer : pool.invokeAll(acts)) answers.add(answer.get());
            assertThat(answers).filteredOn(Assigned.Done.class::isInstance).hasSize(1);
        }
        assertThat(given.number("select count(*) from device_assignment where open_device = ?", device.id()))
                .isEqualTo(1);
        sumHolds();
    }
}
