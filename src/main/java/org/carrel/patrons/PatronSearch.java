package org.carrel.patrons;

import java.io.Serializable;

/**
 * Whom to look for. Empty parts are no wish.
 *
 * @param words beginnings of names in any order, a preferred name, a number or a card
 * @param grade as {@code 08}
 * @param site code of a site
 */
public record PatronSearch(String words, String grade, String homeroom, String site, Who who) implements Serializable {
    /** Which people at all. */
    public enum Who {
        ACTIVE,
        LEFT,
        MISSING,
        /** Who has left or is missing. */
        LEAVERS,
        ALL
    }

    public static PatronSearch words(String words) {
        return new PatronSearch(words, "", "", "", Who.ACTIVE);
    }
}
