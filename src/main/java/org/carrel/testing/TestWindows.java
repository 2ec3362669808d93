package org.carrel.testing;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.carrel.platform.Database;
import org.carrel.platform.DatabaseProblem;
import org.carrel.platform.Door;
import org.carrel.scheduling.BookingResource;
import org.carrel.scheduling.BookingResources;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.Displaced;
import org.carrel.scheduling.Displaced.GivenBack;
import org.carrel.scheduling.Displacement;
import org.carrel.scheduling.Displacements;
import org.carrel.scheduling.PartWish;
import org.carrel.scheduling.SessionFacts;
import org.carrel.scheduling.SessionWish;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.AuditTrail;
import org.carrel.security.Caller;
import org.carrel.security.Operation;
import org.carrel.testing.WindowOpened.NotOpened;
import org.carrel.testing.WindowOpened.Opened;
import org.carrel.testing.rules.TestSecrets;
import org.carrel.testing.store.ReadinessStore;
import org.carrel.testing.store.RoomStore;
import org.carrel.testing.store.WindowStore;

/** Testing windows: they take rooms and carts for days and push out what stands there, and give it back when they are called off. */
@Door
public class TestWindows {
    private static final int DUPLICATE = 1062;

    private final Database database;
    private final Clock clock;
    private final Displacements displacements;
    private final BookingResources resources;
    private final AuditTrail audit;
    private final TestReach reach = new TestReach();
    private final WindowStore store = new WindowStore();
    private final RoomStore rooms = new RoomStore();
    private final ReadinessStore programs = new ReadinessStore();

    @Inject
    public TestWindows(
            Database database, Clock clock, Displacements displacements, BookingResources resources, AuditTrail audit) {
        this.database = database;
        this.clock = clock;
        this.displacements = displacements;
        this.resources = resources;
        this.audit = audit;
    }

    /** The latest first; empty for who prepares no tests there. @param site code */
    public List<TestWindow> list(String site, Caller by) {
        return database.read(connection -> {
            if (!reach.may(connection, Operation.PREPARE_TESTING, site, by)) return List.<TestWindow>of();
            var all = new ArrayList<TestWindow>();
            for (var window : store.list(connection, site)) all.add(with(connection, window));
            return all;
        });
    }

    /** Empty when there is none within reach. */
    public Optional<TestWindow> find(long id, Caller by) {
        return database.read(connection -> {
            var window = store.find(connection, id);
            if (window.isEmpty()
                    || !reach.may(
                            connection, Operation.PREPARE_TESTING, window.get().site(), by))
                return Optional.<TestWindow>empty();
            return Optional.of(with(connection, window.get()));
        });
    }

    private TestWindow with(Connection connection, TestWindow bare) throws SQLException {
        var days = displacements.sessions(connection, store.sessions(connection, bare.id()));
        return new TestWindow(
                bare.id(),
                bare.site(),
                bare.program(),
                bare.programName(),
                bare.name(),
                bare.madeBy(),
                bare.made(),
                bare.cancelled(),
                bare.forgotten(),
                days);
    }

    Optional<String> siteOf(long id) {
        return database.read(connection -> store.find(connection, id)).map(TestWindow::site);
    }

    /** Its rooms, in the order of its days. */
    public List<TestRoom> rooms(long window) {
        return database.read(connection -> rooms.ofWindow(connection, window));
    }

    /** What it has pushed out and what has not got back what it had, in order. */
    public List<ClassSession> out(TestWindow window) {
        return displacements.out(window.days().stream().map(ClassSession::id).toList());
    }

    /** Whether who asks may open windows there. @param site code */
    public boolean mayOpen(String site, Caller by) {
        return database.read(connection -> reach.may(connection, Operation.COORDINATE_TESTING, site, by));
    }

    /** Whether who asks prepares tests there: of librarians only those whom an administrator has named. */
    public boolean mayPrepare(String site, Caller by) {
        return database.read(connection -> reach.may(connection, Operation.PREPARE_TESTING, site, by));
    }

    /** What it would push out, with what each of those can have instead. */
    public WindowPlan plan(WindowWish wish, Caller by) {
        var problems = problems(wish, by);
        if (!problems.isEmpty()) return new WindowPlan(problems, new Displacement(List.of(), List.of()));
        return new WindowPlan(Set.of(), displacements.plan(wishes(wish), by));
    }

    private Set<WindowProblem> problems(WindowWish wish, Caller by) {
        var problems = EnumSet.noneOf(WindowProblem.class);
        if (!mayOpen(wish.site(), by)) {
            problems.add(WindowProblem.NOT_ALLOWED);
            return problems;
        }
        if (wish.name().isEmpty()) problems.add(WindowProblem.NO_NAME);
        if (wish.name().length() > WindowWish.LONGEST_NAME) problems.add(WindowProblem.NAME_TOO_LONG);
        if (TestSecrets.looksSo(wish.name())) problems.add(WindowProblem.SECRET);
        var known = database.read(programs::programs).stream()
                .anyMatch(program -> program.id() == wish.program() && !program.retired());
        if (!known) problems.add(WindowProblem.NO_PROGRAM);
        if (wish.days().isEmpty()) problems.add(WindowProblem.NO_DAY);
        if (wish.days().size() > WindowWish.MOST_DAYS) problems.add(WindowProblem.TOO_MANY_DAYS);
        if (places(wish).isEmpty()) problems.add(WindowProblem.NO_PLACE);
        return problems;
    }

