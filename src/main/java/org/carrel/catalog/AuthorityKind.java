package org.carrel.catalog;

import java.util.Optional;

/** What a heading names, by the last two digits of its tag: MARC 21, X00 to X55. */
public enum AuthorityKind {
    PERSONAL("00"),
    CORPORATE("10"),
    MEETING("11"),
    /** A uniform title, which is the heading of a series too. */
    TITLE("30"),
    PERIOD("48"),
    TOPIC("50"),
    PLACE("51"),
    GENRE("55");

    private final String digits;

    AuthorityKind(String digits) {
        this.digits = digits;
    }

    /** The last two digits of its tags. */
    public String digits() {
        return digits;
    }

    /** Empty for tags of other fields. */
    public static Optional<AuthorityKind> of(String tag) {
        for (var kind : values()) if (tag.length() == 3 && tag.endsWith(kind.digits)) return Optional.of(kind);
        return Optional.empty();
    }

    /** Whether it stands in name and series fields, which say of no thesaurus that they are of it. */
    public boolean isName() {
        return this == PERSONAL || this == CORPORATE || this == MEETING || this == TITLE;
    }
}
