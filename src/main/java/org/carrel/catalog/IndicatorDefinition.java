package org.carrel.catalog;

import java.io.Serializable;
import java.util.List;

/**
 * An indicator as MARC 21 defines it for one field.
 *
 * @param name empty when the indicator is undefined and stays blank
 * @param values what people choose from, in the order of the format
 * @param accepted every value that is no mistake: the values, and those that were valid once
 */
public record IndicatorDefinition(Wording name, List<CodeMeaning> values, String accepted) implements Serializable {
    public IndicatorDefinition {
        values = List.copyOf(values);
    }

    public boolean accepts(char value) {
        return accepted.indexOf(value) >= 0;
    }
}
