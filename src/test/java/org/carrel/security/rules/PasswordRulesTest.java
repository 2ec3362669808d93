package org.carrel.security.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.carrel.security.PasswordProblem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    private static final PasswordRules RULES =
            new PasswordRules(Set.of("password", "qwerty123456", "iloveyou", "dragon"));
    private static final List<String> NAMES = List.of("maria.lopez@lakeside.example", "Lakeside Media Center");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            sevenwords,              TOO_SHORT
            qwerty123456,            TOO_COMMON
            QWERTY123456,            TOO_COMMON
            Password2026!,           TOO_COMMON
            !!!!password!!!!,        TOO_COMMON
            dragondragondragon,      TOO_COMMON
            aaaaaaaaaaaaaaaa,        TOO_COMMON
            abababababababab,        TOO_COMMON
            abcdefghijklmnop,        TOO_COMMON
            zyxwvutsrqponmlk,        TOO_COMMON
            qwertyuiopasdfgh,        TOO_COMMON
            Lakeside2026!,           HAS_NAME
            maria.lopez1,            HAS_NAME
            """)
    void whatIsTriedFirstIsNotTaken(String password, PasswordProblem problem) {
        assertThat(RULES.problem(password, NAMES)).contains(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seven paper lanterns",
                "correct horse battery staple",
                "el gato come pan duro",
                "my dragon reads at night",
                "maria learns the trombone",
                "\u0441\u0435\u043c\u044c \u0431\u0443\u043c\u0430\u0436\u043d\u044b\u0445 \u0444\u043e\u043d\u0430\u0440\u0435\u0439"
            })
    void longOnesAreTakenWithoutCapitalsAndFigures(String password) {
        assertThat(RULES.problem(password, NAMES)).isEmpty();
    }

    @Property
    boolean lengthIsCountedAsPeopleCount(@ForAll @AlphaChars @StringLength(max = 11) String text) {
        return RULES.problem(text, List.of()).equals(Optional.of(PasswordProblem.TOO_SHORT));
    }

    @Property
    boolean anyTextHasAnAnswer(@ForAll String text) {
        var problem = RULES.problem(text, NAMES);
        return problem.isPresent() || text.length() >= 12;
    }
}
