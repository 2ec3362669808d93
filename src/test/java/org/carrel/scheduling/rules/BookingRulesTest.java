package org.carrel.scheduling.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.carrel.scheduling.Alternative;
import org.carrel.scheduling.BookingPolicy;
import org.carrel.scheduling.BookingPolicy.Booker;
import org.carrel.scheduling.BookingReason;
import org.carrel.scheduling.BookingResource;
import org.carrel.scheduling.HeldSpan;
import org.carrel.scheduling.PartReason;
import org.carrel.scheduling.PartWish;
import org.carrel.scheduling.SampleDays;
import org.carrel.scheduling.SessionFacts;
import org.carrel.scheduling.SessionWish;
import org.carrel.scheduling.Timetable;
import org.carrel.scheduling.rules.BookingRules.Ask;
import org.carrel.scheduling.rules.BookingRules.Known;
import org.carrel.scheduling.rules.BookingRules.Own;
import org.carrel.school.Term;
import org.junit.jupiter.api.Test;

class BookingRulesTest {
    private static final long ZONE = 1;
    private static final long CART = 2;
    private static final long OTHER_CART = 3;
    private static final Timetable DAYS = SampleDays.chicago();
    private static final LocalDate MONDAY = SampleDays.FIRST.plusWeeks(4);
    private static final Instant NOW =
            SampleDays.FIRST.plusWeeks(3).atTime(12, 0).atZone(DAYS.zone()).toInstant();

    private static BookingResource thing(
            long id, BookingResource.Kind kind, int classes, OptionalInt seats, OptionalInt devices, Duration after) {
        return new BookingResource(
                id,
                "LMC",
                kind,
                "Thing " + id,
                "",
                classes,
                seats,
                Duration.ZERO,
                after,
                OptionalLong.empty(),
                OptionalLong.empty(),
                devices,
                OptionalLong.empty(),
                0,
                false);
    }

    private static Known school(List<HeldSpan> held, BookingResource... things) {
        return school(held, List.of(), Map.of(), things);
    }

    private static Known school(
            List<HeldSpan> held, List<Own> own, Map<Long, BookingPolicy> policies, BookingResource... things) {
        var all = new HashMap<Long, BookingResource>();
        Arrays.stream(things).forEach(thing -> all.put(thing.id(), thing));
        return new Known(NOW, DAYS, all, policies, Map.of(), own, List.<Term>of()).and(held);
    }

    private static SessionWish wish(LocalDate day, int first, int last, PartWish... parts) {
        var about = new SessionFacts(OptionalLong.empty(), "Grade 5", "5", 24, "", "", "", 0);
        return new SessionWish("LMC", day, first, last, OptionalLong.empty(), about, List.of(parts), UUID.randomUUID());
    }

    private static Ask ask(SessionWish wish) {
        return new Ask(Booker.TEACHER, wish, OptionalLong.empty(), 7, false);
    }

    private static List<BookingReason.Kind> kinds(Ask ask, Known known) {
        return BookingRules.of(ask, known).reasons().stream()
                .map(reason -> reason.reason().kind())
                .toList();
    }

    private static HeldSpan held(
            long resource, int lane, LocalDate day, int first, int last, long session, int quantity) {
        return new HeldSpan(
                resource, lane, DAYS.span(day, first, last).orElseThrow(), OptionalLong.of(session), 9, quantity);
    }

    private static BookingResource library(int classes, int seats) {
        return thing(
                ZONE, BookingResource.Kind.ZONE, classes, OptionalInt.of(seats), OptionalInt.empty(), Duration.ZERO);
    }

    private static BookingResource cart(long id, int devices) {
        return thing(id, BookingResource.Kind.CART, 1, OptionalInt.empty(), OptionalInt.of(devices), Duration.ZERO);
    }

