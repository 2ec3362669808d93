package org.carrel.catalog.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.carrel.catalog.BibRecord.Audience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AudienceMappingTest {
    @ParameterizedTest(name = "grades \"{0}\" are {1} to {2}")
    @CsvSource(delimiter = '|', textBlock = """
            3-6.                  | 3  | 6
            Grades 3-6            | 3  | 6
            K-3                   | 0  | 3
            Pre-K-2               | -1 | 2
            PreK to grade 1       | -1 | 1
            Kindergarten          | 0  | 0
            4.5                   | 4  | 4
            10-12.                | 10 | 12
            3rd-5th grade         | 3  | 5
            Gr. 4 & up            | 4  |
            7 and up              | 7  |
            9+                    | 9  |
            6-4                   | 4  | 6
            Middle school         | 6  | 8
            # no grade at all
            Adult                 |    |
            99                    |    |
            """)
    void interest_grades(String text, Integer from, Integer to) {
        var audience = audience("521 2# $a" + text);
        assertThat(audience.gradeFrom()).isEqualTo(from);
        assertThat(audience.gradeTo()).isEqualTo(to);
    }

    @ParameterizedTest(name = "ages \"{0}\" are {1} to {2}")
    @CsvSource(delimiter = '|', textBlock = """
            521 1# $a008-012.                          | 8  | 12
            521 1# $a8 years and up.                   | 8  |
            521 1# $aAges 9 to 12                      | 9  | 12
            521 1# $a18-36 months                      | 1  | 3
            521 1# $a18 months - 3 years               | 1  | 3
            521 ## $aSuitable for 15 years and over.   | 15 |
            521 ## $aMPAA rating: PG-13.               |    |
            521 8# $aMPAA rating: PG-13.               |    |
            """)
    void interest_ages(String field, Integer from, Integer to) {
        var audience = audience(field);
        assertThat(audience.ageFrom()).isEqualTo(from);
        assertThat(audience.ageTo()).isEqualTo(to);
    }

    @ParameterizedTest(name = "{0} is {1}, \"{2}\"")
    @CsvSource(delimiter = '|', textBlock = """
            521 8# $a880L$bLexile            | 880  | 880L
            521 8# $aAD740L$bLexile          | 740  | AD740L
            # beginning reader: the higher the easier
            521 8# $aBR120L$bLexile          | -120 | BR120L
            521 8# $aHL 560L$bLexile         | 560  | HL560L
            521 8# $a880$bLexile Framework   | 880  | 880
            521 8# $aLexile: GN500L          | 500  | GN500L
            521 ## $ahl560l.                 | 560  | HL560L
            # a code without a number
            521 8# $aNP$bLexile              |      | NP
            # other scales
            521 8# $aMPAA rating: R          |      | ''
            521 0# $a5.5.                    |      | ''
            521 8# $a99999L$bLexile          |      | ''
            """)
    void lexile_measure(String field, Integer number, String text) {
        var audience = audience(field);
        assertThat(audience.lexile()).isEqualTo(number);
        assertThat(audience.lexileText()).isEqualTo(text);
    }

    @Test
    void accelerated_reader_and_no_other_program() {
        var audience = audience(
                "526 0# $aReading Counts!$bHigh$c8.0$d20", "526 0# $aAccelerated Reader AR$bmg+$c4.7$d1.0$z149382.");
        assertThat(audience.arLevel()).isEqualTo(4.7);
        assertThat(audience.arPoints()).isEqualTo(1.0);
        assertThat(audience.interest()).isEqualTo("MG+");
    }

    @ParameterizedTest(name = "leader {0} with 008 {1} is \"{2}\"")
    @CsvSource(delimiter = ';', textBlock = """
            00000nam a2200000 i 4500 ; 240801s2001    nyua   c      000 1 eng d ; c
            # not coded, or no code
            00000nam a2200000 i 4500 ; 240801s2001    nyua   |      000 1 eng d ; ' '
            00000nam a2200000 i 4500 ; 240801s2001    nyua   5      000 1 eng d ; ' '
            # too short
            00000nam a2200000 i 4500 ; 240801                                   ; ' '
            # position 22 of serials and maps is something else
            00000nas a2200000 i 4500 ; 240801c20019999nyuar  c      0    0eng d ; ' '
            00000nem a2200000 i 4500 ; 240801s2001    nyu    a  a   0    0eng d ; ' '
            """)
    void audience_code(String leader, String fixed, char expected) {
        var record = Marc.record(leader, fixed);
        assertThat(RecordMapping.map(record, 2026).audience().code()).isEqualTo(expected);
    }

    private static Audience audience(String... fields) {
        return RecordMapping.map(Marc.book(fields), 2026).audience();
    }
}
