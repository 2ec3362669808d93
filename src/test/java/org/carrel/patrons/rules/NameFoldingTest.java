package org.carrel.patrons.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameFoldingTest {
    @ParameterizedTest(name = "{1} finds {0}")
    @CsvSource(delimiter = '|', textBlock = """
            Zoë                   | zoe
            Zoë                   | ZOË
            Núñez-Ibarra          | nunez
            Núñez-Ibarra          | ibarra
            Núñez-Ibarra          | nunez-ibarra
            Núñez-Ibarra          | nunezi
            O’Neill               | oneill
            O’Neill               | o'neill
            O’Neill               | O`Neill
            O’Neill               | o neill
            O’Neill               | neill
            D'Angelo              | d’angelo
            Keʻalohi              | kealohi
            Keʻalohi              | ke'alohi
            Nguyễn                | nguyen
            Thảo                  | thao
            Müller-Lüdenscheidt   | muller
            Müller-Lüdenscheidt   | mueller
            Müller-Lüdenscheidt   | Ludenscheidt
            Müller-Lüdenscheidt   | müller lüd
            Müller-Straße         | strasse
            van der Berg          | van berg
            Łukasz                | lukasz
            Søren                 | soren
            أحمد                   | أحمد
            王小明                 | 王
            """)
    void aNameIsFoundAsItIsTyped(String name, String typed) {
        var words = NameFolding.words(List.of(name));
        assertThat(NameFolding.typed(typed)).isNotEmpty().allMatch(part -> words.stream()
                .anyMatch(word -> word.startsWith(part)));
    }

    @ParameterizedTest(name = "{1} does not find {0}")
    @CsvSource({"Zoë,zoo", "O’Neill,ill", "Nguyễn,guyen"})
    void onlyBeginningsOfWordsCount(String name, String typed) {
        var words = NameFolding.words(List.of(name));
        assertThat(NameFolding.typed(typed)).noneMatch(part -> words.stream().anyMatch(word -> word.startsWith(part)));
    }

    @Property
    void whateverIsTypedAsANameFindsIt(@ForAll @StringLength(max = 200) String name) {
        var words = NameFolding.words(List.of(name));
        assertThat(words).allMatch(word -> !word.isEmpty() && word.length() <= NameFolding.LONGEST);
        assertThat(NameFolding.typed(name)).allMatch(part -> words.stream().anyMatch(word -> word.startsWith(part)));
    }
}
