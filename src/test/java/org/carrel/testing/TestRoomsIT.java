package org.carrel.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carrel.scheduling.TestBookings.TODAY;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.carrel.devices.ConditionSet;
import org.carrel.devices.Device;
import org.carrel.devices.DeviceCondition;
import org.carrel.patrons.PatronField;
import org.carrel.scheduling.TestBookings;
import org.carrel.security.Caller;
import org.carrel.testing.RoomSheet.Mark;
import org.carrel.testing.SeatAnswer.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Rooms, seats, swaps and incidents against the real database. */
class TestRoomsIT {
    private TestingSchool given;
    private Caller coordinator;
    private long room;

    @BeforeEach
    void open() {
        given = TestingSchool.open();
        given.now(TODAY, 7, 0);
        coordinator = given.coordinator();
        room = given.roomToday(coordinator);
        given.now(TODAY, 9, 50);
    }

    @AfterEach
    void close() {
        if (given != null) given.close();
    }

    private String listed(String name) {
        var patron = given.school.desk.student(name);
        var card = given.school.desk.card(patron);
        given.rooms.seat(room, card, given.device().tag(), new SeatWish("", true), coordinator);
        given.rooms.mark(room, Mark.Kind.STOP, coordinator);
        return card;
    }

    private TestStudent student(SeatAnswer answer) {
        return given.rooms
                .find(room, coordinator)
                .orElseThrow()
                .student(answer.student().orElseThrow())
                .orElseThrow();
    }

    @Test
    void twoScansAreASeatAndASwapKeepsBoth() { // TS-3
        var card = listed("Ana");
        var first = given.device();
        var second = given.device();
        assertThat(given.rooms
                        .seat(room, card, first.tag(), SeatWish.PLAIN, coordinator)
                        .kind())
                .isEqualTo(Kind.SEATED);
        assertThat(given.rooms
                        .seat(room, card, first.serial(), SeatWish.PLAIN, coordinator)
                        .kind())
                .isEqualTo(Kind.SAME);
        assertThat(given.rooms
                        .seat(room, card, second.tag(), SeatWish.PLAIN, coordinator)
                        .kind())
                .isEqualTo(Kind.WHY);
        assertThat(given.devices.device(first.id()).kept()).isFalse();
        var swapped = given.rooms.seat(room, card, second.tag(), SeatWish.swap("Screen went dark"), coordinator);
        assertThat(swapped.kind()).isEqualTo(Kind.SWAPPED);
        var seats = student(swapped).seats();
        assertThat(seats.subList(1, 3)).extracting(TestStudent.Seat::tag).containsExactly(first.tag(), second.tag());
        assertThat(seats.get(1).why()).isEqualTo("Screen went dark");
        assertThat(seats.get(1).keep()).isPresent();

        var kept = given.devices.device(first.id());
        assertThat(kept.kept()).isTrue();
        for (var to : List.of(
                DeviceCondition.RETIRED,
                DeviceCondition.RETIRED_PENDING,
                DeviceCondition.AT_VENDOR,
                DeviceCondition.WAITING_PARTS))
            assertThat(given.devices.set(kept, to, "Wipe it"))
                    .as(to.name())
                    .isEqualTo(new ConditionSet.Refused(ConditionSet.Why.KEPT));
        assertThat(given.rooms
                        .seat(room, listed("Ben"), first.tag(), SeatWish.PLAIN, coordinator)
                        .kind())
                .isEqualTo(Kind.KEPT);

        var seat = seats.get(1).id();
        assertThat(given.rooms.release(room, seat, given.school.teacher())).isFalse();
        assertThat(given.rooms.release(room, seat, given.technician())).isTrue();
        assertThat(given.rooms.release(room, seat, coordinator)).as("once").isFalse();
        var free = given.devices.device(first.id());
        assertThat(free.kept()).isFalse();
        assertThat(given.devices.set(free, DeviceCondition.RETIRED_PENDING, "Now it may"))
                .isEqualTo(new ConditionSet.Done());
    }

