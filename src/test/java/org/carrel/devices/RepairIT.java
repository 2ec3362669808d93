package org.carrel.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.carrel.catalog.ItemsAtDesk;
import org.carrel.catalog.UnlistedItems;
import org.carrel.circulation.Blocked;
import org.carrel.circulation.DamageFees;
import org.carrel.circulation.DeskAnswer.Act;
import org.carrel.circulation.DeviceFees;
import org.carrel.circulation.Lifted;
import org.carrel.circulation.LoanBlock;
import org.carrel.circulation.LoanDues;
import org.carrel.circulation.TestDesk;
import org.carrel.devices.RepairChanged.Done;
import org.carrel.devices.RepairChanged.Refused;
import org.carrel.devices.RepairChanged.Why;
import org.carrel.devices.RepairPatterns.Pattern;
import org.carrel.notices.Notices;
import org.carrel.patrons.Borrowers;
import org.carrel.patrons.PatronContacts;
import org.carrel.security.Caller;
import org.carrel.security.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tickets and loaners: what must hold when things happen twice, at once, or long after. */
class RepairIT {
    private TestDesk desk;
    private TestDevices given;
    private RepairTickets repairs;
    private LoanerSwap swap;
    private RepairParts parts;
    private Assignments assignments;
    private int model;

    @BeforeEach
    void open() {
        desk = TestDesk.open(at -> {
            repairs = new RepairTickets(
                    at.database,
                    at.clock,
                    new UnlistedItems(),
                    new Borrowers(),
                    new LoanDues(),
                    at.calendar,
                    new DamageFees(at.ledger),
                    at.audit);
            return List.of(new DeviceGuard(at.clock, at.calendar, new DeviceFees(at.ledger)), new RepairGuard(repairs));
        });
        desk.rule("period=7 days");
        given = TestDevices.at(desk.site, desk.clock);
        var notices = new Notices(desk.clock, new PatronContacts(), desk.calendar, Optional.empty());
        swap = new LoanerSwap(
                desk.database,
                desk.clock,
                desk.desk,
                given.inventory,
                new Borrowers(),
                new LoanDues(),
                new SwapNotice(desk.database, desk.clock, notices, desk.calendar),
                repairs);
        parts = new RepairParts(desk.database, desk.clock, new UnlistedItems());
        assignments = new Assignments(
                desk.database,
                desk.clock,
                desk.desk,
                new Borrowers(),
                new ItemsAtDesk(),
                new DeviceFees(desk.ledger),
                desk.calendar,
                new UnlistedItems());
        model = given.model(TestDevices.unique("Maker "));
    }

    @AfterEach
    void close() {
        if (given != null) given.close();
        if (desk != null) desk.close();
    }

    private Device device() {
        return given.add(model, TestDevices.unique("CB-"), "");
    }

    private Device loaner() {
        var device = device();
        given.write("update device_record set loaner = true where id = ?", device.id());
        return given.device(device.id());
    }

    private SwapWish wish(Device broken, Device loaner) {
        return new SwapWish(
                UUID.randomUUID(), desk.site, broken.id(), loaner.id(), Fault.SCREEN, "dropped", Lifted.NOTHING);
    }

    private long report(Device device, Fault fault) {
        var wish = new RepairWish(
                UUID.randomUUID(),
                desk.site,
                OptionalLong.of(device.id()),
                Optional.empty(),
                "",
                fault,
                "",
                true,
                RepairPriority.NORMAL);
        return ((Done) repairs.report(wish, desk.technician())).ticket();
    }

    private long openTickets(Device device) {
        return given.number("select count(*) from repair_ticket where open_device = ?", device.id());
    }

