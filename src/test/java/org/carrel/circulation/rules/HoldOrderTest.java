package org.carrel.circulation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.carrel.circulation.RenewalFacts.Waiting;
import org.carrel.circulation.rules.HoldOrder.Demand;

class HoldOrderTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 1);
    private static final Instant NOON = Instant.parse("2026-10-01T17:00:00Z");
    private static final int COPIES = 4;

    static QueuedHold hold(long id, int place) {
        return new QueuedHold(
                id, 100 + id, OptionalLong.empty(), 1, 1, 0, NOON.plusSeconds(id), place, Optional.empty());
    }

    static QueuedHold suspended(QueuedHold hold, LocalDate until) {
        return new QueuedHold(
                hold.id(),
                hold.patron(),
                hold.onlyItem(),
                hold.site(),
                hold.quantity(),
                hold.taken(),
                hold.placed(),
                hold.place(),
                Optional.of(until));
    }

    static QueuedHold onlyCopy(QueuedHold hold, long item) {
        return new QueuedHold(
                hold.id(),
                hold.patron(),
                OptionalLong.of(item),
                hold.site(),
                1,
                hold.taken(),
                hold.placed(),
                hold.place(),
                hold.suspendedUntil());
    }

    static QueuedHold quantity(QueuedHold hold, int quantity, int taken) {
        return new QueuedHold(
                hold.id(),
                hold.patron(),
                hold.onlyItem(),
                hold.site(),
                quantity,
                taken,
                hold.placed(),
                hold.place(),
                hold.suspendedUntil());
    }

    @Example
    void equalPlacesGoByTimeThenById() { // H2
        var early = new QueuedHold(9, 1, OptionalLong.empty(), 1, 1, 0, NOON, 1, Optional.empty());
        var late = new QueuedHold(3, 2, OptionalLong.empty(), 1, 1, 0, NOON.plusMillis(1), 1, Optional.empty());
        var same = new QueuedHold(4, 3, OptionalLong.empty(), 1, 1, 0, NOON.plusMillis(1), 1, Optional.empty());
        assertThat(HoldOrder.sorted(List.of(same, late, early))).containsExactly(early, late, same);
    }

    @Example
    void aPositionCountsWhoStillWaitsAhead() { // H2
        var queue = List.of(
                hold(1, 1),
                suspended(hold(2, 2), TODAY),
                quantity(hold(3, 3), 1, 1),
                quantity(hold(4, 4), 30, 12),
                hold(5, 5));
        assertThat(HoldOrder.position(queue, 1, TODAY)).hasValue(1);
        assertThat(HoldOrder.position(queue, 2, TODAY))
                .as("suspended: where it stands")
                .hasValue(2);
        assertThat(HoldOrder.position(queue, 3, TODAY)).as("has its copy").isEqualTo(OptionalInt.empty());
        assertThat(HoldOrder.position(queue, 4, TODAY)).hasValue(2);
        assertThat(HoldOrder.position(queue, 5, TODAY)).hasValue(3);
        assertThat(HoldOrder.position(queue, 5, TODAY.plusDays(1)))
                .as("the day after the suspension")
                .hasValue(4);
        assertThat(HoldOrder.position(queue, 6, TODAY)).isEqualTo(OptionalInt.empty());
    }

    /** Holds by A and B on the title, by C on copy 2. */
    @Example
    void aCopyGoesToWhoeverIsFirstForIt() { // B31
        var a = hold(1, 1);
        var b = hold(2, 2);
        var c = onlyCopy(hold(3, 3), 2);
        assertThat(HoldOrder.next(List.of(c, b, a), 2, TODAY)).hasValue(a);
        assertThat(HoldOrder.next(List.of(c, b, quantity(a, 1, 1)), 2, TODAY)).hasValue(b);
        var first = onlyCopy(hold(3, 0), 2);
        assertThat(HoldOrder.next(List.of(first, b, a), 2, TODAY)).hasValue(first);
        assertThat(HoldOrder.next(List.of(first, b, a), 1, TODAY)).hasValue(a);
        assertThat(HoldOrder.next(List.of(first), 1, TODAY)).isEmpty();
    }

    @Example
    void othersNeedACopyWhenTheRestIsTooFew() { // H6
        var queue = List.of(quantity(hold(1, 1), 3, 1), hold(2, 2), onlyCopy(hold(3, 3), 7));
        assertThat(HoldOrder.byOthers(queue, 999, 7, TODAY)).isEqualTo(new Demand(3, 1));
        assertThat(HoldOrder.byOthers(queue, 999, 8, TODAY)).isEqualTo(new Demand(3, 0));
        assertThat(HoldOrder.byOthers(queue, 102, 8, TODAY)).as("one's own").isEqualTo(new Demand(2, 0));
        assertThat(new Demand(3, 0).needsThis(3)).isFalse();
        assertThat(new Demand(3, 0).needsThis(2)).isTrue();
        assertThat(new Demand(0, 1).needsThis(99)).isTrue();
        assertThat(new Demand(0, 0).needsThis(0)).isFalse();
        assertThat(new Demand(0, 0).waiting(0)).isEqualTo(Waiting.NOBODY);
        assertThat(new Demand(1, 0).waiting(1)).isEqualTo(Waiting.OTHER_COPIES);
        assertThat(new Demand(1, 0).waiting(0)).isEqualTo(Waiting.THIS_COPY);
    }

    @Provide
    static Arbitrary<List<QueuedHold>> queues() {
        var one = Combinators.combine(
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.longs().between(0, COPIES),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(-3, 3),
                        Arbitraries.integers().between(0, 2))
                .as((place, copy, quantity, taken, until, seconds) -> new QueuedHold(
                        0,
                        0,
                        copy == 0 ? OptionalLong.empty() : OptionalLong.of(copy),
                        1,
                        copy == 0 ? quantity : 1,
                        taken,
                        NOON.plusSeconds(seconds),
                        place,
                        until == 0 ? Optional.empty() : Optional.of(TODAY.plusDays(until))));
        return one.list().ofMaxSize(12).map(HoldOrderTest::numbered);
    }

    private static List<QueuedHold> numbered(List<QueuedHold> holds) {
        var all = new ArrayList<QueuedHold>();
        for (var hold : holds) {
            all.add(new QueuedHold(
                    all.size() + 1,
                    all.size() + 1,
                    hold.onlyItem(),
                    hold.site(),
                    hold.quantity(),
                    hold.taken(),
                    hold.placed(),
                    hold.place(),
                    hold.suspendedUntil()));
        }
        return all;
    }

    @Property
    void theOrderDoesNotHangOnHowTheRowsCome(@ForAll("queues") List<QueuedHold> queue, @ForAll long seed) {
        var shuffled = new ArrayList<>(queue);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(HoldOrder.sorted(shuffled)).isEqualTo(HoldOrder.sorted(queue));
    }

    /** B07: whatever is moved where, everybody is still there once, and the others keep their order. */
    @Property
    void aMoveIsAPermutationThatLeavesTheOthersInOrder(
            @ForAll("queues") List<QueuedHold> queue, @ForAll @IntRange(min = 1, max = 13) int hold, @ForAll int row) {
        var before = HoldOrder.sorted(queue).stream().map(QueuedHold::id).toList();
        var after = HoldOrder.moved(queue, hold, row);
        assertThat(after).containsExactlyInAnyOrderElementsOf(before);
        assertThat(without(after, hold)).isEqualTo(without(before, hold));
        if (before.contains((long) hold)) {
            assertThat(after.indexOf((long) hold)).isEqualTo(Math.clamp(row - 1L, 0, before.size() - 1));
        }
    }

    private static List<Long> without(List<Long> ids, long id) {
        return ids.stream().filter(one -> one != id).toList();
    }

    @Property
    void theFirstWhoCanTakeItGetsIt(
            @ForAll("queues") List<QueuedHold> queue, @ForAll @IntRange(min = 1, max = COPIES) int copy) {
        var next = HoldOrder.next(queue, copy, TODAY);
        next.ifPresent(hold -> assertThat(hold.waits(TODAY) && hold.takes(copy)).isTrue());
        for (var hold : HoldOrder.sorted(queue)) {
            if (next.isPresent() && next.get().id() == hold.id()) return;
            assertThat(hold.waits(TODAY) && hold.takes(copy)).isFalse();
        }
    }

    /** Whoever is suspended is passed over, and stands where they stood when that is over. */
    @Property
    void suspendedKeepTheirPlace(@ForAll("queues") List<QueuedHold> queue) {
        var later = TODAY.plusDays(4);
        var free =
                queue.stream().map(hold -> suspended(hold, TODAY.minusDays(1))).toList();
        assertThat(HoldOrder.sorted(queue).stream().map(QueuedHold::id))
                .isEqualTo(HoldOrder.sorted(free).stream().map(QueuedHold::id).toList());
        for (var hold : queue) {
            assertThat(HoldOrder.position(queue, hold.id(), later))
                    .isEqualTo(HoldOrder.position(free, hold.id(), later));
        }
    }

    /** Positions of those who wait are 1, 2, 3 … without gaps. */
    @Property
    void positionsOfThoseWhoWaitHaveNoGaps(@ForAll("queues") List<QueuedHold> queue) {
        var positions = HoldOrder.sorted(queue).stream()
                .filter(hold -> hold.waits(TODAY))
                .map(hold -> HoldOrder.position(queue, hold.id(), TODAY).orElseThrow())
                .toList();
        for (var i = 0; i < positions.size(); i++) assertThat(positions.get(i)).isEqualTo(i + 1);
    }

    /** Whoever came first goes first, and each queue keeps its own order, which staff may have made. */
    @Property
    void twoQueuesBecomeOneInWhichNobodyIsPassedByWhoStoodBehindThem(
            @ForAll @IntRange(max = 6) int ours, @ForAll long seed) {
        var all = new ArrayList<QueuedHold>();
        for (var id = 1; id <= 8; id++) all.add(hold(id, id));
        Collections.shuffle(all, new Random(seed));
        var one = placed(all.subList(0, ours));
        var other = placed(all.subList(ours, all.size()));
        var merged = HoldOrder.merged(one, other);
        assertThat(merged).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        for (var queue : List.of(one, other))
            assertThat(merged.stream().filter(id -> queue.stream().anyMatch(hold -> hold.id() == id)))
                    .containsExactlyElementsOf(
                            HoldOrder.sorted(queue).stream().map(QueuedHold::id).toList());
    }

    private static List<QueuedHold> placed(List<QueuedHold> holds) {
        var queue = new ArrayList<QueuedHold>();
        for (var hold : holds)
            queue.add(new QueuedHold(
                    hold.id(),
                    hold.patron(),
                    hold.onlyItem(),
                    hold.site(),
                    hold.quantity(),
                    hold.taken(),
                    hold.placed(),
                    queue.size() + 1,
                    hold.suspendedUntil()));
        return queue;
    }
}
