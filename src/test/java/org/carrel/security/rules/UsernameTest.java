package org.carrel.security.rules;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsernameTest {
    @ParameterizedTest
    @CsvSource({
        "maria.lopez, maria.lopez",
        "'  Maria.Lopez ', maria.lopez",
        "M.Lopez@School.Example, m.lopez@school.example",
        "a, a",
        "4b, 4b"
    })
    void isKeptInSmallLetters(String typed, String name) {
        assertThat(Username.parse(typed)).contains(new Username(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".maria",
                "maria.",
                "maria lopez",
                "mar\u00eda",
                "maria\n",
                "<b>",
                "' or 1=1",
                "\u0430dmin"
            })
    void whatCouldBeMistakenIsNone(String typed) {
        assertThat(Username.parse(typed).filter(name -> !name.value().equals("maria")))
                .isEmpty();
    }

    @Property
    boolean aNameIsItsOwnName(@ForAll String typed) {
        return Username.parse(typed)
                .map(name -> Username.parse(name.value()).filter(name::equals).isPresent()
                        && name.value().length() <= 64)
                .orElse(true);
    }
}