    @Test
    void anAssignmentSurvivesTheSwapAndTheWayBack() { // V2
        var student = desk.student("Ana");
        var broken = device();
        var loaner = loaner();
        assignments.assign(AssignmentWish.toPerson(UUID.randomUUID(), student, broken.id()), desk.technician());
        var wish = wish(broken, loaner);
        var answer = swap.swap(wish, desk.technician());
        assertThat(answer.answer().act()).isEqualTo(Act.SWAPPED);
        assertThat(given.device(broken.id()).custody().kind()).isEqualTo(Custody.Kind.AT_REPAIR);
        assertThat(assignments.openOf(broken.id()).orElseThrow().patron()).hasValue(student);
        assertThat(given.device(loaner.id()).custody().kind()).isEqualTo(Custody.Kind.ON_LOAN);

        var again = swap.swap(wish, desk.technician());
        assertThat(again.answer().act()).isEqualTo(Act.SWAPPED);
        assertThat(again.answer().repeated()).isTrue();
        assertThat(again.ticket()).isEqualTo(answer.ticket());
        assertThat(given.number("select count(*) from repair_ticket where device_id = ?", broken.id()))
                .isEqualTo(1);

        var back = swap.back(wish(broken, loaner), desk.technician());
        assertThat(back.answer().act()).isEqualTo(Act.SWAPPED_BACK);
        assertThat(given.device(broken.id()).custody().kind()).isEqualTo(Custody.Kind.ASSIGNED);
        assertThat(given.device(loaner.id()).custody().kind()).isEqualTo(Custody.Kind.IN_STOCK);
        assertThat(openTickets(broken)).isZero();
    }

    private UUID back(Device broken, Device loaner) {
        var wish = wish(broken, loaner);
        assertThat(swap.back(wish, desk.technician()).answer().act()).isEqualTo(Act.SWAPPED_BACK);
        return wish.request();
    }

    private Act undoBack(UUID back) {
        return swap.undoBack(back, UUID.randomUUID(), desk.site, desk.technician())
                .answer()
                .act();
    }

    private long onLoan(Device device, long student) {
        return given.number("select count(*) from loan where open_item = ? and patron_id = ?", device.item(), student);
    }

    @Test
    void theWayBackIsUndoneWholeAndGoneAgain() { // V2
        var student = desk.student("Ida");
        var broken = device();
        var loaner = loaner();
        desk.scan(student, broken.tag());
        var ticket = swap.swap(wish(broken, loaner), desk.technician()).ticket().orElseThrow();
        var version = repairs.find(ticket).orElseThrow().version();
        repairs.step(ticket, version, RepairState.WAITING_PARTS, "", UUID.randomUUID(), desk.technician());
        repairs.edit(
                ticket, version + 1, new RepairTickets.Edit(RepairPriority.NORMAL, "", 0, 4_000), desk.technician());
        var back = back(broken, loaner);
        assertThat(onLoan(broken, student)).isEqualTo(1);
        assertThat(given.device(broken.id()).condition()).isEqualTo(DeviceCondition.READY);

        var request = UUID.randomUUID();
        var undone = swap.undoBack(back, request, desk.site, desk.technician());
        assertThat(undone.answer().act()).isEqualTo(Act.UNDONE);
        assertThat(undone.ticket()).hasValue(ticket);
        assertThat(onLoan(loaner, student)).isEqualTo(1);
        assertThat(onLoan(broken, student)).isZero();
        var open = repairs.open(ticket).orElseThrow();
        assertThat(open.ticket().state()).isEqualTo(RepairState.WAITING_PARTS);
        assertThat(open.ticket().closed()).isEmpty();
        assertThat(open.ticket().deviceIn()).isTrue();
        assertThat(open.due()).as("it waits again").isEmpty();
        assertThat(given.device(broken.id()).condition()).isEqualTo(DeviceCondition.WAITING_PARTS);
        assertThat(given.device(broken.id()).custody().kind()).isEqualTo(Custody.Kind.AT_REPAIR);
        var again = swap.undoBack(back, request, desk.site, desk.technician());
        assertThat(again.answer().repeated()).as("the same once more").isTrue();
        assertThat(undoBack(back)).as("there is nothing left").isEqualTo(Act.NOTHING_TO_UNDO);

        back(broken, loaner);
        assertThat(onLoan(broken, student)).isEqualTo(1);
        assertThat(openTickets(broken)).isZero();
        assertThat(given.number("select sum(cost_cents) from device_event where device_id = ?", broken.id()))
                .as("what it cost is told once, though it was closed twice")
                .isEqualTo(4_000);
    }

    @Test
    void theWayBackOfADeviceForTheYearIsUndone() { // V2
        var student = desk.student("Jo");
        var broken = device();
        var loaner = loaner();
        assignments.assign(AssignmentWish.toPerson(UUID.randomUUID(), student, broken.id()), desk.technician());
        swap.swap(wish(broken, loaner), desk.technician());
        assertThat(undoBack(back(broken, loaner))).isEqualTo(Act.UNDONE);
        assertThat(given.device(broken.id()).custody().kind()).isEqualTo(Custody.Kind.AT_REPAIR);
        assertThat(onLoan(loaner, student)).isEqualTo(1);
        assertThat(openTickets(broken)).isEqualTo(1);
    }

