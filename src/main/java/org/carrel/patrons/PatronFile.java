package org.carrel.patrons;

import java.io.Serializable;
import java.util.List;

/**
 * Everything about one person, except what circulation knows.
 *
 * @param cards the good ones first
 * @param blocks those that hold first, then those that were
 * @param events the newest first, at most a hundred
 * @param sourcedIds under which rosters know the person, the newest first
 * @param classes titles of the classes with the role in each
 */
public record PatronFile(
        Patron patron,
        List<PatronCard> cards,
        List<PatronBlock> blocks,
        List<PatronEvent> events,
        List<String> sourcedIds,
        List<PatronClass> classes)
        implements Serializable {
    /** A class and what the person is in it. */
    public record PatronClass(String title, String role) implements Serializable {}
}
