package org.carrel.testing;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.carrel.devices.Device;
import org.carrel.devices.DeviceCondition;
import org.carrel.devices.DeviceInventory;
import org.carrel.devices.KeptDevices;
import org.carrel.patrons.Borrowers;
import org.carrel.patrons.ClassLists;
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronField;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.school.SchoolCalendar;
import org.carrel.school.Sites;
import org.carrel.security.Caller;
import org.carrel.security.Operation;
import org.carrel.testing.SeatAnswer.Kind;
import org.carrel.testing.rules.SeatRules;
import org.carrel.testing.rules.TestSecrets;
import org.carrel.testing.store.RoomStore;

/**
 * Rooms in tests: who takes it there, who watches, and who sits at which device (TS-3). A seat is two scans; a swap is two scans and a
 * reason, and the first device is kept for what may be on it alone.
 */
@Door
public class TestRooms {
    private final Database database;
    private final Clock clock;
    private final SchoolCalendar calendars;
    private final Sites sites;
    private final ClassLists classes;
    private final Borrowers people;
    private final DeviceInventory inventory;
    private final KeptDevices devices;
    private final DeviceReadiness readiness;
    private final TestReach reach = new TestReach();
    private final RoomStore store = new RoomStore();

    @Inject
    public TestRooms(
            Database database,
            Clock clock,
            SchoolCalendar calendars,
            Sites sites,
            ClassLists classes,
            Borrowers people,
            DeviceInventory inventory,
            KeptDevices devices,
            DeviceReadiness readiness) {
        this.database = database;
        this.clock = clock;
        this.calendars = calendars;
        this.sites = sites;
        this.classes = classes;
        this.people = people;
        this.inventory = inventory;
        this.devices = devices;
        this.readiness = readiness;
    }

    Optional<String> siteOf(long room) {
        return database.read(connection -> store.find(connection, room)).map(TestRoom::site);
    }

    boolean isProctor(long room, long account) {
        return database.read(connection -> store.isProctor(connection, room, account));
    }

    /** Rooms of today and later in which who asks has something to do, in order. */
    public List<TestRoom> own(Caller by) {
        return database.read(connection -> {
            var all = new ArrayList<TestRoom>();
            for (var site : sites.list()) {
                var today = calendars.of(site.code()).today(clock.instant());
                for (var room : store.from(connection, site.code(), today))
                    if (reach.may(connection, Operation.SEAT_TESTING, room, by)) all.add(room);
            }
            return all;
        });
    }

    /** Empty when there is none within reach. */
    public Optional<RoomSheet> find(long id, Caller by) {
        return database.read(connection -> sheet(connection, id, by));
    }

    private Optional<RoomSheet> sheet(Connection connection, long id, Caller by) throws SQLException {
        var room = store.find(connection, id);
        if (room.isEmpty() || !reach.may(connection, Operation.SEAT_TESTING, room.get(), by)) return Optional.empty();
        var proctors = reach.may(connection, Operation.PROCTOR, room.get(), by);
        var students = store.students(connection, id).stream()
                .map(student -> proctors ? student : without(student))
                .toList();
        return Optional.of(new RoomSheet(
                room.get(),
                store.proctors(connection, id),
                students,
                store.marks(connection, id),
                reach.may(connection, Operation.COORDINATE_TESTING, room.get().site(), by),
                proctors));
    }

    /** As those see it who are not to know what somebody is allowed (TS-8). */
    private static TestStudent without(TestStudent student) {
        return new TestStudent(
                student.id(), student.patron(), student.name(), student.identifier(), Set.of(), student.seats());
    }

    /** Classes and homerooms of the site, for who coordinates tests there. */
    public List<ClassLists.Entry> classes(RoomSheet sheet, Caller by) {
        return sheet.coordinates() ? classes.of(sheet.room().site(), by) : List.of();
    }

    /** Who could be a proctor there and is not, for who coordinates tests. */
    public List<RoomSheet.Proctor> possibleProctors(RoomSheet sheet) {
        if (!sheet.coordinates()) return List.of();
        return database
                .read(connection ->
                        store.possibleProctors(connection, sheet.room().site()))
                .stream()
                .filter(one -> sheet.proctorsHere().stream().noneMatch(here -> here.account() == one.account()))
                .toList();
    }

