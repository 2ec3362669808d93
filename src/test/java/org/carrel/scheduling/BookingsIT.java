package org.carrel.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carrel.scheduling.TestBookings.CHICAGO;
import static org.carrel.scheduling.TestBookings.MONDAY;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.carrel.scheduling.BookingAnswer.Booked;
import org.carrel.scheduling.BookingAnswer.Refused;
import org.carrel.scheduling.BookingAnswer.Stopped;
import org.carrel.scheduling.BookingResource.Kind;
import org.carrel.scheduling.ClassSession.State;
import org.carrel.scheduling.SessionChange.Why;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Booking, against the real database. */
class BookingsIT {
    private TestBookings school;

    @BeforeEach
    void open() {
        school = TestBookings.open();
    }

    @AfterEach
    void close() {
        if (school != null) school.close();
    }

    private static List<BookingReason.Kind> kinds(BookingAnswer answer) {
        assertThat(answer).isInstanceOf(Refused.class);
        return ((Refused) answer)
                .reasons().stream().map(reason -> reason.reason().kind()).toList();
    }

    /** All at the same moment. */
    private static <T> List<T> atOnce(List<Callable<T>> acts) throws Exception {
        try (var pool = Executors.newFixedThreadPool(acts.size())) {
            var answers = new ArrayList<T>();
            for (var answer : pool.invokeAll(acts)) answers.add(answer.get());
            return answers;
        }
    }

