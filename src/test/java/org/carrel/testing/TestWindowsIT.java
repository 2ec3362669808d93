package org.carrel.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carrel.scheduling.TestBookings.MONDAY;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.carrel.platform.Sql;
import org.carrel.scheduling.BookingAnswer;
import org.carrel.scheduling.BookingResource.Kind;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.ClassSession.State;
import org.carrel.scheduling.SessionEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Testing windows against the real database: what they push out, and what they give back. */
class TestWindowsIT {
    private final List<SessionEvent.Kind> told = new ArrayList<>();
    private TestingSchool given;

    @BeforeEach
    void open() {
        given = TestingSchool.open(List.of((connection, before, now, event) -> told.add(event.kind())));
    }

    @AfterEach
    void close() {
        if (given != null) given.close();
    }

    private ClassSession now(ClassSession session) {
        return given.school.bookings.find(session.id()).orElseThrow();
    }

    @Test
    void aWindowPushesOutWhatIsThereTellsItAndGivesItBack() { // B-29, TS-1
        var coordinator = given.coordinator();
        var zone = given.school.zone(2, 60);
        var cart = given.school.one(Kind.CART);
        var other = given.school.one(Kind.CART);
        var days = MONDAY.datesUntil(MONDAY.plusDays(10))
                .filter(day -> day.getDayOfWeek().getValue() <= 5)
                .toList();
        var out = new ArrayList<ClassSession>();
        for (var day : days)
            out.add(given.school.booked(given.school.wish(day, 3, zone, other), given.school.teacher()));
        out.add(given.school.booked(given.school.wish(MONDAY, 4, cart), given.school.teacher()));
        var stays = given.school.booked(given.school.wish(MONDAY, 5, zone), given.school.teacher());
        var wish = given.wish(days, 2, 4, zone, cart);
        var plan = given.windows.plan(wish, coordinator);
        assertThat(plan.isGood()).isTrue();
        assertThat(plan.displacement().sessions())
                .containsExactlyInAnyOrderElementsOf(
                        out.stream().map(ClassSession::id).toList());
        assertThat(plan.displacement().out()).allSatisfy(pushed -> {
            assertThat(pushed.instead()).isNotEmpty();
            assertThat(pushed.instead())
                    .as("not while the test has it")
                    .noneMatch(at -> days.contains(at.day())
                            && at.first() >= 2
                            && at.first() <= 4
                            && at.parts().stream()
                                    .anyMatch(part -> part.resource() == zone || part.resource() == cart));
        });
        assertThat(given.windows.open(wish, Set.of(), coordinator))
                .as("what goes has to have been seen")
                .isInstanceOf(WindowOpened.NotOpened.class);
        assertThat(now(out.getFirst()).state()).isEqualTo(State.BOOKED);

        told.clear();
        var window = given.opened(wish, coordinator);
        assertThat(window.days()).hasSize(days.size()).allSatisfy(day -> {
            assertThat(day.kind()).isEqualTo(ClassSession.Kind.TESTING);
            assertThat(day.parts()).hasSize(2);
        });
        for (var session : out) {
            assertThat(now(session).state()).isEqualTo(State.DISPLACED);
            assertThat(now(session).why()).isEqualTo("Spring test");
            assertThat(window.days())
                    .anyMatch(day -> day.id() == now(session).displacedBy().orElseThrow());
        }
        assertThat(now(stays).state()).isEqualTo(State.BOOKED);
        assertThat(told).filteredOn(SessionEvent.Kind.DISPLACED::equals).hasSize(out.size());
        assertThat(given.school.bookings.book(
                        given.school.wish(MONDAY, 3, zone), Optional.empty(), given.school.teacher()))
                .isInstanceOf(BookingAnswer.Refused.class);
        given.school.booked(given.school.wish(MONDAY, 3, other), given.school.teacher());

        told.clear();
        var back =
                given.windows.cancel(window.id(), Optional.empty(), coordinator).orElseThrow();
        assertThat(back.left())
                .as("somebody else has its cart now")
                .extracting(ClassSession::id)
                .containsExactly(out.getFirst().id());
        assertThat(back.restored()).hasSize(out.size() - 1);
        assertThat(now(out.get(1)).state()).isEqualTo(State.BOOKED);
        assertThat(now(out.get(1)).displacedBy()).isEmpty();
        assertThat(given.school.bookings.history(out.get(1).id()))
                .extracting(SessionEvent::kind)
                .containsExactly(SessionEvent.Kind.BOOKED, SessionEvent.Kind.DISPLACED, SessionEvent.Kind.RESTORED);
        assertThat(given.windows.find(window.id(), coordinator).orElseThrow().cancelled())
                .isPresent();
        assertThat(given.windows
                        .cancel(window.id(), Optional.empty(), coordinator)
                        .orElseThrow()
                        .restored())
                .as("a second time gives nothing back")
                .isEmpty();
        given.school.booked(given.school.wish(MONDAY, 2, zone), given.school.teacher());
    }