    @Test
    void ofTwoStudentsWhoScanOneDeviceOneSitsThere() throws Exception { // TS-3, I2
        var ana = listed("Ana");
        var ben = listed("Ben");
        var device = given.device();
        for (var round = 0; round < 5; round++) {
            List<Callable<SeatAnswer>> acts = List.of(
                    () -> given.rooms.seat(room, ana, device.tag(), SeatWish.PLAIN, coordinator),
                    () -> given.rooms.seat(room, ben, device.tag(), SeatWish.PLAIN, coordinator));
            try (var pool = Executors.newFixedThreadPool(2)) {
                var kinds = pool.invokeAll(acts).stream()
                        .map(answer -> answer.resultNow().kind())
                        .toList();
                assertThat(kinds).containsExactlyInAnyOrder(Kind.SEATED, Kind.TAKEN);
            }
            given.rooms.mark(room, Mark.Kind.STOP, coordinator);
        }
    }

    @Test
    void nothingIsSeatedThatCannotBe() { // TS-3
        var device = given.device();
        var stranger = given.school.desk.card(given.school.desk.student("Cleo"));
        assertThat(given.rooms
                        .seat(room, stranger, device.tag(), SeatWish.PLAIN, coordinator)
                        .kind())
                .isEqualTo(Kind.NOT_LISTED);
        assertThat(given.rooms
                        .seat(room, "NOBODY-1", device.tag(), SeatWish.PLAIN, coordinator)
                        .kind())
                .isEqualTo(Kind.NO_STUDENT);
        var card = listed("Ana");
        assertThat(given.rooms
                        .seat(room, card, "NOTHING-1", SeatWish.PLAIN, coordinator)
                        .kind())
                .isEqualTo(Kind.NO_DEVICE);
        given.devices.set(device, DeviceCondition.BROKEN, "Cracked");
        assertThat(given.rooms
                        .seat(room, card, device.tag(), SeatWish.PLAIN, coordinator)
                        .kind())
                .isEqualTo(Kind.NOT_USABLE);
        var good = given.device();
        assertThat(given.rooms
                        .seat(room, card, good.tag(), SeatWish.swap("password is blue42"), coordinator)
                        .kind())
                .isEqualTo(Kind.SECRET);
        given.now(TODAY.plusDays(1), 8, 0);
        assertThat(given.rooms
                        .seat(room, card, good.tag(), SeatWish.PLAIN, coordinator)
                        .kind())
                .isEqualTo(Kind.OVER);
    }

    @Test
    void aRoomIsItsProctorsAndAccommodationsAreSeenByWhoRunsTheTest() { // TS-1, TS-8
        listed("Ana");
        var sheet = given.rooms.find(room, coordinator).orElseThrow();
        var ana = sheet.students().getFirst();
        given.rooms.allow(room, ana.id(), Set.of(Accommodation.EXTENDED_TIME, Accommodation.BREAKS), coordinator);
        var teacher = given.school.teacher();
        assertThat(given.rooms.find(room, teacher)).isEmpty();
        assertThat(given.rooms.own(teacher)).isEmpty();
        assertThat(given.rooms.proctor(room, teacher.account(), true, coordinator))
                .isTrue();
        assertThat(given.rooms.own(teacher)).extracting(TestRoom::id).containsExactly(room);
        assertThat(given.rooms
                        .find(room, teacher)
                        .orElseThrow()
                        .students()
                        .getFirst()
                        .accommodations())
                .containsExactlyInAnyOrder(Accommodation.EXTENDED_TIME, Accommodation.BREAKS);
        var technician = given.rooms.find(room, given.technician()).orElseThrow();
        assertThat(technician.students().getFirst().accommodations()).isEmpty();
        assertThat(given.rooms.allow(room, ana.id(), Set.of(), teacher))
                .as("a proctor reads")
                .isFalse();
        assertThat(given.incidents.log(room, given.technician())).isEmpty();
        assertThat(given.incidents.add(
                        room,
                        new IncidentDraft("Late", "", "", "", List.of()),
                        OptionalLong.empty(),
                        UUID.randomUUID(),
                        given.technician()))
                .contains(IncidentProblem.NOT_ALLOWED);
        given.rooms.proctor(room, teacher.account(), false, coordinator);
        assertThat(given.rooms.find(room, teacher)).isEmpty();
        assertThat(given.rooms.find(room, given.school.librarian()))
                .as("not named")
                .isEmpty();
    }

