package org.carrel.search.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.carrel.search.Synonym;
import org.carrel.search.Synonym.Sense;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SynonymsTest {
    private static final Synonyms SHIPPED = new Synonyms(SynonymList.shipped());

    @ParameterizedTest(name = "{0} is also {1}")
    @CsvSource(textBlock = """
            mlk,                 martin luther king
            WWII,                world war 1939-1945
            scary,               horror stories
            comics,              graphic novels
            puppy,               dogs
            puppies,             dogs
            doctor seuss,        dr seuss
            dr. seuss,           doctor seuss
            tiburones,           sharks
            el tiburón,          el sharks
            sharks,              tiburones
            fútbol,              soccer
            perros y gatos,      dogs y cats
            segunda guerra mundial, "world war, 1939-1945"
            """, quoteCharacter = '"')
    void isAlso(String text, String other) {
        assertThat(SHIPPED.of(text)).extracting(Rephrasing::text).contains(other);
    }

    @Test
    void theWiderWordCountsLessAndDoesNotFindTheNarrower() {
        var same = new Synonyms(List.of(new Synonym("cop", "police", Sense.SAME)))
                .of("cop")
                .getFirst();
        var wider = new Synonyms(List.of(new Synonym("puppy", "dogs", Sense.WIDER)));
        assertThat(wider.of("puppy").getFirst().weight()).isLessThan(same.weight());
        assertThat(wider.of("dogs")).isEmpty();
    }

    @Test
    void noneIsShippedTwiceAndNoneMeansItself() {
        var seen = new HashSet<String>();
        for (var each : SynonymList.shipped()) {
            assertThat(seen.add(each.said() + " / " + each.means()))
                    .as(each.toString())
                    .isTrue();
            assertThat(each.said()).isNotEqualTo(each.means()).isNotBlank();
            assertThat(each.means()).isNotBlank();
        }
        assertThat(seen).hasSizeGreaterThan(400);
    }

    @Property(tries = 200)
    void noTextIsAnErrorAndNoneHasMoreThanSixWays(@ForAll String text) {
        assertThat(SHIPPED.of(text)).hasSizeLessThanOrEqualTo(6);
    }
}