    @Test
    void aWayBackIsNotUndoneWhenSomethingElseHasHappenedOrAnotherAsks() {
        var student = desk.student("Kim");
        var broken = device();
        var loaner = loaner();
        desk.scan(student, broken.tag());
        swap.swap(wish(broken, loaner), desk.technician());
        var back = back(broken, loaner);
        var other = new Caller(4_711, "other", "Other", Role.TECHNICIAN, Optional.empty());
        assertThat(swap.undoBack(back, UUID.randomUUID(), desk.site, other)
                        .answer()
                        .act())
                .isEqualTo(Act.NOTHING_TO_UNDO);
        desk.scan(desk.student("Lou"), loaner.tag());
        assertThat(undoBack(back)).as("the loaner is lent").isEqualTo(Act.NOTHING_TO_UNDO);
        assertThat(onLoan(broken, student)).as("nothing of it").isEqualTo(1);
        assertThat(openTickets(broken)).isZero();
        desk.scan(loaner.tag());
        report(broken, Fault.HINGE);
        assertThat(undoBack(back)).as("it is broken again").isEqualTo(Act.NOTHING_TO_UNDO);
        assertThat(onLoan(broken, student)).as("nothing of it").isEqualTo(1);
        assertThat(onLoan(loaner, student)).isZero();

        var late = device();
        var second = loaner();
        desk.scan(desk.student("Max"), late.tag());
        swap.swap(wish(late, second), desk.technician());
        var old = back(late, second);
        desk.clock.pass(LoanerSwap.UNDO.plusSeconds(1));
        assertThat(undoBack(old)).as("after a minute").isEqualTo(Act.NOTHING_TO_UNDO);
    }

    @Test
    void theClockOfATicketStandsWhileItWaits() {
        var ticket = report(device(), Fault.SCREEN);
        var due = repairs.open(ticket).orElseThrow().due().orElseThrow();
        desk.clock.pass(Duration.ofHours(1));
        step(ticket, RepairState.WAITING_FAMILY);
        desk.clock.pass(Duration.ofHours(2));
        assertThat(repairs.open(ticket).orElseThrow().due()).as("it stands").isEmpty();
        assertThat(sla(ticket)).isEqualTo(new RepairTickets.Sla(Optional.empty(), false));
        desk.clock.pass(Duration.ofDays(70));
        assertThat(sla(ticket).late()).as("however long it takes").isFalse();
        step(ticket, RepairState.TRIAGED);
        var later = repairs.open(ticket).orElseThrow().due().orElseThrow();
        assertThat(later).isAfter(due.plus(Duration.ofDays(69)));
        assertThat(sla(ticket)).isEqualTo(new RepairTickets.Sla(Optional.of(later), false));
        desk.clock.pass(Duration.between(desk.clock.instant(), later).plusSeconds(1));
        step(ticket, RepairState.WAITING_PARTS);
        assertThat(sla(ticket)).as("late before it waited").isEqualTo(new RepairTickets.Sla(Optional.of(later), true));
    }

    private RepairTickets.Sla sla(long ticket) {
        return repairs.sla(List.of(repairs.find(ticket).orElseThrow())).getFirst();
    }

    private void step(long ticket, RepairState to) {
        var version = repairs.find(ticket).orElseThrow().version();
        assertThat(repairs.step(ticket, version, to, "", UUID.randomUUID(), desk.technician()))
                .isInstanceOf(Done.class);
    }

    @Test
    void whoWaitsForARepairGetsALoanerAndNothingElseOfItsKind() { // B71
        var student = desk.student("Bo");
        var broken = device();
        var loaner = loaner();
        var other = device();
        assignments.assign(AssignmentWish.toPerson(UUID.randomUUID(), student, broken.id()), desk.technician());
        report(broken, Fault.BATTERY);
        var refused = desk.scan(student, other.tag());
        assertThat(refused.act()).isEqualTo(Act.REFUSED);
        assertThat(refused.blocks()).extracting(Blocked::block).contains(LoanBlock.ONLY_LOANER);
        assertThat(desk.scan(student, loaner.tag()).act()).isEqualTo(Act.CHECKED_OUT);
        assertThat(desk.scan(desk.student("Cy"), broken.tag()).blocks())
                .extracting(Blocked::block)
                .contains(LoanBlock.HAS_OPEN_TICKET);
    }

