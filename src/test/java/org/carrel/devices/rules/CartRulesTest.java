package org.carrel.devices.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.carrel.devices.CartSlot.Fate;
import org.carrel.devices.CollectionPage.Day;
import org.carrel.devices.Custody;
import org.carrel.devices.DeviceCondition;
import org.carrel.devices.KitPart;
import org.carrel.devices.SlotsChanged.Why;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Carts, kits and collections by their rules alone. */
class CartRulesTest {
    private static final Custody.InContainer SLOT = new Custody.InContainer(3, "7");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "READY, GOES",
        "NEEDS_CHECK, NOT_READY",
        "BROKEN, NOT_READY",
        "WAITING_PARTS, NOT_READY",
        "PRE_RECEIPT, NOT_READY"
    })
    void onlyWhatIsReadyGoesWithACart(DeviceCondition condition, Fate fate) { // V1, B40
        assertThat(Fates.of(SLOT, condition)).isEqualTo(fate);
    }

    @Test
    void whatSomebodyHasStaysWithThem() { // B41
        var ready = DeviceCondition.READY;
        assertThat(Fates.of(new Custody.OnLoan(Optional.empty(), false), ready)).isEqualTo(Fate.LENT);
        assertThat(Fates.of(new Custody.Assigned(4), ready)).isEqualTo(Fate.ASSIGNED);
        assertThat(Fates.of(new Custody.WithContainer(3, "7", Optional.empty(), false), ready))
                .isEqualTo(Fate.AWAY);
        assertThat(Fates.of(new Custody.WithContainer(3, "7", Optional.empty(), true), ready))
                .isEqualTo(Fate.OWED);
        assertThat(Fates.of(new Custody.Gone(DeviceCondition.MISSING), DeviceCondition.MISSING))
                .isEqualTo(Fate.GONE);
        assertThat(Fates.of(Optional.empty())).isEqualTo(Fate.FREE);
    }

    @ParameterizedTest(name = "{0} counted, {1} named")
    @CsvSource({"3, ''", "2, 1", "1, 1 2", "0, 1 2 3"})
    void aNumberAndNamesThatAddUpAreKnown(int counted, String named) { // Q2, Q3
        var missing = ids(named);
        assertThat(Counting.counted(Set.of(1L, 2L, 3L), Set.of(), counted, missing))
                .isEqualTo(new Counting.Known(missing));
    }

    @ParameterizedTest(name = "{0} counted, {1} named")
    @CsvSource({"2, ''", "4, ''", "3, 1", "2, 9", "1, 1"})
    void whatDoesNotAddUpIsAsked(int counted, String named) { // Q2, Q3
        assertThat(Counting.counted(Set.of(1L, 2L, 3L), Set.of(), counted, ids(named)))
                .isInstanceOf(Counting.Unclear.class);
    }

    private static Set<Long> ids(String text) {
        var ids = new HashSet<Long>();
        for (var one : text.split(" ")) if (!one.isEmpty()) ids.add(Long.valueOf(one));
        return ids;
    }

    /** Whatever is scanned and counted: what is missing was expected, and was not scanned. */
    @Property
    void nothingIsMissingThatWasSeenOrNeverExpected(
            @ForAll Set<@IntRange(max = 20) Integer> expected,
            @ForAll Set<@IntRange(max = 20) Integer> seen,
            @ForAll Set<@IntRange(max = 20) Integer> named,
            @ForAll @IntRange(max = 25) int counted) { // Q3
        var results = List.of(
                Counting.scanned(longs(expected), longs(seen)),
                Counting.counted(longs(expected), longs(seen), counted, longs(named)));
        for (var result : results) {
            if (!(result instanceof Counting.Known known)) continue;
            assertThat(known.missing()).allMatch(longs(expected)::contains).noneMatch(longs(seen)::contains);
        }
    }

    private static Set<Long> longs(Set<Integer> numbers) {
        var longs = new HashSet<Long>();
        for (var number : numbers) longs.add(number.longValue());
        return longs;
    }

    @Test
    void aCartMayHoldAKitAndNothingIsDeeper() { // Q5
        assertThat(refused(1, OptionalLong.empty(), 1, true, false)).contains(Why.ITSELF);
        assertThat(refused(2, OptionalLong.of(1), 1, true, true)).contains(Why.CIRCLE);
        assertThat(refused(2, OptionalLong.of(1), 3, true, false)).contains(Why.TOO_DEEP);
        assertThat(refused(1, OptionalLong.empty(), 2, true, true)).contains(Why.TOO_DEEP);
        assertThat(refused(1, OptionalLong.empty(), 2, true, false)).isEmpty();
        assertThat(refused(2, OptionalLong.of(1), 9, false, false)).isEmpty();
    }

    private static Optional<Why> refused(
            long holder, OptionalLong within, long child, boolean isContainer, boolean holds) {
        return Nesting.refused(new Nesting.Facts(holder, within, child, isContainer, holds));
    }

    /** Six carts that are put into each other at random, as far as the rule lets them. */
    @Property
    void noOrderOfMovesMakesACircleOrAThirdFloor(
            @ForAll @Size(max = 30) List<@IntRange(min = 1, max = 6) Integer> moves) { // Q5
        var within = new HashMap<Long, Long>();
        for (var i = 0; i + 1 < moves.size(); i += 2) {
            var child = (long) moves.get(i);
            var holder = (long) moves.get(i + 1);
            var above = within.containsKey(holder) ? OptionalLong.of(within.get(holder)) : OptionalLong.empty();
            if (refused(holder, above, child, true, within.containsValue(child)).isEmpty()) within.put(child, holder);
        }
        for (var child : within.keySet()) {
            var holder = within.get(child);
            assertThat(holder).isNotEqualTo(child);
            assertThat(within).doesNotContainKey(holder);
        }
    }

    @Test
    void aKitLacksWhatIsNotOptional() { // Q4
        var parts = List.of(
                new KitPart(1, "Battery", 2, false, 2),
                new KitPart(2, "Bag", 1, true, 1),
                new KitPart(3, "SD", 1, false, 0));
        assertThat(KitRules.lacking(parts)).containsExactly("2 × Battery");
    }

    @Test
    void onlyWhatWentCanBeOwed() { // Q4, B64
        var battery = new KitPart(1, "Battery", 2, false, 1);
        var seen = KitRules.seen(List.of(battery), Map.of(1L, 0), Map.of(1L, 1));
        assertThat(seen).containsExactly(new KitRules.Seen(battery, 0, 1));
        var found = KitRules.seen(List.of(battery), Map.of(1L, 2), Map.of(1L, 1));
        assertThat(found).as("more than went").containsExactly(new KitRules.Seen(battery, 2, 0));
        assertThat(KitRules.seen(List.of(battery), Map.of(), Map.of(1L, 1)))
                .as("nobody has said anything")
                .containsExactly(new KitRules.Seen(battery, 1, 0));
    }

    @Test
    void aBurnDownEndsWithWhatIsOutNow() {
        var monday = LocalDate.of(2026, 6, 1);
        var collected = Map.of(monday, 10, monday.plusDays(1), 5);
        assertThat(BurnDown.days(monday, monday.plusDays(4), monday.plusDays(2), 3, collected))
                .containsExactly(
                        new Day(monday, 10, 8), new Day(monday.plusDays(1), 5, 3), new Day(monday.plusDays(2), 0, 3));
        assertThat(BurnDown.days(monday, monday, monday.plusDays(1), 3, collected))
                .as("what came in after its last day was out then")
                .containsExactly(new Day(monday, 10, 8));
        assertThat(BurnDown.days(monday, monday, monday.minusDays(1), 3, Map.of()))
                .isEmpty();
    }

    @Property
    void everyDayTheNextHasAsMuchLessAsWasCollected(
            @ForAll @Size(max = 10) List<@IntRange(max = 50) Integer> each, @ForAll @IntRange(max = 500) int left) {
        var first = LocalDate.of(2026, 6, 1);
        var collected = new HashMap<LocalDate, Integer>();
        for (var i = 0; i < each.size(); i++) collected.put(first.plusDays(i), each.get(i));
        var days = new ArrayList<>(BurnDown.days(first, first.plusDays(20), first.plusDays(12), left, collected));
        assertThat(days.getLast().left()).isEqualTo(left);
        for (var i = 1; i < days.size(); i++)
            assertThat(days.get(i - 1).left() - days.get(i).left())
                    .isEqualTo(days.get(i).collected());
    }
}