    @Test
    void oneDayIsCalledOffAndTheOthersStay() { // B-29
        var coordinator = given.coordinator();
        var zone = given.school.zone(1, 40);
        var monday = given.school.booked(given.school.wish(MONDAY, 3, zone), given.school.teacher());
        var tuesday = given.school.booked(given.school.wish(MONDAY.plusDays(1), 3, zone), given.school.teacher());
        var window = given.opened(given.wish(List.of(MONDAY, MONDAY.plusDays(1)), 3, 3, zone), coordinator);
        given.windows.cancel(window.id(), Optional.of(MONDAY), coordinator);
        assertThat(now(monday).state()).isEqualTo(State.BOOKED);
        assertThat(now(tuesday).state()).isEqualTo(State.DISPLACED);
        assertThat(given.windows.find(window.id(), coordinator).orElseThrow().cancelled())
                .isEmpty();
    }

    @Test
    void aTestDoesNotPushOutATest() { // TS-1
        var coordinator = given.coordinator();
        var zone = given.school.zone(1, 40);
        given.opened(given.wish(List.of(MONDAY), 3, 3, zone), coordinator);
        var plan = given.windows.plan(given.wish(List.of(MONDAY), 2, 4, zone), coordinator);
        assertThat(plan.displacement().unfit()).hasSize(1);
        assertThat(given.windows.open(given.wish(List.of(MONDAY), 2, 4, zone), Set.of(), coordinator))
                .isInstanceOf(WindowOpened.NotOpened.class);
    }

    @Test
    void nobodyButACoordinatorOfTheSchoolOpensOrSeesOne() { // TS-1
        var zone = given.school.zone(1, 40);
        var wish = given.wish(List.of(MONDAY), 3, 3, zone);
        for (var other : List.of(given.school.librarian(), given.technician(), given.school.teacher()))
            assertThat(given.windows.plan(wish, other).problems()).containsExactly(WindowProblem.NOT_ALLOWED);
        var window = given.opened(wish, given.coordinator());
        assertThat(given.windows.find(window.id(), given.technician())).isPresent();
        for (var other : List.of(given.school.librarian(), given.school.teacher()))
            assertThat(given.windows.find(window.id(), other)).isEmpty();
        assertThat(given.windows.cancel(window.id(), Optional.empty(), given.technician()))
                .isEmpty();
    }

    @Test
    void theSameFormTwiceOpensOneWindow() throws Exception { // B-18
        var coordinator = given.coordinator();
        var wish = given.wish(List.of(MONDAY), 3, 3, given.school.zone(1, 40));
        Callable<WindowOpened> act = () -> given.windows.open(wish, Set.of(), coordinator);
        try (var pool = Executors.newFixedThreadPool(2)) {
            for (var answer : pool.invokeAll(List.of(act, act)))
                assertThat(answer.get()).isInstanceOf(WindowOpened.Opened.class);
        }
        assertThat(given.windows.list(given.school.desk.site, coordinator)).hasSize(1);
    }

    @Test
    void whoBooksWhileAWindowIsOpenedGetsItBeforeOrNotAtAll() throws Exception { // B-29, I3
        var coordinator = given.coordinator();
        var zone = given.school.zone(1, 40);
        var wish = given.wish(List.of(MONDAY, MONDAY.plusDays(1)), 2, 5, zone);
        var teachers =
                IntStream.range(0, 8).mapToObj(i -> given.school.teacher()).toList();
        var acts = new ArrayList<Callable<Object>>();
        for (var i = 0; i < 8; i++) {
            var at = i;
            acts.add(() -> given.school.bookings.book(
                    given.school.wish(MONDAY.plusDays(at % 2), 2 + at % 4, zone), Optional.empty(), teachers.get(at)));
        }
        acts.add(() -> given.opened(wish, coordinator));
        try (var pool = Executors.newFixedThreadPool(acts.size())) {
            for (var answer : pool.invokeAll(acts)) {
                try {
                    answer.get();
                } catch (java.util.concurrent.ExecutionException changed) {
                    // Others were pushed out than were seen: nothing was done, and who opens looks again.
                    assertThat(changed).hasCauseInstanceOf(IllegalStateException.class);
                }
            }
        }
        if (given.windows.list(given.school.desk.site, coordinator).isEmpty()) given.opened(wish, coordinator);
        var overlaps = given.school.desk.number(
                "select count(*) from resource_hold a join resource_hold b on a.resource_id = b.resource_id and a.lane = b.lane "
                        + "and a.id < b.id and a.starts_at < b.ends_at and b.starts_at < a.ends_at where a.resource_id = ?",
                zone);
        assertThat(overlaps).isZero();
        assertThat(given.school.desk.number(
                        "select count(*) from resource_hold h join class_session c on c.id = h.session_id "
                                + "where h.resource_id = ? and c.kind = 'research' and c.first_period between 2 and 5",
                        zone))
                .isZero();
    }

