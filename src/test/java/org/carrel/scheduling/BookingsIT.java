package org.carrel.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.carrel.scheduling.TestBookings.CHICAGO;
import static org.carrel.scheduling.TestBookings.MONDAY;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.carrel.patrons.PatronField;
import org.carrel.scheduling.BookingAnswer.Booked;
import org.carrel.scheduling.BookingAnswer.Refused;
import org.carrel.scheduling.BookingAnswer.Stopped;
import org.carrel.scheduling.BookingPolicy.Booker;
import org.carrel.scheduling.BookingResource.Kind;
import org.carrel.scheduling.ClassSession.State;
import org.carrel.scheduling.SessionChange.Why;
import org.carrel.security.Caller;
import org.carrel.security.Role;
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
    void whoBooksForATeacherTakesWhatWasOfferedForThemAndTwiceIsOnce() { // B-18
        var zone = school.zone(1, 30);
        school.booked(school.wish(MONDAY, 3, zone), school.teacher());
        var librarian = school.librarian();
        var patron = school.desk.person(Map.of(PatronField.CATEGORY, "TEACHER"));
        var number = school.bookings.teacher(patron, school.desk.site, librarian);
        var bare = school.wish(MONDAY, 3, zone);
        var wish = new SessionWish(
                bare.site(), bare.day(), bare.first(), bare.last(), number, bare.about(), bare.parts(), bare.request());
        var instead = ((Refused) school.bookings.book(wish, Optional.empty(), librarian)).instead();
        var offer = instead.getFirst().offer();
        assertThat(school.bookings.take(offer, school.teacher()))
                .as("offered to somebody else")
                .isEqualTo(new Stopped(Why.OFFER_OVER));
        var taken = (Booked) school.bookings.take(offer, librarian);
        assertThat(taken.session().teacher().patron()).hasValue(patron);
        assertThat(school.bookings.take(offer, librarian)).isEqualTo(taken);
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
        assertThat(school.bookings.history(before.id()).getLast().detail())
                .isEqualTo("2026-10-19 2-2 > 2026-10-19 2-3");
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

    private BookingPolicy policy(Set<Booker> roles, boolean approval, OptionalInt perWeek) {
        var usual = BookingPolicy.USUAL;
        return new BookingPolicy(
                roles,
                usual.latest(),
                usual.daysAhead(),
                OptionalInt.empty(),
                perWeek,
                OptionalInt.empty(),
                OptionalInt.empty(),
                approval,
                usual.cancel());
    }

    private void goesBy(BookingPolicy policy, long... things) {
        var named = new NamedPolicy(
                0,
                school.desk.site,
                "Policy " + UUID.randomUUID(),
                policy,
                Arrays.stream(things).boxed().collect(Collectors.toSet()));
        assertThat(new BookingPolicies(school.desk.database, school.desk.audit).save(named, school.librarian()))
                .isEmpty();
    }

    @Test
    void aTechnicianBooksNoClassesUnlessAPolicyNamesThem() {
        var zone = school.zone(1, 30);
        var lab = school.one(Kind.LAB);
        var technician = school.somebody(Role.TECHNICIAN);
        assertThat(kinds(school.bookings.book(school.wish(MONDAY, 2, zone), Optional.empty(), technician)))
                .containsExactly(BookingReason.Kind.NOT_FOR_ROLE);
        assertThat(school.bookings.book(school.wish(MONDAY, 2, zone), Optional.of("Please"), technician))
                .as("and has no word against a rule")
                .isEqualTo(new Stopped(Why.NOT_ALLOWED));
        goesBy(policy(Set.of(Booker.TEACHER, Booker.TECHNICIAN), false, OptionalInt.empty()), lab);
        assertThat(school.booked(school.wish(MONDAY, 2, lab), technician).state())
                .isEqualTo(State.BOOKED);
        assertThat(kinds(school.bookings.book(school.wish(MONDAY, 3, lab, zone), Optional.empty(), technician)))
                .as("all that it needs has to be theirs to book")
                .containsExactly(BookingReason.Kind.NOT_FOR_ROLE);
        school.booked(school.wish(MONDAY, 2, zone), school.teacher());
        school.booked(school.wish(MONDAY, 3, zone), school.librarian());
    }

    @Test
    void whatIsOfferedIsTakenByTheRulesOfThatMoment() { // B-34
        var zone = school.zone(1, 30);
        school.booked(school.wish(MONDAY, 3, zone), school.teacher());
        var teacher = school.teacher();
        var refused = (Refused) school.bookings.book(school.wish(MONDAY, 3, zone), Optional.empty(), teacher);
        goesBy(policy(Set.of(Booker.LIBRARIAN), false, OptionalInt.empty()), zone);
        assertThat(kinds(school.bookings.take(refused.instead().getFirst().offer(), teacher)))
                .containsExactly(BookingReason.Kind.NOT_FOR_ROLE);
    }

    @Test
    void whoIsRefusedAgainIsOfferedTheSameAndHoldsNothingTwice() {
        var zone = school.zone(1, 30);
        school.booked(school.wish(MONDAY, 3, zone), school.teacher());
        var teacher = school.teacher();
        var first = ((Refused) school.bookings.book(school.wish(MONDAY, 3, zone), Optional.empty(), teacher)).instead();
        var second =
                ((Refused) school.bookings.book(school.wish(MONDAY, 3, zone), Optional.empty(), teacher)).instead();
        assertThat(second)
                .extracting(each -> each.wish().day(), each -> each.wish().first())
                .as("what is kept for the teacher is in nobody's way but others'")
                .containsExactlyElementsOf(first.stream()
                        .map(each -> tuple(each.wish().day(), each.wish().first()))
                        .toList());
        assertThat(school.desk.number(
                        "select count(*) from resource_hold where resource_id = ? and offer_id is not null", zone))
                .isEqualTo(3);
        assertThat(school.bookings.take(first.getFirst().offer(), teacher)).isEqualTo(new Stopped(Why.OFFER_OVER));
        assertThat(school.bookings.take(second.getFirst().offer(), teacher)).isInstanceOf(Booked.class);
        assertThat(school.desk.number(
                        "select count(*) from resource_hold where resource_id = ? and offer_id is not null", zone))
                .as("who has booked gives the others back")
                .isZero();
    }

    @Test
    void aShorterSessionStaysApprovedAndALongerOrMovedOneIsAskedForAgain() { // B-44
        var lab = school.one(Kind.LAB);
        goesBy(policy(Set.of(Booker.TEACHER, Booker.LIBRARIAN), true, OptionalInt.empty()), lab);
        var teacher = school.teacher();
        var asked = school.booked(school.wish(MONDAY, 1, 2, lab), teacher);
        assertThat(asked.state()).isEqualTo(State.REQUESTED);
        var approved = (SessionChange.Done) school.bookings.decide(asked.id(), true, "", school.librarian());
        var cut = changed(approved.session(), 1, 1, teacher);
        assertThat(cut.state()).as("cut to the first period").isEqualTo(State.BOOKED);
        assertThat(changed(cut, 1, 2, teacher).state()).as("grown again").isEqualTo(State.REQUESTED);
        var other = school.booked(school.wish(MONDAY, 5, lab), teacher);
        var yes = (SessionChange.Done) school.bookings.decide(other.id(), true, "", school.librarian());
        assertThat(changed(yes.session(), 6, 6, teacher).state()).as("moved").isEqualTo(State.REQUESTED);
    }

    private ClassSession changed(ClassSession session, int first, int last, Caller by) {
        var wish = session.wish(UUID.randomUUID()).at(session.day(), first, last);
        return ((Booked) school.bookings.change(session.id(), session.version(), wish, Optional.empty(), by)).session();
    }

    @Test
    void ofTwoWhoDecideAtOnceOneDecides() throws Exception { // B-11
        var lab = school.one(Kind.LAB);
        goesBy(policy(Set.of(Booker.TEACHER), true, OptionalInt.empty()), lab);
        var one = school.librarian();
        var other = school.librarian();
        var teacher = school.teacher();
        for (var round = 0; round < 40; round++) {
            var asked = school.booked(school.wish(MONDAY, 2, lab), teacher);
            var answers = atOnce(List.<Callable<SessionChange>>of(
                    () -> school.bookings.decide(asked.id(), true, "", one),
                    () -> school.bookings.decide(asked.id(), false, "Painted", other)));
            assertThat(answers).filteredOn(SessionChange.Done.class::isInstance).hasSize(1);
            assertThat(answers)
                    .filteredOn(SessionChange.No.class::isInstance)
                    .containsExactly(new SessionChange.No(Why.NOT_NOW));
            var now = school.bookings.find(asked.id()).orElseThrow();
            assertThat(school.holds()).isEqualTo(now.state().isLive() ? 1 : 0);
            if (now.state().isLive()) school.bookings.cancel(asked.id(), "", one);
        }
    }

    @Test
    void whatIsCalledOffLateCountsAndInTimeDoesNot() { // B-32
        var zone = school.zone(1, 30);
        goesBy(policy(Set.of(Booker.TEACHER), false, OptionalInt.of(1)), zone);
        var teacher = school.teacher();
        var inTime = school.booked(school.wish(MONDAY, 2, zone), teacher);
        assertThat(kinds(school.bookings.book(school.wish(MONDAY, 3, zone), Optional.empty(), teacher)))
                .containsExactly(BookingReason.Kind.WEEK_FULL);
        school.bookings.cancel(inTime.id(), "", teacher);
        var late = school.booked(school.wish(MONDAY, 3, zone), teacher);
        school.desk.clock.set(late.span().starts().minus(Duration.ofHours(11)));
        var done = (SessionChange.Done) school.bookings.cancel(late.id(), "", teacher);
        assertThat(done.session().state()).isEqualTo(State.LATE_CANCELLED);
        assertThat(kinds(school.bookings.book(school.wish(MONDAY.plusDays(1), 3, zone), Optional.empty(), teacher)))
                .containsExactly(BookingReason.Kind.WEEK_FULL);
        assertThat(school.holds()).isZero();
    }

    @Test
    void whoWantsToBeAloneIsRefusedWhereSomebodyIs() { // B-45
        var zone = school.zone(2, 60);
        var alone = school.wish(MONDAY, 2, zone).with(List.of(new PartWish(zone, 24, true)));
        school.booked(school.wish(MONDAY, 2, zone), school.teacher());
        assertThat(kinds(school.bookings.book(alone, Optional.empty(), school.teacher())))
                .containsExactly(BookingReason.Kind.TAKEN);
    }

    @Test
    void aSecondClassJoinsTheSameHourAndBothKeepTheTimeBetween() { // B-33
        var bare = school.bare(Kind.ZONE, 2, OptionalInt.of(60));
        var zone = school.resource(new BookingResource(
                0,
                bare.site(),
                bare.kind(),
                bare.nameEn(),
                "",
                2,
                OptionalInt.of(60),
                Duration.ZERO,
                Duration.ofMinutes(15),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalInt.empty(),
                OptionalLong.empty(),
                0,
                false));
        school.booked(school.wish(MONDAY, 2, zone), school.teacher());
        school.booked(school.wish(MONDAY, 2, zone), school.teacher());
        assertThat(kinds(school.bookings.book(school.wish(MONDAY, 3, zone), Optional.empty(), school.teacher())))
                .contains(BookingReason.Kind.TAKEN);
        school.desk.clock.set(school.clock().instant().plus(Bookings.OFFERED));
        school.booked(school.wish(MONDAY, 4, zone), school.teacher());
    }
}
