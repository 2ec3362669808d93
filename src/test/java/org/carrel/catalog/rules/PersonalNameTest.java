package org.carrel.catalog.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalNameTest {
    @ParameterizedTest(name = "{0} is entered under {1}")
    @CsvSource(delimiter = ';', textBlock = """
        # typed as people say it
        Jacqueline Woodson;         Woodson, Jacqueline;        '';   1; Jacqueline Woodson
        Antoine de Saint-Exupéry;   Saint-Exupéry, Antoine de;  '';   1; Antoine de Saint-Exupéry
        Chris Van Allsburg;         Van Allsburg, Chris;        '';   1; Chris Van Allsburg
        Ursula K. Le Guin;          Le Guin, Ursula K.;         '';   1; Ursula K. Le Guin
        Martin Luther King Jr.;     King, Martin Luther;        Jr.;  1; Martin Luther King Jr.
        Martin Luther King, Jr.;    King, Martin Luther;        Jr.;  1; Martin Luther King Jr.
        # a comma is believed: the way to enter two surnames
        García Márquez, Gabriel;    García Márquez, Gabriel;    '';   1; Gabriel García Márquez
        King, Martin Luther, Jr.;   King, Martin Luther;        Jr.;  1; Martin Luther King, Jr.
        # no surname, or a title before it
        Avi;                        Avi;                        '';   0; Avi
        Dr. Seuss;                  Seuss;                      Dr.;  1; Dr. Seuss
        """)
    void a_name_is_inverted(String typed, String entry, String title, int surname, String direct) {
        assertThat(PersonalName.of(typed)).isEqualTo(new PersonalName(entry, title, surname == 1, direct));
    }
}
