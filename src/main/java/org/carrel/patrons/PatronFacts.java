package org.carrel.patrons;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The fields of a person that a roster may fill; a field without a value is empty, never null. Unicode NFC. */
public record PatronFacts(Map<PatronField, String> fields) implements Serializable {
    public static final PatronFacts NONE = new PatronFacts(Map.of());

    public PatronFacts {
        var copy = new EnumMap<PatronField, String>(PatronField.class);
        fields.forEach((field, text) -> {
            if (!text.isEmpty()) copy.put(field, text);
        });
        fields = Collections.unmodifiableMap(copy);
    }

    public String get(PatronField field) {
        return Objects.requireNonNullElse(fields.get(field), "");
    }

    public PatronFacts with(PatronField field, String text) {
        var copy = new EnumMap<PatronField, String>(PatronField.class);
        copy.putAll(fields);
        copy.put(field, text);
        return new PatronFacts(copy);
    }

    /** Those fields of the other, the rest of this. */
    public PatronFacts with(PatronFacts other, Set<PatronField> taken) {
        var facts = this;
        for (var field : taken) facts = facts.with(field, other.get(field));
        return facts;
    }

    /** The fields in which the two differ. */
    public Set<PatronField> differences(PatronFacts other) {
        var different = EnumSet.noneOf(PatronField.class);
        for (var field : PatronField.values()) if (!get(field).equals(other.get(field))) different.add(field);
        return different;
    }

    public PatronCategory category() {
        var name = get(PatronField.CATEGORY);
        return name.isEmpty() ? PatronCategory.OTHER : PatronCategory.valueOf(name);
    }

    public PatronStatus status() {
        var name = get(PatronField.STATUS);
        return name.isEmpty() ? PatronStatus.ACTIVE : PatronStatus.valueOf(name);
    }
}
