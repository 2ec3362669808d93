package org.carrel.catalog;

import java.io.Serializable;
import java.util.List;

/**
 * Why a change of a floor plan was not made.
 *
 * @param field of the form: label, place, size, or the start (from.0) or end (to.0) of a range by its place in the list
 * @param details what the sentence about it needs, as people wrote it
 */
public record MapProblem(String field, Kind kind, List<String> details) implements Serializable {
    public enum Kind {
        NO_LABEL,
        /** Details: the most characters. */
        LONG_LABEL,
        LABEL_TAKEN,
        /** Details: width and depth of the room. */
        OUTSIDE,
        /** Details: what stands there, by label or else by kind. */
        TAKEN,
        NO_FROM,
        /** Details: what was typed. */
        UNREADABLE,
        /** Details: both labels. */
        REVERSED,
        /** Details: the other range and its row. */
        OVERLAPS,
        NO_LOCATION,
        /** Details: the most. */
        TOO_MANY,
        /** Details: the smallest and the largest. */
        ROOM_SIZE,
        /** Details: what would stand outside, by label or else by kind. */
        ROOM_TOO_SMALL,
        /** There is no free place for a copy. */
        FULL
    }

    public static MapProblem of(String field, Kind kind, Object... details) {
        return new MapProblem(
                field, kind, List.of(details).stream().map(String::valueOf).toList());
    }
}
