package org.carrel.scheduling;

import java.io.Serializable;

/**
 * Why a timetable was not taken, and where it stands.
 *
 * @param line from 1; 0: the whole
 * @param detail what was typed, what is in the way, or the limit
 */
public record TimetableProblem(int line, Kind kind, String detail) implements Serializable {
    /** What is wrong. */
    public enum Kind {
        /** There is nothing to read. */
        EMPTY,
        TOO_MANY_LINES,
        /** The line is of no known kind. */
        NO_LINE,
        /** A code of capitals, figures and hyphens is needed. */
        NO_CODE,
        /** A type of this code stands in no line above, and the site has none. */
        NO_TYPE,
        NO_NAME,
        TOO_LONG,
        /** A period is a number from 0 to 99. */
        NO_NUMBER,
        /** The number stands twice in these bells. */
        NUMBER_TWICE,
        /** Not a time of day as 8:10. */
        NO_TIME,
        /** The end is not after the start. */
        BACKWARDS,
        /** Two periods of these bells overlap. */
        OVERLAP,
        /** Not a day that the calendar has. */
        NO_DAY,
        /** The last day comes before the first, or more than a school year after it. */
        NO_RANGE,
        /** Not days of the week. */
        NO_WEEKDAY,
        /** The calendar does not say that the site is closed on one of these days: the first. */
        NOT_CLOSED,
        /** The type has bells or days, and bookings go by them. */
        IN_USE
    }
}