    /** B-13: of all the ways in which two times can lie to each other, only those that share a moment stand in the way. */
    @Property
    void twoSessionsOfOneThingOverlapOrBothAreHad(
            @ForAll @IntRange(min = 1, max = 7) int first,
            @ForAll @IntRange(min = 1, max = 7) int last,
            @ForAll @IntRange(min = 1, max = 7) int otherFirst,
            @ForAll @IntRange(min = 1, max = 7) int otherLast) {
        var one = wish(MONDAY, Math.min(first, last), Math.max(first, last), new PartWish(ZONE, 20, false));
        var from = Math.min(otherFirst, otherLast);
        var until = Math.max(otherFirst, otherLast);
        var known = school(List.of(held(ZONE, 1, MONDAY, from, until, 5, 20)), library(1, 30));
        var share = one.first() <= until && from <= one.last();
        assertThat(kinds(ask(one), known).contains(BookingReason.Kind.TAKEN)).isEqualTo(share);
    }

    /** Whatever is booked one after the other: no lane twice at a time, never more people than seats. */
    @Property(tries = 200)
    void noLaneIsTakenTwiceAndNoSeatEither(@ForAll @Size(max = 25) List<@IntRange(min = 0, max = 199) Integer> dice) {
        var known = school(List.of(), library(3, 60));
        var taken = new ArrayList<HeldSpan>();
        var session = 100L;
        for (var die : dice) {
            var first = 1 + die % 7;
            var wish = wish(
                    MONDAY, first, Math.min(7, first + die / 7 % 2), new PartWish(ZONE, 10 + die % 30, die % 10 == 0));
            var outcome = BookingRules.of(ask(wish), known.and(taken));
            if (!outcome.isFree()) continue;
            session++;
            for (var lane : outcome.lanes())
                taken.add(new HeldSpan(
                        ZONE,
                        lane.lane(),
                        lane.span(),
                        OptionalLong.of(session),
                        9,
                        wish.parts().getFirst().quantity()));
        }
        for (var one : taken) {
            assertThat(taken.stream()
                            .filter(other -> other != one && other.lane() == one.lane())
                            .noneMatch(other -> other.span().overlaps(one.span())))
                    .isTrue();
            var people = new HashMap<Long, Integer>();
            taken.stream()
                    .filter(other -> other.span().holds(one.span().starts()))
                    .forEach(other -> people.put(other.session().getAsLong(), other.quantity()));
            assertThat(people.values().stream().mapToInt(Integer::intValue).sum())
                    .isLessThanOrEqualTo(60);
        }
    }

    @Test
    void theSessionThatIsChangedDoesNotStandInItsOwnWay() { // B-23
        var known = school(List.of(held(ZONE, 1, MONDAY, 2, 3, 5, 20)), library(1, 30));
        var wish = wish(MONDAY, 3, 4, new PartWish(ZONE, 20, false));
        assertThat(kinds(ask(wish), known)).containsExactly(BookingReason.Kind.TAKEN);
        assertThat(kinds(new Ask(Booker.TEACHER, wish, OptionalLong.of(5), 7, false), known))
                .isEmpty();
    }

    @Test
    void timeToClearAwayCountsForBoth() { // B-33
        var charging = thing(
                CART, BookingResource.Kind.CART, 1, OptionalInt.empty(), OptionalInt.of(30), Duration.ofMinutes(20));
        var after = new HeldSpan(
                CART,
                1,
                DAYS.span(MONDAY, 2, 2).orElseThrow().with(Duration.ZERO, Duration.ofMinutes(20)),
                OptionalLong.of(5),
                9,
                20);
        var known = school(List.of(after), charging);
        assertThat(kinds(ask(wish(MONDAY, 3, 3, new PartWish(CART, 20, false))), known))
                .containsExactly(BookingReason.Kind.TAKEN);
        assertThat(kinds(ask(wish(MONDAY, 1, 1, new PartWish(CART, 20, false))), known))
                .as("its own charging runs into the other session")
                .containsExactly(BookingReason.Kind.TAKEN);
        assertThat(kinds(ask(wish(MONDAY, 4, 4, new PartWish(CART, 20, false))), known))
                .isEmpty();
    }

