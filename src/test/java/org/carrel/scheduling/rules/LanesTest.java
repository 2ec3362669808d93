package org.carrel.scheduling.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.carrel.scheduling.TimeSpan;
import org.carrel.scheduling.rules.Lanes.Present;
import org.carrel.scheduling.rules.Lanes.Taken;

class LanesTest {
    private static final Instant ZERO = Instant.parse("2027-03-01T14:00:00Z");

    private static TimeSpan span(int from, int until) {
        return new TimeSpan(ZERO.plusSeconds(from * 60L), ZERO.plusSeconds(until * 60L));
    }

    @Provide
    Arbitrary<TimeSpan> spans() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.integers().between(1, 8))
                .as((from, length) -> span(from, from + length));
    }

    /** B-13: all the ways in which two spans can lie; B-14: those that touch do not overlap. */
    @Property
    void b13TwoSpansOverlapWhenSomeMinuteIsInBoth(@ForAll("spans") TimeSpan one, @ForAll("spans") TimeSpan other) {
        var shared = false;
        for (var minute = 0; minute < 30; minute++) {
            var moment = ZERO.plusSeconds(minute * 60L + 30);
            shared |= one.holds(moment) && other.holds(moment);
        }
        assertThat(one.overlaps(other)).isEqualTo(shared).isEqualTo(other.overlaps(one));
    }

    @Property
    void whateverIsTakenInTurnNoLaneIsTakenTwice(
            @ForAll("wishes") List<Wish> wishes, @ForAll @IntRange(min = 1, max = 3) int classes) {
        var taken = new ArrayList<Taken>();
        for (var wish : wishes) {
            var lanes = Lanes.free(classes, taken, wish.span(), wish.alone());
            for (var lane : lanes) {
                assertThat(lane).isBetween(1, classes);
                assertThat(taken)
                        .noneMatch(other -> other.lane() == lane && other.span().overlaps(wish.span()));
                taken.add(new Taken(lane, wish.span()));
            }
            if (lanes.isEmpty() && !wish.alone())
                assertThat(taken.stream()
                                .filter(other -> other.span().overlaps(wish.span()))
                                .map(Taken::lane)
                                .distinct())
                        .hasSize(classes);
        }
    }

    record Wish(TimeSpan span, boolean alone) {}

    @Provide
    Arbitrary<List<Wish>> wishes() {
        return Combinators.combine(spans(), Arbitraries.of(true, false, false))
                .as(Wish::new)
                .list()
                .ofMaxSize(12);
    }

    /** B-45: who wants to be alone keeps others out, whoever came first. */
    @Example
    void b45AnExclusiveSessionAndASharedOneDoNotMeet() {
        var alone = List.of(new Taken(1, span(0, 45)), new Taken(2, span(0, 45)));
        assertThat(Lanes.free(2, alone, span(0, 45), false)).isEmpty();
        assertThat(Lanes.free(2, List.of(new Taken(2, span(0, 45))), span(0, 45), true))
                .isEmpty();
        assertThat(Lanes.free(2, List.of(), span(0, 45), true)).containsExactly(1, 2);
    }

    /** B-33: time to make ready is of the lane; a second class joins beside it. */
    @Example
    void b33ASecondClassJoinsTheSamePeriodAndKeepsTheTimeBetweenInItsLane() {
        var ready = span(10, 55).with(Duration.ofMinutes(5), Duration.ofMinutes(15));
        var taken = List.of(new Taken(1, ready));
        assertThat(Lanes.free(2, taken, ready, false)).containsExactly(2);
        var next = span(60, 105).with(Duration.ofMinutes(5), Duration.ofMinutes(15));
        assertThat(Lanes.free(1, taken, next, false)).isEmpty();
        assertThat(Lanes.free(2, taken, next, false)).containsExactly(2);
    }

    @Example
    void theMostPeopleAreCountedAtTheSameMoment() {
        var present =
                List.of(new Present(10, span(0, 20)), new Present(15, span(20, 40)), new Present(5, span(10, 30)));
        assertThat(Lanes.most(present, span(0, 40))).isEqualTo(20);
        assertThat(Lanes.most(present, span(0, 10))).isEqualTo(10);
        assertThat(Lanes.most(present, span(40, 50))).isZero();
    }
}
