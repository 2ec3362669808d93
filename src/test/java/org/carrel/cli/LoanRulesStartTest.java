package org.carrel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.carrel.circulation.RuleField;
import org.carrel.circulation.RuleProblem;
import org.carrel.circulation.RuleProblem.Kind;
import org.carrel.circulation.RuleProblem.Place;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LoanRulesStartTest {
    @Test
    @DisplayName("B49: a start that is stopped says which line is wrong and what to write instead")
    void aLineThatCannotBeReadIsNamed() {
        assertThat(LoanRulesStart.say(
                        new RuleProblem(Place.LINE, 4, Optional.of(RuleField.FINE_INTERVAL), Kind.NO_INTERVAL, "")))
                .isEqualTo(
                        "  Line 4: Fine for each: A fine needs the time for which it is taken. Say it here, such as 1 day.");
        assertThat(LoanRulesStart.say(RuleProblem.of(Place.TABLE, 0, Kind.NO_DEFAULT, "")))
                .isEqualTo("  There must be a rule for everybody and everything, and it must say how long.");
    }
}