    @Test
    void seatsAndDevicesAreCounted() {
        var known = school(List.of(held(ZONE, 1, MONDAY, 2, 2, 5, 40)), library(2, 60), cart(CART, 22));
        assertThat(kinds(ask(wish(MONDAY, 2, 2, new PartWish(ZONE, 24, false))), known))
                .containsExactly(BookingReason.Kind.TOO_MANY_PEOPLE);
        assertThat(kinds(ask(wish(MONDAY, 2, 2, new PartWish(ZONE, 20, false))), known))
                .isEmpty();
        assertThat(kinds(ask(wish(MONDAY, 2, 2, new PartWish(CART, 24, false))), known))
                .containsExactly(BookingReason.Kind.TOO_FEW_DEVICES);
    }

    @Test
    void classesThatShareACartShareItsDevices() {
        var shared = thing(CART, BookingResource.Kind.CART, 2, OptionalInt.empty(), OptionalInt.of(30), Duration.ZERO);
        var known = school(List.of(held(CART, 1, MONDAY, 2, 2, 5, 20)), shared);
        var refused = BookingRules.of(ask(wish(MONDAY, 2, 2, new PartWish(CART, 11, false))), known)
                .reasons();
        assertThat(refused)
                .extracting(PartReason::reason)
                .containsExactly(BookingReason.of(BookingReason.Kind.TOO_FEW_DEVICES, 10));
        assertThat(kinds(ask(wish(MONDAY, 2, 2, new PartWish(CART, 10, false))), known))
                .isEmpty();
        assertThat(kinds(ask(wish(MONDAY, 3, 3, new PartWish(CART, 30, false))), known))
                .as("the others are gone by then")
                .isEmpty();
    }

    @Test
    void aQuotaIsOfWhatThePolicyIsAbout() { // B-30
        var once = new BookingPolicy(
                Set.of(Booker.TEACHER),
                Duration.ZERO,
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.of(1),
                OptionalInt.empty(),
                OptionalInt.empty(),
                true,
                Duration.ofHours(12));
        var own = new Own(5, MONDAY.plusDays(1), Set.of(ZONE));
        var bound = new BookingResource(
                ZONE,
                "LMC",
                BookingResource.Kind.ZONE,
                "Library",
                "",
                2,
                OptionalInt.empty(),
                Duration.ZERO,
                Duration.ZERO,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalInt.empty(),
                OptionalLong.of(4),
                0,
                false);
        var known = school(List.of(), List.of(own), Map.of(4L, once), bound, cart(CART, 30));
        var library = wish(MONDAY, 2, 2, new PartWish(ZONE, 24, false));
        assertThat(kinds(ask(library), known)).containsExactly(BookingReason.Kind.WEEK_FULL);
        assertThat(kinds(ask(wish(MONDAY, 2, 2, new PartWish(CART, 24, false))), known))
                .as("the cart goes by another policy")
                .isEmpty();
        assertThat(kinds(ask(library.at(MONDAY.plusWeeks(1), 2, 2)), known)).isEmpty();
        assertThat(BookingRules.of(ask(library.at(MONDAY.plusWeeks(1), 2, 2)), known)
                        .approval())
                .isTrue();
        var unbound = new Ask(Booker.LIBRARIAN, library, OptionalLong.empty(), 7, true);
        assertThat(kinds(unbound, known)).isEmpty();
    }

    @Test
    void theNearestThatCanBeHadIsOfferedWholeAndNoneStandsInAnothersWay() {
        var known = school(
                List.of(held(CART, 1, MONDAY, 2, 2, 5, 20)), library(1, 30), cart(CART, 30), cart(OTHER_CART, 28));
        var wish = wish(MONDAY, 2, 2, new PartWish(ZONE, 24, false), new PartWish(CART, 24, false));
        var refused = BookingRules.of(ask(wish), known).reasons();
        var found = Alternatives.find(ask(wish), known, refused);
        assertThat(found)
                .extracting(Alternatives.Found::kind)
                .containsExactly(
                        Alternative.Kind.OTHER_THING, Alternative.Kind.OTHER_TIME, Alternative.Kind.OTHER_TIME);
        assertThat(found.getFirst().wish().parts())
                .extracting(PartWish::resource)
                .containsExactly(ZONE, OTHER_CART);
        assertThat(found.stream().skip(1).map(each -> each.wish().first())).containsExactly(1, 3);
        assertThat(found).allSatisfy(each -> assertThat(
                        BookingRules.of(ask(each.wish()), known).reasons())
                .isEmpty());
    }