    @Test
    void theLogOnlyGrowsAndADraftIsThereAgain() { // TS-5
        listed("Ana");
        var ana = given.rooms.find(room, coordinator).orElseThrow().students().getFirst();
        var draft =
                new IncidentDraft("Fire alarm, all left the room", "Went on at 10:05", "9:45", "", List.of(ana.id()));
        assertThat(given.incidents.keep(room, draft, coordinator)).isEmpty();
        assertThat(given.incidents.draft(room, coordinator)).isEqualTo(draft);
        assertThat(given.incidents.draft(room, given.coordinator())).isEqualTo(IncidentDraft.EMPTY);
        var request = UUID.randomUUID();
        assertThat(given.incidents.add(room, draft, OptionalLong.empty(), request, coordinator))
                .isEmpty();
        assertThat(given.incidents.add(room, draft, OptionalLong.empty(), request, coordinator))
                .isEmpty();
        var log = given.incidents.log(room, coordinator);
        assertThat(log).hasSize(1);
        assertThat(log.getFirst().at())
                .isEqualTo(TODAY.atTime(9, 45).atZone(TestBookings.CHICAGO).toInstant());
        assertThat(log.getFirst().students())
                .extracting(Incident.Person::student)
                .containsExactly(ana.id());
        assertThat(given.incidents.draft(room, coordinator).isEmpty()).isTrue();
        var right = new IncidentDraft("It was 9:47", "", "", "", List.of());
        var first = OptionalLong.of(log.getFirst().id());
        assertThat(given.incidents.add(room, right, first, UUID.randomUUID(), coordinator))
                .isEmpty();
        assertThat(given.incidents.log(room, coordinator).getLast().corrects()).isEqualTo(first);
        var later = new IncidentDraft("Later", "", "15:30", "", List.of());
        assertThat(given.incidents.add(room, later, OptionalLong.empty(), UUID.randomUUID(), coordinator))
                .contains(IncidentProblem.NO_TIME);
        org.assertj.core.api.Assertions.assertThatThrownBy(() ->
                        given.school.desk.write("update testing_incident set what = 'Nothing' where room_id = ?", room))
                .as("not even in the database")
                .isInstanceOf(org.carrel.platform.DatabaseProblem.class);
    }

    @Test
    void noTicketOrCodeIsKeptAnywhere() { // TS-6
        var secret = new IncidentDraft("The test ticket: AB12-99ZK was torn", "", "", "", List.of());
        assertThat(given.incidents.keep(room, secret, coordinator)).contains(IncidentProblem.SECRET);
        assertThat(given.incidents.add(room, secret, OptionalLong.empty(), UUID.randomUUID(), coordinator))
                .contains(IncidentProblem.SECRET);
        var columns = given.school.desk.number(
                "select count(*) from information_schema.columns where table_schema = database() and table_name like 'testing%' "
                        + "and (column_name regexp 'ticket|seal|password|secret|content|question|answer' or data_type in "
                        + "('blob', 'longblob', 'mediumblob', 'text', 'mediumtext', 'longtext'))");
        assertThat(columns).as("no place for them, and none for files").isZero();
    }

    @Test
    void afterItsTimeItIsErasedWithAProofAndNotBefore() { // TS-7
        listed("Ana");
        var ana = given.rooms.find(room, coordinator).orElseThrow().students().getFirst();
        given.incidents.add(
                room,
                new IncidentDraft("Nosebleed", "", "", "", List.of(ana.id())),
                OptionalLong.empty(),
                UUID.randomUUID(),
                coordinator);
        var window = given.rooms.find(room, coordinator).orElseThrow().room().window();
        var end = TODAY.plusDays(1).atStartOfDay(TestBookings.CHICAGO).toInstant();
        given.memory.forget(end.minusSeconds(86_400));
        assertThat(given.incidents.log(room, coordinator)).hasSize(1);
        assertThat(given.memory.forget(end)).isGreaterThanOrEqualTo(2);
        assertThat(given.incidents.log(room, coordinator)).isEmpty();
        assertThat(given.rooms.find(room, coordinator).orElseThrow().students()).isEmpty();
        var proof = given.windows
                .find(window, coordinator)
                .orElseThrow()
                .forgotten()
                .orElseThrow();
        assertThat(proof.seats()).isEqualTo(1);
        assertThat(proof.incidents()).isEqualTo(1);
        assertThat(given.school.desk.number(
                        "select count(*) from audit_event where action = 'testing_erased' and subject_id = ?", window))
                .isEqualTo(1);
    }

