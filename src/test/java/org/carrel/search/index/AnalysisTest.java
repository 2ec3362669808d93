package org.carrel.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalysisTest {
    @ParameterizedTest(name = "{0} is the same words as {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            Charlotte’s web        | charlottes web        | curly apostrophe
            It's a book            | its a book            | contraction typed without apostrophe
            NIÑO                   | nino                  | case and accent
            Ｎｉｎｏ                   | nino                  | full width
            20,000 leagues         | 20000 leagues         | digit groups
            1,000,000              | 1000000               | two digit groups
            albert & einstein      | albert and einstein   | ampersand
            R&B                    | r and b               | ampersand without spaces
            J.K. Rowling           | jk rowling            | dots between initials
            J. K. Rowling          | jk rowling            | dots and spaces
            j k rowling            | jk rowling            | spaces only
            J.R.R. Tolkien         | jrr tolkien           | three initials
            E.T.                   | et                    | initialism
            half-blood             | half blood            | hyphen
            half‐blood             | half blood            | Unicode hyphen
            Straße                 | strasse               | sharp s
            Łódź                   | lodz                  | l with stroke, which has no decomposition
            Ærø                    | aero                  | ligature letter and o with stroke
            Œuvre                  | oeuvre                | ligature letter
            ﬁre                    | fire                  | typographic ligature
            ILGIN ılgın            | ilgin ilgin           | dotless i
            Þórr                   | thorr                 | thorn
            C#                     | csharp                | programming language
            C♯ minor               | csharp minor          | the musical sign
            C++                    | cplusplus             | programming language
            a_b:c                  | abc                   | signs that Unicode keeps inside words
            ​holes                  | holes                 | zero-width space at the start
            ho­les                 | holes                 | soft hyphen
            ‮holes                 | holes                 | direction override
            Ch. 3: "The end"       | ch 3 the end          | punctuation
            O'Dell                 | odell                 | name with apostrophe
            ((holes))              | holes                 | syntax characters
            599.5                  | 599.5                 | decimals stay together
            1,2                    | 1 2                   | a comma that is no digit group
            Who's who?             | whos who              | possessive or contraction
            """)
    void keysIgnoreHowItIsWritten(String text, String key, String reason) {
        assertThat(Analysis.key(text)).as(reason).isEqualTo(key);
    }

    @ParameterizedTest(name = "{0} has {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            Charlotte's     | charlottes charlotte  | the possessive is found by its bare word
            l'enfant        | lenfant enfant        | elision, written together or left out
            J. K.           | jk j k                | initials are found one by one too
            C++             | cplusplus c           | the letter is found too
            東京             | 東 東京 京              | pairs of characters, and single ones
            """)
    void recordsHoldTheOtherSpellingsToo(String text, String terms, String reason) {
        assertThat(terms(text)).as(reason).containsExactlyInAnyOrder(terms.split(" "));
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource(textBlock = """
            puppies,  puppy,    y and ies
            mice,     mouse,    irregular
            children, child,    irregular
            sharks,   shark,    plural
            wolves,   wolf,     f and ves
            """)
    void formsOfAWordHaveOneStem(String one, String other, String reason) {
        assertThat(Analysis.stems(one)).as(reason).isEqualTo(Analysis.stems(other));
    }

    @Property
    void everyTextHasAsManyStemsAsWords(@ForAll String text) {
        assertThat(Analysis.stems(text)).hasSameSizeAs(Analysis.words(text));
    }

    @Property
    void aKeyIsItsOwnKey(
            @ForAll @Chars({'a', 'C', 's', 'é', 'Ł', '7', ' ', '.', ',', '\'', '-', '&', '#', '+'}) String text) {
        assertThat(Analysis.key(Analysis.key(text))).isEqualTo(Analysis.key(text));
    }

    private static List<String> terms(String text) {
        var terms = new ArrayList<String>();
        try (var analyzer = Analysis.ofRecords();
                var stream = analyzer.tokenStream(Fields.TITLE, text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) terms.add(term.toString());
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return terms;
    }
}
