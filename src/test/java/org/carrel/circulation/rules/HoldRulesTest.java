package org.carrel.circulation.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carrel.circulation.HoldProblem.ALREADY_HELD;
import static org.carrel.circulation.HoldProblem.ALREADY_ON_LOAN;
import static org.carrel.circulation.HoldProblem.BAD_QUANTITY;
import static org.carrel.circulation.HoldProblem.BLOCKED;
import static org.carrel.circulation.HoldProblem.NOT_ACTIVE;
import static org.carrel.circulation.HoldProblem.NOT_ALLOWED;
import static org.carrel.circulation.HoldProblem.NO_COPY;
import static org.carrel.circulation.HoldProblem.NO_SUCH_COPY;
import static org.carrel.circulation.HoldProblem.TOO_MANY;
import static org.carrel.circulation.HoldProblem.TOO_MANY_TODAY;
import static org.carrel.circulation.Lending.rule;

import java.util.Set;
import org.carrel.circulation.rules.HoldRules.Wanted;
import org.carrel.circulation.rules.HoldRules.Wisher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldRulesTest {
    private static final Wisher FREE = new Wisher(true, false, 0, 0, false, false);
    private static final Wanted ANY = new Wanted(1, true, false, 1);

    @Test
    void whoIsFreeMayHoldWhatIsThere() {
        assertThat(HoldRules.problems(FREE, ANY, rule())).isEmpty();
    }

    @Test
    void everythingIsSaidAtOnce() { // O1, H7, H8
        var wisher = new Wisher(false, true, 5, HoldRules.MOST_A_DAY, true, true);
        var strict = rule("holds allowed=no", "hold limit=5");
        assertThat(HoldRules.problems(wisher, new Wanted(0, false, true, 2), strict))
                .containsExactly(
                        NOT_ACTIVE,
                        NO_COPY,
                        NO_SUCH_COPY,
                        BAD_QUANTITY,
                        ALREADY_HELD,
                        ALREADY_ON_LOAN,
                        BLOCKED,
                        NOT_ALLOWED,
                        TOO_MANY,
                        TOO_MANY_TODAY);
    }

    @ParameterizedTest(name = "{0} open, at most {1}: {2}")
    @CsvSource({"4, 5, true", "5, 5, false", "6, 5, false", "0, 0, false", "99, unlimited, true"})
    void aLimitIsReachedNotPassed(int open, String most, boolean allowed) { // H7
        var wisher = new Wisher(true, false, open, 0, false, false);
        assertThat(HoldRules.problems(wisher, ANY, rule("hold limit=" + most)).isEmpty())
                .isEqualTo(allowed);
    }

    @ParameterizedTest(name = "{0} copies, one copy only: {1}")
    @CsvSource({
        "1, false, true",
        "99, false, true",
        "100, false, false",
        "0, false, false",
        "-1, false, false",
        "1, true, true",
        "2, true, false"
    })
    void aQuantity(int quantity, boolean oneCopy, boolean sound) { // H8
        assertThat(HoldRules.problems(FREE, new Wanted(40, true, oneCopy, quantity), rule())
                        .contains(BAD_QUANTITY))
                .isNotEqualTo(sound);
    }

    @Test
    void onlyWhatMayBeLiftedIsLifted() { // O2
        var problems = Set.of(ALREADY_HELD, BLOCKED, TOO_MANY);
        assertThat(HoldRules.without(problems, Set.of(ALREADY_HELD, BLOCKED))).containsExactly(ALREADY_HELD, TOO_MANY);
    }
}
