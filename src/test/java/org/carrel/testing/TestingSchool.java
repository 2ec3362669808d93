package org.carrel.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.carrel.devices.Device;
import org.carrel.devices.KeptDevices;
import org.carrel.devices.TestDevices;
import org.carrel.patrons.Borrowers;
import org.carrel.patrons.ClassLists;
import org.carrel.scheduling.SessionWatch;
import org.carrel.scheduling.TestBookings;
import org.carrel.school.Sites;
import org.carrel.security.Caller;
import org.carrel.security.Role;

/** A site of its own with bookings, devices, and people who run tests; it is a Wednesday in October 2026. */
final class TestingSchool implements AutoCloseable {
    final TestBookings school;
    final TestDevices devices;
    final TestCoordinators coordinators;
    final TestWindows windows;
    final DeviceReadiness readiness;
    final TestRooms rooms;
    final TestIncidents incidents;
    final TestMemory memory;
    final TestPeople people;
    final int program;
    private final int model;

    private TestingSchool(TestBookings school) {
        this.school = school;
        var desk = school.desk;
        devices = TestDevices.at(desk.site, desk.clock);
        coordinators = new TestCoordinators(desk.database, desk.clock, desk.audit);
        windows = new TestWindows(desk.database, desk.clock, school.displacements, school.resources, desk.audit);
        var kept = new KeptDevices();
        readiness = new DeviceReadiness(desk.database, desk.clock, devices.inventory, kept);
        rooms = new TestRooms(
                desk.database,
                desk.clock,
                desk.calendar,
                new Sites(desk.database, desk.clock, desk.audit),
                new ClassLists(desk.database),
                new Borrowers(),
                devices.inventory,
                kept,
                readiness);
        incidents = new TestIncidents(desk.database, desk.clock, desk.calendar, devices.inventory);
        memory = new TestMemory(desk.database, desk.clock, desk.audit);
        people = new TestPeople(desk.database, desk.clock);
        program = readiness.programs().stream()
                .filter(one -> one.name().equals("TestNav"))
                .findFirst()
                .orElseThrow()
                .id();
        model = devices.model("Tested");
    }

    static TestingSchool open() {
        return open(List.of());
    }

    static TestingSchool open(List<SessionWatch> watches) {
        return new TestingSchool(TestBookings.open(watches));
    }

    /** A librarian whom an administrator has named. */
    Caller coordinator() {
        var librarian = school.librarian();
        school.desk.write(
                "insert into test_coordinator (account_id, named_at) values (?, utc_timestamp(3))",
                librarian.account());
        return librarian;
    }

    Caller technician() {
        return school.somebody(Role.TECHNICIAN);
    }

    WindowWish wish(List<LocalDate> days, int first, int last, Long... resources) {
        return new WindowWish(
                school.desk.site, program, "Spring test", days, first, last, List.of(resources), UUID.randomUUID());
    }

    /** Opened with all that it pushes out. */
    TestWindow opened(WindowWish wish, Caller by) {
        var plan = windows.plan(wish, by);
        var opened = windows.open(wish, plan.displacement().sessions(), by);
        if (!(opened instanceof WindowOpened.Opened done)) throw new IllegalStateException(opened.toString());
        return windows.find(done.window(), by).orElseThrow();
    }

    /** A room in a test in the third period of today, with its coordinator. @return its number */
    long roomToday(Caller coordinator) {
        var window = opened(wish(List.of(TestBookings.TODAY), 3, 6, school.zone(1, 40)), coordinator);
        return windows.rooms(window.id()).getFirst().id();
    }

    Device device() {
        return devices.add(model, TestDevices.unique("T-"), TestDevices.unique("S"));
    }

    /** It is this time now. */
    void now(LocalDate day, int hour, int minute) {
        school.desk.clock.set(
                day.atTime(hour, minute).atZone(TestBookings.CHICAGO).toInstant());
    }

    Instant at() {
        return school.desk.clock.instant();
    }

    @Override
    public void close() {
        devices.close();
        school.close();
    }
}
