package org.carrel.sessions.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.carrel.scheduling.DevicePlan;
import org.carrel.scheduling.TimeSpan;
import org.junit.jupiter.api.Test;

class CartPlansTest {
    private static final Instant NINE = Instant.parse("2026-10-19T14:00:00Z");
    private static final Instant TEN = NINE.plus(Duration.ofHours(1));
    private static final long CHEN = 7;
    private static final long OTHER = 8;
    private static final long CLASS = 70;

    private static DevicePlan cart(long session, Instant from, Instant until, long teacher) {
        return new DevicePlan(
                session,
                new TimeSpan(from, until),
                OptionalLong.of(teacher),
                OptionalLong.of(CLASS),
                false,
                24,
                OptionalInt.of(30));
    }

    private static DevicePlan piece(int devices) {
        return new DevicePlan(
                1,
                new TimeSpan(NINE, TEN),
                OptionalLong.of(CHEN),
                OptionalLong.of(CLASS),
                true,
                24,
                OptionalInt.of(devices));
    }

    private static CartPlans.Answer lend(List<DevicePlan> plans, Optional<Instant> due, long patron, Instant now) {
        return CartPlans.of(plans, due, patron, List.of(), now);
    }

    @Test
    void aCartIsLentToOthersOnlyUntilItsClassNeedsIt() {
        var plans = List.of(cart(1, NINE, TEN, CHEN));
        var before = NINE.minus(Duration.ofHours(2));
        assertThat(lend(plans, Optional.of(NINE), OTHER, before).session()).isEmpty();
        assertThat(lend(plans, Optional.of(NINE.plusSeconds(1)), OTHER, before).session())
                .hasValue(1);
        assertThat(lend(plans, Optional.empty(), OTHER, before).session())
                .as("no due date")
                .hasValue(1);
    }

    @Test
    void itsClassGetsItUntilTheEndOfTheSessionAndNoLonger() {
        var plans = List.of(cart(1, NINE, TEN, CHEN), cart(2, TEN, TEN.plusSeconds(3600), OTHER));
        var answer = lend(plans, Optional.of(NINE.plus(Duration.ofDays(14))), CHEN, NINE);
        assertThat(answer.due()).contains(TEN);
        assertThat(answer.session()).isEmpty();
    }

    @Test
    void ofSingleDevicesSoManyStayAsTheClassNeeds() {
        var due = Optional.of(TEN);
        assertThat(lend(List.of(piece(25)), due, OTHER, NINE).session()).isEmpty();
        assertThat(lend(List.of(piece(24)), due, OTHER, NINE).session()).hasValue(1);
        assertThat(lend(List.of(piece(24)), due, CHEN, NINE).session())
                .as("the class itself")
                .isEmpty();
        assertThat(CartPlans.of(List.of(piece(24)), due, OTHER, List.of(CLASS), NINE)
                        .session())
                .as("a student of the class")
                .isEmpty();
        assertThat(CartPlans.of(List.of(piece(24)), due, OTHER, List.of(CLASS), NINE.minus(Duration.ofHours(3)))
                        .session())
                .as("long before")
                .hasValue(1);
    }

    @Test
    void nobodyIsHandedACartLongBeforeTheBell() {
        var plans = List.of(cart(1, NINE, TEN, CHEN));
        assertThat(CartPlans.next(plans, NINE.minus(CartPlans.EARLY))).isPresent();
        assertThat(CartPlans.next(plans, NINE.minus(CartPlans.EARLY).minusSeconds(1)))
                .isEmpty();
        assertThat(CartPlans.next(plans, TEN)).as("over").isEmpty();
    }
}
