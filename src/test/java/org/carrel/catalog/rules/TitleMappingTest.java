package org.carrel.catalog.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.carrel.catalog.BibRecord.Titles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleMappingTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # $c is not title
            $aDog Man /$cby Dav Pilkey.                        | Dog Man
            $aWhales :$bgentle giants /$cC. Example.           | Whales : gentle giants
            # $n $p in record order
            $aBone.$nVol. 1,$pOut from Boneville /$cJeff Smith | Bone. Vol. 1, Out from Boneville
            # the mark after $h belongs between title and subtitle
            $aWhales$h[sound recording] :$bgentle giants       | Whales : gentle giants
            # no ISBD punctuation in the record at all
            $aWhales$bgentle giants                            | Whales : gentle giants
            # the dot of an initial, an abbreviation, an ellipsis stays
            $aMark D.                                          | Mark D.
            $aFrogs, toads, etc.                               | Frogs, toads, etc.
            $aMonsters, Inc.                                   | Monsters, Inc.
            $aSammy Davis, Jr.                                 | Sammy Davis, Jr.
            $aAnd then ...                                     | And then ...
            # the dot of the field goes
            $aHoles.                                           | Holes
            $aFahrenheit 451.                                  | Fahrenheit 451
            $aWho was--?                                       | Who was--?
            # links, institutions and authority numbers are not title
            $6880-01$aHoles$5DLC$9123                          | Holes
            # the part 0 is text
            $a0                                                | 0
            # nothing to read
            $a/                                                | ''
            $a[...]                                            | ''
            $a<>.                                              | ''
            $a                                                 | ''
            """)
    void main_title(String subfields, String expected) {
        assertThat(titles("245 10 " + subfields).main()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} {1} in {2} is filed as {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # the indicator wins
            4 | The cat              | eng | cat
            2 | L'enfant             | fre | enfant
            4 | The the              | eng | the
            # past the end, and into the middle of a word: not believed
            9 | It                   | eng | It
            4 | 1984                 | eng | 1984
            4 | Harry Potter         | eng | Harry Potter
            # none given: the article of the language
            0 | The cat              | eng | cat
            ' ' | A dog              | eng | dog
            0 | Los tres cerditos    | spa | tres cerditos
            0 | L'enfant             | fre | enfant
            0 | Die Häschenschule    | ger | Häschenschule
            0 | Het huis             | dut | huis
            0 | "The cat"            | eng | cat"
            # not an article
            0 | "A" is for apple     | eng | A" is for apple
            0 | A is for Annabelle   | eng | A is for Annabelle
            0 | A, my name is Alice  | eng | A, my name is Alice
            0 | A to Z mysteries     | eng | A to Z mysteries
            0 | A-B-C                | eng | A-B-C
            0 | El deafo             | eng | El deafo
            0 | Die hard             | eng | Die hard
            0 | Los Angeles          | spa | Los Angeles
            # nothing but the article
            0 | The                  | eng | The
            0 | A                    | eng | A
            # leading punctuation
            0 | ¿Dónde está?         | spa | Dónde está?
            0 | --and then           | eng | and then
            # unknown language counts as English
            0 | The cat              | ''  | cat
            # transliterated article with a hyphen
            3 | al-Ḥarb              | ara | Ḥarb
            """)
    void filing_title(char indicator, String title, String language, String expected) {
        assertThat(Articles.filing(title, indicator, language)).isEqualTo(expected);
    }

    @Test
    void the_title_proper_leaves_the_subtitle_and_its_mark_out() {
        assertThat(titles("245 10 $aBone :$bthe epic.$nVol. 1 /").proper()).isEqualTo("Bone. Vol. 1");
        assertThat(titles("245 10 $aBudgets =$bPresupuestos /$cX").proper()).isEqualTo("Budgets");
    }

    @Test
    void a_title_that_stands_only_in_880_is_used() {
        var titles = titles("245 10 $6880-02$a<>.", "880 10 $6245-01/$1$a別の本", "880 10 $6245-02/$1$a海辺のカフカ.");
        assertThat(titles.main()).isEqualTo("海辺のカフカ");
        assertThat(titles.parallel()).containsExactly("別の本");
    }

    @Test
    void a_second_245_is_a_parallel_title() {
        var titles = titles("245 10 $aबिहानी टुसा /", "245 10 $aBihānī Ṭusā /");
        assertThat(titles.main()).isEqualTo("बिहानी टुसा");
        assertThat(titles.parallel()).containsExactly("Bihānī Ṭusā");
    }

    @Test
    void every_other_name_is_kept_once() {
        var titles = titles(
                "245 10 $aCien cuentos /",
                "240 10 $aHundred tales.$lSpanish",
                "246 30 $aTales",
                "246 3# $aTales.",
                "700 12 $aPoe, Edgar Allan.$tRaven.",
                "505 00 $tThe gold bug /$rPoe --$tLigeia.",
                "880 ## $aNo linkage",
                "740 0# $aCien cuentos");
        assertThat(titles.others())
                .containsExactly("Hundred tales", "Tales", "Raven", "The gold bug", "Ligeia", "No linkage");
    }

    private static Titles titles(String... fields) {
        return RecordMapping.map(Marc.book(fields), 2026).titles();
    }
}
