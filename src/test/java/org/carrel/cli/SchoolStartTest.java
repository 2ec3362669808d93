package org.carrel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.carrel.school.SchoolProblem;
import org.carrel.school.SchoolProblem.Field;
import org.carrel.school.SchoolProblem.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SchoolStartTest {
    @Test
    @DisplayName("B24: a start that is stopped says which line is wrong and what to write instead")
    void aLineThatCannotBeReadIsNamed() {
        assertThat(SchoolStart.say(
                        SchoolProblem.of(Field.ZONE, Kind.NO_ZONE, "UTC+7").in(2)))
                .isEqualTo(
                        "  line 2, Time zone: “UTC+7” is not a time zone of a region. Use one such as America/Chicago.");
    }
}
