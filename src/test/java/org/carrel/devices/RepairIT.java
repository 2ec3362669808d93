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
