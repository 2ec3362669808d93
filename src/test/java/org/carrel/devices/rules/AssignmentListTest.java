package org.carrel.devices.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.carrel.devices.rules.AssignmentList.Line;
import org.junit.jupiter.api.Test;

/** Lists of cards and devices as people scan and paste them. */
class AssignmentListTest {
    @Test
    void aBurstOfScansIsALineEach() { // B62
        assertThat(AssignmentList.parse("CB-000106\nCB-000107\n"))
                .containsExactly(new Line(1, List.of("CB-000106")), new Line(2, List.of("CB-000107")));
    }

    @Test
    void twoColumnsOfASheetAreAPair() {
        assertThat(AssignmentList.parse("C1\tCB-1\tAna\r\n\"C2\",\"CB 2\"\r\n\r\n C3 ; CB-3 "))
                .containsExactly(
                        new Line(1, List.of("C1", "CB-1")),
                        new Line(2, List.of("C2", "CB 2")),
                        new Line(4, List.of("C3", "CB-3")));
    }

    @Property
    void everyTextIsReadWithoutAProblem(@ForAll String text) {
        assertThat(AssignmentList.parse(text)).allSatisfy(line -> {
            assertThat(line.codes()).hasSizeBetween(1, 2).doesNotContain("");
            assertThat(line.number()).isPositive();
        });
    }
}