    private List<Long> places(WindowWish wish) {
        return wanted(wish).stream()
                .filter(resource -> resource.kind().isPlace())
                .map(BookingResource::id)
                .toList();
    }

    private List<BookingResource> wanted(WindowWish wish) {
        return resources.list(wish.site()).stream()
                .filter(resource -> wish.resources().contains(resource.id()))
                .toList();
    }

    /** One session a day with all that it takes, and nobody else there. */
    private List<SessionWish> wishes(WindowWish wish) {
        var about = new SessionFacts(OptionalLong.empty(), wish.name(), "", 0, "", "", "", 0);
        var parts = wanted(wish).stream()
                .map(resource -> new PartWish(resource.id(), quantity(resource), true))
                .toList();
        return wish.days().stream()
                .map(day -> new SessionWish(
                        wish.site(),
                        day,
                        wish.first(),
                        wish.last(),
                        OptionalLong.empty(),
                        about,
                        parts,
                        UUID.randomUUID()))
                .toList();
    }

    /** All of a cart, all seats of a room. */
    private static int quantity(BookingResource resource) {
        var all = resource.kind() == BookingResource.Kind.CART ? resource.devices() : resource.seats();
        return Math.max(1, all.equals(OptionalInt.empty()) ? 1 : all.getAsInt());
    }

    /**
     * Opens it: takes all of it and pushes out what is in the way, or does nothing.
     *
     * @param seen numbers of the sessions that who asks has seen will go
     */
    public WindowOpened open(WindowWish wish, Set<Long> seen, Caller by) {
        var problems = problems(wish, by);
        if (!problems.isEmpty()) return new NotOpened(new WindowPlan(problems, new Displacement(List.of(), List.of())));
        var places = places(wish);
        var self = displacements.self(by);
        var wishes = wishes(wish);
        var opened = onceMore(connection -> open(connection, wish, wishes, places, seen, by, self));
        if (opened.isPresent()) return opened.get();
        // The same form, sent twice at once: the first one has it all by now.
        var first = database.read(connection -> store.ofRequest(connection, wish.request()));
        return first.isPresent() ? new Opened(first.get().id(), seen.size()) : new NotOpened(plan(wish, by));
    }

    /** Sent twice at once: the database refuses the second, which then finds what the first has done. */
    private <T> T onceMore(Database.Work<T> work) {
        try {
            return database.transaction(work);
        } catch (DatabaseProblem problem) {
            if (problem.code() != DUPLICATE) throw problem;
            return database.transaction(work);
        }
    }

    private Optional<Opened> open(
            Connection connection,
            WindowWish wish,
            List<SessionWish> wishes,
            List<Long> places,
            Set<Long> seen,
            Caller by,
            OptionalLong self)
            throws SQLException {
        var before = store.ofRequest(connection, wish.request());
        if (before.isPresent()) return Optional.of(new Opened(before.get().id(), seen.size()));
        var answer = displacements.take(connection, wishes, seen, wish.name(), by, self);
        if (!(answer instanceof Displaced.Taken taken)) return Optional.empty();
        var window = store.insert(connection, wish, by.account(), clock.instant());
        for (var test : taken.tests()) store.addDay(connection, window, test.id(), places);
        audit.add(
                connection,
                OptionalLong.of(by.account()),
                "testing_window_opened",
                new Subject("testing_window", window));
        return Optional.of(new Opened(window, taken.out().size()));
    }

    /**
     * Calls off all of it, or one day: what it pushed out has again what it had, where that is free. What is over stays.
     *
     * @param day empty: all of them
     * @return empty when there is no such window within reach
     */
    public Optional<GivenBack> cancel(long id, Optional<LocalDate> day, Caller by) {
        var seen = find(id, by);
        if (seen.isEmpty() || !mayOpen(seen.get().site(), by)) return Optional.empty();
        var sessions = seen.get().days().stream()
                .filter(each -> day.isEmpty() || each.day().equals(day.get()))
                .map(ClassSession::id)
                .collect(Collectors.toList());
        return Optional.of(database.transaction(connection -> {
            // The schedule first, as when it is opened; what is to become of the window is decided behind it.
            var given = displacements.give(connection, sessions, seen.get().name(), by);
            store.lock(connection, id);
            if (day.isEmpty()) store.cancel(connection, id, clock.instant());
            audit.add(
                    connection,
                    OptionalLong.of(by.account()),
                    "testing_window_cancelled",
                    new Subject("testing_window", id));
            return given;
        }));
    }
}