    @Test
    void ofFiftyWhoWantOneThingOneGetsItAndTheOthersAreShownWhenItIsFree() throws Exception { // B-09, B-10, B-12
        var zone = school.zone(1, 30);
        var cart = school.one(Kind.CART);
        var teachers = IntStream.range(0, 10).mapToObj(i -> school.teacher()).toList();
        var acts = IntStream.range(0, 50)
                .mapToObj(i -> (Callable<BookingAnswer>) () -> school.bookings.book(
                        school.wish(MONDAY, 3, zone, cart), Optional.empty(), teachers.get(i % teachers.size())))
                .toList();
        var answers = atOnce(acts);
        assertThat(answers).filteredOn(Booked.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(Refused.class::isInstance).hasSize(49).allSatisfy(answer -> assertThat(
                        kinds(answer))
                .contains(BookingReason.Kind.TAKEN));
        assertThat(school.holds()).as("both parts of one session").isEqualTo(2);
    }

    @Test
    void theSameRequestTwiceBooksOnce() { // B-18
        var teacher = school.teacher();
        var wish = school.wish(MONDAY, 2, school.zone(1, 30));
        var first = school.booked(wish, teacher);
        assertThat(school.booked(wish, teacher).id()).isEqualTo(first.id());
        assertThat(school.bookings.book(wish, Optional.empty(), school.teacher()))
                .isEqualTo(new Stopped(Why.NOT_ALLOWED));
    }

    @Test
    void sessionsThatTouchAreBothBooked() { // B-14
        var zone = school.zone(1, 30);
        var third = school.booked(school.wish(MONDAY, 3, zone), school.teacher());
        var fourth = school.booked(school.wish(MONDAY, 4, zone), school.teacher());
        assertThat(third.span().ends()).isBefore(fourth.span().starts());
        assertThat(third.span().starts())
                .isEqualTo(MONDAY.atTime(9, 50).atZone(CHICAGO).toInstant());
    }

    @Test
    void ofTwoPartsOfWhichOneIsTakenNothingIsHeld() {
        var zone = school.zone(1, 30);
        var cart = school.one(Kind.CART);
        school.booked(school.wish(MONDAY, 3, cart), school.teacher());
        var teacher = school.teacher();
        var answer = school.bookings.book(school.wish(MONDAY, 3, zone, cart), Optional.empty(), teacher);
        assertThat(kinds(answer)).containsExactly(BookingReason.Kind.TAKEN);
        assertThat(school.holds()).isEqualTo(1);
        var instead = ((Refused) answer).instead();
        assertThat(instead).hasSize(3).allSatisfy(each -> {
            assertThat(each.until()).isEqualTo(school.clock().instant().plus(Bookings.OFFERED));
            assertThat(each.wish().day()).isEqualTo(MONDAY);
        });
        var other = school.bookings.book(
                school.wish(MONDAY, instead.getFirst().wish().first(), zone), Optional.empty(), school.teacher());
        assertThat(kinds(other)).as("kept for who asked").containsExactly(BookingReason.Kind.TAKEN);
        var taken = (Booked) school.bookings.take(instead.getFirst().offer(), teacher);
        assertThat(taken.session().parts()).hasSize(2);
        assertThat(school.bookings.take(instead.get(1).offer(), teacher))
                .as("who has booked needs the others no more")
                .isEqualTo(new Stopped(Why.OFFER_OVER));
    }

    @Test
    void anOfferThatHasRunOutIsFreeForAll() {
        var zone = school.zone(1, 30);
        school.booked(school.wish(MONDAY, 3, zone), school.teacher());
        var late = school.teacher();
        var instead = ((Refused) school.bookings.book(school.wish(MONDAY, 3, zone), Optional.empty(), late)).instead();
        school.desk.clock.set(school.clock().instant().plus(Bookings.OFFERED));
        assertThat(school.bookings.take(instead.getFirst().offer(), late)).isEqualTo(new Stopped(Why.OFFER_OVER));
        var wish = instead.getFirst().wish().as(UUID.randomUUID());
        var other = school.teacher();
        assertThat(school.booked(school.wish(wish.day(), wish.first(), zone), other)
                        .state())
                .isEqualTo(State.BOOKED);
    }

    @Test
    void twoClassesShareTheLibraryUnlessOneWantsToBeAlone() { // B-45
        var zone = school.zone(2, 60);
        school.booked(school.wish(MONDAY, 2, zone), school.teacher());
        school.booked(school.wish(MONDAY, 2, zone), school.teacher());
        var third = school.bookings.book(school.wish(MONDAY, 2, zone), Optional.empty(), school.teacher());
        assertThat(kinds(third)).contains(BookingReason.Kind.TAKEN);
        school.desk.clock.set(school.clock().instant().plus(Bookings.OFFERED));
        var alone = school.wish(MONDAY, 3, zone).with(List.of(new PartWish(zone, 24, true)));
        school.booked(alone, school.teacher());
        var second = school.bookings.book(school.wish(MONDAY, 3, zone), Optional.empty(), school.teacher());
        assertThat(kinds(second)).contains(BookingReason.Kind.TAKEN);
    }

    @Test
    void timeToChargeStandsBetweenTwoSessions() { // B-33
        var bare = school.bare(Kind.CART, 1, OptionalInt.empty());
        var cart = school.resource(new BookingResource(
                0,
                bare.site(),
                bare.kind(),
                bare.nameEn(),
                "",
                1,
                OptionalInt.empty(),
                Duration.ZERO,
                Duration.ofMinutes(20),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalInt.empty(),
                OptionalLong.empty(),
                0,
                false));
        school.booked(school.wish(MONDAY, 2, cart), school.teacher());
        assertThat(school.bookings.reasons(school.wish(MONDAY, 3, cart), school.teacher()))
                .extracting(reason -> reason.reason().kind())
                .containsExactly(BookingReason.Kind.TAKEN);
        school.booked(school.wish(MONDAY, 4, cart), school.teacher());
    }

    @Test
    void aSessionIsMovedKeepsItsUidAndGivesBackWhatItHad() { // B-13, B-39
        var zone = school.zone(1, 30);
        var teacher = school.teacher();
        var before = school.booked(school.wish(MONDAY, 2, zone), teacher);
        var wish = before.wish(UUID.randomUUID()).at(MONDAY, 2, 3);
        var after = ((Booked) school.bookings.change(before.id(), before.version(), wish, Optional.empty(), teacher))
                .session();
        assertThat(after.uid()).isEqualTo(before.uid());
        assertThat(after.sequence()).isEqualTo(1);
        assertThat(after.version()).isGreaterThan(before.version());
        assertThat(school.bookings.change(before.id(), before.version(), wish, Optional.empty(), teacher))
                .isEqualTo(new Stopped(Why.CHANGED_SINCE));
        assertThat(kinds(school.bookings.book(school.wish(MONDAY, 3, zone), Optional.empty(), school.teacher())))
                .containsExactly(BookingReason.Kind.TAKEN);
        assertThat(school.bookings.history(before.id()))
                .extracting(SessionEvent::kind)
                .containsExactly(SessionEvent.Kind.BOOKED, SessionEvent.Kind.MOVED);
    }

    @Test
    void whatIsCalledOffInTimeIsFreeAndDoesNotCount() { // B-32
        var zone = school.zone(1, 30);
        var teacher = school.teacher();
        var session = school.booked(school.wish(MONDAY, 2, zone), teacher);
        var done = (SessionChange.Done) school.bookings.cancel(session.id(), "Field trip", teacher);
        assertThat(done.session().state()).isEqualTo(State.CANCELLED);
        assertThat(school.holds()).isZero();
        school.booked(school.wish(MONDAY, 2, zone), school.teacher());
        assertThat(school.bookings.cancel(session.id(), "", teacher)).isEqualTo(new SessionChange.No(Why.NOT_NOW));
        assertThat(school.bookings.cancel(session.id(), "", school.teacher()))
                .as("somebody else's")
                .isEqualTo(new SessionChange.No(Why.NO_SUCH_SESSION));
    }

    @Test
    void whoDecidesMayBookAgainstAPolicyWithAReasonAndNobodyElse() { // B-34
        var zone = school.zone(1, 30);
        var today = school.wish(TestBookings.TODAY, 7, zone);
        school.desk.clock.set(TestBookings.TODAY.atTime(8, 0).atZone(CHICAGO).toInstant());
        assertThat(kinds(school.bookings.book(today, Optional.empty(), school.teacher())))
                .containsExactly(BookingReason.Kind.TOO_LATE);
        assertThat(school.bookings.book(today, Optional.of("Author visit"), school.teacher()))
                .isEqualTo(new Stopped(Why.NOT_ALLOWED));
        var booked = (Booked) school.bookings.book(today, Optional.of("Author visit"), school.librarian());
        assertThat(school.bookings.history(booked.session().id()).getFirst().detail())
                .isEqualTo("Author visit");
    }
}
