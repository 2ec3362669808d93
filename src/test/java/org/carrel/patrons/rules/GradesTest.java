package org.carrel.patrons.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradesTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "8,08",
        "08,08",
        "12,12",
        "7th,07",
        "Grade 3,03",
        "K,KG",
        "KG,KG",
        "PreK,PK",
        "ug,UG",
        "'',''",
        "Form II,FORM II"
    })
    void gradesAreKeptAsCodes(String typed, String code) {
        assertThat(Grades.code(typed)).isEqualTo(code);
    }

    @ParameterizedTest(name = "after {0} comes {1}")
    @CsvSource({"KG,01", "08,09", "09,10", "12,13", "PK,KG", "TK,KG"})
    void everyYearOneGradeUp(String grade, String next) {
        assertThat(Grades.next(grade)).hasValue(next);
    }

    @Test
    void nobodyKnowsWhatComesAfterTheLastOrAnOddGrade() {
        assertThat(Grades.next("13")).isEmpty();
        assertThat(Grades.next("UG")).isEmpty();
        assertThat(Grades.next("")).isEmpty();
    }

    @Test
    void twoGradesAreTheLower() {
        assertThat(Grades.lowest(List.of("09", "8"))).isEqualTo("08");
        assertThat(Grades.lowest(List.of("01", "KG"))).isEqualTo("KG");
        assertThat(Grades.lowest(List.of())).isEmpty();
    }
}
