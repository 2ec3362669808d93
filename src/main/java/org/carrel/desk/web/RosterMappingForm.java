package org.carrel.desk.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.carrel.patrons.PatronCategory;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.RosterMapping;

/**
 * Which column is which field, as the form says it.
 *
 * @param problem key of the sentence that says what is wrong; empty when nothing is
 */
record RosterMappingForm(RosterMapping mapping, String problem) {
    static final String NOTHING = "NOTHING";
    static final String CARD = "CARD";

    /** @param columns in the order of the form */
    static RosterMappingForm of(FormTexts texts, List<String> columns) {
        var fields = new EnumMap<PatronField, String>(PatronField.class);
        var card = "";
        var twice = false;
        for (var at = 0; at < columns.size(); at++) {
            var chosen = texts.get("column." + at);
            var column = columns.get(at);
            if (chosen.equals(CARD)) {
                twice |= !card.isEmpty();
                card = column;
            } else {
                var field = field(chosen);
                if (field.isPresent()) twice |= fields.put(field.get(), column) != null;
            }
        }
        var site = texts.get("site").equals(PeopleAddress.ALL) ? "" : texts.get("site");
        var category = texts.oneOf("category", PatronCategory.STUDENT);
        var mapping = new RosterMapping(fields, card, category, site);
        return new RosterMappingForm(mapping, problem(mapping, twice));
    }

    private static String problem(RosterMapping mapping, boolean twice) {
        if (twice) return "columns.problem.TWICE";
        return mapping.isComplete() ? "" : "columns.problem.INCOMPLETE";
    }

    private static Optional<PatronField> field(String name) {
        for (var field : PatronField.values()) if (field.name().equals(name)) return Optional.of(field);
        return Optional.empty();
    }
}
