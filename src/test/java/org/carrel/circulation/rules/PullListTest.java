package org.carrel.circulation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.carrel.circulation.rules.PullList.FreeCopy;
import org.carrel.circulation.rules.PullList.Pull;

class PullListTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 1);

    private static List<String> pulls(List<QueuedHold> queue, FreeCopy... copies) {
        return PullList.of(queue, List.of(copies), TODAY).stream()
                .map(pull -> pull.copy().item() + " for " + pull.hold().id())
                .toList();
    }

    @Example
    void eachInLineGetsACopyWhileThereAreAny() { // B28, B29
        var queue = List.of(HoldOrderTest.hold(1, 1), HoldOrderTest.hold(2, 2), HoldOrderTest.hold(3, 3));
        assertThat(pulls(queue, new FreeCopy(10, 1), new FreeCopy(11, 1))).containsExactly("10 for 1", "11 for 2");
        assertThat(pulls(queue)).as("lent at the desk: gone from the list").isEmpty();
        assertThat(pulls(queue.subList(1, 3), new FreeCopy(10, 1)))
                .as("cancelled")
                .containsExactly("10 for 2");
    }

    @Example
    void aCopyOfThePickUpSiteComesFirst() {
        var queue = List.of(HoldOrderTest.hold(1, 1));
        assertThat(pulls(queue, new FreeCopy(20, 2), new FreeCopy(10, 1))).containsExactly("10 for 1");
        assertThat(pulls(queue, new FreeCopy(20, 2))).containsExactly("20 for 1");
    }

    @Example
    void aClassGetsAsManyAsItStillWants() { // H8
        var queue = List.of(HoldOrderTest.quantity(HoldOrderTest.hold(1, 1), 30, 28), HoldOrderTest.hold(2, 2));
        assertThat(pulls(queue, new FreeCopy(10, 1), new FreeCopy(11, 1), new FreeCopy(12, 1)))
                .containsExactly("10 for 1", "11 for 1", "12 for 2");
    }

    @Example
    void whoWantsOneCopyGetsNoOther() {
        var queue = List.of(HoldOrderTest.onlyCopy(HoldOrderTest.hold(1, 1), 11));
        assertThat(pulls(queue, new FreeCopy(10, 1))).isEmpty();
        assertThat(pulls(queue, new FreeCopy(10, 1), new FreeCopy(11, 2))).containsExactly("11 for 1");
    }

    @Example
    void whoIsSuspendedGetsNone() {
        var queue = List.of(HoldOrderTest.suspended(HoldOrderTest.hold(1, 1), TODAY), HoldOrderTest.hold(2, 2));
        assertThat(pulls(queue, new FreeCopy(10, 1))).containsExactly("10 for 2");
    }

    @Provide
    static Arbitrary<List<QueuedHold>> queues() {
        return HoldOrderTest.queues();
    }

    @Property
    void noCopyIsFetchedTwiceAndNobodyGetsMoreThanIsWanted(
            @ForAll("queues") List<QueuedHold> queue, @ForAll @IntRange(max = 6) int copies) {
        var free = LongStream.rangeClosed(1, copies)
                .mapToObj(item -> new FreeCopy(item, (int) (item % 2)))
                .toList();
        var pulls = PullList.of(queue, free, TODAY);
        assertThat(pulls.stream().map(Pull::copy)).doesNotHaveDuplicates();
        var got = new HashMap<Long, Integer>();
        for (var pull : pulls) {
            assertThat(pull.hold().waits(TODAY)).isTrue();
            assertThat(pull.hold().takes(pull.copy().item())).isTrue();
            assertThat(got.merge(pull.hold().id(), 1, Integer::sum))
                    .isLessThanOrEqualTo(pull.hold().wanted());
        }
        // Whoever is next for a copy that is left over would have got it.
        for (var copy : free) {
            if (pulls.stream().anyMatch(pull -> pull.copy().equals(copy))) continue;
            for (var hold : queue) {
                if (hold.waits(TODAY) && hold.takes(copy.item())) {
                    assertThat(got.getOrDefault(hold.id(), 0)).isEqualTo(hold.wanted());
                }
            }
        }
    }
}
