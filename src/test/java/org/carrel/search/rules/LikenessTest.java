package org.carrel.search.rules;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {
    private static final float FAR = 99;

    @ParameterizedTest(name = "{0} is nearer to {1} than to {2}: {3}")
    @CsvSource(textBlock = """
            hary,      harry,     hairy,    a doubled letter
            sharcs,    sharks,    sharps,   the same sound
            freind,    friend,    fiend,    two letters swapped
            dinosors,  dinosaurs, dinners,  vowels
            huger,     hunger,    hangar,   a letter left out
            gost,      ghost,     gist,     a silent letter
            """)
    void nearer(String typed, String right, String wrong, String reason) {
        assertThat(Likeness.distance(typed, right, FAR))
                .as(reason)
                .isLessThan(Likeness.distance(typed, wrong, FAR) + 0.2f);
        assertThat(Likeness.distance(typed, right, FAR)).isLessThanOrEqualTo(Likeness.most(typed.length()));
    }

    @ParameterizedTest
    @CsvSource({"klimt, climate", "maus, house", "it, at", "asdfghjkl, anything"})
    void tooFar(String typed, String word) {
        assertThat(Likeness.distance(typed, word, FAR)).isGreaterThan(Likeness.most(typed.length()));
    }

    @Property
    void aWordIsItselfAndNobodyElse(@ForAll("words") String one, @ForAll("words") String other) {
        assertThat(Likeness.distance(one, one, FAR)).isZero();
        assertThat(Likeness.distance(one, other, FAR) > 0).isEqualTo(!one.equals(other));
    }

    @Property
    void aLimitNeverBringsAWordNearer(@ForAll("words") String one, @ForAll("words") String other) {
        var limit = Likeness.most(one.length());
        var limited = Likeness.distance(one, other, limit);
        var full = Likeness.distance(one, other, FAR);
        if (full <= limit) assertThat(limited).isEqualTo(full);
        else assertThat(limited).isGreaterThan(limit);
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().withCharRange('a', 'e').ofMinLength(1).ofMaxLength(9);
    }
}
