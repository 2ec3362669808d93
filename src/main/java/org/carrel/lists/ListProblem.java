package org.carrel.lists;

import java.io.Serializable;

/** Something typed that a list cannot have. */
public record ListProblem(Field field, Reason reason) implements Serializable {
    public enum Field {
        TITLE,
        NOTE,
        LANGUAGE,
        YEAR,
        SITE,
        WEB_ADDRESS,
        WEB_TITLE,
        WEB_NOTE
    }

    public enum Reason {
        EMPTY,
        TOO_LONG,
        /** Not one of those that there are. */
        UNKNOWN,
        /** No address at all, or none of a page. */
        UNREADABLE,
        /** Whoever listens on the way reads it. */
        NOT_SECURE,
        /** It leads into the school's own network, or to a machine instead of a name. */
        NOT_PUBLIC,
        /** It has a name and password in it. */
        SECRET,
        /** It stands on the list already. */
        TAKEN
    }
}