    private interface Work<T> {
        T on(Connection connection, TestRoom room) throws SQLException;
    }

    /** Does it in a room that is within reach and not over. */
    private <T> T change(long id, Operation operation, Caller by, T otherwise, Work<T> work) {
        return database.transaction(connection -> {
            var room = store.find(connection, id);
            if (room.isEmpty() || !reach.may(connection, operation, room.get(), by)) return otherwise;
            return work.on(connection, room.get());
        });
    }

    /** Puts a class or a homeroom on the list. @return how many were added; -1 when there is no such room or class within reach */
    public int addClass(long room, String key, Caller by) {
        var list = find(room, by)
                .flatMap(sheet ->
                        classes.find(key, sheet.room().site(), sheet.room().day(), by));
        if (list.isEmpty()) return -1;
        return change(room, Operation.COORDINATE_TESTING, by, -1, (connection, known) -> {
            var added = 0;
            for (var pupil : list.get().pupils()) if (store.addStudent(connection, room, pupil.id())) added++;
            return added;
        });
    }

    /** The same people and proctors as on the last day before. @return how many students were added; -1 when there is none */
    public int addAsBefore(long room, Caller by) {
        return change(room, Operation.COORDINATE_TESTING, by, -1, (connection, known) -> {
            var before = store.before(connection, known);
            if (before.isEmpty()) return -1;
            store.copyProctors(connection, before.getFirst().id(), room);
            return store.copyStudents(connection, before.getFirst().id(), room);
        });
    }

    /** Takes somebody off the list. False when they have sat there already or an incident is about them. */
    public boolean removeStudent(long room, long student, Caller by) {
        return change(
                room,
                Operation.COORDINATE_TESTING,
                by,
                false,
                (connection, known) -> store.removeStudent(connection, room, student));
    }

    /** What a student is allowed (TS-8). */
    public boolean allow(long room, long student, Set<Accommodation> all, Caller by) {
        return change(room, Operation.COORDINATE_TESTING, by, false, (connection, known) -> {
            store.allow(connection, room, student, all);
            return true;
        });
    }

    /** @param here whether they are a proctor from now on, or not any more */
    public boolean proctor(long room, long account, boolean here, Caller by) {
        return change(room, Operation.COORDINATE_TESTING, by, false, (connection, known) -> {
            if (!here) store.removeProctor(connection, room, account);
            else if (store.possibleProctors(connection, known.site()).stream()
                    .anyMatch(one -> one.account() == account)) store.addProctor(connection, room, account);
            else return false;
            return true;
        });
    }

    /** Start and stop, breaks, relief. With the stop everybody leaves their device. */
    public boolean mark(long room, RoomSheet.Mark.Kind kind, Caller by) {
        return change(room, Operation.PROCTOR, by, false, (connection, known) -> {
            var now = clock.instant();
            store.mark(connection, room, kind, by.account(), now);
            if (kind == RoomSheet.Mark.Kind.STOP) store.leaveAll(connection, room, now);
            return true;
        });
    }

    /**
     * A student sits at a device.
     *
     * @param card of the student, or their number at the school, as scanned
     * @param tag of the device, or its serial, as scanned
     */
    public SeatAnswer seat(long room, String card, String tag, SeatWish wish, Caller by) {
        if (TestSecrets.looksSo(wish.why())) return answer(Kind.SECRET, card, tag);
        var found = inventory.scanned(tag.strip(), by);
        return change(room, Operation.SEAT_TESTING, by, answer(Kind.NOT_ALLOWED, card, tag), (connection, known) -> {
            var here = found.stream()
                    .filter(device -> device.siteCode().equalsIgnoreCase(known.site()))
                    .toList();
            var students = students(connection, card, known);
            if (students.size() != 1)
                return answer(students.isEmpty() ? Kind.NO_STUDENT : Kind.SEVERAL_STUDENTS, card, tag);
            if (here.size() != 1)
                return answer(
                        here.isEmpty() ? Kind.NO_DEVICE : Kind.SEVERAL_DEVICES,
                        students.getFirst().sortedName(),
                        tag);
            return seat(connection, known, students.getFirst(), here.getFirst(), wish, by);
        });
    }