    @Test
    void twoCartsTogetherAndHalvesAreOfferedWhenOneIsTooSmall() {
        var known = school(List.of(), library(1, 30), cart(CART, 20), cart(OTHER_CART, 12));
        var wish = wish(MONDAY, 2, 2, new PartWish(ZONE, 24, false), new PartWish(CART, 24, false));
        var found = Alternatives.find(
                ask(wish), known, BookingRules.of(ask(wish), known).reasons());
        assertThat(found).extracting(Alternatives.Found::kind).containsExactly(Alternative.Kind.TOGETHER);
        assertThat(found.getFirst().wish().parts())
                .extracting(PartWish::quantity)
                .containsExactly(24, 20, 4);
        var alone = school(List.of(), library(1, 30), cart(CART, 20));
        var halves = Alternatives.find(
                ask(wish), alone, BookingRules.of(ask(wish), alone).reasons());
        assertThat(halves).extracting(Alternatives.Found::kind).containsExactly(Alternative.Kind.SPLIT);
        assertThat(halves.getFirst().wish().last()).isEqualTo(3);
    }

    /** Whatever is taken: what is offered can be had, all of it at once. */
    @Property(tries = 100)
    void allOffersTogetherCanBeHad(@ForAll @Size(max = 40) List<@IntRange(min = 0, max = 500) Integer> dice) {
        var things = new BookingResource[] {library(2, 60), cart(CART, 30), cart(OTHER_CART, 25)};
        var held = new ArrayList<HeldSpan>();
        var session = 10L;
        for (var die : dice) {
            var day = MONDAY.plusDays(die % 4);
            var period = 1 + die / 4 % 7;
            held.add(held(1 + die % 3, 1, day, period, period, session++, 20));
        }
        var known = school(held, things);
        var wish = wish(MONDAY.plusDays(1), 3, 3, new PartWish(ZONE, 24, false), new PartWish(CART, 24, false));
        var refused = BookingRules.of(ask(wish), known).reasons();
        if (refused.isEmpty()) return;
        var with = known;
        for (var found : Alternatives.find(ask(wish), known, refused)) {
            var outcome = BookingRules.of(ask(found.wish()), with);
            assertThat(outcome.reasons()).isEmpty();
            with = with.and(outcome.lanes().stream()
                    .map(lane -> new HeldSpan(lane.resource(), lane.lane(), lane.span(), OptionalLong.empty(), 7, 24))
                    .toList());
        }
    }

    /** Who finds enough near by finds the same as who looks everywhere. */
    @Property(tries = 300)
    void whatIsNearIsWhatIsNearest(@ForAll @Size(max = 90) List<@IntRange(min = 0, max = 999) Integer> dice) {
        var held = new ArrayList<HeldSpan>();
        var session = 10L;
        for (var die : dice) {
            var day = MONDAY.plusDays(die % 12);
            var period = 1 + die / 12 % 7;
            if (DAYS.span(day, period, period).isPresent())
                held.add(held(1 + die % 3, 1, day, period, period, session++, 20));
        }
        var wish = wish(MONDAY.plusDays(2), 3, 3, new PartWish(ZONE, 24, false), new PartWish(CART, 24, false));
        var known = school(held, library(1, 60), cart(CART, 30), cart(OTHER_CART, 25));
        var refused = BookingRules.of(ask(wish), known).reasons();
        var all = Alternatives.find(ask(wish), known, refused);
        var near = Alternatives.find(ask(wish), known, refused, Alternatives.NEAR);
        assertThat(near.size()).isLessThanOrEqualTo(all.size());
        if (near.size() == Alternatives.MOST) assertThat(near).isEqualTo(all);
    }
}