    @Test
    void twoDesksWantOneLoanerAndOneGetsItWhole() throws Exception { // V2, Z1
        for (var round = 0; round < 5; round++) {
            var loaner = loaner();
            var brokenOnes = new ArrayList<Device>();
            var works = new ArrayList<Callable<Act>>();
            for (var name : List.of("Dee", "Eli", "Fay", "Gus")) {
                var broken = device();
                brokenOnes.add(broken);
                assertThat(desk.scan(desk.student(name), broken.tag()).act()).isEqualTo(Act.CHECKED_OUT);
                var wish = wish(broken, loaner);
                works.add(() -> swap.swap(wish, desk.technician()).answer().act());
            }
            var acts = new ArrayList<Act>();
            try (var pool = Executors.newFixedThreadPool(works.size())) {
                for (var future : pool.invokeAll(works)) acts.add(future.get());
            }
            assertThat(acts).filteredOn(Act.SWAPPED::equals).hasSize(1);
            var swapped = brokenOnes.get(acts.indexOf(Act.SWAPPED));
            for (var broken : brokenOnes) {
                var isSwapped = broken.id() == swapped.id();
                assertThat(openTickets(broken)).isEqualTo(isSwapped ? 1 : 0);
                assertThat(given.device(broken.id()).custody().kind())
                        .isEqualTo(isSwapped ? Custody.Kind.AT_REPAIR : Custody.Kind.ON_LOAN);
            }
        }
    }

    @Test
    void theSameReportIsOneTicketAndAnotherOneJoinsIt() { // Z2
        var device = device();
        var wish = new RepairWish(
                UUID.randomUUID(),
                desk.site,
                OptionalLong.of(device.id()),
                Optional.empty(),
                "",
                Fault.SOUND,
                "no sound",
                false,
                RepairPriority.NORMAL);
        var first = (Done) repairs.report(wish, desk.technician());
        assertThat(repairs.report(wish, desk.technician())).isEqualTo(first);
        var other = new RepairWish(
                UUID.randomUUID(),
                desk.site,
                OptionalLong.of(device.id()),
                Optional.empty(),
                "",
                Fault.CAMERA,
                "and no picture",
                false,
                RepairPriority.NORMAL);
        assertThat(repairs.report(other, desk.technician())).isEqualTo(new Done(first.ticket(), true));
        assertThat(openTickets(device)).isEqualTo(1);
        assertThat(repairs.open(first.ticket()).orElseThrow().events())
                .anyMatch(event -> event.note().contains("and no picture"));
    }

    private RepairWish wish(Device device, Fault fault, String words, boolean in) {
        return new RepairWish(
                UUID.randomUUID(),
                desk.site,
                OptionalLong.of(device.id()),
                Optional.empty(),
                "",
                fault,
                words,
                in,
                RepairPriority.NORMAL);
    }

    /** A teacher says so while a student has it; then somebody brings it in and tells more: one ticket with both stories. */
    @Test
    void twoReportsOfOneDeviceAreOneTicketThatKnowsBoth() { // Z2
        var student = desk.student("Mo");
        var device = device();
        var first = (Done) repairs.report(wish(device, Fault.SOUND, "no sound", false), desk.technician());
        assertThat(given.device(device.id()).condition()).isEqualTo(DeviceCondition.READY);
        desk.scan(student, device.tag());
        assertThat(repairs.report(wish(device, Fault.SCREEN, "and a crack", true), desk.technician()))
                .isEqualTo(new Done(first.ticket(), true));
        var out = repairs.open(first.ticket()).orElseThrow();
        assertThat(out.ticket().patron()).as("who had it is known now").hasValue(student);
        assertThat(out.ticket().deviceIn()).as("it is with its borrower").isFalse();
        assertThat(out.ticket().fault()).as("what it was opened for").isEqualTo(Fault.SOUND);
        assertThat(out.events())
                .anyMatch(event -> event.kind() == RepairEvent.Kind.REPORTED_AGAIN
                        && event.was().equals("SOUND")
                        && event.becomes().equals("SCREEN")
                        && event.note().equals("and a crack"));

        desk.scan(device.tag());
        assertThat(repairs.find(first.ticket()).orElseThrow().deviceIn())
                .as("kept back when it came in")
                .isTrue();
        assertThat(given.device(device.id()).condition()).isEqualTo(DeviceCondition.BROKEN);
        assertThat(openTickets(device)).isEqualTo(1);
        assertThat(repairs.ofDevice(device.id())).hasSize(1);
    }

