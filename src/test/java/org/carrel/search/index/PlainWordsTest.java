package org.carrel.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.carrel.search.index.Analysis.Token;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainWordsTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            Magic tree house 10    | letters and digits
            20,000 leagues         | digit group
            1,2 and 1,2345         | commas that are none
            599.5                  | decimals
            ab.cd 2.e5 5.de        | dots that are no decimals
            Salt & pepper          | ampersand
            half-blood (FIC)       | punctuation
            """)
    void plainTextIsCutWithoutTheAnalyzer(String text, String reason) {
        assertThat(PlainWords.of(text)).as(reason).contains(analyzed(text));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            Charlotte's web        | apostrophe: two spellings
            J. K. Rowling          | initials: many spellings
            C++                    | has a name
            C#                     | has a name
            csharp                 | what C# becomes
            niño                   | accent
            東京                     | no words of letters
            """)
    void otherTextIsLeftToTheAnalyzer(String text, String reason) {
        assertThat(PlainWords.of(text)).as(reason).isEmpty();
    }

    @Property(tries = 5000)
    void whatIsCutIsWhatTheAnalyzerFinds(@ForAll("ascii") String text) {
        var plain = PlainWords.of(text);
        if (plain.isEmpty()) return;
        assertThat(plain).contains(analyzed(text));
        assertThat(Analysis.ofRecord(text, false)).allMatch(token -> token.increment() == 1);
        assertThat(Analysis.ofRecord(text, true).stream().map(Token::term))
                .isEqualTo(plain.get().stream().map(Analysis::stem).toList());
        assertThat(Analysis.key(text)).isEqualTo(String.join(" ", plain.get()));
    }

    @Provide
    Arbitrary<String> ascii() {
        var word = Arbitraries.of("the", "Mice", "wolves", "x", "a", "7", "20", "000", "1984", "3D", "running", "it");
        var sign = Arbitraries.chars().range('\u0000', '\u007f').map(String::valueOf);
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(3, word), net.jqwik.api.Tuple.of(2, sign))
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    private static List<String> analyzed(String text) {
        return Analysis.ofRecord(text, false).stream().map(Token::term).toList();
    }
}
