package org.carrel.security.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.carrel.security.Role;
import org.carrel.security.UnlockProblem;
import org.carrel.security.rules.UnlockRules.Shown;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnlockRulesTest {
    @ParameterizedTest(
            name = "{0}, badge only with PIN {1}: password {2}, PIN {3}, badge {4}, PIN beside it {5} opens: {6}")
    @CsvSource(textBlock = """
            # the password opens, whatever the school wants
            LIBRARIAN,  false, true,  false, false, false, true
            ADMIN,      true,  true,  false, false, false, true
            # a PIN or a badge
            LIBRARIAN,  false, false, true,  false, false, true
            AIDE,       false, false, false, true,  false, true
            TEACHER,    false, false, false, false, false, false
            # a badge is seen by others: for who administers the PIN is needed
            ADMIN,      false, false, false, true,  false, false
            ADMIN,      false, false, false, true,  true,  true
            ADMIN,      false, false, true,  false, false, true
            # the school wants both
            LIBRARIAN,  true,  false, true,  false, false, false
            LIBRARIAN,  true,  false, false, true,  false, false
            LIBRARIAN,  true,  false, false, true,  true,  true
            # a PIN beside nothing
            LIBRARIAN,  false, false, false, false, true,  false
            """)
    void whatOpensADesk(
            Role role,
            boolean badgeWithPin,
            boolean password,
            boolean pin,
            boolean badge,
            boolean withPin,
            boolean open) {
        assertThat(UnlockRules.opens(new Shown(password, pin, badge, withPin), role, badgeWithPin))
                .isEqualTo(open);
    }

    @Property
    boolean whoAsksForMoreOpensToNobodyElse(
            @ForAll Role role,
            @ForAll boolean password,
            @ForAll boolean pin,
            @ForAll boolean badge,
            @ForAll boolean withPin) {
        var shown = new Shown(password, pin, badge, withPin);
        return !UnlockRules.opens(shown, role, true) || UnlockRules.opens(shown, role, false);
    }

    @ParameterizedTest(name = "{0}, then {1}: {2}")
    @CsvSource(textBlock = """
            485913,    485913, none
            48591370,  48591370, none
            # ten thousand are few
            4859,      4859,   NO_PIN
            485913702, 485913702, NO_PIN
            48591a,    48591a, NO_PIN
            '',        '',     NO_PIN
            123456,    123456, EASY_PIN
            777777,    777777, EASY_PIN
            485913,    485931, NOT_THE_SAME
            """)
    void whichPinsAreTaken(String pin, String again, String problem) {
        var wanted = problem.equals("none") ? Optional.empty() : Optional.of(UnlockProblem.valueOf(problem));
        assertThat(UnlockRules.pinProblem(pin, again)).isEqualTo(wanted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "what is this", "A'1234", "12345678901234567890123456789012345678901"})
    void whatIsNoBadgeIsNotTaken(String typed) {
        assertThat(UnlockRules.badgeProblem(typed)).hasValue(UnlockProblem.NO_BADGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"S-10045", " s-10045 ", "00210045"})
    void aBadgeIsTakenAsScannersSendIt(String typed) {
        assertThat(UnlockRules.badgeProblem(typed)).isEmpty();
        assertThat(UnlockRules.badge(typed)).isEqualTo(typed.strip().toUpperCase());
    }
}
