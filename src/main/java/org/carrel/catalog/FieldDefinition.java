package org.carrel.catalog;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * A field as the MARC 21 Format for Bibliographic Data defines it (Library of Congress), or a family of local fields.
 *
 * @param tag three digits, or a family such as {@code 9XX}
 * @param repeatable may it stand in a record more than once?
 * @param ind1 nothing to choose for control fields, which have no indicators
 * @param subfields in the order people meet them; empty for control fields
 * @param obsoleteCodes subfield codes that were valid once and stand in real records
 * @param open are subfields and indicators free, as in local and holdings fields and in 880?
 * @param help one sentence for somebody who is no cataloger; empty for rare fields
 * @param example what such a field looks like; empty when there is no help
 */
public record FieldDefinition(
        String tag,
        Wording name,
        boolean repeatable,
        IndicatorDefinition ind1,
        IndicatorDefinition ind2,
        List<SubfieldDefinition> subfields,
        String obsoleteCodes,
        boolean open,
        Wording help,
        String example)
        implements Serializable {
    public FieldDefinition {
        subfields = List.copyOf(subfields);
    }

    public boolean isControl() {
        return tag.startsWith("00");
    }

    /** Does it stand for many tags? */
    public boolean isFamily() {
        return tag.endsWith("X");
    }

    public Optional<SubfieldDefinition> subfield(char code) {
        for (var subfield : subfields) if (subfield.code() == code) return Optional.of(subfield);
        return Optional.empty();
    }

    /** Is the code no mistake here? Code 9 is left to local systems in every field. */
    public boolean accepts(char code) {
        return open || code == '9' || subfield(code).isPresent() || obsoleteCodes.indexOf(code) >= 0;
    }
}
