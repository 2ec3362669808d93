package org.carrel.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carrel.scheduling.TestBookings.MONDAY;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.carrel.patrons.OwnClasses;
import org.carrel.patrons.PatronCategory;
import org.carrel.patrons.PatronFacts;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.PatronSaved;
import org.carrel.platform.Sql;
import org.carrel.scheduling.BookingAnswer.Booked;
import org.carrel.scheduling.BookingAnswer.Refused;
import org.carrel.scheduling.BookingAnswer.Stopped;
import org.carrel.scheduling.BookingPolicy.Booker;
import org.carrel.scheduling.BookingResource.Kind;
import org.carrel.scheduling.ClassSession.State;
import org.carrel.scheduling.SessionChange.Why;
import org.carrel.security.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is looked at before it is booked, policies, and offers that are taken, against the real database. */
class ScheduleBoardIT {
    private TestBookings school;
    private ScheduleBoard board;
    private BookingPolicies policies;

    @BeforeEach
    void open() {
        school = TestBookings.open();
        board = new ScheduleBoard(
                school.desk.database,
                school.clock(),
                school.desk.calendar,
                new OwnClasses(school.desk.database, school.clock()));
        policies = new BookingPolicies(school.desk.database, school.desk.audit);
    }

    @AfterEach
    void close() {
        if (school != null) school.close();
    }