    @Test
    void eightReportsAtOnceAreOneTicket() throws Exception { // Z1
        var device = device();
        var works = new ArrayList<Callable<RepairChanged>>();
        for (var i = 0; i < 8; i++) {
            var wish = wish(device, Fault.HINGE, "report " + i, true);
            works.add(() -> repairs.report(wish, desk.technician()));
        }
        var answers = new ArrayList<RepairChanged>();
        try (var pool = Executors.newFixedThreadPool(works.size())) {
            for (var future : pool.invokeAll(works)) answers.add(future.get());
        }
        assertThat(answers).allMatch(Done.class::isInstance);
        assertThat(answers).filteredOn(answer -> !((Done) answer).joined()).hasSize(1);
        assertThat(repairs.ofDevice(device.id())).hasSize(1);
        var events =
                repairs.open(((Done) answers.getFirst()).ticket()).orElseThrow().events();
        for (var i = 0; i < 8; i++) {
            var words = "report " + i;
            assertThat(events).as(words).anyMatch(event -> event.note().equals(words));
        }
    }

    @Test
    void tenTechniciansWantOnePartAndOneGetsIt() throws Exception { // V6
        var name = TestDevices.unique("Screen ");
        var added = parts.addType(name, OptionalInt.of(4_500));
        assertThat(added).isInstanceOf(Done.class);
        var type = (int) given.number("select id from repair_part_type where name = ?", name);
        parts.stocked(type, desk.site, 1, false, UUID.randomUUID(), desk.technician());
        var works = new ArrayList<Callable<RepairChanged>>();
        for (var i = 0; i < 10; i++) {
            var ticket = report(device(), Fault.SCREEN);
            works.add(() -> repairs.part(ticket, type, 1, UUID.randomUUID(), desk.technician()));
        }
        var answers = new ArrayList<RepairChanged>();
        try (var pool = Executors.newFixedThreadPool(10)) {
            for (var future : pool.invokeAll(works)) answers.add(future.get());
        }
        assertThat(answers).filteredOn(Done.class::isInstance).hasSize(1);
        assertThat(answers)
                .filteredOn(Refused.class::isInstance)
                .hasSize(9)
                .allMatch(answer -> answer.equals(new Refused(Why.NONE_LEFT)));
        assertThat(given.number("select sum(quantity) from repair_part_stock where type_id = ?", type))
                .isZero();
        var mended = answers.stream()
                .filter(Done.class::isInstance)
                .map(Done.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(repairs.find(mended.ticket()).orElseThrow().partsCents()).isEqualTo(4_500);
    }

    @Test
    void whoHadItIsKnownUntilTheTicketIsClosedAndItsTimeIsOver() { // PR-1
        var student = desk.student("Hal");
        var broken = device();
        desk.scan(student, broken.tag());
        swap.swap(wish(broken, loaner()), desk.technician());
        var ticket = given.number("select max(id) from repair_ticket where device_id = ?", broken.id());
        var memory = new RepairMemory(desk.database, new Borrowers(), new DamageFees(desk.ledger));
        desk.clock.pass(Duration.ofDays(800));
        memory.forget(desk.clock.instant());
        assertThat(repairs.find(ticket).orElseThrow().patron())
                .as("while it is open")
                .isPresent();
        var version = repairs.find(ticket).orElseThrow().version();
        assertThat(repairs.step(ticket, version, RepairState.CANCELLED, "found", UUID.randomUUID(), desk.technician()))
                .isInstanceOf(Done.class);
        memory.forget(desk.clock.instant().minus(Duration.ofDays(1)));
        assertThat(repairs.find(ticket).orElseThrow().patron())
                .as("in its time")
                .isPresent();
        memory.forget(desk.clock.instant().plusSeconds(1));
        assertThat(repairs.find(ticket).orElseThrow().patron()).as("after it").isEmpty();
    }

    @Test
    void theSameFaultOfAModelAgainAndAgainIsAPattern() {
        for (var i = 0; i < 5; i++) report(device(), Fault.HINGE);
        var patterns = new RepairPatterns(desk.database, desk.clock, new UnlistedItems());
        assertThat(patterns.find(desk.technician()))
                .filteredOn(Pattern.SameFault.class::isInstance)
                .map(Pattern.SameFault.class::cast)
                .anySatisfy(found -> {
                    assertThat(found.model()).isEqualTo(model);
                    assertThat(found.fault()).isEqualTo(Fault.HINGE);
                    assertThat(found.count()).isEqualTo(5);
                });
    }
}
