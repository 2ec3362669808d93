package org.carrel.patrons;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a roster knows of a person. A field that people here change is theirs from then on: rosters leave it alone. */
public enum PatronField {
    IDENTIFIER(64),
    USERNAME(255),
    EMAIL(254),
    GIVEN_NAME(200),
    MIDDLE_NAME(200),
    FAMILY_NAME(200),
    PREFERRED_NAME(200),
    /** The name of a {@link PatronCategory}. */
    CATEGORY(16),
    /** As {@code KG} or {@code 08}. */
    GRADE(16),
    HOMEROOM(100),
    /** The code of a site; empty when the person belongs to none of ours. */
    SITE(64),
    GUARDIAN_NAME(200),
    GUARDIAN_EMAIL(254),
    GUARDIAN_PHONE(40),
    /** The name of a {@link PatronStatus}. */
    STATUS(16);

    private final int longest;

    PatronField(int longest) {
        this.longest = longest;
    }

    /** In characters. */
    public int longest() {
        return longest;
    }

    /** True for the parts of a name that people are called by. */
    public boolean isOfName() {
        return this == GIVEN_NAME || this == FAMILY_NAME || this == PREFERRED_NAME;
    }

    /** As the database keeps several: names with commas between. */
    public static String list(Set<PatronField> fields) {
        return fields.stream()
                .map(field -> field.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(","));
    }

    /** The reverse of {@link #list}; throws for what is no field. */
    public static Set<PatronField> parse(String list) {
        var fields = EnumSet.noneOf(PatronField.class);
        if (!list.isEmpty()) for (var name : list.split(",")) fields.add(valueOf(name.toUpperCase(Locale.ROOT)));
        return fields;
    }
}
