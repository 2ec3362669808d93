package org.carrel.scheduling.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carrel.scheduling.SampleDays.FIRST;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.carrel.scheduling.BookingPolicy;
import org.carrel.scheduling.BookingPolicy.Booker;
import org.carrel.scheduling.BookingResource;
import org.carrel.scheduling.BookingResource.Kind;
import org.carrel.scheduling.FreeResource;
import org.carrel.scheduling.HeldSpan;
import org.carrel.scheduling.PartWish;
import org.carrel.scheduling.PeriodOfDay;
import org.carrel.scheduling.SampleDays;
import org.carrel.scheduling.SessionFacts;
import org.carrel.scheduling.SessionWish;
import org.carrel.scheduling.Timetable;
import org.carrel.scheduling.rules.BookingRules.Ask;
import org.carrel.scheduling.rules.BookingRules.Known;
import org.carrel.scheduling.rules.FreePeriods.Looker;
import org.junit.jupiter.api.Test;

class FreePeriodsTest {
    private static final Instant EARLIER = Instant.parse("2027-02-20T15:00:00Z");
    private static final Looker TEACHER = new Looker(Booker.TEACHER, "LMC", 7, false);

    private final Timetable timetable = SampleDays.chicago();
    private final BookingResource library =
            thing(1, Kind.ZONE, 2, OptionalInt.of(60), Duration.ZERO, OptionalLong.empty());
    private final BookingResource cart =
            thing(2, Kind.CART, 1, OptionalInt.empty(), Duration.ofMinutes(20), OptionalLong.empty());

    private static BookingResource thing(
            long id, Kind kind, int classes, OptionalInt seats, Duration after, OptionalLong policy) {
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
                OptionalInt.empty(),
                policy,
                0,
                false);
    }

    private Known known(Instant now, List<BookingResource> things, HeldSpan... held) {
        var all = new LinkedHashMap<Long, BookingResource>();
        things.forEach(thing -> all.put(thing.id(), thing));
        var strict = new BookingPolicy(
                Set.of(Booker.LIBRARIAN),
                Duration.ZERO,
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                false,
                Duration.ZERO);
        return new Known(now, timetable, all, Map.of(9L, strict), Map.of(), List.of(), List.of()).and(List.of(held));
    }

    private HeldSpan held(BookingResource thing, int lane, int period, int quantity) {
        var span = timetable.span(FIRST, period, period).orElseThrow().with(thing.before(), thing.after());
        return new HeldSpan(thing.id(), lane, span, OptionalLong.of(period), 1, quantity);
    }

    private Map<PeriodOfDay, List<FreeResource>> free(Looker looker, Known known, BookingResource... things) {
        return FreePeriods.of(looker, known, List.of(FIRST), List.of(things));
    }

    @Test
    void aPlaceForTwoClassesTellsHowManyPeopleFitBesideTheFirst() {
        var free = free(TEACHER, known(EARLIER, List.of(library), held(library, 1, 2, 24)), library);
        assertThat(free.get(new PeriodOfDay(FIRST, 2))).containsExactly(new FreeResource(1, OptionalInt.of(36)));
        assertThat(free.get(new PeriodOfDay(FIRST, 3))).containsExactly(new FreeResource(1, OptionalInt.of(60)));
        var full = free(
                TEACHER, known(EARLIER, List.of(library), held(library, 1, 2, 24), held(library, 2, 2, 24)), library);
        assertThat(full).doesNotContainKey(new PeriodOfDay(FIRST, 2));
    }

    @Test
    void aCartThatIsChargedIsNotOfferedInTheNextPeriod() { // B-33
        var free = free(TEACHER, known(EARLIER, List.of(cart), held(cart, 1, 2, 1)), cart);
        assertThat(free.keySet()).extracting(PeriodOfDay::period).containsExactlyInAnyOrder(4, 5, 6, 7);
    }

    @Test
    void whatAPolicyRefusesIsNotOfferedButToWhoMayLiftIt() { // B-34
        var kept = thing(3, Kind.LAB, 1, OptionalInt.empty(), Duration.ZERO, OptionalLong.of(9));
        var known = known(EARLIER, List.of(library, kept));
        assertThat(free(TEACHER, known, library, kept).get(new PeriodOfDay(FIRST, 1)))
                .extracting(FreeResource::resource)
                .containsExactly(1L);
        var librarian = new Looker(Booker.TEACHER, "LMC", 7, true);
        assertThat(free(librarian, known, library, kept).get(new PeriodOfDay(FIRST, 1)))
                .extracting(FreeResource::resource)
                .containsExactly(1L, 3L);
    }

    @Test
    void whatHasBegunIsOfferedToNobody() {
        var third = timetable.span(FIRST, 3, 3).orElseThrow().starts();
        var librarian = new Looker(Booker.LIBRARIAN, "LMC", 7, true);
        assertThat(free(librarian, known(third, List.of(library)), library).keySet())
                .extracting(PeriodOfDay::period)
                .containsExactlyInAnyOrder(4, 5, 6, 7);
    }

    @Test
    void everythingThatIsOfferedCanBeBooked() { // B-34
        var known = known(EARLIER, List.of(library, cart), held(cart, 1, 2, 1), held(library, 1, 5, 30));
        for (var period : timetable.periodsOn(FIRST)) {
            var offered = free(TEACHER, known, library, cart)
                    .getOrDefault(new PeriodOfDay(FIRST, period.number()), List.of());
            for (var thing : List.of(library, cart)) {
                var facts = new SessionFacts(OptionalLong.empty(), "5A", "", 1, "", "", "", 0);
                var wish = new SessionWish(
                        "LMC",
                        FIRST,
                        period.number(),
                        period.number(),
                        OptionalLong.empty(),
                        facts,
                        List.of(new PartWish(thing.id(), 1, false)),
                        new UUID(0, 1));
                var outcome = BookingRules.of(new Ask(Booker.TEACHER, wish, OptionalLong.empty(), 7, false), known);
                assertThat(outcome.isFree())
                        .as(thing.nameEn() + " in " + period.number())
                        .isEqualTo(offered.stream().anyMatch(each -> each.resource() == thing.id()));
            }
        }
    }
}
