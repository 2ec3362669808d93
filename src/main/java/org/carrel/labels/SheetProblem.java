package org.carrel.labels;

/** Why a sheet or a printer is not stored. @param field where it is @param detail what was typed, or how large it may be; may be empty */
public record SheetProblem(Field field, Kind kind, String detail) {
    /** What of it. */
    public enum Field {
        NAME,
        PAGE_WIDTH,
        PAGE_HEIGHT,
        COLUMNS,
        ROWS,
        LEFT,
        TOP,
        WIDTH,
        HEIGHT,
        PITCH_ACROSS,
        PITCH_DOWN,
        MOVE_RIGHT,
        MOVE_DOWN,
        SCALE
    }

    /** What is wrong. */
    public enum Kind {
        MISSING,
        TOO_LONG,
        /** Another one has the name. */
        TAKEN,
        NO_NUMBER,
        /** The detail is the least. */
        TOO_SMALL,
        /** The detail is the most. */
        TOO_LARGE,
        /** Labels lie on each other. */
        OVERLAP,
        /** The last label ends beyond the page; the detail is where. */
        OFF_PAGE
    }
}
