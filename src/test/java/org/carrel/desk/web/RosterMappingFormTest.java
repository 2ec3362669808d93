package org.carrel.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.carrel.patrons.PatronCategory;
import org.carrel.patrons.PatronField;
import org.junit.jupiter.api.Test;

class RosterMappingFormTest {
    private static final List<String> COLUMNS = List.of("Student ID", "Last Name", "Barcode", "Lunch");

    @Test
    void eachColumnIsAFieldACardOrDropped() {
        var form = RosterMappingForm.of(
                new FormTexts(Map.of(
                        "column.0", "IDENTIFIER",
                        "column.1", "FAMILY_NAME",
                        "column.2", "CARD",
                        "column.3", "NOTHING",
                        "category", "TEACHER",
                        "site", "*")),
                COLUMNS);
        assertThat(form.problem()).isEmpty();
        assertThat(form.mapping().columns())
                .isEqualTo(Map.of(PatronField.IDENTIFIER, "Student ID", PatronField.FAMILY_NAME, "Last Name"));
        assertThat(form.mapping().card()).isEqualTo("Barcode");
        assertThat(form.mapping().category()).isEqualTo(PatronCategory.TEACHER);
        assertThat(form.mapping().site()).isEmpty();
    }

    @Test
    void whatIsMissingOrTwiceIsSaid() {
        var incomplete = new FormTexts(Map.of("column.0", "IDENTIFIER", "column.1", "no such field"));
        assertThat(RosterMappingForm.of(incomplete, COLUMNS).problem()).isEqualTo("columns.problem.INCOMPLETE");
        var twice =
                new FormTexts(Map.of("column.0", "IDENTIFIER", "column.1", "FAMILY_NAME", "column.3", "FAMILY_NAME"));
        assertThat(RosterMappingForm.of(twice, COLUMNS).problem()).isEqualTo("columns.problem.TWICE");
        var cards = new FormTexts(
                Map.of("column.0", "IDENTIFIER", "column.1", "FAMILY_NAME", "column.2", "CARD", "column.3", "CARD"));
        assertThat(RosterMappingForm.of(cards, COLUMNS).problem()).isEqualTo("columns.problem.TWICE");
    }
}
