package org.carrel.devices;

import java.io.Serializable;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an export says of one device, in one spelling whatever it came from: days as {@code 2031-06-01}, moments as
 * {@code 2026-11-20T17:40:12Z}, MACs as {@code 02005e000101}, amounts in cents, people as they sign in, in small letters.
 *
 * @param values by field; a field without a value is not in it
 */
public record MdmValues(Map<MdmField, String> values) implements Serializable {
    public static final MdmValues NOTHING = new MdmValues(Map.of());

    public MdmValues {
        var filled = new EnumMap<MdmField, String>(MdmField.class);
        values.forEach((field, value) -> {
            if (!value.isEmpty()) filled.put(field, value);
        });
        values = Map.copyOf(filled);
    }

    /** Empty when the export says nothing. */
    public String get(MdmField field) {
        return values.getOrDefault(field, "");
    }

    public boolean has(MdmField field) {
        return values.containsKey(field);
    }

    public Optional<Instant> moment(MdmField field) {
        try {
            return has(field) ? Optional.of(Instant.parse(get(field))) : Optional.empty();
        } catch (DateTimeParseException e) {
            throw new IllegalStateException("Not a moment: " + field + " " + get(field), e);
        }
    }

    public MdmValues with(MdmField field, String value) {
        var changed = new EnumMap<MdmField, String>(MdmField.class);
        changed.putAll(values);
        changed.put(field, value);
        return new MdmValues(changed);
    }

    /** These facts, and where they say nothing, the others'. */
    public MdmValues over(MdmValues others) {
        var all = new EnumMap<MdmField, String>(MdmField.class);
        all.putAll(others.values);
        all.putAll(values);
        return new MdmValues(all);
    }
}
