package org.carrel.catalog;

import java.util.Optional;

/**
 * One field that differs between two states of a record; the leader is the control field {@code LDR}.
 *
 * @param before empty when the field is new
 * @param after empty when the field is gone
 */
public record FieldChange(Optional<MarcField> before, Optional<MarcField> after) {
    public String tag() {
        return before.or(() -> after).map(MarcField::tag).orElse("");
    }
}
