package org.carrel.school;

import java.io.Serializable;

/**
 * Why something about the school was not saved, and where it stands.
 *
 * @param row of a pasted list or a file, from 1; 0 for a form
 * @param field the field it is about
 * @param detail what was typed, what is in the way, or the limit
 */
public record SchoolProblem(int row, Field field, Kind kind, String detail) implements Serializable {
    /** Fields of the forms, and cells of a line. */
    public enum Field {
        CODE,
        NAME,
        ADDRESS,
        PHONE,
        ZONE,
        LANGUAGES,
        SENDER_NAME,
        SENDER_MAIL,
        MONDAY,
        TUESDAY,
        WEDNESDAY,
        THURSDAY,
        FRIDAY,
        SATURDAY,
        SUNDAY,
        FIRST,
        LAST,
        REASON_EN,
        REASON_ES,
        HOURS,
        LINE
    }

    /** What is wrong. */
    public enum Kind {
        EMPTY,
        TOO_LONG,
        /** Not a day that the calendar has. */
        NO_DAY,
        /** The last day comes before the first. */
        BACKWARDS,
        TOO_MANY_DAYS,
        CLOSURE_OVERLAPS,
        TERM_OVERLAPS,
        NO_HOURS,
        HOURS_BACKWARDS,
        HOURS_OVERLAP,
        NO_CODE,
        CODE_TAKEN,
        NO_ZONE,
        NO_MAIL,
        NO_LANGUAGES,
        /** The line is of no known kind. */
        NO_LINE,
        TOO_MANY_LINES,
        /** Somebody else has changed or removed it meanwhile. */
        STALE
    }

    public static SchoolProblem of(Field field, Kind kind, String detail) {
        return new SchoolProblem(0, field, kind, detail);
    }

    public SchoolProblem in(int line) {
        return new SchoolProblem(line, field, kind, detail);
    }
}
