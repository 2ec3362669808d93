package org.carrel.patrons;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which column of a plain list is which field; remembered for the source of the list.
 *
 * @param columns names of columns by field; at least the identifier and the family name
 * @param card the column of card numbers; empty when there is none
 * @param category what everybody on the list is, unless a column says so
 * @param site code of the site of everybody on the list, unless a column says so; empty for none
 */
public record RosterMapping(Map<PatronField, String> columns, String card, PatronCategory category, String site)
        implements Serializable {
    public RosterMapping {
        columns = columns.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(columns));
    }

    public Optional<String> column(PatronField field) {
        return Optional.ofNullable(columns.get(field)).filter(name -> !name.isEmpty());
    }

    /** Without these nobody can be told apart. */
    public boolean isComplete() {
        return column(PatronField.IDENTIFIER).isPresent()
                && column(PatronField.FAMILY_NAME).isPresent();
    }
}
