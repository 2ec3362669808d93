package org.carrel.catalog;

/**
 * Why a row of the MARC editor is no field.
 *
 * @param row its number, from 0; -1 for the leader
 */
public record EditorProblem(int row, Kind kind) {
    public enum Kind {
        /** A tag has three letters or digits. */
        TAG,
        /** An indicator is one character, or none. */
        INDICATOR,
        /** The text of a field with subfields begins with a dollar sign and a code. */
        NO_SUBFIELD,
        /** Behind a dollar sign a code is missing. */
        NO_CODE,
        /** A leader has 24 characters. */
        LEADER
    }
}
