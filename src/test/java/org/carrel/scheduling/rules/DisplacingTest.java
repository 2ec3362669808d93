package org.carrel.scheduling.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.LongPredicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.carrel.scheduling.BookingPolicy.Booker;
import org.carrel.scheduling.BookingResource;
import org.carrel.scheduling.HeldSpan;
import org.carrel.scheduling.PartWish;
import org.carrel.scheduling.SampleDays;
import org.carrel.scheduling.SessionFacts;
import org.carrel.scheduling.SessionWish;
import org.carrel.scheduling.Timetable;
import org.carrel.scheduling.rules.BookingRules.Ask;
import org.carrel.scheduling.rules.BookingRules.Known;
import org.junit.jupiter.api.Test;

/** B-29, TS-1: what a test pushes out is what stands in its way, no less and no more, and tests and repairs never. */
class DisplacingTest {
    private static final long LIBRARY = 1;
    private static final long LAB = 2;
    private static final long CART = 3;
    private static final Timetable DAYS = SampleDays.chicago();
    private static final LocalDate MONDAY = SampleDays.FIRST.plusWeeks(4);
    private static final Instant NOW =
            SampleDays.FIRST.plusWeeks(3).atTime(12, 0).atZone(DAYS.zone()).toInstant();

    private static BookingResource thing(long id, BookingResource.Kind kind, int classes, Duration after) {
        return new BookingResource(
                id,
                "LMC",
                kind,
                "Thing " + id,
                "",
                classes,
                OptionalInt.empty(),
                Duration.ZERO,
                after,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalInt.empty(),
                OptionalLong.empty(),
                0,
                false);
    }

    private static final Map<Long, BookingResource> THINGS = Map.of(
            LIBRARY, thing(LIBRARY, BookingResource.Kind.ZONE, 3, Duration.ZERO),
            LAB, thing(LAB, BookingResource.Kind.LAB, 1, Duration.ZERO),
            CART, thing(CART, BookingResource.Kind.CART, 1, Duration.ofMinutes(20)));

    private static Known school(List<HeldSpan> held) {
        return new Known(NOW, DAYS, THINGS, Map.of(), Map.of(), List.of(), List.of()).and(held);
    }

    private static SessionWish wish(int first, int last, boolean alone, List<Long> things) {
        var about = new SessionFacts(OptionalLong.empty(), "Spring test", "", 0, "", "", "", 0);
        var parts = things.stream().map(thing -> new PartWish(thing, 1, alone)).toList();
        return new SessionWish("LMC", MONDAY, first, last, OptionalLong.empty(), about, parts, UUID.randomUUID());
    }

    /** Booked one after the other as far as there is room, two things each. */
    private static List<HeldSpan> booked(List<Integer> dice) {
        var held = new ArrayList<HeldSpan>();
        var session = 100L;
        for (var die : dice) {
            var first = 1 + die % 7;
            var last = Math.min(7, first + die / 7 % 2);
            var things = die % 3 == 0 ? List.of(LIBRARY, CART) : die % 3 == 1 ? List.of(LIBRARY) : List.of(LAB, CART);
            var asked = wish(first, last, die % 11 == 0, things);
            var outcome =
                    BookingRules.of(new Ask(Booker.LIBRARIAN, asked, OptionalLong.empty(), 9, true), school(held));
            if (!outcome.isFree()) continue;
            // An offer holds lanes, too, and is of no session.
            var of = die % 13 == 0 ? OptionalLong.empty() : OptionalLong.of(session++);
            for (var lane : outcome.lanes())
                held.add(new HeldSpan(lane.resource(), lane.lane(), lane.span(), of, 9, 1));
        }
        return held;
    }

    /** One in five is a test or a repair. */
    private static boolean givesWay(long session) {
        return session % 5 != 0;
    }

    private static Set<Long> inTheWay(SessionWish wish, List<HeldSpan> held, LongPredicate which) {
        var bells = DAYS.span(wish.day(), wish.first(), wish.last()).orElseThrow();
        var found = new TreeSet<Long>();
        for (var part : wish.parts()) {
            var thing = THINGS.get(part.resource());
            held.stream()
                    .filter(each -> each.resource() == part.resource())
                    .filter(each -> each.span().overlaps(bells.with(thing.before(), thing.after())))
                    .filter(each -> each.session().isPresent()
                            && which.test(each.session().getAsLong()))
                    .forEach(each -> found.add(each.session().getAsLong()));
        }
        return found;
    }

