package org.carrel.catalog.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.carrel.catalog.CallNumber;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallNumberTextTest {
    @ParameterizedTest(name = "label \"{0}\"")
    @CsvSource(delimiter = '|', textBlock = """
            # label                | prefix  | class       | cutter        | suffix
            FIC ROW                | ''      | FIC         | ROW           | ''
            FIC ROW c. 2           | ''      | FIC         | ROW           | c. 2
            SP FIC ALE v. 2        | SP      | FIC         | ALE           | v. 2
            E 551.21 RUB           | E       | 551.21      | RUB           | ''
            E WIL                  | ''      | E           | WIL           | ''
            B LIN                  | ''      | B           | LIN           | ''
            REF 423 AME 1998       | REF     | 423         | AME           | 1998
            599.5 SIM              | ''      | 599.5       | SIM           | ''
            REF E 423 DIC          | REF E   | 423         | DIC           | ''
            FIC - SAL              | ''      | FIC         | SAL           | ''
            FIC DE LA              | ''      | FIC         | DE LA         | ''
            DVD FIC AVE            | DVD     | FIC         | AVE           | ''
            GN NAR #7              | ''      | GN          | NAR           | #7
            FIC BON vol.10         | ''      | FIC         | BON           | vol.10
            # Library of Congress, together and apart
            PZ7.R79835 Har 1998    | ''      | PZ7.R79835  | Har 1998      | ''
            ML 410 M82 L6 1991     | ''      | ML 410      | M82 L6 1991   | ''
            E 185.97 .K5 1987      | ''      | E 185.97    | .K5 1987      | ''
            QA76.73.J38 2004 v.2   | ''      | QA76.73.J38 | 2004          | v.2
            # nothing we know
            YELLOW DOG             | ''      | YELLOW      | DOG           | ''
            FRE                    | ''      | FRE         | ''            | ''
            ''                     | ''      | ''          | ''            | ''
            """)
    void label_taken_apart(String label, String prefix, String classNumber, String cutter, String suffix) {
        assertThat(CallNumberText.split(label)).isEqualTo(new CallNumber(prefix, classNumber, cutter, suffix));
    }

    @Property
    void the_parts_read_like_the_label(@ForAll String label) {
        var words = Stream.of(FieldText.clean(label).split(" ", -1))
                .filter(word -> Isbd.hasWords(word) || word.equals("#"));
        assertThat(CallNumberText.split(label).text()).isEqualTo(String.join(" ", words.toList()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fic row",
                "FIC",
                "599.5",
                "599",
                "599.5 sim",
                "e 551.21",
                "e 551.21 rub",
                "e wil",
                "b lin",
                "gn tel",
                "PZ7 .R79",
                "pz7.r79835 har 1998",
                "QA76.73",
                "ref 423",
                "sp fic ale",
                "f row",
                "fic row v. 2",
                "005.1",
                "FIC O'B"
            })
    void call_numbers_are_recognised(String typed) {
        assertThat(CallNumberText.looksLikeCallNumber(typed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "e", "b", "it", "1984", "we", "dogs", "harry potter", "101 dalmatians", "50 states", "e mail",
                        "b is for bear",
                "2.0", "web2.0", "mp3", "20,000 leagues", "365 days of fun", "ref", "the fic row", "", "?", "c#",
                        "r2d2",
                "ya sea", "easy pie", "picture day", "spanish 101", "big 100", "5.5 ar", "lexile 700-800",
                        "300 spartans", "e los gatos", "9780439708180", "30001001"
            })
    void words_are_not_call_numbers(String typed) {
        assertThat(CallNumberText.looksLikeCallNumber(typed)).isFalse();
        assertThat(CallNumberText.prefixKey(typed)).isEmpty();
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource(textBlock = """
            fic row,   FIC ROW c. 2
            f row,     Fic Row
            fic,       FIC ROW
            599.5,     599.5 SIM
            599.50,    599.5 SIM
            599,       599.5 SIM
            e 551,     E 551.21 RUB
            b lin,     B LIN
            pz7 .r79,  PZ7.R79835 Har 1998
            ref 423,   REF 423 AME 1998
            """)
    void typed_start_is_a_start_of_the_shelf_key(String typed, String label) {
        assertThat(ShelfKey.of(CallNumberText.split(label)))
                .startsWith(CallNumberText.prefixKey(typed).orElseThrow());
    }
}
