package org.carrel.scheduling.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.carrel.scheduling.BookingPolicy;
import org.carrel.scheduling.BookingPolicy.Booker;
import org.carrel.scheduling.NamedPolicy;
import org.carrel.scheduling.PolicyProblem;
import org.junit.jupiter.api.Test;

class PolicyCheckTest {
    private static NamedPolicy named(long id, String name, BookingPolicy policy) {
        return new NamedPolicy(id, "LMC", name, policy, Set.of());
    }

    @Test
    void theUsualOneIsGood() {
        assertThat(PolicyCheck.problems(named(0, "Usual", BookingPolicy.USUAL), List.of()))
                .isEmpty();
    }

    @Test
    void everyFieldSaysWhatIsWrongWithIt() {
        var none = new BookingPolicy(
                Set.of(),
                Duration.ofHours(-1),
                OptionalInt.of(-1),
                OptionalInt.of(0),
                OptionalInt.of(101),
                OptionalInt.of(0),
                OptionalInt.of(0),
                false,
                Duration.ofHours(2001));
        assertThat(PolicyCheck.problems(named(0, " ", none), List.of()))
                .containsExactlyInAnyOrder(
                        PolicyProblem.NO_NAME,
                        PolicyProblem.NO_ROLES,
                        PolicyProblem.LATEST,
                        PolicyProblem.DAYS_AHEAD,
                        PolicyProblem.PER_DAY,
                        PolicyProblem.PER_WEEK,
                        PolicyProblem.PER_TERM,
                        PolicyProblem.IN_A_ROW,
                        PolicyProblem.CANCEL);
    }

    @Test
    void aNameIsTakenByOthersOnly() {
        var other = named(4, "Labs", BookingPolicy.USUAL);
        assertThat(PolicyCheck.problems(named(5, "labs", BookingPolicy.USUAL), List.of(other)))
                .containsExactly(PolicyProblem.NAME_TAKEN);
        assertThat(PolicyCheck.problems(named(4, "labs", BookingPolicy.USUAL), List.of(other)))
                .isEmpty();
    }

    @Test
    void somebodyHasToBeAbleToBook() {
        var usual = BookingPolicy.USUAL;
        var nobody = new BookingPolicy(
                Set.<Booker>of(),
                usual.latest(),
                usual.daysAhead(),
                usual.perDay(),
                usual.perWeek(),
                usual.perTerm(),
                usual.daysInARow(),
                false,
                usual.cancel());
        assertThat(PolicyCheck.problems(named(0, "Nobody", nobody), List.of())).containsExactly(PolicyProblem.NO_ROLES);
    }
}
