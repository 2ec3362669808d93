package org.carrel.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carrel.scheduling.TestBookings.CHICAGO;
import static org.carrel.scheduling.TestBookings.MONDAY;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.carrel.notices.NoticeFacts.SessionOffer;
import org.carrel.notices.Notices;
import org.carrel.notices.WaitNotices;
import org.carrel.patrons.OwnClasses;
import org.carrel.patrons.PatronContacts;
import org.carrel.patrons.PatronField;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.carrel.scheduling.BookingAnswer.Booked;
import org.carrel.scheduling.BookingAnswer.Stopped;
import org.carrel.scheduling.ClassSession.State;
import org.carrel.scheduling.SessionChange.Why;
import org.carrel.scheduling.WaitAnswer.Free;
import org.carrel.scheduling.WaitAnswer.InVain;
import org.carrel.scheduling.WaitAnswer.Waits;
import org.carrel.security.Caller;
import org.carrel.security.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who waits, who stands in, and to whose session nobody came; against the real database. */
class SessionLifeIT {
    private TestBookings school;
    private WaitingList waiting;
    private NoShows missed;
    private Substitutes substitutes;
    private final List<String> told = new ArrayList<>();
    private long zone;
    private WaitNotices letters;

    @BeforeEach
    void open() {
        school = TestBookings.open();
        List<SessionWatch> watches =
                List.of((connection, before, now, event) -> told.add(now.id() + " " + event.kind()));
        var desk = school.desk;
        letters = new WaitNotices(
                new Notices(desk.clock, new PatronContacts(), desk.calendar, Optional.empty()),
                desk.clock,
                desk.calendar,
                () -> waiting);
        waiting = new WaitingList(
                desk.database,
                desk.clock,
                desk.calendar,
                new OwnClasses(desk.database, desk.clock),
                List.of(letters),
                watches);
        missed = new NoShows(desk.database, desk.clock, desk.calendar, watches);
        substitutes = new Substitutes(desk.database, desk.clock, desk.calendar);
        zone = school.zone(1, 30);
    }

    @AfterEach
    void close() {
        if (school != null) school.close();
    }

    /** While the product itself does not look after sessions: it is another day there. */
    private void alone(Runnable test) {
        assertThat(school.desk.database.exclusively("sessions", Duration.ofSeconds(60), test))
                .isTrue();
    }

    private long waits(SessionWish wish, Caller by) {
        return ((Waits) waiting.join(wish, by)).id();
    }