    private BookingPolicy policy(Set<Booker> roles, boolean approval) {
        var usual = BookingPolicy.USUAL;
        return new BookingPolicy(
                roles,
                usual.latest(),
                usual.daysAhead(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                approval,
                usual.cancel());
    }

    private NamedPolicy kept(String name, BookingPolicy policy, Long... things) {
        var named = new NamedPolicy(0, school.desk.site, name, policy, Set.of(things));
        assertThat(policies.save(named, school.librarian())).isEmpty();
        return policies.list(school.desk.site).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theWeekOffersWhatCanBeBookedAndNothingElse() { // B-34
        var zone = school.zone(1, 30);
        var lab = school.one(Kind.LAB);
        kept("Not for teachers", policy(Set.of(Booker.LIBRARIAN), false), lab);
        var teacher = school.teacher();
        school.booked(school.wish(MONDAY, 2, zone), school.teacher());
        var grid = board.grid(school.desk.site, MONDAY.plusDays(2), teacher, Optional.empty());
        assertThat(grid.week().days()).hasSize(5).startsWith(MONDAY);
        assertThat(grid.week().sessions()).hasSize(1);
        assertThat(grid.free()).doesNotContainKey(new PeriodOfDay(MONDAY, 2));
        assertThat(grid.free().get(new PeriodOfDay(MONDAY, 3)))
                .extracting(FreeResource::resource)
                .containsExactly(zone);
        assertThat(grid.free()).as("Friday is short").doesNotContainKey(new PeriodOfDay(MONDAY.plusDays(4), 6));
        assertThat(board.grid(school.desk.site, MONDAY, school.librarian(), Optional.empty())
                        .free()
                        .get(new PeriodOfDay(MONDAY, 3)))
                .extracting(FreeResource::resource)
                .containsExactlyInAnyOrder(zone, lab);
        for (var period = 1; period <= 7; period++) {
            var offered = grid.free().containsKey(new PeriodOfDay(MONDAY, period));
            assertThat(school.bookings
                            .reasons(school.wish(MONDAY, period, zone), teacher)
                            .isEmpty())
                    .isEqualTo(offered);
        }
    }

    @Test
    void howAWishStandsIsToldForEachThing() {
        var zone = school.zone(1, 30);
        var cart = school.one(Kind.CART);
        var other = school.teacher();
        school.booked(school.wish(MONDAY, 2, cart), other);
        var teacher = school.teacher();
        var outlook = board.outlook(school.wish(MONDAY, 2, zone), OptionalLong.empty(), false, teacher)
                .orElseThrow();
        assertThat(outlook.reasons()).isEmpty();
        var thing = outlook.things().stream()
                .filter(each -> each.resource().id() == cart)
                .findFirst()
                .orElseThrow();
        assertThat(thing.reason()).map(BookingReason::kind).hasValue(BookingReason.Kind.TAKEN);
        assertThat(thing.has()).extracting(session -> session.teacher().name()).containsExactly(other.displayName());
        assertThat(board.outlook(school.wish(MONDAY, 2, zone), OptionalLong.empty(), false, school.somebody(Role.AIDE)))
                .isEmpty();
    }

    @Test
    void whatIsTakenInsteadOfAChangeIsThatChange() {
        var zone = school.zone(1, 30);
        var teacher = school.teacher();
        var mine = school.booked(school.wish(MONDAY, 2, zone), teacher);
        school.booked(school.wish(MONDAY, 3, zone), school.teacher());
        var wish = mine.wish(UUID.randomUUID()).at(MONDAY, 3, 3);
        var refused = (Refused) school.bookings.change(mine.id(), mine.version(), wish, Optional.empty(), teacher);
        var taken = (Booked) school.bookings.take(refused.instead().getFirst().offer(), teacher);
        assertThat(taken.session().id()).isEqualTo(mine.id());
        assertThat(taken.session().uid()).isEqualTo(mine.uid());
        assertThat(school.bookings.own(MONDAY, teacher))
                .as("one session, moved")
                .hasSize(1);
        assertThat(school.holds()).isEqualTo(2);
    }

    private long patron(String username) {
        var facts = new PatronFacts(Map.of(
                PatronField.GIVEN_NAME,
                "Wei",
                PatronField.FAMILY_NAME,
                "Chen",
                PatronField.CATEGORY,
                PatronCategory.TEACHER.name(),
                PatronField.USERNAME,
                username,
                PatronField.SITE,
                school.desk.site,
                PatronField.STATUS,
                "ACTIVE"));
        return ((PatronSaved.Saved) school.desk.patrons.add(facts, "", Optional.empty(), "test")).id();
    }

    @Test
    void whatIsOfferedForATeacherIsTakenByTheLibrarianWhoBooksAndFoundByTheTeacher() {
        var zone = school.zone(1, 30);
        school.booked(school.wish(MONDAY, 2, zone), school.teacher());
        var teacher = school.teacher();
        var librarian = school.librarian();
        var number = school.bookings
                .teacher(patron(teacher.username()), school.desk.site, librarian)
                .orElseThrow();
        var refused =
                (Refused) school.bookings.book(school.wish(MONDAY, 2, zone).of(number), Optional.empty(), librarian);
        var offer = refused.instead().getFirst().offer();
        assertThat(school.bookings.take(offer, school.teacher()))
                .as("kept for somebody else")
                .isEqualTo(new Stopped(Why.OFFER_OVER));
        var taken = (Booked) school.bookings.take(offer, librarian);
        assertThat(taken.session().teacher().account()).as("never signed in").isEmpty();
        assertThat(school.bookings.own(MONDAY, teacher))
                .extracting(ClassSession::id)
                .containsExactly(taken.session().id());
        assertThat(school.bookings
                        .find(taken.session().id())
                        .orElseThrow()
                        .teacher()
                        .account())
                .hasValue(teacher.account());
    }

    @Test
    void twoWhoWaitForAYesCannotBothHaveIt() { // B-11
        var lab = school.one(Kind.LAB);
        kept("Asked for", policy(Set.of(Booker.values()), true), lab);
        var first = school.booked(school.wish(MONDAY, 2, lab), school.teacher());
        assertThat(first.state()).isEqualTo(State.REQUESTED);
        assertThat(school.bookings.book(school.wish(MONDAY, 2, lab), Optional.empty(), school.teacher()))
                .as("what is asked for is held")
                .isInstanceOf(Refused.class);
        var librarian = school.librarian();
        assertThat(board.requested(school.desk.site, librarian)).hasSize(1);
        assertThat(board.requested(school.desk.site, school.teacher())).isEmpty();
        school.bookings.decide(first.id(), true, "", librarian);
        assertThat(board.requested(school.desk.site, librarian)).isEmpty();
        assertThat(school.bookings.decide(first.id(), false, "Late", librarian))
                .isEqualTo(new SessionChange.No(Why.NOT_NOW));
    }

    @Test
    void aSessionCanBeMovedToWhereAllOfItIsFree() {
        var zone = school.zone(1, 30);
        var cart = school.one(Kind.CART);
        var teacher = school.teacher();
        var mine = school.booked(school.wish(MONDAY, 2, 3, zone, cart), teacher);
        school.booked(school.wish(MONDAY, 5, cart), school.teacher());
        var goals =
                board.grid(school.desk.site, MONDAY, teacher, Optional.of(mine)).goals();
        var onMonday = new HashSet<Integer>();
        goals.stream().filter(goal -> goal.day().equals(MONDAY)).forEach(goal -> onMonday.add(goal.period()));
        assertThat(onMonday).containsExactlyInAnyOrder(1, 3, 6);
    }

    @Test
    void whatCountsWhenItIsCalledOffIsKnownBefore() { // B-32
        var zone = school.zone(1, 30);
        var session = school.booked(school.wish(MONDAY, 2, zone), school.teacher());
        assertThat(board.countsIfCancelled(session)).isFalse();
        school.desk.clock.set(session.span().starts().minusSeconds(3600));
        assertThat(board.countsIfCancelled(session)).isTrue();
    }

    @Test
    void policiesAreKeptChangedAndRemoved() {
        var lab = school.one(Kind.LAB);
        var zone = school.zone(1, 30);
        var librarian = school.librarian();
        var labs = kept("Labs", policy(Set.of(Booker.TEACHER), true), lab);
        assertThat(labs.resources()).containsExactly(lab);
        assertThat(labs.policy()).isEqualTo(policy(Set.of(Booker.TEACHER), true));
        var other = new NamedPolicy(labs.id(), labs.site(), "Zones", labs.policy(), Set.of(zone));
        assertThat(policies.save(other, librarian)).isEmpty();
        assertThat(school.resources.find(lab).orElseThrow().policy()).isEmpty();
        assertThat(school.resources.find(zone).orElseThrow().policy()).hasValue(labs.id());
        assertThat(policies.remove(labs.id(), librarian)).containsExactly(PolicyProblem.IN_USE);
        assertThat(policies.save(new NamedPolicy(labs.id(), labs.site(), "Zones", labs.policy(), Set.of()), librarian))
                .isEmpty();
        assertThat(policies.remove(labs.id(), school.teacher())).containsExactly(PolicyProblem.GONE);
        assertThat(policies.remove(labs.id(), librarian)).isEmpty();
        assertThat(policies.list(school.desk.site)).isEmpty();
        var told = school.desk.database.read(connection -> Sql.list(
                connection,
                "select action from audit_event where actor_id = ? order by id",
                row -> row.getString(1),
                librarian.account()));
        assertThat(told).contains("booking_policy_saved", "booking_policy_removed");
    }
}