    @Test
    void whoIsInATestIsErasedAfterItAndTakesTheirRowsAlong() { // TS-7, PR-12
        listed("Ana");
        listed("Ben");
        var both = given.rooms.find(room, coordinator).orElseThrow().students();
        var ana = both.getFirst();
        for (var about :
                List.of(List.of(ana.id()), List.of(ana.id(), both.getLast().id())))
            given.incidents.add(
                    room,
                    new IncidentDraft("Nosebleed", "", "", "", about),
                    OptionalLong.empty(),
                    UUID.randomUUID(),
                    coordinator);
        var database = given.school.desk.database;
        assertThat(database.<Boolean>read(connection -> given.people.isWith(connection, ana.patron())))
                .isTrue();
        given.now(TODAY.plusDays(1), 8, 0);
        assertThat(database.<Boolean>read(connection -> given.people.isWith(connection, ana.patron())))
                .isFalse();
        database.transaction(connection -> {
            given.people.forget(connection, ana.patron());
            return true;
        });
        assertThat(given.rooms.find(room, coordinator).orElseThrow().students()).hasSize(1);
        assertThat(given.incidents.log(room, coordinator))
                .as("the one about another too stays")
                .hasSize(1)
                .allSatisfy(incident -> assertThat(incident.students()).hasSize(1));
    }

    @Test
    void devicesAreReadyWhenAllChecksAreNewEnough() { // TS-2
        var technician = given.technician();
        var site = given.school.desk.site;
        var device = given.device();
        var found = given.readiness.scanned(site, given.program, device.tag().toLowerCase(), technician);
        assertThat(found).extracting(DeviceReady::state).containsExactly(DeviceReady.State.OPEN);
        assertThat(given.readiness
                        .look(device.id(), given.program, Set.of(), technician)
                        .orElseThrow()
                        .state())
                .isEqualTo(DeviceReady.State.READY);
        given.now(TODAY.plusDays(1), 10, 0);
        assertThat(given.readiness.board(site, given.program, technician))
                .filteredOn(one -> one.device().id() == device.id())
                .as("some checks hold for one day")
                .extracting(DeviceReady::state)
                .containsExactly(DeviceReady.State.OLD);
        var check = found.getFirst().looks().getFirst().check().id();
        assertThat(given.readiness
                        .look(device.id(), given.program, Set.of(check), technician)
                        .orElseThrow()
                        .state())
                .isEqualTo(DeviceReady.State.FAILED);
        assertThat(given.readiness.board(site, given.program, given.school.librarian()))
                .as("a librarian who is not named")
                .isEmpty();
    }

    @Test
    void aClassIsPutOnTheListAndTheNextDayIsTheSame() {
        var homeroom = "Room " + UUID.randomUUID();
        for (var name : List.of("Ana", "Ben"))
            given.school.desk.person(Map.of(PatronField.GIVEN_NAME, name, PatronField.HOMEROOM, homeroom));
        assertThat(given.rooms.addClass(room, "room-" + homeroom, coordinator)).isEqualTo(2);
        assertThat(given.rooms.addClass(room, "room-" + homeroom, coordinator)).isZero();
        assertThat(given.rooms.addClass(room, "room-none", coordinator)).isEqualTo(-1);
        assertThat(given.rooms.addAsBefore(room, coordinator))
                .as("there is no day before")
                .isEqualTo(-1);
    }

    @Test
    void twoHundredDevicesAreReadyByOneScanAndOneTapEach(TestReporter reporter) { // TS-2
        var technician = given.technician();
        var site = given.school.desk.site;
        var all = IntStream.range(0, 200).mapToObj(number -> given.device()).toList();
        var began = System.nanoTime();
        for (var device : all) {
            var found = given.readiness.scanned(site, given.program, device.tag(), technician);
            assertThat(found).hasSize(1);
            var seen = given.readiness.look(found.getFirst().device().id(), given.program, Set.of(), technician);
            assertThat(seen.orElseThrow().state()).isEqualTo(DeviceReady.State.READY);
        }
        var took = Duration.ofNanos(System.nanoTime() - began);
        var ids = all.stream().map(Device::id).collect(Collectors.toSet());
        assertThat(given.readiness.board(site, given.program, technician))
                .filteredOn(one -> ids.contains(one.device().id()))
                .hasSize(200)
                .allMatch(one -> one.state() == DeviceReady.State.READY);
        // The rest of a quarter of an hour is for hands: no limit here, as machines differ.
        reporter.publishEntry("200 devices by scan, ms", String.valueOf(took.toMillis()));
    }
}