    @Test
    void whatASecondTestHasTakenMeanwhileIsNotGivenBackUntilItIsFree() { // B-29
        var coordinator = given.coordinator();
        var zone = given.school.zone(1, 40);
        var cart = given.school.one(Kind.CART);
        var taken = given.school.booked(given.school.wish(MONDAY, 3, zone, cart), given.school.teacher());
        var free = given.school.booked(given.school.wish(MONDAY, 4, zone), given.school.teacher());
        var first = given.opened(given.wish(List.of(MONDAY), 3, 4, zone), coordinator);
        assertThat(now(taken).state()).isEqualTo(State.DISPLACED);
        var second = given.opened(given.wish(List.of(MONDAY), 3, 3, given.school.zone(1, 40), cart), coordinator);
        told.clear();
        var back =
                given.windows.cancel(first.id(), Optional.empty(), coordinator).orElseThrow();
        assertThat(back.restored()).extracting(ClassSession::id).containsExactly(free.id());
        assertThat(back.left()).extracting(ClassSession::id).containsExactly(taken.id());
        assertThat(now(taken).state()).as("its cart is in the second test").isEqualTo(State.DISPLACED);
        assertThat(given.school.desk.number("select count(*) from resource_hold where session_id = ?", taken.id()))
                .as("it is given back whole or not at all")
                .isZero();
        assertThat(told).containsOnlyOnce(SessionEvent.Kind.RESTORED);
        given.windows.cancel(second.id(), Optional.empty(), coordinator);
        assertThat(now(taken).state())
                .as("pushed out by the first, which is over: it stays in its list (decision 52)")
                .isEqualTo(State.DISPLACED);
        var again =
                given.windows.cancel(first.id(), Optional.empty(), coordinator).orElseThrow();
        assertThat(again.restored())
                .as("asked once more, now that it is free")
                .extracting(ClassSession::id)
                .containsExactly(taken.id());
        assertThat(now(taken).state()).isEqualTo(State.BOOKED);
    }

    /** What is held on these things, without the numbers of the rows. */
    private List<String> held(long... things) {
        return given.school.desk.database.read(connection -> Sql.list(
                connection,
                "select concat_ws(' ', resource_id, lane, starts_at, ends_at, session_id) from resource_hold where resource_id in (?, ?, ?) "
                        + "order by resource_id, lane, starts_at",
                row -> row.getString(1),
                things[0],
                things[1],
                things[2]));
    }

    @Test
    void whateverIsBookedWhatGoesIsToldOnceAndHasAgainAllThatItHad() { // B-29
        var coordinator = given.coordinator();
        var library = given.school.zone(2, 60);
        var lab = given.school.one(Kind.LAB);
        var cart = given.school.one(Kind.CART);
        var librarian = given.school.librarian();
        var random = new Random(52);
        for (var round = 0; round < 4; round++) {
            var monday = MONDAY.plusWeeks(round);
            var all = new ArrayList<ClassSession>();
            for (var booked = 0; booked < 16; booked++) {
                var things = List.of(library, lab, cart).stream()
                        .filter(thing -> random.nextBoolean())
                        .mapToLong(Long::longValue)
                        .toArray();
                var wish = given.school.wish(monday.plusDays(random.nextInt(3)), 1 + random.nextInt(7), things);
                if (things.length > 0
                        && given.school.bookings.book(wish, Optional.of("Planned"), librarian)
                                instanceof BookingAnswer.Booked done) all.add(done.session());
            }
            given.school.desk.write(
                    "delete from booking_offer where id in (select offer_id from resource_hold where resource_id in (?, ?, ?))",
                    library,
                    lab,
                    cart);
            var before = held(library, lab, cart);
            var wish = given.wish(List.of(monday, monday.plusDays(1)), 2, 4, lab, cart);
            var inTheWay = all.stream()
                    .filter(session -> session.day().isBefore(monday.plusDays(2)))
                    .filter(session -> session.first() >= 2 && session.first() <= 4)
                    .filter(session -> session.parts().stream().anyMatch(part -> part.resource() != library))
                    .map(ClassSession::id)
                    .toList();
            told.clear();
            var window = given.opened(wish, coordinator);
            assertThat(all.stream().filter(session -> now(session).state() == State.DISPLACED))
                    .as("these and no others")
                    .extracting(ClassSession::id)
                    .containsExactlyInAnyOrderElementsOf(inTheWay);
            assertThat(told).filteredOn(SessionEvent.Kind.DISPLACED::equals).hasSize(inTheWay.size());
            told.clear();
            var back = given.windows
                    .cancel(window.id(), Optional.empty(), coordinator)
                    .orElseThrow();
            assertThat(back.left()).isEmpty();
            assertThat(told).filteredOn(SessionEvent.Kind.RESTORED::equals).hasSize(inTheWay.size());
            assertThat(withoutLanes(held(library, lab, cart))).isEqualTo(withoutLanes(before));
        }
    }

    /** In which lane of a shared thing a class is makes no difference to it. */
    private static List<String> withoutLanes(List<String> rows) {
        return rows.stream()
                .map(row -> row.replaceFirst(" [0-9]+ ", " "))
                .sorted()
                .toList();
    }
}
