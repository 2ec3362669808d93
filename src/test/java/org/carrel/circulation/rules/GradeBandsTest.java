package org.carrel.circulation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.carrel.circulation.GradeBand;
import org.carrel.patrons.PatronCategory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradeBandsTest {
    @ParameterizedTest
    @CsvSource({
        "STUDENT, KG, PK_2",
        "STUDENT, K, PK_2",
        "STUDENT, 2, PK_2",
        "STUDENT, 03, G3_5",
        "STUDENT, 5, G3_5",
        "STUDENT, 06, G6_8",
        "STUDENT, 12, G9_12",
        "STUDENT, 13, G9_12",
        "STUDENT, '', NO_GRADE",
        "STUDENT, Other, NO_GRADE",
        "TEACHER, 05, GROWN_UP",
        "VOLUNTEER, '', GROWN_UP"
    })
    void gradesAreCountedTogether(PatronCategory category, String grade, GradeBand band) { // PR-2
        assertThat(GradeBands.of(category, grade)).isEqualTo(band);
    }

    @Test
    void noGradeIsLeftOut() { // PR-2
        assertThat(GradeOrder.codes())
                .extracting(grade -> GradeBands.of(PatronCategory.STUDENT, grade))
                .doesNotContain(GradeBand.NO_GRADE);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, false", "4, false", "5, true", "400, true"})
    void fewerThanFiveAreNotTold(int count, boolean told) { // PR-2
        assertThat(GradeBands.told(count).isPresent()).isEqualTo(told);
    }
}
