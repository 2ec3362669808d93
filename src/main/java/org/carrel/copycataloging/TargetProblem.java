package org.carrel.copycataloging;

/** Why a target is not stored. @param detail what was typed, or how much it may be; may be empty */
public record TargetProblem(Field field, Kind kind, String detail) {
    /** The fields of its form. */
    public enum Field {
        NAME,
        KIND,
        HOST,
        PORT,
        PATH,
        SYNTAX,
        ENCODING,
        INDEX,
        SECONDS,
        PLACE,
        PROFILE
    }

    /** What is wrong. */
    public enum Kind {
        MISSING,
        TOO_LONG,
        /** Another one has the name. */
        TAKEN,
        /** Neither a name nor an address of a server. */
        NO_HOST,
        /** No whole number between 1 and the detail. */
        NO_NUMBER,
        /** Characters that no path, schema or index of such a target has. */
        NOT_SUCH,
        /** Z39.50 needs usmarc or xml. */
        NO_SYNTAX,
        /** Z39.50 needs a number, which is 7 for the ISBN. */
        NO_ATTRIBUTE
    }
}