    private static SeatAnswer answer(Kind kind, String card, String tag) {
        return new SeatAnswer(kind, OptionalLong.empty(), card.strip(), tag.strip(), false);
    }

    private List<Patron> students(Connection connection, String card, TestRoom room) throws SQLException {
        return people.byCard(connection, card.strip(), room.site()).stream()
                .filter(patron -> {
                    var site = patron.facts().get(PatronField.SITE);
                    return site.isEmpty() || site.equalsIgnoreCase(room.site());
                })
                .toList();
    }

    private SeatAnswer seat(
            Connection connection, TestRoom room, Patron patron, Device scanned, SeatWish wish, Caller by)
            throws SQLException {
        people.lock(connection, patron.id());
        if (wish.add()) store.addStudent(connection, room.id(), patron.id());
        var listed = store.lockStudent(connection, room.id(), patron.id());
        var sits = listed.isPresent() ? store.open(connection, listed.getAsLong()) : Optional.<TestStudent.Seat>empty();
        var wanted = new ArrayList<>(List.of(scanned.id()));
        sits.ifPresent(seat -> wanted.add(seat.device()));
        var locked = devices.lock(connection, wanted.stream().distinct().toList());
        var device = one(locked, scanned.id());
        var facts = new SeatRules.Facts(
                isOver(room),
                listed.isPresent(),
                store.isElsewhere(connection, patron.id(), room.id(), room.span()),
                sits.map(seat -> OptionalLong.of(seat.device())).orElse(OptionalLong.empty()),
                device.id(),
                device.kept(),
                isUsable(device),
                store.isTaken(connection, device.id(), listed.orElse(0), room.span()),
                wish.why());
        var kind = SeatRules.of(facts);
        var now = clock.instant();
        if (kind == Kind.SWAPPED) {
            var first = sits.orElseThrow();
            var keep = devices.keep(connection, one(locked, first.device()), by.account(), now);
            store.leave(connection, first.id(), wish.why().strip(), keep, now);
        }
        if (kind == Kind.SWAPPED || kind == Kind.SEATED)
            store.sit(connection, listed.getAsLong(), device.id(), by.account(), now);
        var ready = readiness.of(connection, room.program(), List.of(device)).stream()
                .allMatch(one -> one.state() == DeviceReady.State.READY);
        return new SeatAnswer(kind, listed, patron.sortedName(), device.name(), ready);
    }

    private static Device one(List<Device> devices, long id) {
        return devices.stream().filter(device -> device.id() == id).findFirst().orElseThrow();
    }

    /** Until the day is over at the site: tests run late. */
    private boolean isOver(TestRoom room) {
        var today = calendars.of(room.site()).today(clock.instant());
        return !room.live() || today.isAfter(room.day());
    }

    private static boolean isUsable(Device device) {
        return device.condition() == DeviceCondition.READY || device.condition() == DeviceCondition.NEEDS_CHECK;
    }

    /** What was on the device of a swap has been saved: it is a device like all others again. False when it was so already. */
    public boolean release(long room, long seat, Caller by) {
        return change(room, Operation.PROCTOR, by, false, (connection, known) -> release(connection, room, seat, by))
                || change(
                        room,
                        Operation.PREPARE_TESTING,
                        by,
                        false,
                        (connection, known) -> release(connection, room, seat, by));
    }

    private boolean release(Connection connection, long room, long seat, Caller by) throws SQLException {
        var keep = store.students(connection, room).stream()
                .flatMap(student -> student.seats().stream())
                .filter(one -> one.id() == seat && one.keep().isPresent())
                .findFirst();
        if (keep.isEmpty()) return false;
        devices.lock(connection, List.of(keep.get().device()));
        var still = devices.kept(connection, keep.get().keep().getAsLong());
        if (still.isEmpty()) return false;
        devices.release(connection, still.get(), keep.get().keep().getAsLong(), by.account(), clock.instant());
        return true;
    }
}