    @Property(tries = 500)
    void whatGoesIsWhatStandsInTheWayAndNothingElse(
            @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 5000) Integer> dice,
            @ForAll @IntRange(min = 1, max = 7) int first,
            @ForAll @IntRange(min = 0, max = 3) int more,
            @ForAll @IntRange(min = 1, max = 7) int which) {
        var held = booked(dice);
        var things = new ArrayList<Long>();
        for (var thing : List.of(LIBRARY, LAB, CART)) if ((which >> (thing - 1) & 1) == 1) things.add(thing);
        var test = wish(first, Math.min(7, first + more), true, things);
        var result = Displacing.of(test, 7, school(held), DisplacingTest::givesWay);
        if (!result.outcome().isFree()) {
            assertThat(inTheWay(test, held, session -> !givesWay(session)))
                    .as("only what ranks as high stops it")
                    .isNotEmpty();
            assertThat(result.out()).as("nothing goes for nothing").isEmpty();
            return;
        }
        assertThat(inTheWay(test, held, session -> !givesWay(session))).isEmpty();
        assertThat(result.out()).isEqualTo(inTheWay(test, held, DisplacingTest::givesWay));

        // what is left and the test have room beside each other
        var left = held.stream()
                .filter(each -> each.session().isPresent()
                        && !result.out().contains(each.session().getAsLong()))
                .toList();
        for (var lane : result.outcome().lanes())
            assertThat(left)
                    .noneMatch(each -> each.resource() == lane.resource()
                            && each.lane() == lane.lane()
                            && each.span().overlaps(lane.span()));

        // and when it is called off, each has again all that it had, whatever the order
        var back = new ArrayList<>(left);
        for (var session : new HashSet<>(result.out())) {
            var own = held.stream()
                    .filter(each -> each.session().equals(OptionalLong.of(session)))
                    .toList();
            assertThat(own).isNotEmpty();
            for (var each : own)
                assertThat(Lanes.free(
                                THINGS.get(each.resource()).classes(),
                                back.stream()
                                        .filter(other -> other.resource() == each.resource())
                                        .map(other -> new Lanes.Taken(other.lane(), other.span()))
                                        .toList(),
                                each.span(),
                                false))
                        .isNotEmpty();
            back.addAll(own);
        }
        var lanes = new HashMap<String, Integer>();
        for (var each : back) lanes.merge(each.resource() + " " + each.lane() + " " + each.span(), 1, Integer::sum);
        assertThat(lanes.values()).containsOnly(back.isEmpty() ? new Integer[0] : new Integer[] {1});
    }

    @Property
    void whereThereIsRoomBesideOthersNobodyGoes(@ForAll @IntRange(min = 1, max = 7) int period) {
        var span = DAYS.span(MONDAY, period, period).orElseThrow();
        var one = new HeldSpan(LIBRARY, 1, span, OptionalLong.of(101), 9, 1);
        var test = wish(period, period, false, List.of(LIBRARY));
        var result = Displacing.of(test, 7, school(List.of(one)), DisplacingTest::givesWay);
        assertThat(result.outcome().isFree()).isTrue();
        assertThat(result.out()).isEmpty();
        assertThat(result.outcome().lanes())
                .extracting(BookingRules.Lane::lane)
                .as("not in the lane that is taken")
                .containsExactly(2);
    }

    @Test
    void whatIsOfferedToSomebodyGivesWayAndIsNobodysSession() {
        var span = DAYS.span(MONDAY, 2, 2).orElseThrow();
        var offer = new HeldSpan(LAB, 1, span, OptionalLong.empty(), 9, 1);
        var result = Displacing.of(wish(2, 2, true, List.of(LAB)), 7, school(List.of(offer)), DisplacingTest::givesWay);
        assertThat(result.outcome().isFree()).isTrue();
        assertThat(result.out()).isEmpty();
    }

    @Test
    void aDayWithoutSchoolIsNoBetterForATest() {
        var about = new SessionFacts(OptionalLong.empty(), "Spring test", "", 0, "", "", "", 0);
        var sunday = new SessionWish(
                "LMC",
                MONDAY.minusDays(1),
                2,
                2,
                OptionalLong.empty(),
                about,
                List.of(new PartWish(LAB, 1, true)),
                UUID.randomUUID());
        var result = Displacing.of(sunday, 7, school(List.of()), DisplacingTest::givesWay);
        assertThat(result.outcome().isFree()).isFalse();
        assertThat(result.out()).isEmpty();
    }
}