    private WaitingWish.State state(long id, Caller by) {
        return waiting.own(TestBookings.TODAY, by).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    void whoAskedFirstIsOfferedTheWholeSessionAndThenTheNext() {
        alone(() -> {
            var owner = school.teacher();
            var cart = school.one(BookingResource.Kind.CART);
            var taken = school.booked(school.wish(MONDAY, 2, zone, cart), owner);
            var first = school.teacher();
            var second = school.teacher();
            var one = waits(school.wish(MONDAY, 2, zone, cart), first);
            school.desk.clock.pass(Duration.ofMinutes(1));
            var two = waits(school.wish(MONDAY, 2, zone), second);
            assertThat(waiting.own(MONDAY, second).getFirst().before()).isEqualTo(1);
            assertThat(waiting.offer()).as("nothing is free").isZero();
            school.bookings.cancel(taken.id(), "", owner);
            assertThat(waiting.offer()).as("one thing, one offer").isEqualTo(1);
            assertThat(state(one, first)).isEqualTo(WaitingWish.State.OFFERED);
            assertThat(state(two, second)).isEqualTo(WaitingWish.State.WAITING);
            assertThat(school.bookings.book(school.wish(MONDAY, 2, zone), Optional.empty(), school.teacher()))
                    .as("kept for who waits")
                    .isInstanceOf(BookingAnswer.Refused.class);
            assertThat(waiting.take(one, second)).isEqualTo(new Stopped(Why.OFFER_OVER));
            // Ten in the morning of a day of school: two hours later it is the next one's turn.
            school.desk.clock.pass(Duration.ofHours(2));
            assertThat(waiting.take(one, first)).isEqualTo(new Stopped(Why.OFFER_OVER));
            assertThat(waiting.lapse()).isEqualTo(1);
            assertThat(waiting.offer()).isEqualTo(1);
            assertThat(state(one, first)).isEqualTo(WaitingWish.State.MISSED);
            var booked = ((Booked) waiting.take(two, second)).session();
            assertThat(booked.day()).isEqualTo(MONDAY);
            assertThat(waiting.take(two, second)).isEqualTo(new Stopped(Why.OFFER_OVER));
            assertThat(school.holds()).isEqualTo(1);
            assertThat(waiting.again(one, first)).isTrue();
            assertThat(state(one, first)).isEqualTo(WaitingWish.State.WAITING);
            assertThat(waiting.giveUp(one, second)).isFalse();
            assertThat(waiting.giveUp(one, first)).isTrue();
            assertThat(waiting.own(MONDAY, first)).isEmpty();
        });
    }

    @Test
    void whoHasAskedForATeacherSeesItAsTheTeacherDoes() {
        alone(() -> {
            school.booked(school.wish(MONDAY, 2, zone), school.teacher());
            var teacher = school.teacher();
            var number = school.booked(school.wish(MONDAY, 3, zone), teacher)
                    .teacher()
                    .id();
            var librarian = school.librarian();
            var id = waits(school.wish(MONDAY, 2, zone).of(number), librarian);
            assertThat(state(id, librarian)).isEqualTo(WaitingWish.State.WAITING);
            assertThat(state(id, teacher)).isEqualTo(WaitingWish.State.WAITING);
            var other = school.librarian();
            assertThat(waiting.own(MONDAY, other)).isEmpty();
            assertThat(waiting.giveUp(id, other)).isFalse();
            assertThat(waiting.giveUp(id, librarian)).isTrue();
            assertThat(waiting.own(MONDAY, teacher)).isEmpty();
        });
    }

    @Test
    void whoNeedNotWaitAndWhoWaitsInVainIsTold() {
        alone(() -> {
            var teacher = school.teacher();
            assertThat(waiting.join(school.wish(MONDAY, 2, zone), teacher)).isInstanceOf(Free.class);
            var sunday = school.wish(MONDAY.minusDays(1), 2, zone);
            assertThat(waiting.join(sunday, teacher)).isInstanceOf(InVain.class);
            school.booked(school.wish(MONDAY, 2, zone), school.teacher());
            var wish = school.wish(MONDAY, 2, zone);
            assertThat(waits(wish, teacher)).isEqualTo(waits(wish, teacher));
        });
    }

    @Test
    void anOfferEndsWhenItCouldNotBeBookedAnyMore() {
        alone(() -> {
            var owner = school.teacher();
            var taken = school.booked(school.wish(MONDAY, 2, zone), owner);
            var teacher = school.teacher();
            var id = waits(school.wish(MONDAY, 2, zone), teacher);
            // Nine in the evening; the usual notice is twelve hours, and the session begins at nine.
            school.desk.clock.set(
                    MONDAY.minusDays(1).atTime(20, 30).atZone(CHICAGO).toInstant());
            school.bookings.cancel(taken.id(), "", owner);
            assertThat(waiting.offer()).isEqualTo(1);
            assertThat(waiting.own(MONDAY, teacher).getFirst().until())
                    .contains(MONDAY.minusDays(1).atTime(21, 0).atZone(CHICAGO).toInstant());
            assertThat(waiting.take(id, teacher)).isInstanceOf(Booked.class);
        });
    }

    @Test
    void theLetterSaysWhatIsOfferedAndNothingOfWhatIsOver() {
        alone(() -> {
            var owner = school.teacher();
            var taken = school.booked(school.wish(MONDAY, 2, zone), owner);
            var patron = school.desk.person(
                    Map.of(PatronField.GIVEN_NAME, "Rosa", PatronField.CATEGORY, "TEACHER", PatronField.GRADE, ""));
            var librarian = school.librarian();
            var number = school.bookings.teacher(patron, school.desk.site, librarian);
            var wish = new SessionWish(
                    school.desk.site,
                    MONDAY,
                    2,
                    2,
                    number,
                    taken.about(),
                    List.of(new PartWish(zone, 24, false)),
                    java.util.UUID.randomUUID());
            var id = waits(wish, librarian);
            school.bookings.cancel(taken.id(), "", owner);
            waiting.offer();
            assertThat(school.desk.number(
                            "select count(*) from notice n join notice_part p on p.notice_id = n.id "
                                    + "where n.kind = 'session_offer' and n.patron_id = ? and p.ref_id = ?",
                            patron,
                            id))
                    .isEqualTo(1);
            assertThat(letters.offers(List.of(id))).singleElement().satisfies(offer -> {
                assertThat(offer).extracting(SessionOffer::day).isEqualTo(MONDAY);
                assertThat(offer.until()).isEqualTo(TestBookings.TODAY.atTime(12, 0));
            });
            school.desk.clock.pass(Duration.ofHours(2));
            waiting.lapse();
            assertThat(letters.offers(List.of(id))).isEmpty();
        });
    }

    @Test
    void aSubstituteHoldsTheSessionsOfThoseDaysAndNothingElse() {
        var librarian = school.librarian();
        var teacher = school.teacher();
        var monday = school.booked(school.wish(MONDAY, 2, zone), teacher);
        var tuesday = school.booked(school.wish(MONDAY.plusDays(1), 2, zone), teacher);
        var patron = school.desk.person(
                Map.of(PatronField.GIVEN_NAME, "Rosa", PatronField.CATEGORY, "TEACHER", PatronField.GRADE, ""));
        school.desk.database.transaction(connection -> Sql.update(
                connection,
                "update session_teacher set patron_id = ? where account_id = ?",
                patron,
                teacher.account()));
        var substitute = school.somebody(Role.SUBSTITUTE);
        school.desk.clock.set(MONDAY.atTime(9, 5).atZone(CHICAGO).toInstant());
        assertThat(school.bookings.claim(monday.id(), substitute)).isEqualTo(new SessionChange.No(Why.NO_SUCH_SESSION));
        assertThat(substitutes.add(school.desk.site, patron, substitute.account(), MONDAY, MONDAY, teacher))
                .containsExactly(Substitutes.Problem.NOT_ALLOWED);
        assertThat(substitutes.add(
                        school.desk.site, patron, substitute.account(), MONDAY, MONDAY.minusDays(1), librarian))
                .containsExactly(Substitutes.Problem.NO_DAYS);
        assertThat(substitutes.add(school.desk.site, patron, -1, MONDAY, MONDAY, librarian))
                .containsExactly(Substitutes.Problem.NO_ACCOUNT);
        assertThat(substitutes.add(school.desk.site, patron, substitute.account(), MONDAY, MONDAY, librarian))
                .isEmpty();
        assertThat(substitutes.sessions(substitute))
                .extracting(ClassSession::id)
                .containsExactly(monday.id());
        assertThat(substitutes.sessions(teacher)).isEmpty();
        assertThat(school.bookings.claim(monday.id(), substitute)).isInstanceOf(SessionChange.Done.class);
        assertThat(school.bookings.claim(tuesday.id(), substitute))
                .as("another day")
                .isEqualTo(new SessionChange.No(Why.NO_SUCH_SESSION));
        assertThat(school.bookings.cancel(monday.id(), "", substitute))
                .isEqualTo(new SessionChange.No(Why.NO_SUCH_SESSION));
        var acting = substitutes.list(school.desk.site, librarian).getFirst();
        assertThat(substitutes.end(acting.id(), teacher)).isFalse();
        assertThat(substitutes.end(acting.id(), librarian)).isTrue();
        assertThat(substitutes.sessions(substitute)).isEmpty();
    }

    @Test
    void whatNobodyComesToIsFreeForOthersAndTheOwnerIsTold() { // B-35
        alone(() -> {
            var teacher = school.teacher();
            var session = school.booked(school.wish(MONDAY, 2, zone), teacher);
            var claimed = school.booked(school.wish(MONDAY, 2, school.zone(1, 30)), school.teacher());
            school.desk.clock.set(
                    session.span().starts().plus(Duration.ofMinutes(10)).minusMillis(1));
            school.bookings.claim(claimed.id(), teacherOf(claimed));
            missed.release();
            assertThat(school.bookings.find(session.id()).orElseThrow().state())
                    .as("not yet")
                    .isEqualTo(State.BOOKED);
            // Nobody looked for a while.
            school.desk.clock.set(session.span().starts().plus(Duration.ofMinutes(25)));
            assertThat(missed.release()).isPositive();
            assertThat(missed.release()).as("done once").isZero();
            assertThat(school.bookings.find(session.id()).orElseThrow().state()).isEqualTo(State.RELEASED);
            assertThat(school.bookings.find(claimed.id()).orElseThrow().state()).isEqualTo(State.BOOKED);
            assertThat(told).contains(session.id() + " RELEASED");
            assertThat(school.holds()).isEqualTo(1);
        });
    }

    private long rosterTeacher(String name) {
        return school.desk.person(
                Map.of(PatronField.GIVEN_NAME, name, PatronField.CATEGORY, "TEACHER", PatronField.GRADE, ""));
    }

    private ClassSession bookedFor(long patron, int period) {
        var librarian = school.librarian();
        var wish = school.wish(MONDAY, period, zone);
        var number = school.bookings.teacher(patron, school.desk.site, librarian);
        return school.booked(
                new SessionWish(
                        wish.site(), wish.day(), period, period, number, wish.about(), wish.parts(), wish.request()),
                librarian);
    }

    @Test
    void twoEntriesOfOneTeacherHaveTheirSessionsTogetherAndApartAgain() { // P6
        var holdings = new SessionHoldings(school.desk.clock, school.desk.calendar, List.of());
        var one = rosterTeacher("Rosa");
        var other = rosterTeacher("Rose");
        var first = bookedFor(one, 2);
        var second = bookedFor(other, 3);
        var moved = school.desk.database.transaction(connection -> holdings.move(connection, one, other));
        assertThat(moved).containsExactly(first.id());
        var now = school.bookings.find(first.id()).orElseThrow();
        assertThat(now.teacher().id()).isEqualTo(second.teacher().id());
        assertThat(now.teacher().patron()).hasValue(other);
        var back = school.desk.database.transaction(connection -> holdings.moveBack(connection, moved, other, one));
        assertThat(back).containsExactly(first.id());
        assertThat(school.bookings.find(first.id()).orElseThrow().teacher().patron())
                .hasValue(one);
        assertThat(school.bookings.find(second.id()).orElseThrow().teacher().patron())
                .hasValue(other);
    }

    @Test
    void aTeacherWhoIsErasedLeavesSessionsWithoutWordsAndGivesBackWhatIsToCome() {
        var holdings = new SessionHoldings(school.desk.clock, school.desk.calendar, List.of());
        var patron = rosterTeacher("Rosa");
        var coming = bookedFor(patron, 2);
        var past = bookedFor(patron, 3);
        school.desk.clock.set(past.span().ends());
        school.desk.database.transaction(connection -> Sql.update(
                connection,
                "update class_session set ends_at = ends_at + interval 7 day, starts_at = starts_at + interval 7 day, "
                        + "on_date = on_date + interval 7 day where id = ?",
                coming.id()));
        school.desk.database.transaction(connection -> {
            holdings.forget(connection, patron);
            return true;
        });
        var gone = school.bookings.find(coming.id()).orElseThrow();
        assertThat(gone.state()).isEqualTo(State.CANCELLED);
        assertThat(gone.teacher().patron()).isEmpty();
        assertThat(gone.teacher().name()).isEmpty();
        var kept = school.bookings.find(past.id()).orElseThrow();
        assertThat(kept.state()).isEqualTo(State.BOOKED);
        assertThat(kept.about().className()
                        + kept.about().purpose()
                        + kept.about().topic())
                .isEmpty();
    }

    private Caller teacherOf(ClassSession session) {
        return new Caller(
                session.teacher().account().getAsLong(),
                "teacher",
                "Teacher",
                Role.TEACHER,
                Optional.of(school.desk.site));
    }

    @Test
    void aSchoolCanChooseTheMinutesOrNever() { // B-35
        alone(() -> {
            var librarian = school.librarian();
            var site = school.desk.site;
            assertThat(missed.after(site)).hasValue(10);
            assertThat(missed.save(site, OptionalInt.of(0), librarian)).isFalse();
            assertThat(missed.save(site, OptionalInt.of(20), school.teacher())).isFalse();
            assertThat(missed.save(site, OptionalInt.of(20), librarian)).isTrue();
            var session = school.booked(school.wish(MONDAY, 2, zone), school.teacher());
            school.desk.clock.set(session.span().starts().plus(Duration.ofMinutes(19)));
            missed.release();
            assertThat(missed.save(site, OptionalInt.empty(), librarian)).isTrue();
            school.desk.clock.set(session.span().starts().plus(Duration.ofMinutes(40)));
            missed.release();
            assertThat(missed.after(site)).isEmpty();
            assertThat(school.bookings.find(session.id()).orElseThrow().state()).isEqualTo(State.BOOKED);
        });
    }

    @Test
    void theProductItselfGivesItBackWithoutAnythingConfigured() { // B-35
        var session = school.booked(school.wish(MONDAY, 2, zone), school.teacher());
        var now = Instant.now();
        school.desk.database.transaction(connection -> Sql.update(
                connection,
                "update class_session set on_date = ?, starts_at = ?, ends_at = ? where id = ?",
                now.atZone(CHICAGO).toLocalDate(),
                Utc.of(now.minus(Duration.ofMinutes(12))),
                Utc.of(now.plus(Duration.ofMinutes(30))),
                session.id()));
        var patience = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (school.bookings.find(session.id()).orElseThrow().state() != State.RELEASED
                && System.nanoTime() < patience) Thread.onSpinWait();
        assertThat(school.bookings.find(session.id()).orElseThrow().state()).isEqualTo(State.RELEASED);
        assertThat(school.holds()).isZero();
    }

    @Test
    void thatTheClassHasComeIsSaidOnItsDayAndNotBefore() {
        var teacher = school.teacher();
        var session = school.booked(school.wish(MONDAY, 2, zone), teacher);
        assertThat(school.bookings.claim(session.id(), teacher))
                .as("days before")
                .isEqualTo(new SessionChange.No(Why.NOT_NOW));
        school.desk.clock.set(MONDAY.atStartOfDay(CHICAGO).toInstant().minusMillis(1));
        assertThat(school.bookings.claim(session.id(), school.librarian()))
                .isEqualTo(new SessionChange.No(Why.NOT_NOW));
        assertThat(school.bookings.find(session.id()).orElseThrow().claimed()).isEmpty();
        school.desk.clock.set(MONDAY.atStartOfDay(CHICAGO).toInstant());
        assertThat(school.bookings.claim(session.id(), teacher)).isInstanceOf(SessionChange.Done.class);
    }
}
